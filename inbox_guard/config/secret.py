"""A secret: in a setting, a file (``_FILE``) or a command's first line (``_COMMAND``), read when it is needed."""

import os
import shlex
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from inbox_guard.errors import SettingsError

SECONDS_FOR_A_COMMAND = 60.0


@dataclass(frozen=True, slots=True)
class Secret:
    """Knows where a secret is and which setting names it; never shows it.

    `text` is the secret, the file's path or the command, as `key` ends; `credentials` is systemd's
    $CREDENTIALS_DIRECTORY.
    """

    key: str
    text: str = field(repr=False)
    credentials: str = ""

    def reveal(self) -> str:
        """Return the secret now; raises `SettingsError` naming the setting to mend."""
        if self.key.endswith("_FILE"):
            return self._from_file()
        if self.key.endswith("_COMMAND"):
            return self._from_command()
        return self.text

    def _from_file(self) -> str:
        path = Path(self.text).expanduser()
        try:
            mode = path.stat().st_mode
            first = path.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{self.key}: {path} cannot be read: {error}") from error
        # systemd and container run-times guard these folders themselves and show wider mode bits.
        kept = (self.credentials, "/run/secrets")
        if mode & 0o077 and not any(folder and path.is_relative_to(folder) for folder in kept):
            raise SettingsError(f"{self.key}: others may read {path}; run: chmod 600 {path}")
        if not first:
            raise SettingsError(f"{self.key}: the first line of {path} is empty")
        return first

    def _from_command(self) -> str:
        try:
            ran = subprocess.run(  # noqa: S603 — the owner's own command, no shell
                shlex.split(self.text),
                capture_output=True,
                timeout=SECONDS_FOR_A_COMMAND,
                check=False,
                env={key: value for key, value in os.environ.items() if "PASSWORD" not in key},
            )
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:
            raise SettingsError(f"{self.key}: the command did not run: {error}") from error
        first = ran.stdout.decode("utf-8", "replace").split("\n", 1)[0].rstrip("\r")
        if ran.returncode or not first:
            says = ran.stderr.decode("utf-8", "replace").strip().splitlines()
            hint = f": {says[-1]}" if says else ""
            raise SettingsError(
                f"{self.key}: the command gave no secret (exit status {ran.returncode}){hint}"
            )
        return first
