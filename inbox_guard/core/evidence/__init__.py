"""The witnesses: each small module sees one thing, says it in a sentence, and quotes its words.

`traces` runs once per message, when it is read; `testimony` once per sender, when it is judged.
"""

from inbox_guard.core.body import Body
from inbox_guard.core.history import Correspondents, Evidence, History, Trace
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind


def traces(
    message: Message, kind: Kind, words: Body | None, knows: Correspondents
) -> tuple[Trace, ...]:
    """Return what this message leaves behind for the standing of an organisation."""
    raise NotImplementedError


def testimony(history: History) -> tuple[Evidence, ...]:
    """Return what every witness says about one sender, heaviest first."""
    raise NotImplementedError
