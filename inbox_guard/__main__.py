"""``python -m inbox_guard``."""

from inbox_guard.cli.main import main

main()
