"""Aliases and for whom each was made: SimpleLogin, addy.io, Firefox Relay, or a table of two columns.

Kept: the alias, the organisation or the words of its note, and when it was made.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.outside.found import (
    Found,
    Source,
    Tally,
    Unshaped,
    each,
    is_json,
    json_of,
    objects,
    words_of,
)
from inbox_guard.core.outside.moments import moment
from inbox_guard.core.outside.site import address, made_for
from inbox_guard.core.outside.table import Row, Titles, plain, table

SHAPES = (
    "SimpleLogin CSV (alias, note, …)",
    "addy.io CSV or JSON (email, description, …)",
    "Firefox Relay CSV (full address, description or website)",
    "any CSV with the columns alias,for",
)


def read(sources: Sequence[Source]) -> Found | Unshaped:
    """Read alias exports."""
    return each(sources, _one)


def _one(source: Source, tally: Tally) -> Unshaped | None:
    if is_json(source):
        return _json(source, tally)
    rows = table(source.lines(), _fits) or _untitled(source)
    if rows is None:
        return Unshaped(source.name, 1, "no column of aliases with a column that says for whom")
    for row in rows:
        tally.entries += 1
        if row.broken:
            tally.lose(source.name, row.line, "a row of a table was expected")
            continue
        made = moment(row.get(*_MADE))
        facts = tuple(_known(row.get(*_ALIAS), row.get(*_FOR), made, source.name))
        tally.learn(facts)
        if not facts:
            tally.lose(source.name, row.line, "the address of an alias was expected")
    return None


def _json(source: Source, tally: Tally) -> Unshaped | None:
    held = json_of(source)
    if isinstance(held, Unshaped):
        return held
    if isinstance(held, dict):
        held = next((held[key] for key in ("data", "aliases") if key in held), None)
    items = list(objects(held))
    if not any(key in item for item in items for key in _ALIAS):
        return Unshaped(source.name, 0, "no list of aliases with an address each")
    for number, item in enumerate(items, 1):
        tally.entries += 1
        texts = {key: words_of(value) for key, value in item.items()}
        written = next((texts[key] for key in _ALIAS if texts.get(key)), "")
        note = next((texts[key] for key in _FOR if texts.get(key)), "")
        made = next((texts[key] for key in _MADE if texts.get(key)), "")
        facts = tuple(_known(written, note, moment(made), source.name))
        tally.learn(facts)
        if not facts:
            tally.lose(source.name, 0, f"entry {number}: the address of an alias was expected")
    return None


def _known(written: str, note: str, at: datetime | None, file: str) -> Iterator[Known]:
    alias = address(written)
    if alias:
        yield Known(KnownKind.ALIAS, alias, made_for(note), at, file)


def _fits(titles: Titles) -> bool:
    return any(title in titles for title in _ALIAS) and any(title in titles for title in _FOR)


def _untitled(source: Source) -> Iterator[Row] | None:
    """Two columns without titles, the alias in the first."""
    rows = plain(source.lines(), ("alias", "for"))
    first = next(plain(source.lines(), ("alias", "for")) or iter(()), None)
    return rows if first is not None and address(first.get("alias")) else None


_ALIAS = ("alias", "full_address", "full address", "email", "email address", "address", "mask")
_FOR = (
    *("for", "website", "site", "url", "domain used on", "used_on", "used on", "generated_for"),
    *("note", "description", "label", "service", "company", "organisation"),
)
_MADE = ("created_at", "created", "creation_date", "creation date", "date created", "created at")
