"""Hostile text made plain: names, subjects, hosts and quotes as a page or a terminal may show them.

Text in, text out; escaping for HTML is the template's business, quoting for CSV the sheet's. What
nobody can see (controls, bidi overrides, zero-width marks, tags) is not kept, and what would be a
key to somebody's subscription (the path and query of an address, an opaque run) is cut away.
ECMA-48 §8.3 (control sequences), Unicode TR9 (bidi), TR36 §3 (invisible characters).
"""

import re
import unicodedata

MORE = "…"


def plain(text: str, limit: int = 300) -> str:
    """Return one visible line of at most `limit` characters; "" when nothing visible is left."""
    text = _TERMINAL_SEQUENCE.sub(" ", text[: limit * 8])
    kept: list[str] = []
    marks = 0
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if character.isspace() or character in _BLANK:
            kept.append(" ")
        elif not category.startswith("C") and marks <= _MARKS_IN_A_ROW:
            kept.append(character)
    line = " ".join("".join(kept).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + MORE


def keyless(text: str, limit: int = 300) -> str:
    """Return `text` made plain, with every web address cut to its host and opaque runs left out.

    ``Open https://l.acme.test/u?t=AbC1 now`` becomes ``Open l.acme.test/… now``.
    """
    line = plain(text, _LONGEST_READ)
    line = _MAILTO.sub(lambda found: f"{MORE}@{found[1]}", line)
    line = _ADDRESS.sub(lambda found: f"{host_only(found[0])}/{MORE}", line)
    line = _BARE_ADDRESS.sub(lambda found: f"{found[1]}/{MORE}", line)
    line = _OPAQUE.sub(MORE, line)
    return plain(line, limit)


def host_only(text: str, limit: int = 120) -> str:
    """Return the host of what should be one already: no scheme, user, path, query or fragment."""
    host = plain(text, _LONGEST_READ).partition("://")[2] or plain(text, _LONGEST_READ)
    host = re.split(r"[/?#\\\s]", host, maxsplit=1)[0].rpartition("@")[2]
    return plain(host, limit)


def identity(sender: str) -> str:
    """Return a sender's bare List-Id, address or ``network:person`` as it may be shown."""
    shown = plain(sender, 160)
    return host_only(shown) if "://" in shown else shown


def width(text: str) -> int:
    """Return how many terminal columns `text` takes: two for a wide character (UAX #11)."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


_LONGEST_READ = 1000
_MARKS_IN_A_ROW = 4  # pointed Hebrew needs three; towers of marks overflow into other lines
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters by category, yet drawn as nothing
_TERMINAL_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]{0,2000}(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b."
)
_MAILTO = re.compile(r"(?i)\bmailto:[^\s@<>]*@([a-z0-9.-]+)[^\s<>\"']*")
_ADDRESS = re.compile(r"(?i)\b[a-z][a-z0-9+.-]{1,15}://[^\s<>\"']+")
_BARE_ADDRESS = re.compile(r"(?i)\b((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?::\d+)?[/?][^\s<>\"']+")
_OPAQUE = re.compile(
    r"(?i)\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|(?<![a-z0-9_=%+])(?=[a-z_=%+]*[0-9])(?=[0-9_=%+]*[a-z])[a-z0-9_=%+]{16,}"
)
