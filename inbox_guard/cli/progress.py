"""Progress on a terminal: a bar on stderr, only where somebody looks."""

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)


class Bar:
    """A bar with how many are done and how long it may still take."""

    def __init__(self) -> None:
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def begin(self, what: str, total: int) -> None:
        """Show a new bar; nothing to do shows none."""
        self.end()
        if total <= 0:
            return
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task(what, total=total)
        self._progress.start()

    def advance(self, units: int) -> None:
        """Move it on."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task, units)

    def end(self) -> None:
        """Take it away."""
        if self._progress is not None:
            self._progress.stop()
        self._progress = self._task = None
