"""`inbox-guard demo`: the whole job on a mailbox and senders that live on loopback for some seconds."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from inbox_guard.demo.extra import require_extra


def run_demo(say: Callable[[str], None], now: datetime, folder: Path | None) -> Path:
    """Tell the story line by line through `say`; return the report's absolute path, its last line.

    The report lies in `folder` (made if missing), or in a new temporary one; nothing else is left.
    Raises `SettingsError` when the `demo` extra is not installed.
    """
    require_extra()
    # Only now: these need the extra, and the front door imports this package at every start.
    from inbox_guard.demo.house import open_house  # noqa: PLC0415
    from inbox_guard.demo.run import play  # noqa: PLC0415

    if folder is None:
        folder = Path(tempfile.mkdtemp(prefix="inbox-guard-report-"))
    folder.mkdir(parents=True, exist_ok=True)
    return play(say, now, folder, open_house)
