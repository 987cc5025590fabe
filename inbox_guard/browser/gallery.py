"""Pictures of the last pages: evidence, readable by the owner alone, bounded in size and number."""

import logging
import os
import re
from pathlib import Path

log = logging.getLogger(__name__)

MOST_PICTURES = 200
MOST_OCTETS = 1_048_576


class Gallery:
    """A folder (mode 0700) of pictures (mode 0600); the oldest go when there are too many."""

    def __init__(self, folder: Path) -> None:
        """Touch nothing yet."""
        self._folder = folder

    def path(self, name: str) -> Path:
        """Where the picture of that name is, or would be."""
        return self._folder / f"{re.sub(r'[^A-Za-z0-9-]', '-', name)[:80]}.jpg"

    def keep(self, name: str, picture: bytes) -> None:
        """Keep a picture; what cannot be kept is said in the log, and stops nothing."""
        if not picture or len(picture) > MOST_OCTETS:
            return
        path = self.path(name)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(picture)
            self._thin_out()
        except OSError as error:
            log.warning("the picture could not be kept path=%s error=%s", path, error)

    def _thin_out(self) -> None:
        kept = sorted(self._folder.glob("*.jpg"), key=lambda one: one.stat().st_mtime_ns)
        for path in kept[:-MOST_PICTURES]:
            path.unlink(missing_ok=True)
