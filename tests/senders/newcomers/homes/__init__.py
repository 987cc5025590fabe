"""What has to do with where one lives: heat, sofas, flats, the telephone, the town hall, the landlord."""
