"""Password managers: where the owner has accounts. No password, note or code is ever looked at.

Kept: the registrable domain of the web address, the user name where it is an address, and the day
the entry was made. Bitwarden, 1Password, Proton Pass, Enpass, KeePass, LastPass, Dashlane, NordPass, RoboForm,
Chrome, Edge, Firefox, Safari.
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
    "Proton Pass or Enpass JSON (not encrypted)",
    "KeePass or KeePassXC CSV",
    "LastPass, Dashlane, NordPass, Proton Pass or RoboForm CSV",
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
    if not isinstance(held, dict) or held.keys().isdisjoint({"items", "accounts", "vaults"}):
        says = (
            "neither Bitwarden's or Enpass's items, 1Password's accounts nor Proton Pass's vaults"
        )
        return Unshaped(source.name, 0, says)
    for pages, user, made in _entries(held):
        tally.entries += 1
        tally.learn(_known(pages, user, moment(made), source.name))
    return None


_Entry = tuple[list[str], str, str]


def _entries(held: dict[str, Any]) -> Iterator[_Entry]:
    if "vaults" in held:
        return _protonpass(held["vaults"])
    if "accounts" in held:
        return _onepassword(held)
    return _bitwarden_or_enpass(held["items"])


def _bitwarden_or_enpass(items: object) -> Iterator[_Entry]:
    for item in objects(items):
        yield _enpass(item) if "fields" in item and "login" not in item else _bitwarden(item)


def _bitwarden(item: dict[str, Any]) -> _Entry:
    login = item.get("login")
    login = login if isinstance(login, dict) else {}
    pages = [words_of(uri.get("uri")) for uri in objects(login.get("uris"))]
    return pages, words_of(login.get("username")), words_of(item.get("creationDate"))


def _enpass(item: dict[str, Any]) -> _Entry:
    fields = [(one.get("type"), words_of(one.get("value"))) for one in objects(item["fields"])]
    users = [value for kind, value in fields if kind in ("username", "email") and value]
    pages = [value for kind, value in fields if kind == "url"]
    return pages, next((user for user in users if "@" in user), ""), words_of(item.get("createdAt"))


def _protonpass(vaults: object) -> Iterator[_Entry]:
    kept = vaults.values() if isinstance(vaults, dict) else ()
    for item in (item for vault in objects(list(kept)) for item in objects(vault.get("items"))):
        data = item.get("data")
        content = data.get("content") if isinstance(data, dict) else None
        content = content if isinstance(content, dict) else {}
        urls = content.get("urls")
        pages = [words_of(url) for url in urls] if isinstance(urls, list) else []
        named = (words_of(content.get(key)) for key in ("itemEmail", "itemUsername", "username"))
        yield pages, next(filter(None, named), ""), words_of(item.get("createTime"))


def _onepassword(held: dict[str, Any]) -> Iterator[_Entry]:
    accounts = objects(held["accounts"])
    vaults = (vault for account in accounts for vault in objects(account.get("vaults")))
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
