"""What a page looks like once its link has acted, where its words are not understood. It proves nothing.

Pure. The address that was opened names the subscription by a token. Where a site leads its visitor to a page that
does not hold that token any more, there is nothing left to be pressed; where all that still holds it leads
back in, the way out has been walked. Both may have another cause: only later silence tells.
"""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from inbox_guard.core.page.labels import Says, says, says_any
from inbox_guard.core.page.sight import Sight
from inbox_guard.core.page.targets import joins
from inbox_guard.core.page.words import Sense


def aftermath(sight: Sight, shown: str, opened: str) -> str:
    """Return what speaks for it that opening `opened` has acted, as words for people; "" when nothing does.

    `shown` is the address of the page that the sight is of, after redirects.
    """
    tokens = frozenset(_tokens(opened))
    if not tokens or sight.cut:
        return ""
    ways = list(_ways(sight, tokens))
    if asks_something(sight):
        return ""
    if not ways and not _holds(shown, tokens):
        return "leads to a page without a word about it"
    if ways and all(back for back in ways):
        return "offers nothing but the way back"
    return ""


def asks_something(sight: Sight) -> bool:
    """Whether a page asks and waits for an answer. "Changed your mind?" and "Why?" are asked when all is over."""
    asked = (one for one in (sight.title, *sight.blocks[:100]) if one.rstrip()[-1:] in {"?", "？"})
    return any(_is_open(one) for one in asked)


def _is_open(question: str) -> bool:
    wants = says(question) is not Says.NEVER or says_any(question, Sense.PREFS)
    return wants and not says_any(question, Sense.REASON)


_LONG = 8
_MOST_URL = 8_192


def _tokens(url: str) -> Iterator[str]:
    """What in an address may name somebody: long parts with a digit in them."""
    try:
        parts = urlsplit(url[:_MOST_URL])
        values = [value for _, value in parse_qsl(parts.query, max_num_fields=100)]
    except ValueError:
        return
    for part in (*parts.path.split("/"), *values):
        if len(part) >= _LONG and re.search(r"\d", part):
            yield part


def _holds(text: str, tokens: frozenset[str]) -> bool:
    return any(token in text for token in tokens)


def _ways(sight: Sight, tokens: frozenset[str]) -> Iterator[bool]:
    """Of every form and link that holds a token: whether it plainly leads back in."""
    for form in sight.forms:
        sent = " ".join((form.action, *(entry.value for entry in form.fields[:100])))
        if _holds(sent[:_MOST_URL], tokens):
            yield joins(form.action) or all(says(one.label) is Says.NEVER for one in form.buttons)
    for link in sight.links:
        if _holds(link.url, tokens):
            yield joins(link.url) or says(link.text) is Says.NEVER
