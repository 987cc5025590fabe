"""What a text reads like: the kinds of mail whose lines it shares most words with.

Pure: text in, a score per kind out. The table `core/data/reads.tsv` is fitted by ``python -m benchmarks.fit``
on lines that we wrote for it in twenty-one languages (`benchmarks/lines/`): a weight per kind for every word,
word beginning and pair of words that tells kinds apart (multinomial logistic regression). Lists of
phrases see what their writers thought of; this sees what they did not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inbox_guard.core.linear import linear
from inbox_guard.core.vocabulary import Kind

HEAD = 1_600
"""Characters at the beginning of a text that are read; of the rest only `FOOT`."""
FOOT = 500


@dataclass(frozen=True, slots=True)
class Reading:
    """How much a text reads like each kind: shares that add up to 1, and the words that told most."""

    shares: dict[Kind, float]
    words: tuple[str, ...]

    @property
    def first(self) -> Kind:
        """The kind that it reads like most."""
        return max(self.shares, key=lambda kind: self.shares[kind])


def reads(subject: str, text: str) -> Reading | None:
    """Return what a mail reads like; None when no word of it is known."""
    table = linear("reads")
    known = table.known(features(subject, text))
    if not known:
        return None
    shares = {Kind(name): share for name, share in table.shares(known).items()}
    first = max(shares, key=lambda kind: shares[kind])
    at = table.classes.index(first)
    telling = sorted(filter(_readable, known), key=lambda word: (-known[word][at], word))
    return Reading(shares, tuple(telling[:_QUOTED]))


def features(subject: str, text: str) -> set[str]:
    """Return the distinct words, word beginnings and pairs of a mail, as the table names them."""
    if len(text) > HEAD + FOOT:
        text = f"{text[:HEAD]}\n{text[-FOOT:]}"
    found: set[str] = set()
    for line in (subject, *text.splitlines()):
        found.update(_of_line(line))
    return found


def _readable(feature: str) -> bool:
    """Whether a person makes sense of a feature: whole words of some length, no beginnings, no figures."""
    if feature[-1] == "*" or "0" in feature:
        return False
    return not feature.isascii() or all(len(word) > _SHORT for word in feature.split())


_QUOTED = 3
_SHORT = 3
_STEM = 5
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[%€$£!?]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]{3}")
_URL = re.compile(r"\S*://\S*|\S+@\S+")
_FOLD = str.maketrans({"ß": "ss", "ı": "i", "ё": "е", "\u0307": None, "’": "'"})


def _of_line(line: str) -> Iterator[str]:
    line = _URL.sub(" ", line).lower().translate(_FOLD)
    before = ""
    for written in _TOKEN.findall(line):
        if _UNSPACED.fullmatch(written):
            yield from _runs(written, (2, 3))
            before = ""
            continue
        if _HANGUL.match(written):
            yield from _runs(written, (2,))  # words take their endings on: 박물관은, 박물관에서
        token = "0" * min(len(written), 6) if written.isdigit() else written
        yield token
        if len(token) > _STEM:
            yield token[: _STEM - 1] + "**"
        if len(token) > _STEM + 1:
            yield token[:_STEM] + "*"
        if before:
            yield f"{before} {token}"
        before = token


def _runs(characters: str, sizes: Sequence[int]) -> Iterator[str]:
    """Characters in a row: the words of languages that put no space between them, or none before an ending."""
    for size in sizes:
        for at in range(len(characters) - size + 1):
            yield characters[at : at + size]
