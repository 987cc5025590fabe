"""Two words close together, in either order."""

import re
from collections.abc import Callable


def near(one: str, other: str, within: int) -> Callable[[str], int | None]:
    """Return a search for a word of each kind within so many characters; it tells where the first stands.

    `one` and `other` are alternatives of a regular expression, matched as whole words in any case.
    Linear in the text: each kind is looked for once.
    """
    first, second = (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in (one, other))

    def search(text: str) -> int | None:
        ones = [(found.start(), found.end()) for found in first.finditer(text)]
        others = [(found.start(), found.end()) for found in second.finditer(text)]
        at = 0
        for begins, ends in ones:
            while at < len(others) and others[at][1] < begins - within:
                at += 1
            if at < len(others) and others[at][0] <= ends + within:
                return min(begins, others[at][0])
        return None

    return search
