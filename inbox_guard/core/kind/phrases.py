"""Words that give a message away, found token by token in any of eighteen languages.

The tables are `core/data/words/*.tsv`, our own stems: ``invoice*`` begins a token, ``your ~ order``
lets up to two tokens stand between. A stem never matches inside another word ("order" is not in
"border"); Chinese, Japanese and Korean put no space between words, so there the phrase is looked for
as it stands. Pure; no body is needed for the subject's part of a table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from inbox_guard.core.data import rows

QUOTED = 60
"""How many characters of the text around a phrase a quote may hold."""


class Hit(NamedTuple):
    """A phrase found: the sign it stands for, where it begins, and the words as they were written."""

    sign: str
    at: int
    quote: str


def in_subject(text: str) -> tuple[Hit, ...]:
    """Return what the table knows of a subject, in the order of the text."""
    return _find(text, _table("subject"))


@lru_cache(
    maxsize=2
)  # a message's text is asked for twice: as a whole, and as its author's own words
def in_body(text: str) -> tuple[Hit, ...]:
    """Return what the table knows of a body's text, in the order of the text."""
    return _find(text, _table("body"))


def worded() -> Iterator[tuple[str, ...]]:
    """Yield every row of the tables: sign, where (``subject``, ``body``, ``any``), language, phrases."""
    for subject in _TABLES:
        yield from rows(f"words/{subject}")


_TABLES = ("service", "activity", "machines", "marketing", "outreach", "fraud")


class _Word(NamedTuple):
    text: str
    open_end: bool
    after_gap: bool


class _Phrase(NamedTuple):
    sign: str
    words: tuple[_Word, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Phrases by their first two words, else their first, else its first letters; unspaced by two letters."""

    by_two: dict[tuple[str, str], tuple[_Phrase, ...]]
    by_word: dict[str, tuple[_Phrase, ...]]
    by_beginning: dict[str, tuple[_Phrase, ...]]
    unspaced: dict[str, tuple[tuple[str, str], ...]]


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
def _table(place: str) -> _Table:
    """Read the rows for one place (``subject`` or ``body``)."""
    by_two: dict[tuple[str, str], tuple[_Phrase, ...]] = {}
    by_word: dict[str, tuple[_Phrase, ...]] = {}
    by_beginning: dict[str, tuple[_Phrase, ...]] = {}
    unspaced: dict[str, tuple[tuple[str, str], ...]] = {}
    for sign, where, language, cell in worded():
        if where not in {place, "any"}:
            continue
        for phrase in cell.split(" | "):
            if language in _UNSPACED_LANGUAGES and _UNSPACED.search(phrase):
                pair = phrase.strip()[:2]
                unspaced[pair] = (*unspaced.get(pair, ()), (sign, phrase.strip()))
            else:
                words = _words(phrase)
                if _fixed(words):
                    two = (words[0].text, words[1].text)
                    by_two[two] = (*by_two.get(two, ()), _Phrase(sign, words))
                    continue
                index = by_beginning if words[0].open_end else by_word
                key = words[0].text[:_BEGINNING] if words[0].open_end else words[0].text
                index[key] = (*index.get(key, ()), _Phrase(sign, words))
    return _Table(by_two, by_word, by_beginning, unspaced)


def _fixed(words: tuple[_Word, ...]) -> bool:
    """Whether a phrase begins with two whole words, one right after the other."""
    return len(words) > 1 and not (words[0].open_end or words[1].open_end or words[1].after_gap)


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


def _find(text: str, table: _Table) -> tuple[Hit, ...]:
    tokens = _tokens(text)
    hits = list(_spaced(text, tokens, table))
    if not text.isascii() and _UNSPACED.search(text):
        for at in range(len(text)):
            for sign, phrase in table.unspaced.get(text[at : at + 2], ()):
                if text.startswith(phrase, at):
                    hits.append(Hit(sign, at, phrase))
    return tuple(hits)


def _tokens(text: str) -> list[_Token]:
    if text.isascii():
        lowered = text.lower()
        return [_Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(lowered)]
    return [_Token(_fold(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _fold(text: str) -> str:
    """Lower case; İ, ı and ß made one with the letters people type instead."""
    return text.lower().translate(_FOLD)


def _spaced(text: str, tokens: list[_Token], table: _Table) -> Iterator[Hit]:
    by_two, by_word, by_beginning = table.by_two, table.by_word, table.by_beginning
    following = [token.text for token in tokens[1:]]
    following.append("")
    for index, token in enumerate(tokens):
        known = by_word.get(token.text, ())
        if two := by_two.get((token.text, following[index])):
            known = two + known
        if open_ended := by_beginning.get(token.text[:_BEGINNING]):
            known = known + open_ended
        for phrase in known:
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
