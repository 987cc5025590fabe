"""Who says he answers for the mail, and where he sits: the company and the postal address in the foot.

GDPR Art. 13(1)(a) and 14(1)(a) ask for the first, CAN-SPAM Act §5(a)(5)(A)(iii) for the second.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.imprint import postal, responsible
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.vocabulary import Kind


def marks(read: Read) -> Iterator[Mark]:
    """Yield at most one company and one address; letters of people and of lists are left alone."""
    if read.words is None or read.kind in _BY_PERSONS:
        return
    author = read.message.author
    company = responsible(read.words.text, f"{author.name} {author.address}" if author else "")
    if company:
        yield read.mark(MarkKind.CONTROLLER, company, company)
    address = postal(read.words.text)
    if address:
        yield read.mark(MarkKind.POSTAL, address, address)


_BY_PERSONS = frozenset({Kind.PERSONAL, Kind.DISCUSSION, Kind.PLATFORM})
