"""Where a page has a way out for each of several lists: which of them is that of the list a mail came from.

Pure. Told by the list's name, as the mail has it, or by a code that the opened address and the way share.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, unquote, urlsplit

from inbox_guard.core.exchange import Request
from inbox_guard.core.page.steps import SoFar
from inbox_guard.core.page.words import fold


def ours(names: Sequence[str], requests: Sequence[Request], so_far: SoFar) -> int | None:
    """Return the number of the one way that is ours; None where none is, or several might be.

    `names` are those of the lists that the ways are for ("" where none is told), `requests` what they would send.
    """
    said = " ".join(_words(" ".join(so_far.called)))
    by_name = [at for at, name in enumerate(names) if _is_named(name, said)]
    if len(by_name) == 1:
        return by_name[0]
    codes = frozenset(_codes(so_far.opened))
    shared = [codes & frozenset(_sent(request)) for request in requests]
    common = frozenset.intersection(*shared) if shared else frozenset()
    by_code = [at for at, one in enumerate(shared) if one - common]
    return by_code[0] if len(by_code) == 1 else None


_SHORTEST_NAME = 4
_LONGEST_CODE = 20


def _is_named(name: str, said: str) -> bool:
    words = " ".join(_words(name))
    return len(words) >= _SHORTEST_NAME and f" {words} " in f" {said} "


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text[:1_000]).replace("_", " "))


def _codes(url: str) -> Iterator[str]:
    """The short words in an address: tokens are long, or hold digits."""
    try:
        parts = urlsplit(url[:8_192])
        values = [value for _, value in parse_qsl(parts.query, max_num_fields=100)]
    except ValueError:
        return
    for part in (*parts.path.split("/"), *values):
        code = unquote(part).strip().lower()
        if 1 < len(code) <= _LONGEST_CODE and not re.search(r"\d{3}", code):
            yield code


def _sent(request: Request) -> Iterator[str]:
    yield from _codes(request.url)
    body = (request.body or b"")[:8_192].decode("ascii", "replace")
    yield from _codes(f"https://form.invalid/?{body}")
