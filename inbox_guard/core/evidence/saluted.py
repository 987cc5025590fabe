"""How a mail greets the owner: the name that its sender's list holds of her, as it was typed once.

Read from the first lines, in the languages of the house; a greeting of many ("dear customers", "hi
there") is none. Whoever uses the same odd spelling may use the same list: `core.together.cohorts`.
"""

import re
from collections.abc import Iterator

from inbox_guard.core.data import rows
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.mark import Mark, MarkKind


def marks(read: Read) -> Iterator[Mark]:
    """Yield the name in the greeting; nothing where the words were not fetched."""
    if read.words is None:
        return
    for line in read.words.text[:_OPENING].splitlines():
        greeted = _GREETING.match(line.strip())
        if greeted is None:
            continue
        name = greeted["name"].strip(" .,!–—-:;")
        if _is_name(name):
            yield read.mark(MarkKind.SALUTED, name, line.strip()[:80])
        return


_OPENING = 600
_LONGEST = 40


def _words(sign: str) -> tuple[str, ...]:
    return tuple(
        word for kind, cell in rows("greetings") if kind == sign for word in cell.split(" | ")
    )


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_GREETING = re.compile(
    rf"(?:{_any_of(_words('greeting'))})\s+(?P<name>[^\s,!:;?][^,!:;?\n]{{0,{_LONGEST}}})"
    r"(?:[,!:;]|\s*$|\s[–—-])",
    re.IGNORECASE,
)
_MANY = frozenset(_words("many"))
_NAME = re.compile(r"[^\W\d_](?:[^\W_]|[ .'’-])*", re.UNICODE)


def _is_name(text: str) -> bool:
    """Whether a greeting names somebody: letters only, at most four words, none of them for many."""
    words = text.split()
    if not words or len(words) > 4 or not _NAME.fullmatch(text):
        return False
    return not any(word.lower().strip(".") in _MANY for word in words)
