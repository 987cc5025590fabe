"""Services: a telecom, an airline, a bank, a chain of hotels, an energy provider."""
