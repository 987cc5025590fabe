"""Traces of a data broker: a mail that leads to one, or names one as where the address comes from.

It tells of a source and proves none: a mail may speak of ZoomInfo because it sells against it.
"""

import re
from collections.abc import Iterator
from functools import cache

from inbox_guard.core.address import organisation
from inbox_guard.core.data import rows
from inbox_guard.core.evidence.reading import Read
from inbox_guard.core.evidence.telling import day, tell
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.vocabulary import Kind

BROKER = "broker"

_LINKS = 200
_READ = 20_000
_CONCERNS = frozenset({Kind.NEWSLETTER, Kind.OUTREACH})


def marks(read: Read) -> Iterator[Mark]:
    """Yield each broker that the mail leads to or names; its own mail and other kinds tell nothing."""
    if read.words is None or read.kind not in _CONCERNS or read.message.author is None:
        return
    own = organisation(read.message.author.domain)
    found: dict[str, str] = {}
    urls = "\n".join((*(link.url for link in read.words.links[:_LINKS]), read.words.text[:_READ]))
    for host in dict.fromkeys(host.lower() for host in _HOST.findall(urls)):
        if name := _domains().get(organisation(host), ""):
            found.setdefault(name, f"a link to {host}")
    for match in _names().finditer(read.words.text[:_READ]):
        around = read.words.text[max(0, match.start() - 60) : match.end() + 60]
        found.setdefault(_by_name()[match.group().lower()], around)
    for name, quote in sorted(found.items()):
        if _domains().get(own) != name:
            yield read.mark(MarkKind.BROKER, name, quote)


def testify(history: History) -> Iterator[Evidence]:
    """Yield the last broker that was named."""
    seen = history.newest_mark(MarkKind.BROKER)
    if seen is not None:
        says = f"a mail of {day(seen.at)} points to {seen.value}, which trades in addresses"
        yield tell(BROKER, says, seen)


_HOST = re.compile(r"https?://([\w.-]{4,253})", re.IGNORECASE)


@cache
def _domains() -> dict[str, str]:
    return {domain: name for name, domains, _ in rows("brokers") for domain in domains.split()}


@cache
def _by_name() -> dict[str, str]:
    return {word: name for name, _, words in rows("brokers") for word in words.split(" | ")}


@cache
def _names() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_by_name(), key=len, reverse=True))
    return re.compile(rf"(?<![\w.@-])(?:{words})(?![\w-])", re.IGNORECASE)
