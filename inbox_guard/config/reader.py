"""Reads single settings and checks their form: a number in its range, one of several words, a file."""

import difflib
from collections.abc import Callable, Mapping
from pathlib import Path

from inbox_guard.config.found import PREFIX, Found
from inbox_guard.config.secret import Secret
from inbox_guard.errors import SettingsError


class Reader:
    """Looks settings up for one account (``GUARD_HOME_X``, else ``GUARD_X``) and checks their form."""

    def __init__(self, found: dict[str, Found], account: str) -> None:
        self.found = found
        self.account = account

    def get(self, name: str) -> Found | None:
        """The setting as it was found: the account's own, else the one for all."""
        for key in self.keys(name):
            if key in self.found:
                return self.found[key]
        return None

    def keys(self, name: str) -> tuple[str, ...]:
        """Where a setting may stand, the strongest first."""
        named = (f"{PREFIX}{self.account.upper()}_{name}",) if self.account else ()
        return (*named, PREFIX + name)

    def key(self, name: str) -> str:
        """The key to name in an error: as found, else the plain one."""
        found = self.get(name)
        return found.key if found else PREFIX + name

    def text(self, name: str, default: str = "") -> str:
        """Any text; empty counts as not set."""
        found = self.get(name)
        return found.text.strip() if found and found.text.strip() else default

    def items(self, name: str) -> tuple[str, ...]:
        """Several texts between commas."""
        return tuple(item.strip() for item in self.text(name).split(",") if item.strip())

    def number(self, name: str, default: int, least: int, most: int) -> int:
        """A whole number within its range."""
        text = self.text(name)
        if not text:
            return default
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise self.wrong(name, f"{text!r} is not a whole number from {least} to {most}")
        return int(text)

    def choice(self, name: str, default: str, allowed: tuple[str, ...]) -> str:
        """One of several words."""
        text = self.text(name, default).lower()
        if text not in allowed:
            near = difflib.get_close_matches(text, allowed, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise self.wrong(name, f"{text!r} is none of {', '.join(allowed)}{hint}")
        return text

    def checked(self, name: str, default: str, check: Callable[[str], str]) -> str:
        """A text that `check` accepts; its `ValueError` becomes ours."""
        text = self.text(name, default)
        try:
            return check(text)
        except ValueError as error:
            raise self.wrong(name, str(error)) from error

    def file(self, name: str) -> Path | None:
        """A file that is there; None when not set."""
        text = self.text(name)
        if not text:
            return None
        path = Path(text).expanduser()
        if not path.is_file():
            raise self.wrong(name, f"there is no file {text}")
        return path

    def secret(self, name: str, environ: Mapping[str, str]) -> Secret:
        """A secret by itself, by its file or by its command; exactly one of them."""
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
        """The error that names a setting and its place."""
        found = self.get(name)
        where = f" ({found.where})" if found else ""
        return SettingsError(f"{self.key(name)}{where}: {says}")
