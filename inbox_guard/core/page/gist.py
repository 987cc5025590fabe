"""What the words of a page mean where no stem is known for them: the sense that they share most with.

Pure. The stems of `words` are certain where they match, and silent elsewhere. Two tables, for the words on a
control (`gist_control.tsv`) and for those around it (`gist_text.tsv`), are fitted by
``python -m benchmarks.fit_phrases`` on phrases of our own in eighteen languages. They are asked where stems
are silent, and believed only where they are sure; nothing that a stem forbids is ever allowed by them.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from inbox_guard.core.linear import linear
from inbox_guard.core.page.words import fold


class Control(StrEnum):
    """What the words on a button, link, option or box may mean."""

    LEAVE = "leave"
    LEAVE_ALL = "leave-all"
    KEEP = "keep"
    LESS = "less"
    JOIN = "join"
    SAVE = "save"
    LIST = "list"
    REASON = "reason"
    ERASE = "erase"
    OTHER = "other"


class Text(StrEnum):
    """What a heading or a sentence may say."""

    ASK = "ask"
    PREFS = "prefs"
    TICK_OUT = "tick-out"
    DONE = "done"
    SAVED = "saved"
    PENDING = "pending"
    FAIL = "fail"
    JOINED = "joined"
    SURVEY = "survey"
    OTHER = "other"


SURE = 0.85
"""The share that a sense must have before anything follows from it."""


def is_control(label: str, *senses: Control, sure: float = SURE) -> bool:
    """Whether the words on a control surely have one of these senses."""
    shares = _shares("gist_control", label)
    return sum(shares.get(sense, 0.0) for sense in senses) >= sure


def is_text(text: str, *senses: Text, sure: float = SURE) -> bool:
    """Whether a heading or sentence surely has one of these senses."""
    shares = _shares("gist_text", text)
    return sum(shares.get(sense, 0.0) for sense in senses) >= sure


def features(text: str) -> set[str]:
    """Return words, pairs, beginnings and pieces of words, as the tables name them."""
    found: set[str] = set()
    before = "^"
    for token in _TOKEN.findall(fold(text[:_LONGEST])):
        if _UNSPACED.fullmatch(token):
            found.update(_runs(token))
            before = ""
            continue
        found.add(token)
        found.add(f"{before} {token}")
        found.update(_pieces(token))
        before = token
    found.add(f"{before} $")
    return found


@lru_cache(maxsize=8_192)
def _shares(table: str, text: str) -> dict[str, float]:
    """How likely each sense is; {} when none of the words is known."""
    fitted = linear(table)
    known = fitted.known(features(text))
    return fitted.shares(known) if known else {}


_LONGEST = 400
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+|[^\W\d_]+|[%?!]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_SHORT, _LONG = 3, 5


def _pieces(word: str) -> Iterator[str]:
    """Runs of letters within a word, its ends marked: endings and compounds that nobody listed."""
    marked = f"<{word[:24]}>"
    for size in range(_SHORT, _LONG + 1):
        for at in range(len(marked) - size + 1):
            yield f"~{marked[at : at + size]}"


def _runs(characters: str) -> Iterator[str]:
    """One to three characters in a row, of writing that puts no space between words."""
    for size in (1, 2, 3):
        for at in range(len(characters) - size + 1):
            yield characters[at : at + size]
