"""A stranger's text without the keys in it: addresses of the owner, tokens, paths and queries of links.

What is kept of a page may be read by others than the owner (a report, a complaint). Pure, linear, total.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import parse_qsl, unquote, urlsplit

from inbox_guard.core.address import Owner
from inbox_guard.core.exchange import Answer, Request

YOURS = "[your address]"
GONE = "…"


def secrets_of(request: Request, answer: Answer | None) -> frozenset[str]:
    """Return what of a request is a key to a subscription: parts of path and query, values sent, cookies."""
    found: set[str] = set()
    for url in (request.url, answer.url if answer else ""):
        try:
            parts = urlsplit(url)
        except ValueError:
            continue
        found.update(unquote(part) for part in parts.path.split("/"))
        found.update(_values(parts.query))
    found.update(_values((request.body or b"").decode("ascii", "replace")))
    jar = (*request.cookies, *(answer.cookies if answer else ()))
    found.update(value for _, value in jar)
    return frozenset(value for value in found if len(value) >= _SHORTEST_SECRET)


def redacted(text: str, secrets: Iterable[str], owner: Owner, limit: int = 500) -> str:
    """Return at most `limit` characters of `text` in one line, with nothing in it that opens anything.

    `secrets` are known values that must not stand in it; what merely looks like a token goes too.
    """
    line = " ".join(text[: limit * 16].split())
    for secret in sorted(secrets, key=len, reverse=True):
        if not _is_word(secret):
            line = line.replace(secret, GONE)
    line = _URL.sub(lambda found: f"{_host(found[0])}/{GONE}", line)
    line = _MAILBOX.sub(lambda found: YOURS if _hers(found[0], owner) else found[0], line)
    line = _RUN.sub(lambda found: GONE if _opaque(found[0]) else found[0], line)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + GONE


_SHORTEST_SECRET = 6
_URL = re.compile(r"(?i)\b(?:https?|mailto|ftp):[^\s<>\"']+")
_MAILBOX = re.compile(r"[^\s<>\"'(),;:@]{1,128}(?:@|%40)[^\s<>\"'(),;:@]{1,255}", re.IGNORECASE)
_RUN = re.compile(r"[A-Za-z0-9_=%+-]{10,}")
_LONGEST_WORD = 16


def _is_word(text: str) -> bool:
    """Whether a part of a path or query is a word, which a page may well say itself: "unsubscribe"."""
    plain = text.islower() or text.isupper() or text.istitle()
    return text.isalpha() and plain and len(text) <= _LONGEST_WORD


def _values(query: str) -> list[str]:
    try:
        return [value for _, value in parse_qsl(query, max_num_fields=200)]
    except ValueError:
        return []


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _hers(text: str, owner: Owner) -> bool:
    return owner.owns(unquote(text).strip(".!?…[]{}").lower())


def _opaque(run: str) -> bool:
    """Whether a run of letters and digits is a token rather than a word, a date or a number people use."""
    digits = sum(character.isdigit() for character in run)
    if digits == len(run):
        return True
    if len(run) < _LONGEST_WORD:
        return False
    changes = sum(
        a.isalpha() and b.isalpha() and a.islower() and b.isupper() for a, b in pairwise(run)
    )
    return digits >= 2 or changes >= 3
