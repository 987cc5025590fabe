"""inbox-guard: a person's mailbox is hers; nobody gets onto it without permission and stays there."""

__version__ = "0.1.0"
