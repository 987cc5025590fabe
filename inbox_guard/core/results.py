"""One Authentication-Results field, read: who reports, and what was found.

Pure: the unfolded value in, a `Results` out, or None where the field is not to be understood.
RFC 8601 §2.2 (grammar): comments, quoted strings and versions; also Microsoft's form without an
authserv-id (learn.microsoft.com/defender-office-365/message-headers-eop-mdo).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One result: ``dkim=pass header.d=shop.example`` (RFC 8601 §2.2, resinfo)."""

    method: str
    result: str
    properties: tuple[tuple[str, str], ...]

    def says(self, name: str) -> str:
        """The first value of a property; "" when it is not given."""
        return next((value for key, value in self.properties if key == name), "")


@dataclass(frozen=True, slots=True)
class Results:
    """One field: its authserv-id (lower-case, "" for Microsoft's form) and what it found."""

    authserv_id: str
    findings: tuple[Finding, ...]


def results_of(value: str) -> Results | None:
    """Read one field; None when it is not of version 1 or its quotes do not close."""
    sections = _sections(value)
    if sections is None:
        return None
    first = _WORD.findall(sections[0])
    findings = tuple(found for part in sections for found in _finding(part))
    if "=" in sections[0]:
        # Microsoft names no authserv-id: its field begins with the first result.
        return Results("", findings) if _finding(sections[0]) else None
    if not first or len(first) > 2 or first[1:] not in ([], ["1"]):
        return None
    return Results(first[0].strip('"').lower(), findings)


_METHODS = frozenset({"dkim", "spf", "dmarc"})
_WORD = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^\s"]+)')
_PAIR = re.compile(
    r"\s*([A-Za-z][\w.-]*)(?:\s*/\s*\d+)?\s*=\s*"
    r'((?:"(?:[^"\\]|\\.)*")?[^\s"]*)'
)


def _finding(section: str) -> tuple[Finding, ...]:
    pairs: list[tuple[str, str]] = []
    place = 0
    while place < len(section):
        found = _PAIR.match(section, place)
        if found:
            pairs.append((found[1].lower(), found[2].replace('"', "")))
        found = found or _WORD.match(section, place)
        if not found or found.end() == place:
            break
        place = found.end()
    if not pairs or pairs[0][0] not in _METHODS:
        return ()
    (method, result), *properties = pairs
    return (Finding(method, result.lower(), tuple(properties)),)


def _sections(value: str) -> list[str] | None:
    """Split at the semicolons outside of quotes and comments; comments become a space."""
    sections, current, depth, quoted = list[str](), list[str](), 0, False
    characters: Iterator[str] = iter(value)
    for character in characters:
        if character == "\\" and (quoted or depth):
            escaped = next(characters, "")
            current += [character, escaped] if quoted else []
        elif quoted:
            current.append(character)
            quoted = character != '"'
        elif character == "(":
            depth += 1
        elif character == ")" and depth:
            depth -= 1
            current.append(" ")
        elif depth:
            continue
        elif character == ";":
            sections.append("".join(current))
            current = []
        else:
            current.append(character)
            quoted = character == '"'
    if quoted:
        return None
    return [*sections, "".join(current)]
