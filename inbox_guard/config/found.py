"""Where settings are found: the environment, else a `.env` file; each with the place it came from.

Order: environment, then ``--env-file``, else ``$XDG_CONFIG_HOME/inbox-guard/.env``, else
``/etc/inbox-guard/.env``; never the current folder. A file is read by python-dotenv without touching
the environment and without interpolation (a password may hold a ``$``).
"""

import difflib
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dotenv.parser import parse_stream

from inbox_guard.errors import SettingsError

PREFIX = "GUARD_"

SECRETS = ("IMAP_PASSWORD", "SMTP_PASSWORD")
PER_ACCOUNT = (
    *(f"IMAP_{what}" for what in ("HOST", "PORT", "SECURITY", "USER", "AUTH", "CA_FILE")),
    *(f"SMTP_{what}" for what in ("HOST", "PORT", "SECURITY", "USER", "CA_FILE")),
    *(name + twin for name in SECRETS for twin in ("", "_FILE", "_COMMAND")),
    *("ADDRESSES", "FOLDERS", "MODE", "REACH", "AUTHSERV_IDS", "MOVE_TO", "MAX_PER_RUN", "MIN_AGE"),
    "ORDER",
)
HOUSEHOLD = (
    *("ACCOUNTS", "LEDGER", "PRIVATE_HOSTS", "WEB_CA_FILE", "BROWSER", "POLL"),
    *("REPORT_DAY", "REPORT_TO", "TIMEZONE", "COUNTRY", "LANGUAGE"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """A setting as it was found: its full key, its text, and where (``environment`` or ``FILE line N``)."""

    key: str
    text: str
    where: str


def gather(environ: Mapping[str, str], env_file: Path | None) -> dict[str, Found]:
    """Return every setting of ours by its key; the environment outranks the file."""
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


def refuse_unknown(found: dict[str, Found], names: tuple[str, ...]) -> None:
    """Refuse a key that is none, with the nearest that is; `names` are the accounts."""
    known = {PREFIX + name for name in (*PER_ACCOUNT, *HOUSEHOLD)}
    known |= {f"{PREFIX}{account.upper()}_{name}" for account in names for name in PER_ACCOUNT}
    for item in found.values():
        if item.key not in known:
            longer = sorted(name for name in known if name.startswith(item.key))
            near = longer or difflib.get_close_matches(item.key, sorted(known), 1, 0.6)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise SettingsError(f"{item.key} ({item.where}) is no setting of inbox-guard{hint}")


def environment() -> Mapping[str, str]:
    """The process's environment: the only place that reads it."""
    return dict(os.environ)
