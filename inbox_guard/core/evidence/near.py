"""Two words close together, in either order."""

import re
from collections.abc import Callable

_ENDS = re.compile(r"[.!?]\s|\n\s*\n")


def near(
    one: str, other: str, within: int, *, one_sentence: bool = False
) -> Callable[[str], int | None]:
    """Return a search for a word of each kind within so many characters; it tells where the first stands.

    `one` and `other` are alternatives of a regular expression, matched as whole words in any case.
    With `one_sentence` no sentence may end between them. The text is
    that of first lines: every pair of the two is looked at.
    """
    first, second = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (one, other))

    def search(text: str) -> int | None:
        others = [found.span() for found in second.finditer(text)]
        for found in first.finditer(text) if others else ():
            begins, ends = found.span()
            for its_begin, its_end in others:
                if its_end < begins - within or its_begin > ends + within:
                    continue
                between = text[min(ends, its_end) : max(begins, its_begin)]
                if not (one_sentence and _ENDS.search(between)):
                    return min(begins, its_begin)
        return None

    return search
