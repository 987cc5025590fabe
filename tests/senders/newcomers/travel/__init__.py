"""Who carries, beds and entertains: ferries, an airline, hotels, tickets, a railway, holiday homes, hire cars."""
