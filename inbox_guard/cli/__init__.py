"""The front door: reads what is typed, builds the house, prints what came of it."""
