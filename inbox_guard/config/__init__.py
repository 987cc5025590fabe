"""Settings as checked values: what the owner set, for each of her mailboxes.

`found` gathers them, `reader` checks each one's form, `secret` knows where a password is.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs

from inbox_guard.config.found import (
    HOUSEHOLD,
    PER_ACCOUNT,
    PREFIX,
    Found,
    environment,
    gather,
    refuse_unknown,
)
from inbox_guard.config.reader import Reader
from inbox_guard.config.secret import Secret
from inbox_guard.core.address import Owner
from inbox_guard.core.mechanism import WALK, Order
from inbox_guard.core.vocabulary import Mechanism, Mode
from inbox_guard.errors import SettingsError
from inbox_guard.mail.endpoint import Endpoint, Security
from inbox_guard.mail.login import Auth, Login

__all__ = [
    "HOUSEHOLD",
    "PER_ACCOUNT",
    "PREFIX",
    "Account",
    "Found",
    "Settings",
    "environment",
    "ledger_of",
    "load",
]


@dataclass(frozen=True, slots=True)
class Account:
    """One mailbox and the rules for it. `reach` in days, `min_age` in minutes; `only` names folders.

    `order` is that of the ways out of a list.
    """

    name: str
    imap: Endpoint
    login: Login
    smtp: Endpoint | None
    smtp_login: Login | None
    owner: Owner
    only: tuple[str, ...]
    mode: Mode
    reach: int
    authserv_ids: tuple[str, ...]
    move_to: str
    max_per_run: int
    min_age: int
    order: Order


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the owner set. `poll` in minutes; `found` is what `check` shows.

    `browser` is ``auto``, ``off`` or a path; `pictures` the folder for pictures of pages.
    """

    accounts: tuple[Account, ...]
    ledger: str
    private_hosts: tuple[str, ...]
    web_ca_file: Path | None
    browser: str
    pictures: Path
    poll: int
    report_day: int
    report_to: str
    timezone: str
    country: str
    language: str
    found: tuple[Found, ...]

    def account(self, name: str) -> Account:
        """Return an account by name; raises `SettingsError` naming those there are."""
        for account in self.accounts:
            if account.name == name:
                return account
        known = ", ".join(account.name for account in self.accounts)
        raise SettingsError(f'there is no account "{name}"; GUARD_ACCOUNTS names {known}')


def load(environ: Mapping[str, str], env_file: Path | None) -> Settings:
    """Read and check every setting; raises `SettingsError` with the key, its place and what to do."""
    found = gather(environ, env_file)
    names = _account_names(found)
    refuse_unknown(found, names)
    return _settings(found, environ, names)


def ledger_of(environ: Mapping[str, str], env_file: Path | None) -> str:
    """Return where the ledger is, for commands that need no mailbox; checks nothing else but the keys."""
    found = gather(environ, env_file)
    refuse_unknown(found, _account_names(found))
    return _ledger(found, environ)


def _settings(
    found: dict[str, Found], environ: Mapping[str, str], names: tuple[str, ...]
) -> Settings:
    house = Reader(found, "")
    return Settings(
        accounts=tuple(_account(Reader(found, name), name, environ) for name in names),
        ledger=_ledger(found, environ),
        private_hosts=house.items("PRIVATE_HOSTS"),
        web_ca_file=house.file("WEB_CA_FILE"),
        browser=house.checked("BROWSER", "off", _browser),
        pictures=_pictures(_ledger(found, environ), environ),
        poll=house.number("POLL", 15, 1, 24 * 60),
        report_day=house.number("REPORT_DAY", 1, 1, 28),
        report_to=house.text("REPORT_TO"),
        timezone=house.checked("TIMEZONE", _local_zone(environ), _zone),
        country=house.checked("COUNTRY", "", _country),
        language=house.choice("LANGUAGE", "en", ("en", "de")),
        found=tuple(found[key] for key in sorted(found)),
    )


