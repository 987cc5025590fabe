"""Who says he answers for the mail, and where he sits: the company and the postal address in the foot.

GDPR Art. 13(1)(a) and 14(1)(a) ask for the first, CAN-SPAM Act §5(a)(5)(A)(iii) for the second.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.imprint import companies, postal
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.vocabulary import Kind


def marks(read: Read) -> Iterator[Mark]:
    """Yield at most one company and one address; letters of people and of lists are left alone."""
    if read.words is None or read.kind in _BY_PERSONS:
        return
    named = companies(read.words.text)
    if named:
        likely = next((name for name in named if _shares(name, read)), named[0])
        yield read.mark(MarkKind.CONTROLLER, likely, likely)
    address = postal(read.words.text)
    if address:
        yield read.mark(MarkKind.POSTAL, address, address)


_BY_PERSONS = frozenset({Kind.PERSONAL, Kind.DISCUSSION, Kind.PLATFORM})
_SHORTEST = 3


def _shares(name: str, read: Read) -> bool:
    """Whether a company's name has a word in common with the author's name or address."""
    author = read.message.author
    if author is None:
        return False
    theirs = f"{author.name} {author.address}".lower()
    words = [word for word in name.lower().split()[:-1] if len(word) >= _SHORTEST]
    return any(word.strip(",.") in theirs for word in words)
