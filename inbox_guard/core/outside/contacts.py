"""Address books: vCard 2.1, 3.0 and 4.0 (RFC 6350), and the CSV of Google, Outlook and others.

Kept: each address and the name beside it; for an organisation only that somebody there is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from inbox_guard.core.address import organisation_of
from inbox_guard.core.encoding import decoded, from_quoted_printable, one_line
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.outside.found import Found, Source, Tally, Unshaped, each
from inbox_guard.core.outside.site import address
from inbox_guard.core.outside.table import Row, Titles, table

SHAPES = (
    "vCard (.vcf)",
    'Google Contacts CSV (a column "E-mail 1 - Value")',
    'Outlook CSV (a column "E-mail Address")',
)


def read(sources: Sequence[Source]) -> Found | Unshaped:
    """Read address books."""
    return each(sources, _one)


def _one(source: Source, tally: Tally) -> Unshaped | None:
    if _is_vcard(source):
        _cards(source, tally)
        return None
    rows = table(source.lines(), _fits)
    if rows is None:
        return Unshaped(source.name, 1, "neither a vCard nor a table with a column of addresses")
    for row in rows:
        tally.entries += 1
        _row(row, source.name, tally)
    return None


def _known(written: str, name: str, file: str) -> Iterator[Known]:
    found = address(written)
    if not found:
        return
    yield Known(KnownKind.CONTACT, found, one_line(name)[:_NAME], None, file)
    organisation = organisation_of(found)
    if "@" not in organisation:
        yield Known(KnownKind.CONTACT, organisation, found, None, file)


# --- tables --------------------------------------------------------------------------------------


def _fits(titles: Titles) -> bool:
    return any(_holds_addresses(title) for title in titles)


def _holds_addresses(title: str) -> bool:
    named = _MAIL_TITLE.match(title)
    return named is not None and not _NO_ADDRESS.search(title)


def _row(row: Row, file: str, tally: Tally) -> None:
    if row.broken:
        tally.lose(file, row.line, "a row of a table was expected")
        return
    name = row.get("name", "display name", "file as") or " ".join(
        part for title in _NAMES if (part := row.get(title))
    )
    for title in row.titles:
        if not _holds_addresses(title):
            continue
        for written in row.get(title).split(" ::: "):  # Google's way to put several into one cell
            facts = tuple(_known(written, name, file))
            tally.learn(facts)
            if not facts and "@" in written:
                tally.lose(file, row.line, "an address was expected")


# --- vCard ---------------------------------------------------------------------------------------


def _is_vcard(source: Source) -> bool:
    for line in source.lines():
        if line.strip("\ufeff \t\r\n"):
            return line.strip("\ufeff \t\r\n").casefold() == "begin:vcard"
    return False


def _cards(source: Source, tally: Tally) -> None:
    name, written, inside = "", list[tuple[int, str]](), False
    for number, line in _unfolded(source.lines()):
        what, params, value = _property(line)
        match what:
            case "begin" if value.strip().casefold() == "vcard":
                if inside:
                    tally.lose(source.name, number, "END:VCARD was expected before the next card")
                name, written, inside = "", [], True
            case "fn" | "n" | "org" if inside and not name:
                name = _name(_clear(value, params))
            case "email" if inside:
                written.append((number, _clear(value, params)))
            case "end" if inside:
                tally.entries += 1
                _card(name, written, source.name, tally)
                inside = False
    if inside:
        tally.lose(source.name, 0, "END:VCARD was expected before the end of the file")


def _card(name: str, written: Sequence[tuple[int, str]], file: str, tally: Tally) -> None:
    for number, text in written:
        facts = tuple(_known(re.sub(r"^mailto:", "", text, flags=re.I), name, file))
        tally.learn(facts)
        if not facts and text.strip():
            tally.lose(file, number, "an address was expected after EMAIL")


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield (where it begins, logical line): folded by a blank (RFC 6350 §3.2), or by ``=`` in vCard 2.1."""
    begins, held = 0, list[str]()
    size = 0
    for number, raw in enumerate(lines, 1):
        line = raw.rstrip("\r\n")
        soft = bool(held) and held[-1].endswith("=") and _QUOTED.search(held[0][:_HEAD]) is not None
        if held and (soft or line[:1] in (" ", "\t")):
            if size < _PHOTO:  # a picture is of no use here
                part = line if soft else line[1:]
                held[-1] = held[-1].removesuffix("=") if soft else held[-1]
                held.append(part)
                size += len(part)
            continue
        if held:
            yield begins, "".join(held)
        begins, held, size = number, [line.lstrip("\ufeff")[:_PHOTO]], len(line)
    if held:
        yield begins, "".join(held)


def _property(line: str) -> tuple[str, str, str]:
    """Return (name without its group, parameters, value), the first two in lower case."""
    found = _PROPERTY.match(line)
    if found is None:
        return "", "", ""
    return found["name"].lower(), found["params"].lower(), line[found.end() :]


def _clear(value: str, params: str) -> str:
    """Undo quoted-printable (vCard 2.1) and backslashes (RFC 6350 §3.4)."""
    if "quoted-printable" in params:
        charset = _CHARSET.search(params)
        octets = from_quoted_printable(value.encode("utf-8", "replace"))
        value = decoded(octets, charset[1] if charset else "")
    return re.sub(r"\\([\\,;:nN])", lambda found: _ESCAPED.get(found[1], found[1]), value)


def _name(value: str) -> str:
    parts = [part.strip() for part in value.split(";")]
    if len(parts) >= 2:  # N: family; given; …
        return " ".join(part for part in (parts[1], parts[0]) if part)
    return value.strip()


_NAME = 120
_HEAD = 200
_PHOTO = 64 * 1024
_NAMES = (
    "first name",
    "given name",
    "middle name",
    "last name",
    "family name",
    "vorname",
    "nachname",
)
_MAIL_TITLE = re.compile(
    r"(?:primary |secondary |home |work |other )?e-?mail(?:[ -]?(?:address|adresse))?"
    r"(?: \d{1,2})?(?: address|-adresse)?(?: \d{1,2})?(?: - value)?$"
    r"|(?:adresse (?:e-?mail|de messagerie)|courriel|correo electrónico"
    r"|dirección de correo(?: electrónico)?|indirizzo (?:di posta elettronica|e-?mail)"
    r"|e-?mailadres|e-postadress|adres e-?mail)(?: \d{1,2})?$"
)
_NO_ADDRESS = re.compile(r"\b(?:type|label|display)\b")
_QUOTED = re.compile(r"quoted-printable", re.IGNORECASE)
_CHARSET = re.compile(r"charset=\"?([\w.:-]{1,40})")
_ESCAPED = {"n": " ", "N": " "}
_PROPERTY = re.compile(
    r"(?:[A-Za-z0-9-]{1,60}\.)?(?P<name>[A-Za-z0-9-]{1,60})"
    r"(?P<params>(?:;[^;:\"]{0,500}(?:\"[^\"]{0,500}\"[^;:\"]{0,500})?){0,20}):"
)