def _account(read: "Reader", name: str, environ: Mapping[str, str]) -> Account:
    host = read.text("IMAP_HOST")
    if not host:
        raise SettingsError(
            f"{read.key('IMAP_HOST')} is not set: name your mail server there, in the environment "
            "or in ~/.config/inbox-guard/.env (config.example.env shows every setting)"
        )
    user = read.text("IMAP_USER")
    if not user:
        raise SettingsError(f"{read.key('IMAP_USER')} is not set: the name you log in with")
    smtp_host, smtp_user = read.text("SMTP_HOST"), read.text("SMTP_USER")
    auth = Auth(read.choice("IMAP_AUTH", "password", tuple(Auth)))
    smtp_secret = read.secret("SMTP_PASSWORD", environ) if smtp_host and smtp_user else None
    return Account(
        name=name,
        imap=_endpoint(read, "IMAP", host),
        login=_login(read, user, auth, read.secret("IMAP_PASSWORD", environ)),
        smtp=_endpoint(read, "SMTP", smtp_host) if smtp_host else None,
        smtp_login=_login(read, smtp_user, auth, smtp_secret) if smtp_secret else None,
        owner=_owner(read, user),
        only=read.items("FOLDERS"),
        mode=Mode(read.choice("MODE", "ask", tuple(Mode))),
        reach=read.number("REACH", 365, 0, 36500),
        authserv_ids=read.items("AUTHSERV_IDS"),
        move_to=read.text("MOVE_TO"),
        max_per_run=read.number("MAX_PER_RUN", 50, 0, 100_000),
        min_age=read.number("MIN_AGE", 10, 0, 525_600),
        order=_order(read),
    )


def _login(read: "Reader", user: str, auth: Auth, held: Secret) -> Login:
    return Login(user=user, auth=auth, secret=held.reveal, named=held.key)


def _endpoint(read: "Reader", service: str, host: str) -> Endpoint:
    return Endpoint(
        host=host,
        port=read.number(f"{service}_PORT", 0, 0, 65535),
        security=Security(read.choice(f"{service}_SECURITY", "tls", tuple(Security))),
        ca_file=read.file(f"{service}_CA_FILE"),
    )


def _order(read: "Reader") -> Order:
    """The ways out in the owner's order; one that she leaves out is not used."""
    named = tuple(word.lower() for word in read.items("ORDER"))
    for word in named:
        if word not in WALK:
            raise read.wrong("ORDER", f"{word!r} is none of {', '.join(WALK)}")
    if len(set(named)) != len(named):
        raise read.wrong("ORDER", "it names a way out twice")
    return tuple(Mechanism(word) for word in named) or WALK


def _owner(read: "Reader", user: str) -> Owner:
    addresses = tuple(address.lower() for address in read.items("ADDRESSES"))
    if not addresses and "@" in user:
        addresses = (user.lower(),)
    if not addresses:
        raise SettingsError(
            f"{read.key('ADDRESSES')} is not set, and the login name {user!r} is no address: "
            "list the addresses that are yours, separated by commas"
        )
    for address in addresses:
        if "@" not in address or address.endswith("@") or " " in address:
            raise SettingsError(f"{read.key('ADDRESSES')}: {address!r} is no address")
    return Owner(addresses)


def _account_names(found: dict[str, Found]) -> tuple[str, ...]:
    names = Reader(found, "").items("ACCOUNTS")
    for name in names:
        if not name.replace("-", "").isalnum() or not name.isascii() or "-" in name:
            raise SettingsError(f"GUARD_ACCOUNTS: {name!r} may hold letters and digits only")
    if len({name.upper() for name in names}) != len(names):
        raise SettingsError("GUARD_ACCOUNTS names an account twice")
    return names or ("main",)


def _ledger(found: dict[str, Found], environ: Mapping[str, str]) -> str:
    given = Reader(found, "").text("LEDGER")
    if given:
        return given if "://" in given else str(Path(given).expanduser())
    return str(_state(environ) / "ledger.sqlite")


def _state(environ: Mapping[str, str]) -> Path:
    """The folder for what is kept: systemd's, else the platform's."""
    state = environ.get("STATE_DIRECTORY", "").split(":")[0]
    return Path(state) if state else Path(platformdirs.user_state_dir("inbox-guard"))


def _pictures(ledger: str, environ: Mapping[str, str]) -> Path:
    """Beside the ledger's file; where it is none, in the state folder."""
    folder = _state(environ) if "://" in ledger else Path(ledger).parent
    return folder / "pictures"


def _browser(text: str) -> str:
    word = text.lower()
    if word in {"auto", "off"}:
        return word
    path = Path(text).expanduser()
    if not path.is_file() or not os.access(path, os.X_OK):
        raise ValueError(f"{text!r} is neither auto, nor off, nor a program")
    return str(path)


def _local_zone(environ: Mapping[str, str]) -> str:
    named = environ.get("TZ", "").lstrip(":")
    link = Path("/etc/localtime")
    if not named and link.is_symlink():
        named = str(link.resolve()).partition("zoneinfo/")[2]
    try:
        return _zone(named)
    except ValueError:
        return "UTC"


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"{name!r} is no time zone; write one like Europe/Berlin") from error


def _country(code: str) -> str:
    if code and (len(code) != 2 or not code.isascii() or not code.isalpha()):
        raise ValueError(f"{code!r} is no ISO country code; write two letters like DE")
    return code.upper()
