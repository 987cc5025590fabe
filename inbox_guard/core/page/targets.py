"""Where a request would go, and what its address gives away about it. Pure and total."""

import re
from urllib.parse import urlsplit

from inbox_guard.core.address import organisation

LEAVE_IN_URL = re.compile(
    r"un-?_?subscri|opt-?_?out|signoff|sign-off|abmeld|desinscri|desabonn|/leave", re.I
)
JOIN_IN_URL = re.compile(
    r"re-?_?subscri|opt-?_?in(?![a-z])|confirm-?_?subscri|(?<![a-z])(?<!un[-_])subscribe(?![a-z])|sign-?_?up"
    r"|(?<![a-z])follow_|undo|log-?_?in(?![a-z])|sign-?_?in(?![a-z])|log-?_?out|sign-?_?out"
    r"|(?:delete|close|erase)[-_/]?(?:my[-_/]?)?account|account[-_/]?(?:delet|clos|eras)|re-?_?activate"
    r"|(?<![a-z])wipe(?![a-z])",
    re.I,
)


def same_site(one: str, other: str) -> bool:
    """Whether two URLs are of one host or one registrable domain. Never raises."""
    try:
        hosts = urlsplit(one).hostname or "", urlsplit(other).hostname or ""
    except ValueError:
        return False
    if hosts[0] == hosts[1]:
        return bool(hosts[0])
    ours = organisation(hosts[0])
    return bool(ours) and ours == organisation(hosts[1])


def path(url: str) -> str:
    """Return the path and query of a URL; "" when it cannot be read."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}"[:2_000]


def scheme(url: str) -> str:
    """Return the scheme of a URL; "" when it cannot be read."""
    try:
        return urlsplit(url).scheme
    except ValueError:
        return ""


def joins(url: str) -> bool:
    """Whether an address says that it subscribes, logs in or out, or undoes, and not that it unsubscribes."""
    there = path(url)
    return bool(JOIN_IN_URL.search(there)) and not LEAVE_IN_URL.search(there)


def objection(here: str, there: str, method: str, typed: bool) -> str:
    """Why a request must not be made from a page, whatever its words say; "" when nothing objects."""
    if scheme(there) not in {"http", "https"}:
        return "it leads to something that is no web page"
    if not same_site(here, there):
        return "it leads to another organisation's site"
    if scheme(here) == "https" and scheme(there) == "http":
        return "it leads away from the encrypted connection"
    if scheme(there) == "http" and (method != "GET" or typed):
        return "the page is not encrypted"
    if scheme(here) == "http" and typed:
        return "the page is not encrypted"
    return ""
