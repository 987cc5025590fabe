"""Words that give a message away, found token by token in any of twenty-one languages.

The tables are `core/data/words/*.tsv`, our own stems: ``invoice*`` begins a token, ``your ~ order``
lets up to two tokens stand between. A stem never matches inside another word ("order" is not in
"border"); Chinese, Japanese and Korean put no space between words, so there the phrase is looked for
as it stands. Pure; no body is needed for the subject's part of a table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
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
    return found(text, _table("subject"))


@lru_cache(maxsize=2)  # asked for twice: as a whole, and as its author's own words
def in_body(text: str) -> tuple[Hit, ...]:
    """Return what the table knows of a body's text, in the order of the text."""
    return found(text, _table("body"))


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
    """A phrase of the table; `rest` are its words behind the first."""

    rank: int
    sign: str
    rest: tuple[_Word, ...]


_Met = tuple[int, int, int, str]
"""A phrase in a row of words: its first word's number, its rank in the table, its last word's number, its sign."""


class _Beginning:
    """The phrases that begin with one word: those that end there, and the others by what comes next.

    What comes next is told by its first letters, right behind (`next`) or behind a gap (`gapped`); a word of
    fewer letters that may go on tells nothing (`short`).
    """

    __slots__ = ("alone", "gapped", "next", "short")

    def __init__(self) -> None:
        self.alone: list[tuple[int, str]] = []
        self.next: dict[str, list[_Phrase]] = {}
        self.gapped: dict[str, list[_Phrase]] = {}
        self.short: list[_Phrase] = []

    def add(self, phrase: _Phrase) -> None:
        if not phrase.rest:
            self.alone.append((phrase.rank, phrase.sign))
            return
        second = phrase.rest[0]
        if second.open_end and len(second.text) < _LETTERS:
            self.short.append(phrase)
        else:
            index = self.gapped if second.after_gap else self.next
            index.setdefault(second.text[:_LETTERS], []).append(phrase)

    def further(self, coming: Sequence[str]) -> list[_Phrase]:
        """The phrases that may go on with a word of `coming`, but not with its very letters right behind."""
        likely = self.short
        for token in coming:
            likely = likely + self.gapped.get(token[:_LETTERS], _NONE)
        return likely


class Table:
    """Phrases by their first word; by its first letters where its end is open; unspaced ones by a letter."""

    __slots__ = ("_by_letters", "_by_word", "begun_usual", "unspaced")

    def __init__(
        self,
        by_word: dict[str, _Beginning],
        by_letters: dict[str, tuple[tuple[str, _Beginning], ...]],
        unspaced: dict[str, tuple[tuple[int, str, str], ...]],
    ) -> None:
        self._by_word = by_word
        self._by_letters = by_letters
        self.unspaced = unspaced
        self.begun_usual = lru_cache(maxsize=32_768)(self.begun)

    def begun(self, token: str) -> tuple[_Beginning, ...]:
        """Return the beginnings of phrases that a word fits; `begun_usual` remembers them."""
        exact = self._by_word.get(token)
        opened = self._by_letters.get(token[:_LETTERS], ())
        fits = tuple(beginning for text, beginning in opened if token.startswith(text))
        return (exact, *fits) if exact is not None else fits


_LETTERS = 3
_GAP = 2
_NONE: list[_Phrase] = []
_LONGEST = 48  # what is longer is no word, and must not fill the memory of words
_TOKEN = re.compile(rf"\w{{1,{_LONGEST}}}")
# ASCII with its letters lower-case and blanks for what is in no word: split, it is the tokens in half the time.
_ASCII_WORDS = bytes(
    ord(letter.lower()) if letter.isascii() and _TOKEN.match(letter) else ord(" ")
    for letter in map(chr, range(256))
)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNSPACED_LANGUAGES = frozenset({"ja", "zh", "ko"})
_FOLDED = (("ß", "ss"), ("ı", "i"), ("ё", "е"), ("\u0307", ""))


@cache
def _table(place: str) -> Table:
    """Read the rows for one place (``subject`` or ``body``)."""
    return indexed(
        (sign, language, cell)
        for sign, where, language, cell in worded()
        if where in {place, "any"}
    )


