"""The way out that stands only in a letter's text: the link at its foot.

Pure: (message, its words) → the page to open, or None. The header's ways come first; this one is for
letters whose header offers none that works. Whoever writes a letter writes its links too, so a link is
taken only where it can do no more than a header could: its words plainly unsubscribe, it leads to the author's own
organisation or to whoever signed the mail on its way out, and all such links of the letter are the same. A
letter that quotes another one holds two, and is left alone: the other may be somebody else's key.
"""

import re
from collections.abc import Iterator

from inbox_guard.core.address import is_shared, organisation, organisation_of
from inbox_guard.core.body import Body
from inbox_guard.core.html_text import Link
from inbox_guard.core.mechanism import Page
from inbox_guard.core.message import Message
from inbox_guard.core.page.labels import Says, says
from inbox_guard.core.page.targets import joins, path


def way_at_the_foot(message: Message, words: Body) -> Page | None:
    """Return the one link of a letter that plainly unsubscribes; None when there is none, or a choice."""
    author = message.author
    if author is None:
        return None
    homes = {organisation_of(author.address)}  # at a freemail provider the address alone: no host
    homes |= {
        organisation(domain)
        for domain in message.authentication.domains
        if domain != author.domain or not is_shared(domain)
    }
    urls = {
        link.url for link in _links(words) if says(link.text) is Says.LEAVE and not joins(link.url)
    }
    if len(urls) != 1:
        return None
    url = urls.pop()
    return Page(url) if _leads_to(url, homes) and path(url) not in _BARE else None


_TEXT = 200_000
_LONGEST_URL = 8_192
_MOST_LINKS = 1_000
_BARE = frozenset({"", "?", "/?"})
_URL = re.compile(r"https?://[^\s<>\"'）」]{4,8192}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}>。"


def _links(words: Body) -> Iterator[Link]:
    """The links with words of their own; of a letter without any, addresses behind words on their line."""
    web = [link for link in words.links if link.url.lower().startswith(("https://", "http://"))]
    if web:
        yield from web[:_MOST_LINKS]
        return
    for line in words.text[-_TEXT:].splitlines():
        found = list(_URL.finditer(line))
        if len(found) == 1:
            yield Link(found[0][0].rstrip(_TRAILING), line[: found[0].start()].strip(" :-–<("))


def _leads_to(url: str, homes: set[str]) -> bool:
    host = url.partition("://")[2].partition("/")[0].partition("?")[0]
    host = host.rpartition("@")[2].partition(":")[0].lower()
    return len(url) <= _LONGEST_URL and organisation(host) in homes
