"""Words that give a message away, found token by token in any of eighteen languages.

The tables are `core/data/words/*.tsv`, our own stems: ``invoice*`` begins a token, ``your ~ order``
lets up to two tokens stand between. A stem never matches inside another word ("order" is not in
"border"); Chinese, Japanese and Korean put no space between words, so there the phrase is looked for
as it stands. Pure; no body is needed for the subject's part of a table.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from inbox_guard.core.data import rows

QUOTED = 60
"""How many characters of the text around a phrase a quote may hold."""


class Hit(NamedTuple):
    """A phrase found: the sign it stands for, where it begins, and the words as they were written."""

    sign: str
    at: int
    quote: str


class _Word(NamedTuple):
    text: str
    open_end: bool
    after_gap: bool


class _Phrase(NamedTuple):
    sign: str
    words: tuple[_Word, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Phrases by their first word, by its first letters where its end is open, and unspaced ones."""

    by_word: dict[str, tuple[_Phrase, ...]]
    by_beginning: dict[str, tuple[_Phrase, ...]]
    unspaced: tuple[tuple[str, str], ...]


def in_subject(text: str) -> tuple[Hit, ...]:
    """Return what the table knows of a subject, in the order of the text."""
    return found(text, _table("subject"))


def in_body(text: str) -> tuple[Hit, ...]:
    """Return what the table knows of a body's text, in the order of the text."""
    return found(text, _table("body"))


def worded() -> Iterator[tuple[str, ...]]:
    """Yield every row of the tables: sign, where (``subject``, ``body``, ``any``), language, phrases."""
    for subject in _TABLES:
        yield from rows(f"words/{subject}")


def indexed(entries: Iterable[tuple[str, str, str]]) -> Table:
    """Make a table of (sign, language, phrases) ready to be looked for; build it once."""
    by_word: dict[str, tuple[_Phrase, ...]] = {}
    by_beginning: dict[str, tuple[_Phrase, ...]] = {}
    unspaced: list[tuple[str, str]] = []
    for sign, language, cell in entries:
        for phrase in cell.split(" | "):
            if language in _UNSPACED_LANGUAGES and _UNSPACED.search(phrase):
                unspaced.append((sign, phrase.strip()))
            else:
                words = _words(phrase)
                index = by_beginning if words[0].open_end else by_word
                key = words[0].text[:_BEGINNING] if words[0].open_end else words[0].text
                index[key] = (*index.get(key, ()), _Phrase(sign, words))
    return Table(by_word, by_beginning, tuple(unspaced))


def found(text: str, table: Table) -> tuple[Hit, ...]:
    """Return what `table` knows of a text: phrases in the order of the text, then unspaced ones."""
    tokens = _tokens(text)
    hits = list(_spaced(text, tokens, table))
    if not text.isascii() and _UNSPACED.search(text):
        for sign, phrase in table.unspaced:
            at = text.find(phrase)
            if at >= 0:
                hits.append(Hit(sign, at, phrase))
    return tuple(hits)


_TABLES = ("service", "activity", "machines", "marketing", "outreach", "fraud")


class _Token(NamedTuple):
    text: str
    begin: int
    end: int


_BEGINNING = 3
_GAP = 2
_TOKEN = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED_LANGUAGES = frozenset({"ja", "zh", "ko"})
_FOLD = str.maketrans({"ß": "ss", "ı": "i", "ё": "е", "\u0307": None})


@cache
def _table(place: str) -> Table:
    """Read the rows for one place (``subject`` or ``body``)."""
    return indexed(
        (sign, language, cell)
        for sign, where, language, cell in worded()
        if where in {place, "any"}
    )


def _words(phrase: str) -> tuple[_Word, ...]:
    """Compile one phrase of the table."""
    words: list[_Word] = []
    gap = False
    for part in phrase.split():
        if part == "~":
            gap = True
            continue
        for text in _TOKEN.findall(part):
            words.append(_Word(_fold(text), open_end=False, after_gap=gap))
            gap = False
        if part.endswith("*") and words:
            words[-1] = words[-1]._replace(open_end=True)
    if not words:
        raise ValueError(f"no word in the phrase {phrase!r}")
    return tuple(words)


def _tokens(text: str) -> list[_Token]:
    if text.isascii():
        lowered = text.lower()
        return [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(lowered)]
    return [_Token(_fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _fold(text: str) -> str:
    """Lower case; İ, ı and ß made one with the letters people type instead."""
    return text.lower().translate(_FOLD)


def _spaced(text: str, tokens: list[_Token], table: Table) -> Iterator[Hit]:
    by_word, by_beginning = table.by_word, table.by_beginning
    for index, token in enumerate(tokens):
        known = by_word.get(token.text, ())
        open_ended = by_beginning.get(token.text[:_BEGINNING])
        for phrase in known + open_ended if open_ended else known:
            end = _end(phrase.words, tokens, index)
            if end is not None:
                quote = text[token.begin : tokens[end].end]
                yield Hit(phrase.sign, token.begin, " ".join(quote[:QUOTED].split()))


def _end(words: tuple[_Word, ...], tokens: list[_Token], index: int) -> int | None:
    """The index of the last token of a phrase that begins at `index`; None when it is not there."""
    if not _is(tokens[index].text, words[0]):
        return None
    at = index
    for word in words[1:]:
        furthest = min(at + (_GAP + 1 if word.after_gap else 1), len(tokens) - 1)
        for candidate in range(at + 1, furthest + 1):
            if _is(tokens[candidate].text, word):
                at = candidate
                break
        else:
            return None
    return at


def _is(token: str, word: _Word) -> bool:
    return token.startswith(word.text) if word.open_end else token == word.text
