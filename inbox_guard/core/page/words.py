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
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from sys import intern


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
    ASKED = "asked"
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
    HERE = "here"


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
    for stem in _anchored(folded, senses):
        if found := _pattern(stem).search(folded):
            gaps = tuple(gap.strip() for gap in found.groups())
            yield Match(stem.sense, stem.language, found.start(), found.end(), gaps)


def longest(folded: str, *senses: Sense) -> tuple[Match, ...]:
    """Return the matches in a short text (a label) without overlaps: longer ones first."""
    every: list[Match] = []
    for stem in _anchored(folded, senses):
        every += (
            Match(
                stem.sense,
                stem.language,
                found.start(),
                found.end(),
                tuple(gap.strip() for gap in found.groups()),
            )
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
    """A stem: `anchor` is its longest word, `parts` the others; a text that holds it holds all of them."""

    sense: Sense
    language: str
    text: str
    anchor: str
    parts: tuple[str, ...]


@cache
def _table() -> tuple[_Stem, ...]:
    table = files("inbox_guard.core").joinpath("data/page_words.tsv").read_text("utf-8")
    return tuple(_rows(table.splitlines()))


def _rows(lines: Iterable[str]) -> Iterator[_Stem]:
    for line in lines:
        if line and not line.startswith("#"):
            sense, language, stems = line.split("\t")
            for stem in spelled_out(stems):
                text = fold(stem)
                parts = sorted(filter(None, re.split(r"[*~ ]", text)), key=len, reverse=True)
                yield _Stem(Sense(sense), language, text, parts[0], tuple(map(intern, parts[1:])))


def spelled_out(stems: str) -> Iterator[str]:
    """Yield every stem of a cell of the table: ``{a,b} c`` stands for ``a c`` and ``b c``."""
    for stem in stems.split(" | "):
        parts = [part.split(",") for part in re.split(r"[{}]", stem)]
        # Outside of braces a comma is a comma.
        choices = [part if at % 2 else [",".join(part)] for at, part in enumerate(parts)]
        for chosen in product(*choices):
            yield " ".join("".join(chosen).split())


@lru_cache(maxsize=1_024)
def _anchored(folded: str, senses: tuple[Sense, ...]) -> tuple[_Stem, ...]:
    """Return the stems whose words all stand in a text; the same heading is asked for by every form below it."""
    return tuple(_standing(folded, senses))


def _standing(folded: str, senses: tuple[Sense, ...]) -> Iterator[_Stem]:
    """Yield them: of more than 100,000 stems those are tried that begin like a part of the text."""
    by_beginning = _by_beginning(senses)
    for size in range(1, _BEGINNING + 1):
        beginnings = (folded[at : at + size] for at in range(len(folded) - size + 1))
        for beginning in dict.fromkeys(beginnings):
            for stem in by_beginning.get(beginning, ()):
                if stem.anchor in folded and all(part in folded for part in stem.parts):
                    yield stem


_BEGINNING = 3


@cache
def _by_beginning(senses: tuple[Sense, ...]) -> dict[str, tuple[_Stem, ...]]:
    found: dict[str, list[_Stem]] = {}
    for stem in _table():
        if stem.sense in senses:
            found.setdefault(stem.anchor[:_BEGINNING], []).append(stem)
    return {beginning: tuple(stems) for beginning, stems in found.items()}


@cache
def _pattern(stem: _Stem) -> re.Pattern[str]:
    if stem.language in _UNSPACED:
        parts = [re.escape(part.strip()) for part in stem.text.split("~")]
        return re.compile(r"([^。！？]{0,12}?)".join(parts))
    groups = [r"\W++".join(map(_word, part.split())) for part in stem.text.split("~")]
    # Nothing is said across a stroke: "stop / subscribe" are two things.
    between = r"((?:[^\w/|]++\w++){0,6}?)[^\w/|]++"
    return re.compile(r"(?<!\w)" + between.join(groups) + r"(?!\w)")


def _word(word: str) -> str:
    head = r"\w*" if word.startswith("*") else ""
    tail = r"\w*" if word.endswith("*") and len(word) > 1 else ""
    return head + re.escape(word.strip("*")) + tail
