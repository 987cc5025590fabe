"""The header block: any bytes split into fields, once, and asked for by name.

Pure and total. Own split, because `email.policy.default` needs > 20 s and 2.7 GB for a 2 MB Subject.
RFC 5322 §2.2 (fields, folding), RFC 2047 (encoded words).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from inbox_guard.core.encoding import undeclared, words


@dataclass(frozen=True, slots=True)
class Headers:
    """The header fields in order: (lower-case name, unfolded raw value).

    A value is not RFC 2047-decoded; raw 8-bit bytes in it were read as UTF-8 or latin-1. `topmost` holds
    the topmost value of every field by its name.
    """

    fields: tuple[tuple[str, str], ...]
    topmost: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the fields by name: judgement asks for some forty of them."""
        object.__setattr__(self, "topmost", dict(reversed(self.fields)))

    def first(self, name: str) -> str:
        """The topmost value of a field, unfolded but not RFC 2047-decoded; "" when absent."""
        return self.topmost.get(name.lower(), "")

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a field, topmost first."""
        name = name.lower()
        if name not in self.topmost:
            return ()
        return tuple(value for called, value in self.fields if called == name)

    def text(self, name: str) -> str:
        """The topmost value decoded for people (RFC 2047), control characters removed."""
        return words(self.first(name))

    def has(self, name: str) -> bool:
        """Whether the field is present."""
        return name.lower() in self.topmost

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Iterate over (name, value), topmost first."""
        return iter(self.fields)


def split(raw: bytes) -> tuple[Headers, bytes]:
    """Split raw bytes into header fields and body.

    Caps: 64 k characters a field, 256 k and 1,000 fields in all; what is beyond them is dropped, the
    topmost (our own server's) fields are kept. Lines that are no field are skipped: an mbox ``From ``
    line, text without a colon, a name with a blank in it.
    """
    raw = raw.removeprefix(_BYTE_ORDER_MARK).lstrip(b"\r\n")
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")  # a Mac file; elsewhere a bare CR ends no line
    end = _EMPTY_LINE.search(raw)
    head, body = (raw[: end.start()], raw[end.end() :]) if end else (raw, b"")
    return Headers(_fields(head[:_BLOCK].translate(None, b"\r\0"))), body


_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_EMPTY_LINE = re.compile(rb"\n\r*+\n")
_BLOCK = 8 * 1024 * 1024  # octets of header looked at before anything is cut
_FIELD, _TOTAL, _FIELDS = 64 * 1024, 256 * 1024, 1_000
# RFC 5322 §2.2: a name of printable ASCII, a colon, and lines that go on with a blank. Only at the
# beginning of a line, and never giving back what it took: linear in whatever is thrown at it.
_ONE_FIELD = re.compile(r"^([!-9;-~]{1,256}+)[ \t]*+:([^\n]*+(?:\n[ \t][^\n]*+)*+)", re.MULTILINE)

# Every mail says the same names: kept once, they lie close together and are found faster.
_lower = lru_cache(maxsize=4_096)(str.lower)


def _fields(head: bytes) -> tuple[tuple[str, str], ...]:
    """Unfold and decode a header block without CRs (RFC 5322 §2.2.3), cut to the caps."""
    try:
        text, mixed = head.decode(), False
    except UnicodeDecodeError:
        text, mixed = head.decode("latin-1"), True
    found = _ONE_FIELD.findall(text)[:_FIELDS] if len(text) <= _FIELD else _capped(text)
    fields: list[tuple[str, str]] = []
    for name, folded in found:
        value = (folded.replace("\n", "") if "\n" in folded else folded).strip(" \t")
        if mixed and not value.isascii():
            value = undeclared(value.encode("latin-1"))
        fields.append((_lower(name), value))
    return tuple(fields)


def _capped(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    room = _TOTAL
    for field_found in islice(_ONE_FIELD.finditer(text), _FIELDS):
        name, value = field_found[1], field_found[2][:_FIELD]
        room -= len(name) + len(value)
        if room < 0:
            break
        found.append((name, value))
    return found
