"""Which campaign a message belongs to: what the sending program wrote into its header.

Pure. The fields are the providers' own (`core/data/campaigns.tsv`). ``Feedback-ID`` is the one that has a
form, ``campaign:customer:type:sender``, by the page on feedback loops of the provider who asks for it.
"""

from inbox_guard.core.data import rows
from inbox_guard.core.encoding import words
from inbox_guard.core.message import Message


def campaign(message: Message) -> str:
    """Return the campaign as ``field=value`` in one spelling, at most 120 characters; "" where none tells."""
    for field, part, _ in rows("campaigns"):
        value = words(message.headers.first(field)[:_LONGEST_FIELD]).strip("<>\"' ")
        if part:
            pieces = value.split(":")
            value = pieces[int(part)].strip() if len(pieces) > _LEAST_PIECES else ""
        if value:
            return f"{field}={value}"[:_LONGEST]
    return ""


_LONGEST_FIELD = 1_000
_LONGEST = 120
_LEAST_PIECES = 1
