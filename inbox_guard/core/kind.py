"""What a message is, from its headers first and its words only where they decide.

Pure. Every sign carries a weight and says what it saw. `transactional` is a guard rail: a code, a
receipt, a shipping notice, a health, bank or legal mail stays transactional whatever its List-*
headers claim; no header alone proves bulk.
"""

from dataclasses import dataclass

from inbox_guard.core.body import Body
from inbox_guard.core.history import Correspondents, Evidence
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Judged:
    """A message's kind, the signs for it in order of weight, and whether its body could still change it."""

    kind: Kind
    signs: tuple[Evidence, ...]
    certain: bool


def judge(message: Message, words: Body | None, knows: Correspondents) -> Judged:
    """Judge one message; `words` is None on the header-only first pass."""
    raise NotImplementedError
