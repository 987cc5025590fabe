"""What one does of an evening: the theatre, a festival, the wireless, the paper, the parish, the club."""
