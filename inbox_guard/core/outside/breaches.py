"""Breaches that held an address of the owner's: a list as haveibeenpwned.com gives it, or a table.

Kept: whose breach, its day, and which address where the list says so. A breach that held no
addresses is none that mail could come from.
"""

from collections.abc import Iterator, Mapping, Sequence

from inbox_guard.core.encoding import one_line
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
from inbox_guard.core.outside.site import address, site
from inbox_guard.core.outside.table import Titles, table

SHAPES = (
    "JSON list as haveibeenpwned.com gives it (Name, Domain, BreachDate, DataClasses)",
    "CSV with the columns name, domain, date and perhaps address",
)


def read(sources: Sequence[Source]) -> Found | Unshaped:
    """Read lists of breaches."""
    return each(sources, _one)


def _one(source: Source, tally: Tally) -> Unshaped | None:
    if is_json(source):
        return _json(source, tally)
    rows = table(source.lines(), _fits)
    if rows is None:
        return Unshaped(source.name, 1, "no columns name (or domain) and date")
    for row in rows:
        tally.entries += 1
        texts = {title: row.get(title) for title in row.titles}
        _learn(texts, source.name, row.line, tally)
    return None


def _json(source: Source, tally: Tally) -> Unshaped | None:
    held = json_of(source)
    if isinstance(held, Unshaped):
        return held
    if isinstance(held, dict):
        held = next((v for k, v in held.items() if k.casefold() == "breaches"), [held])
    items = [{key.casefold(): value for key, value in item.items()} for item in objects(held)]
    if not any("breachdate" in item or "date" in item for item in items):
        return Unshaped(source.name, 0, "no list of breaches with Name and BreachDate each")
    for item in items:
        tally.entries += 1
        classes = item.get("dataclasses")
        if isinstance(classes, list) and not any(_of_mail(words_of(one)) for one in classes):
            continue
        _learn({key: words_of(value) for key, value in item.items()}, source.name, 0, tally)
    return None


def _learn(texts: Mapping[str, str], file: str, line: int, tally: Tally) -> None:
    facts = tuple(_known(texts, file))
    tally.learn(facts)
    if not facts:
        tally.lose(file, line, "a name or a domain was expected, and a date like 2019-05-24")


def _known(texts: Mapping[str, str], file: str) -> Iterator[Known]:
    domain = site(_first(texts, "domain", "site", "website"))
    name = one_line(_first(texts, "title", "name", "breach"))[:_WORDS] or domain
    at = moment(_first(texts, "breachdate", "date", "breach date"))
    written = _first(texts, "address", "email", "account")
    hers = address(written)
    if at is not None and name and (hers or not written):
        whose = name if domain in ("", name) else f"{name} ({domain})"
        yield Known(KnownKind.BREACH, hers, whose, at, file)


def _first(texts: Mapping[str, str], *titles: str) -> str:
    return next((texts[title] for title in titles if texts.get(title)), "")


def _of_mail(data_class: str) -> bool:
    said = data_class.casefold().replace("-", "")
    return "email" in said


def _fits(titles: Titles) -> bool:
    named = any(title in titles for title in ("name", "domain", "breach", "title"))
    return named and any(title in titles for title in ("date", "breachdate", "breach date"))


_WORDS = 80
