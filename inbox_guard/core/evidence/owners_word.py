"""The owner's word: what she said of this sender. Law 9: it outranks every other witness."""

from collections.abc import Iterator
from typing import assert_never

from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Answer, Evidence, History
from inbox_guard.core.word import newest

ALLOWED = "allowed"
REFUSED = "refused"


def testify(history: History) -> Iterator[Evidence]:
    """Yield her last word on this sender, if she has spoken."""
    word = newest(history.words)
    if word is None:
        return
    match word.answer:
        case Answer.ALLOW:
            yield tell(ALLOWED, f"you said on {day(word.at)} that you want their mail")
        case Answer.REFUSE:
            yield tell(REFUSED, f"you said on {day(word.at)} that you do not want their mail")
        case _:
            assert_never(word.answer)
