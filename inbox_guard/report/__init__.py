"""Turns the month's facts into words: a page, plain text, JSON, CSV, a mail. Decides nothing."""
