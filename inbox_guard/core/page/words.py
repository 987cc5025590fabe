"""The words of unsubscribe pages in eighteen languages, and how they are found in a text.

Pure: text in, matches out. The table is ``core/data/page_words.tsv``; its first lines say how a stem
is written. Stems are matched as whole words, and of overlapping ones the longest wins: in most
languages a word that must never be pressed is part of one that may be ("Subscribe" in "Unsubscribe",
"Cancelar" in "Cancelar assinatura", "取消" in "取消订阅").
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Sense(StrEnum):
    """What a stem is a sign of; the table explains each."""

    LEAVE = "leave"
    ALL = "all"
    CONFIRM = "confirm"
    NEVER = "never"
    DONE = "done"
    STATE = "state"
    ALREADY = "already"
    PENDING = "pending"
    JOIN = "join"
    JOINED = "joined"
    SAVED = "saved"
    FAIL = "fail"
    EXPIRED = "expired"
    LOGIN = "login"
    HUMAN = "human"
    SCRIPT = "script"
    NOT = "not"
    AHEAD = "ahead"
    IF = "if"
    UNTICK = "untick"
    NONE = "none"
    PREFS = "prefs"
    NEEDED = "needed"
    APART = "apart"
    COOKIES = "cookies"
    WIPE = "wipe"
    REASON = "reason"
    NEUTRAL = "neutral"
    BLANK = "blank"
    ADDRESS = "address"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Match:
    """A stem found at [start, end) of a folded text; `gaps` are the words that stand in its "~"."""

    sense: Sense
    language: str
    start: int
    end: int
    gaps: tuple[str, ...]


def fold(text: str) -> str:
    """Return `text` without case, accents and apostrophes, with single spaces; kana keep their marks."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (
        character
        for character in text
        if character in _VOICED or unicodedata.category(character) not in {"Mn", "Cf"}
    )
    folded = unicodedata.normalize("NFC", "".join(kept)).translate(_ALIKE)
    return " ".join(folded.split())


def matches(folded: str, *senses: Sense) -> Iterator[Match]:
    """Yield the first place of every stem of these senses in a folded text."""
    for stem in _stems_of(senses):
        if stem.anchor in folded and (found := _pattern(stem).search(folded)):
            gaps = tuple(gap.strip() for gap in found.groups())
            yield Match(stem.sense, stem.language, found.start(), found.end(), gaps)


def longest(folded: str, *senses: Sense) -> tuple[Match, ...]:
    """Return the matches in a short text (a label) without overlaps: longer ones first."""
    every: list[Match] = []
    for stem in _stems_of(senses):
        if stem.anchor in folded:
            every += (
                Match(stem.sense, stem.language, found.start(), found.end(), ())
                for found in _pattern(stem).finditer(folded)
            )
    every.sort(key=lambda match: (match.start - match.end, _RANK.index(match.sense)))
    kept: list[Match] = []
    for match in every:
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return tuple(kept)


def speaks(folded: str, *senses: Sense, language: str = "") -> bool:
    """Whether any stem of these senses (in one language) occurs in a folded text."""
    return any(not language or match.language == language for match in matches(folded, *senses))


_RANK = (Sense.NEVER, *(sense for sense in Sense if sense is not Sense.NEVER))
_VOICED = "\u3099\u309a"
_ALIKE = str.maketrans({"ı": "i", "'": " ", "’": " ", "ʼ": " ", "`": " ", "·": " "})
_UNSPACED = frozenset({"ja", "zh", "ko"})


@dataclass(frozen=True, slots=True)
class _Stem:
    sense: Sense
    language: str
    text: str
    anchor: str


@cache
def _table() -> tuple[_Stem, ...]:
    table = files("inbox_guard.core").joinpath("data/page_words.tsv").read_text("utf-8")
    return tuple(_rows(table.splitlines()))


def _rows(lines: Iterable[str]) -> Iterator[_Stem]:
    for line in lines:
        if line and not line.startswith("#"):
            sense, language, stems = line.split("\t")
            for stem in stems.split(" | "):
                text = fold(stem)
                anchor = max(re.split(r"[*~ ]", text), key=len)
                yield _Stem(Sense(sense), language, text, anchor)


@cache
def _stems_of(senses: tuple[Sense, ...]) -> tuple[_Stem, ...]:
    return tuple(stem for stem in _table() if stem.sense in senses)


@cache
def _pattern(stem: _Stem) -> re.Pattern[str]:
    if stem.language in _UNSPACED:
        parts = [re.escape(part.strip()) for part in stem.text.split("~")]
        return re.compile(r"([^。！？]{0,12}?)".join(parts))
    groups = [r"\W++".join(map(_word, part.split())) for part in stem.text.split("~")]
    return re.compile(r"(?<!\w)" + r"((?:\W++\w++){0,6}?)\W++".join(groups) + r"(?!\w)")


def _word(word: str) -> str:
    head = r"\w*" if word.startswith("*") else ""
    tail = r"\w*" if word.endswith("*") and len(word) > 1 else ""
    return head + re.escape(word.strip("*")) + tail
