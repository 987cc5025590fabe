"""A way out is offered: in the header (List-Unsubscribe), or in the words of the mail.

CAN-SPAM Act §5(a)(3) and (5)(A)(ii), Directive 2002/58/EC Art. 13(2) and (4), UWG §7: every advert has to.
"""

from collections.abc import Iterator

from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.kind import phrases
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.sentences import sentences

HEADER = "header"
WORDS = "words"


def marks(read: Read) -> Iterator[Mark]:
    """Yield one mark for each place a way out is offered in."""
    if read.message.offers:
        yield read.mark(MarkKind.OPT_OUT, HEADER, read.message.headers.first("list-unsubscribe"))
    if read.words is None:
        return
    for text in _places(read):
        hit = next((one for one in phrases.in_body(text) if one.sign in _OFFERED), None)
        if hit:
            yield read.mark(MarkKind.OPT_OUT, WORDS, text)
            return


_OFFERED = frozenset({"footer", "soft-opt-out"})
_FOOT = 6_000
_MOST_LINKS = 200


def _places(read: Read) -> Iterator[str]:
    """The sentences of the foot from the end, then what the links say."""
    if read.words:
        yield from reversed(sentences(read.words.text[-_FOOT:]))
        yield from (link.text for link in read.words.links[-_MOST_LINKS:])
