"""Letters of two alphabets in one word: how a name poses as another that looks the same.

Pure. Latin beside Greek or Cyrillic only: their letters are drawn alike (UTS #39 §5, "mixed-script"), and no
language mixes them inside a word. Domains need none of this, they are shown as A-labels everywhere.
"""

import re
import unicodedata
from functools import lru_cache

OPEN, CLOSE = "‹", "›"
"""What stands around letters that are not of a word's own alphabet where it is shown to a person."""


def mixed_letters(text: str) -> str:
    """Return the first word that mixes Latin letters with Greek or Cyrillic look-alikes, "" for none."""
    if text.isascii() or not _GREEK_OR_CYRILLIC.search(text):
        return ""
    return next((word for word in _WORD.findall(text) if mixes(word)), "")


def mixes(text: str) -> bool:
    """Whether letters of Latin and of Greek or Cyrillic stand in one text."""
    if text.isascii():
        return False
    kinds = 0
    for letter in text[:_LONGEST]:
        kinds |= _descent(letter)
    return kinds in _SEVERAL


def told_apart(text: str) -> str:
    """Return `text` with the letters marked that pose among others: ``p‹а›ypal``, its "а" being Cyrillic."""
    if text.isascii() or not _GREEK_OR_CYRILLIC.search(text):
        return text
    return _WORD.sub(lambda found: _apart(found[0]) if mixes(found[0]) else found[0], text)


def _apart(word: str) -> str:
    """Mark the letters of the alphabets that fewer of the word's letters are of; on a tie, not the Latin ones."""
    count = {kind: sum(_descent(letter) == kind for letter in word) for kind in (1, 4, 2)}
    own = max(count, key=lambda kind: count[kind])
    posing = "".join(
        f"{OPEN}{letter}{CLOSE}" if _descent(letter) not in (0, own) else letter for letter in word
    )
    return posing.replace(CLOSE + OPEN, "")


@lru_cache(maxsize=4_096)
def _descent(letter: str) -> int:
    """Whether a letter is Latin, Greek or Cyrillic; 0 for others and for what is no letter."""
    return _DESCENT.get(unicodedata.name(letter, "").partition(" ")[0], 0) * letter.isalpha()


_DESCENT = {"LATIN": 1, "GREEK": 2, "CYRILLIC": 4}
_SEVERAL = frozenset({3, 5, 7})
_LONGEST = 200
_WORD = re.compile(r"\w{3,}")
# Every block of Unicode with such letters in it, some with others besides.
_GREEK_OR_CYRILLIC = re.compile(
    r"[\u0370-\u052f\u1c80-\u1c8f\u1d00-\u1dbf\u1f00-\u1fff\u2de0-\u2dff\ua640-\ua69f\uab30-\uab6f]"
)
