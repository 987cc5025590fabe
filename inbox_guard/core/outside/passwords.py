"""Password managers: where the owner has accounts. No password, note or code is ever looked at.

Kept: the registrable domain of the web address, the user name where it is an address, and the day
the entry was made. Bitwarden, 1Password, KeePass, LastPass, Chrome, Edge, Firefox, Safari.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

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
from inbox_guard.core.outside.site import address, site, speaks_alone
from inbox_guard.core.outside.table import Titles, table

SHAPES = (
    "Bitwarden JSON (not encrypted) or CSV",
    "1Password 1PUX or CSV",
    "KeePass or KeePassXC CSV",
    "LastPass CSV",
    "the CSV of Chrome, Edge, Firefox or Safari (url, username, …)",
)


def read(sources: Sequence[Source]) -> Found | Unshaped:
    """Read exports of password managers."""
    return each(sources, _one)


def _one(source: Source, tally: Tally) -> Unshaped | None:
    if is_json(source):
        return _json(source, tally)
    rows = table(source.lines(), _fits)
    if rows is None:
        return Unshaped(source.name, 1, "no column of web addresses beside one of user names")
    for row in rows:
        tally.entries += 1
        if row.broken:
            tally.lose(source.name, row.line, "a row of a table was expected")
            continue
        pages = [page.strip() for page in row.get(*_PAGE).split(",")]
        tally.learn(_known(pages, row.get(*_USER), moment(row.get(*_MADE)), source.name))
    return None


def _json(source: Source, tally: Tally) -> Unshaped | None:
    held = json_of(source)
    if isinstance(held, Unshaped):
        return held
    if isinstance(held, dict) and held.get("encrypted") is True:
        return Unshaped(source.name, 0, "it is encrypted: export it once more without a password")
    items = list(
        _bitwarden(held) if isinstance(held, dict) and "items" in held else _onepassword(held)
    )
    if not items and not (isinstance(held, dict) and ("items" in held or "accounts" in held)):
        return Unshaped(source.name, 0, "neither Bitwarden's items nor 1Password's accounts")
    for pages, user, made in items:
        tally.entries += 1
        tally.learn(_known(pages, user, moment(made), source.name))
    return None


_Entry = tuple[list[str], str, str]


def _bitwarden(held: dict[str, Any]) -> Iterator[_Entry]:
    for item in objects(held["items"]):
        login = item.get("login")
        login = login if isinstance(login, dict) else {}
        pages = [words_of(uri.get("uri")) for uri in objects(login.get("uris"))]
        yield pages, words_of(login.get("username")), words_of(item.get("creationDate"))


def _onepassword(held: object) -> Iterator[_Entry]:
    accounts = held.get("accounts") if isinstance(held, dict) else None
    vaults = (vault for account in objects(accounts) for vault in objects(account.get("vaults")))
    for wrapped in (item for vault in vaults for item in objects(vault.get("items"))):
        item = wrapped["item"] if isinstance(wrapped.get("item"), dict) else wrapped
        overview, details = item.get("overview"), item.get("details")
        overview = overview if isinstance(overview, dict) else {}
        fields = objects(details.get("loginFields") if isinstance(details, dict) else None)
        users = (
            words_of(one.get("value")) for one in fields if one.get("designation") == "username"
        )
        pages = [words_of(url.get("url")) for url in objects(overview.get("urls"))]
        pages.append(words_of(overview.get("url")))
        yield pages, next(users, ""), words_of(item.get("createdAt"))


def _known(pages: list[str], user: str, at: datetime | None, file: str) -> Iterator[Known]:
    """An entry without a web address (a card, a note) is known to nobody, and that is fine."""
    for organisation in dict.fromkeys(map(site, pages)):
        if speaks_alone(organisation):
            yield Known(KnownKind.ACCOUNT, organisation, address(user), at, file)


def _fits(titles: Titles) -> bool:
    return any(title in titles for title in _PAGE) and any(
        title in titles for title in (*_USER, "password", "login_password")
    )


_PAGE = ("login_uri", "url", "urls", "web site", "website", "website url", "web address")
_USER = ("login_username", "username", "login name", "user name", "email", "login")
_MADE = ("timecreated", "created", "createdat", "createtime", "creation time", "date created")
