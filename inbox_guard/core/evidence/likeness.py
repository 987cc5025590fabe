"""What a cold mail's text is like, as a few digits that near-identical texts share most of.

Min-wise hashes (Broder 1997) over runs of three words; what two texts share of the digits estimates
what they share of the runs. Names, numbers and addresses are left out: they are what a mail
merge changes. Compared in `core.together.lookalikes`.
"""

import re
import zlib
from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.vocabulary import Kind

ROWS = 24
DIGITS = 4
FEWEST_WORDS = 30


def marks(read: Read) -> Iterator[Mark]:
    """Yield the fingerprint of a cold mail that is long enough to be like another."""
    if read.words is not None and read.kind is Kind.OUTREACH:
        fingerprint = likeness(read.words.text)
        if fingerprint:
            yield read.mark(MarkKind.FINGERPRINT, fingerprint)


def likeness(text: str) -> str:
    """Return `ROWS` groups of `DIGITS` hex digits; "" for a text of fewer than `FEWEST_WORDS` words."""
    words = [word.lower() for word in _WORD.findall(_VARIES.sub(" ", text[:_READ]))]
    if len(words) < FEWEST_WORDS:
        return ""
    runs = {zlib.crc32(" ".join(words[at : at + 3]).encode()) for at in range(len(words) - 2)}
    return "".join(
        f"{min((run * factor + term) % _PRIME for run in runs) & 0xFFFF:04x}"
        for factor, term in _FUNCTIONS
    )


def shared(one: str, other: str) -> float:
    """Return the share of digit groups that two fingerprints have in common, 0 to 1."""
    pairs = zip(_groups(one), _groups(other), strict=False)
    return sum(left == right for left, right in pairs) / ROWS


def _groups(fingerprint: str) -> list[str]:
    return [fingerprint[at : at + DIGITS] for at in range(0, len(fingerprint), DIGITS)]


_READ = 4_000
_PRIME = (1 << 61) - 1
_FUNCTIONS = tuple(
    ((0x9E3779B97F4A7C15 * (2 * row + 1)) % _PRIME, (0xC2B2AE3D27D4EB4F * (row + 1)) % _PRIME)
    for row in range(ROWS)
)
_WORD = re.compile(r"[^\W\d_]+")
_VARIES = re.compile(r"\S+@\S+|https?://\S+|\S*\d\S*|(?<=[a-zà-ÿ,] )[A-ZÀ-Þ]\w+")
