"""Settings: from the environment or a `.env` file to checked values, each with the place it came from.

Order: environment, then ``--env-file``, else ``$XDG_CONFIG_HOME/inbox-guard/.env``, else
``/etc/inbox-guard/.env``; never the current folder. A file is read by python-dotenv without touching
the environment and without interpolation (a password may hold a ``$``).
"""

import difflib
import io
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import platformdirs
from dotenv.parser import parse_stream

from inbox_guard.core.address import Owner
from inbox_guard.core.vocabulary import Mode
from inbox_guard.errors import SettingsError
from inbox_guard.mail.endpoint import Endpoint, Security
from inbox_guard.mail.login import Auth, Login
from inbox_guard.secret import Secret

PREFIX = "GUARD_"

SECRETS = ("IMAP_PASSWORD", "SMTP_PASSWORD")
PER_ACCOUNT = (
    *(f"IMAP_{what}" for what in ("HOST", "PORT", "SECURITY", "USER", "AUTH", "CA_FILE")),
    *(f"SMTP_{what}" for what in ("HOST", "PORT", "SECURITY", "USER", "CA_FILE")),
    *(name + twin for name in SECRETS for twin in ("", "_FILE", "_COMMAND")),
    *("ADDRESSES", "FOLDERS", "MODE", "REACH", "AUTHSERV_IDS", "MOVE_TO", "MAX_PER_RUN", "MIN_AGE"),
)
HOUSEHOLD = (
    *("ACCOUNTS", "LEDGER", "PRIVATE_HOSTS", "WEB_CA_FILE", "POLL"),
    *("REPORT_DAY", "REPORT_TO", "TIMEZONE", "COUNTRY", "LANGUAGE"),
)

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found:
    """A setting as it was found: its full key, its text, and where (``environment`` or ``FILE line N``)."""

    key: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Account:
    """One mailbox and the rules for it. `reach` in days, `min_age` in minutes; `only` names folders."""

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


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the owner set. `poll` in minutes; `found` is what `check` shows."""

    accounts: tuple[Account, ...]
    ledger: str
    private_hosts: tuple[str, ...]
    web_ca_file: Path | None
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
    found = _gather(environ, env_file)
    names = _account_names(found)
    _refuse_unknown(found, names)
    return _settings(found, environ, names)


def ledger_of(environ: Mapping[str, str], env_file: Path | None) -> str:
    """Return where the ledger is, for commands that need no mailbox; checks nothing else but the keys."""
    found = _gather(environ, env_file)
    _refuse_unknown(found, _account_names(found))
    return _ledger(found, environ)


def _settings(
    found: dict[str, Found], environ: Mapping[str, str], names: tuple[str, ...]
) -> Settings:
    house = _Reader(found, "")
    return Settings(
        accounts=tuple(_account(_Reader(found, name), name, environ) for name in names),
        ledger=_ledger(found, environ),
        private_hosts=house.items("PRIVATE_HOSTS"),
        web_ca_file=house.file("WEB_CA_FILE"),
        poll=house.number("POLL", 15, 1, 24 * 60),
        report_day=house.number("REPORT_DAY", 1, 1, 28),
        report_to=house.text("REPORT_TO"),
        timezone=house.checked("TIMEZONE", _local_zone(environ), _zone),
        country=house.checked("COUNTRY", "", _country),
        language=house.choice("LANGUAGE", "en", ("en", "de")),
        found=tuple(found[key] for key in sorted(found)),
    )


def _account(read: "_Reader", name: str, environ: Mapping[str, str]) -> Account:
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
    )


def _login(read: "_Reader", user: str, auth: Auth, held: Secret) -> Login:
    return Login(user=user, auth=auth, secret=held.reveal, named=held.key)


def _endpoint(read: "_Reader", service: str, host: str) -> Endpoint:
    return Endpoint(
        host=host,
        port=read.number(f"{service}_PORT", 0, 0, 65535),
        security=Security(read.choice(f"{service}_SECURITY", "tls", tuple(Security))),
        ca_file=read.file(f"{service}_CA_FILE"),
    )


def _owner(read: "_Reader", user: str) -> Owner:
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


class _Reader:
    """Looks settings up for one account (``GUARD_HOME_X``, else ``GUARD_X``) and checks their form."""

    def __init__(self, found: dict[str, Found], account: str) -> None:
        self.found = found
        self.account = account

    def get(self, name: str) -> Found | None:
        for key in self.keys(name):
            if key in self.found:
                return self.found[key]
        return None

    def keys(self, name: str) -> tuple[str, ...]:
        named = (f"{PREFIX}{self.account.upper()}_{name}",) if self.account else ()
        return (*named, PREFIX + name)

    def key(self, name: str) -> str:
        """The key to name in an error: as found, else the plain one."""
        found = self.get(name)
        return found.key if found else PREFIX + name

    def text(self, name: str, default: str = "") -> str:
        found = self.get(name)
        return found.text.strip() if found and found.text.strip() else default

    def items(self, name: str) -> tuple[str, ...]:
        return tuple(item.strip() for item in self.text(name).split(",") if item.strip())

    def number(self, name: str, default: int, least: int, most: int) -> int:
        text = self.text(name)
        if not text:
            return default
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise self.wrong(name, f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        text = self.text(name, default).lower()
        if text not in allowed:
            near = difflib.get_close_matches(text, allowed, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise self.wrong(name, f"{text!r} is none of {', '.join(allowed)}{hint}")
        return text

    def checked(self, name: str, default: str, check: Callable[[str], str]) -> str:
        text = self.text(name, default)
        try:
            return check(text)
        except ValueError as error:
            raise self.wrong(name, str(error)) from error

    def file(self, name: str) -> Path | None:
        text = self.text(name)
        if not text:
            return None
        path = Path(text).expanduser()
        if not path.is_file():
            raise self.wrong(name, f"there is no file {text}")
        return path

    def secret(self, name: str, environ: Mapping[str, str]) -> Secret:
        for prefix in self.keys(name):
            twins = [
                prefix + twin for twin in ("", "_FILE", "_COMMAND") if prefix + twin in self.found
            ]
            if len(twins) > 1:
                raise SettingsError(f"{' and '.join(twins)} are both set; keep one of them")
            if twins:
                found = self.found[twins[0]]
                return Secret(found.key, found.text, environ.get("CREDENTIALS_DIRECTORY", ""))
        raise SettingsError(
            f"{PREFIX}{name} is not set: give the password there, or in a file named by "
            f"{PREFIX}{name}_FILE, or by a command in {PREFIX}{name}_COMMAND"
        )

    def wrong(self, name: str, says: str) -> SettingsError:
        found = self.get(name)
        where = f" ({found.where})" if found else ""
        return SettingsError(f"{self.key(name)}{where}: {says}")


def _gather(environ: Mapping[str, str], env_file: Path | None) -> dict[str, Found]:
    found = {item.key: item for item in _from_file(_env_path(environ, env_file))}
    for key, text in environ.items():
        if key.startswith(PREFIX):
            found[key] = Found(key, text, "environment")
    return found


def _env_path(environ: Mapping[str, str], env_file: Path | None) -> Path | None:
    if env_file is not None:
        if not env_file.is_file():
            raise SettingsError(f"--env-file {env_file}: there is no such file")
        return env_file
    home = Path(environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    candidates = (home / "inbox-guard" / ".env", Path("/etc/inbox-guard/.env"))
    return next((path for path in candidates if path.is_file()), None)


def _from_file(path: Path | None) -> list[Found]:
    if path is None:
        return []
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    found = []
    for binding in parse_stream(io.StringIO(text)):
        leading = len(binding.original.string) - len(binding.original.string.lstrip("\n"))
        where = f"{path} line {binding.original.line + leading}"
        if binding.error:
            raise SettingsError(f"{where}: this line is not KEY=value")
        if binding.key is None:
            continue
        if binding.key.startswith(PREFIX):
            found.append(Found(binding.key, binding.value or "", where))
    if any(item.key.endswith("_PASSWORD") and item.text for item in found):
        refuse_if_shared(path)
    return found


def refuse_if_shared(path: Path) -> None:
    """Refuse a file with a secret in it that others may read."""
    if path.stat().st_mode & 0o077:
        raise SettingsError(
            f"{path} holds a password and others may read it; run: chmod 600 {path}"
        )


def _account_names(found: dict[str, Found]) -> tuple[str, ...]:
    names = _Reader(found, "").items("ACCOUNTS")
    for name in names:
        if not name.replace("-", "").isalnum() or not name.isascii() or "-" in name:
            raise SettingsError(f"GUARD_ACCOUNTS: {name!r} may hold letters and digits only")
    if len({name.upper() for name in names}) != len(names):
        raise SettingsError("GUARD_ACCOUNTS names an account twice")
    return names or ("main",)


def _refuse_unknown(found: dict[str, Found], names: tuple[str, ...]) -> None:
    known = {PREFIX + name for name in (*PER_ACCOUNT, *HOUSEHOLD)}
    known |= {f"{PREFIX}{account.upper()}_{name}" for account in names for name in PER_ACCOUNT}
    for item in found.values():
        if item.key not in known:
            near = difflib.get_close_matches(item.key, sorted(known), 1, 0.6)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise SettingsError(f"{item.key} ({item.where}) is no setting of inbox-guard{hint}")


def _ledger(found: dict[str, Found], environ: Mapping[str, str]) -> str:
    given = _Reader(found, "").text("LEDGER")
    if given:
        return given if "://" in given else str(Path(given).expanduser())
    state = environ.get("STATE_DIRECTORY", "").split(":")[0]
    folder = Path(state) if state else Path(platformdirs.user_state_dir("inbox-guard"))
    return str(folder / "ledger.sqlite")


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


def environment() -> Mapping[str, str]:
    """The process's environment: the only place that reads it."""
    return dict(os.environ)
