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
    """The phrases that one word may begin: those that end there, and the others by what comes next.

    What comes next is told by its first letters, right behind (`next`) or behind a gap (`_gapped`); a word of
    fewer letters that may go on tells nothing (`_short`). `has_further` says whether there are any of these two.
    """

    __slots__ = ("_gapped", "_short", "alone", "has_further", "next", "phrases")

    def __init__(self, phrases: Sequence[_Phrase]) -> None:
        self.phrases = phrases
        self.alone: list[tuple[int, str]] = []
        self.next: dict[str, list[_Phrase]] = {}
        self._gapped: dict[str, list[_Phrase]] = {}
        self._short: list[_Phrase] = []
        for phrase in phrases:
            self._add(phrase)
        self.has_further = bool(self._gapped or self._short)

    def _add(self, phrase: _Phrase) -> None:
        if not phrase.rest:
            self.alone.append((phrase.rank, phrase.sign))
            return
        second = phrase.rest[0]
        if second.open_end and len(second.text) < _LETTERS:
            self._short.append(phrase)
        else:
            index = self._gapped if second.after_gap else self.next
            index.setdefault(second.text[:_LETTERS], []).append(phrase)

    def further(self, coming: Sequence[str]) -> list[_Phrase]:
        """The phrases that may go on with a word of `coming`, but not with its very letters right behind."""
        likely = self._short
        for token in coming:
            likely = likely + self._gapped.get(token[:_LETTERS], _NONE)
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
        self.begun_usual = _Begun(self).__getitem__

    def begun(self, token: str) -> _Beginning | None:
        """Return the phrases that a word may begin, None for none; `begun_usual` remembers them."""
        opened = self._by_letters.get(token[:_LETTERS], ())
        fits = [beginning for text, beginning in opened if token.startswith(text)]
        if (exact := self._by_word.get(token)) is not None:
            fits.append(exact)
        if len(fits) > 1:
            return _Beginning([phrase for beginning in fits for phrase in beginning.phrases])
        return fits[0] if fits else None


class _Begun(dict[str, _Beginning | None]):
    """What `Table.begun` said of a word before; a dict, for a subject asks it of every word."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, word: str) -> _Beginning | None:
        if len(self) >= _WORDS:
            self.clear()
        self[word] = begun = self._table.begun(word)
        return begun


_WORDS = 32_768
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
    by_word: dict[str, list[_Phrase]] = {}
    opened: dict[str, list[_Phrase]] = {}
    unspaced: dict[str, tuple[tuple[int, str, str], ...]] = {}
    for rank, (sign, language, phrase) in enumerate(_phrases(entries)):
        if language in _UNSPACED_LANGUAGES and _UNSPACED.search(phrase):
            unspaced[phrase[0]] = (*unspaced.get(phrase[0], ()), (rank, sign, phrase))
        else:
            words = _words(phrase)
            index = opened if words[0].open_end else by_word
            index.setdefault(words[0].text, []).append(_Phrase(rank, sign, words[1:]))
    by_letters: dict[str, tuple[tuple[str, _Beginning], ...]] = {}
    for text, phrases in opened.items():
        key = text[:_LETTERS]
        by_letters[key] = (*by_letters.get(key, ()), (text, _Beginning(phrases)))
    exact = {word: _Beginning(phrases) for word, phrases in by_word.items()}
    return Table(exact, by_letters, unspaced)


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
    last_word = len(tokens) - 1
    for index, begun in enumerate(map(table.begun_usual, tokens)):
        if begun is None:
            continue
        for rank, sign in begun.alone:
            met.append((index, rank, index, sign))
        if index == last_word:
            break
        likely = begun.next.get(tokens[index + 1][:_LETTERS], _NONE)
        if begun.has_further:
            likely = likely + begun.further(tokens[index + 1 : index + _GAP + 2])
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
    for letter in table.unspaced.keys() & set(text):
        met += [row for row in table.unspaced[letter] if row[2] in text]
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
