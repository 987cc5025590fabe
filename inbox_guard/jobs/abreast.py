"""Several attempts at once, one in each lane: a lane is a host, or the owner's mail server.

Tasks are made one by one in the thread that asks (it alone talks to the mailbox) and done in threads of
their own, which end by themselves. The order of results is that of the tasks.
"""

import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, TypeVar

from inbox_guard.errors import InboxGuardError

MOST = 16
"""Tasks under way at one moment."""

_MOST_OCTETS_WAITING = 32 * 1024 * 1024

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Task(Generic[T]):
    """What to do, and in which lane; `octets` is about what it holds in memory until it is done."""

    lane: str
    work: Callable[[], T]
    octets: int = 0


def abreast(
    tasks: Iterable[Task[T]], stopping: Callable[[], bool], advance: Callable[[], None]
) -> list[T]:
    """Do the tasks, at most `MOST` at once and one in each lane; returns what came of them, in order.

    Once `stopping`, none begins any more and those under way are waited for. So they are when one of
    them, or the making of the next, raises; then that error is raised. `advance` is called as each
    ends, in the calling thread.
    """
    crew = _Crew[T](advance)
    try:
        crew.work_through(iter(tasks), stopping)
    finally:
        # At a second Ctrl-C nobody is waited for: what was under way is in doubt, and said to be.
        if not isinstance(sys.exception(), KeyboardInterrupt):
            crew.come_home()
    return crew.results()


@dataclass(frozen=True, slots=True)
class _Ended(Generic[T]):
    number: int
    lane: str
    result: list[T]
    error: BaseException | None


class _Crew(Generic[T]):
    """The tasks under way, by lane, and those that wait for theirs."""

    def __init__(self, advance: Callable[[], None]) -> None:
        self._advance = advance
        self._ended: SimpleQueue[_Ended[T]] = SimpleQueue()
        self._lanes: set[str] = set()
        self._waiting: list[tuple[int, Task[T]]] = []
        self._octets_waiting = 0
        self._results: dict[int, T] = {}
        self._error: BaseException | None = None
        self._count = 0

    def work_through(self, tasks: Iterator[Task[T]], stopping: Callable[[], bool]) -> None:
        more = True
        while not stopping() and self._error is None:
            while not self._ended.empty():
                self._collect()
            if self._begin_one():
                continue
            if more and self._wants_more():
                more = self._take_one(tasks)
            elif self._lanes:
                self._collect()
            else:
                return

    def come_home(self) -> None:
        """Wait for those under way."""
        while self._lanes:
            self._collect()

    def results(self) -> list[T]:
        if self._error is not None:
            raise self._error
        return [self._results[number] for number in sorted(self._results)]

    def _wants_more(self) -> bool:
        """Whether to make another task: some are kept ready, so that those that end together do not wait."""
        ready = sum(task.lane not in self._lanes for _, task in self._waiting)
        return ready < MOST and self._octets_waiting < _MOST_OCTETS_WAITING

    def _take_one(self, tasks: Iterator[Task[T]]) -> bool:
        """Let the next task wait for its lane; False when there is none."""
        following = next(tasks, None)
        if following is None:
            return False
        self._waiting.append((self._count, following))
        self._count += 1
        self._octets_waiting += following.octets
        return True

    def _begin_one(self) -> bool:
        """Begin the first task that waits and whose lane is free; False when there is none."""
        if len(self._lanes) >= MOST:
            return False
        for place, (number, task) in enumerate(self._waiting):
            if task.lane not in self._lanes:
                del self._waiting[place]
                self._octets_waiting -= task.octets
                self._lanes.add(task.lane)
                # A daemon: a second Ctrl-C ends the process without waiting for a slow sender.
                thread = threading.Thread(
                    target=self._work, args=(number, task), name=f"attempt {number}", daemon=True
                )
                thread.start()
                return True
        return False

    def _work(self, number: int, task: Task[T]) -> None:
        """Runs in a thread of its own. What no job expects ends the run, and is shown as it happened."""
        result: list[T] = []
        error: BaseException | None = None
        try:
            result.append(task.work())
        except InboxGuardError as expected:
            error = expected
        finally:
            self._ended.put(_Ended(number, task.lane, result, error or sys.exception()))

    def _collect(self) -> None:
        """Wait for one to end."""
        ended = self._ended.get()
        self._lanes.discard(ended.lane)
        self._advance()
        if ended.result:
            self._results[ended.number] = ended.result[0]
        else:
            self._error = self._error or ended.error
