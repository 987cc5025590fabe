"""Senders of learning and careers: recruiters, courses, a university, journals, a podcast, a press."""