def indexed(entries: Iterable[tuple[str, str, str]]) -> Table:
    """Make a table of (sign, language, phrases separated by " | "), ready to be looked for; build it once."""
    by_word: dict[str, _Beginning] = {}
    opened: dict[str, _Beginning] = {}
    unspaced: dict[str, tuple[tuple[int, str, str], ...]] = {}
    for rank, (sign, language, phrase) in enumerate(_phrases(entries)):
        if language in _UNSPACED_LANGUAGES and _UNSPACED.search(phrase):
            unspaced[phrase[0]] = (*unspaced.get(phrase[0], ()), (rank, sign, phrase))
        else:
            words = _words(phrase)
            index = opened if words[0].open_end else by_word
            index.setdefault(words[0].text, _Beginning()).add(_Phrase(rank, sign, words[1:]))
    by_letters: dict[str, tuple[tuple[str, _Beginning], ...]] = {}
    for text, beginning in opened.items():
        key = text[:_LETTERS]
        by_letters[key] = (*by_letters.get(key, ()), (text, beginning))
    return Table(by_word, by_letters, unspaced)


def _phrases(entries: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Yield sign, language and phrase, one by one."""
    for sign, language, cell in entries:
        for phrase in cell.split(" | "):
            yield sign, language, phrase.strip()


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
    if words[0].open_end and len(words[0].text) < _LETTERS:
        raise ValueError(f"{phrase!r} begins with fewer than {_LETTERS} letters and an open end")
    return tuple(words)


def found(text: str, table: Table) -> tuple[Hit, ...]:
    """Return what `table` knows of a text: phrases in the order of the text, then unspaced ones."""
    hits = _spaced(text, _tokens(text), table)
    if not text.isascii() and _UNSPACED.search(text):
        hits += _unspaced(text, table)
    return tuple(hits)


def _tokens(text: str) -> list[str]:
    """The words, folded; each by itself, so that there are as many as in the text as it was written."""
    if text.isascii():
        tokens = text.encode().translate(_ASCII_WORDS).decode().split()
        if len(text) <= _LONGEST or max(map(len, tokens), default=0) <= _LONGEST:
            return tokens
    return _fold("\n".join(_TOKEN.findall(text))).split("\n")


def _fold(text: str) -> str:
    """Lower case; İ, ı and ß made one with the letters people type instead."""
    text = text.lower()
    for letter, typed in _FOLDED:
        text = text.replace(letter, typed)
    return text


def _spaced(text: str, tokens: list[str], table: Table) -> list[Hit]:
    met: list[_Met] = []
    words = len(tokens)
    for index, begun in enumerate(map(table.begun_usual, tokens)):
        if not begun:
            continue
        after = index + 1
        letters = tokens[after][:_LETTERS] if after < words else ""
        for beginning in begun:
            for rank, sign in beginning.alone:
                met.append((index, rank, index, sign))
            likely = beginning.next.get(letters, _NONE)
            if beginning.gapped or beginning.short:
                likely = likely + beginning.further(tokens[after : after + _GAP + 1])
            for rank, sign, rest in likely:
                if (last := _end(rest, tokens, index)) is not None:
                    met.append((index, rank, last, sign))
    if not met:
        return []
    furthest = max([last for _, _, last, _ in met])
    spans = [match.span() for match in islice(_TOKEN.finditer(text), furthest + 1)]
    return [
        Hit(sign, spans[first][0], _quote(text[spans[first][0] : spans[last][1]]))
        for first, _, last, sign in sorted(set(met))  # two words may lead to one phrase
    ]


def _unspaced(text: str, table: Table) -> list[Hit]:
    """The phrases of languages that put no space between words, in the order of the table."""
    met: list[tuple[int, str, str]] = []
    for letter in dict.fromkeys(text):
        met += [row for row in table.unspaced.get(letter, ()) if row[2] in text]
    return [Hit(sign, text.find(phrase), phrase) for _, sign, phrase in sorted(met)]


def _quote(text: str) -> str:
    return " ".join(text[:QUOTED].split())


def _end(rest: tuple[_Word, ...], tokens: Sequence[str], index: int) -> int | None:
    """The index of the last token of a phrase whose first word is at `index`; None when it is not there."""
    at, count = index, len(tokens)
    for text, open_end, after_gap in rest:
        furthest = at + _GAP + 1 if after_gap else at + 1
        while True:
            at += 1
            if at > furthest or at == count:
                return None
            token = tokens[at]
            if token.startswith(text) if open_end else token == text:
                break
    return at
