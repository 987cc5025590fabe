"""Several senders at once: real requests to real servers, the real ledger; nobody twice, nobody lost."""

import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest

from inbox_guard.core.vocabulary import Outcome
from inbox_guard.errors import Unreachable
from inbox_guard.jobs.abreast import MOST, Task, abreast
from inbox_guard.jobs.act import Acted
from inbox_guard.jobs.cleanup import Wish, carry_out, planned
from inbox_guard.jobs.household import Doors
from inbox_guard.web.client import GuardedWeb
from inbox_guard.web.guard import Guard
from inbox_guard.web.turns import Turns
from tests.jobs.scene import NOW, Scene
from tests.letters import newsletter
from tests.servers.https import Connection, WebServer, loopback, reply

PATIENCE = 30  # seconds until a server that waits in vain lets a test fail


@dataclass
class Street:
    """Many senders on one real server, each under a name of its own, and an owner who wants to leave."""

    scene: Scene
    server: WebServer
    counting: threading.Lock = field(default_factory=threading.Lock)
    inside: Counter[str] = field(default_factory=Counter)
    most: Counter[str] = field(default_factory=Counter)

    def mail(self, *hosts: str) -> None:
        """A newsletter of as many senders, whose ways out lead to these hosts."""
        for number, host in enumerate(hosts):
            url = self.server.url(host, f"/u/{number}")
            letter = newsletter(f"Lamps <news@lamps{number}.test>", NOW, way_out=f"<{url}>")
            self.scene.mailbox.deliver("INBOX", letter, NOW)

    def entered(self, host: str) -> None:
        with self.counting:
            for where in (host, "all"):
                self.inside[where] += 1
                self.most[where] = max(self.most[where], self.inside[where])

    def left(self, host: str) -> None:
        with self.counting:
            self.inside.subtract((host, "all"))

    @property
    def doors(self) -> Doors:
        guard = Guard((".test",), loopback)
        web = GuardedWeb(guard, self.server.ca_file, turns=Turns(pause=(0, 0)))
        return replace(self.scene.doors, web=web)

    def clean(self) -> Acted:
        wish = Wish(limit=1000)
        return carry_out(
            planned(self.scene.rules, self.doors, wish), self.scene.rules, self.doors, wish
        )

    def requests(self) -> Counter[str]:
        return Counter(request.target for request in self.server.received)

    def outcomes(self) -> Counter[str]:
        rows = self.scene.ledger.senders(["main"], 365, "", self.scene.now)
        return Counter(row.attempt.outcome.value if row.attempt else "none" for row in rows)


@pytest.fixture
def street(scene: Scene) -> Iterator[Street]:
    with WebServer() as server:
        yield Street(scene, server)


def hosts(count: int) -> list[str]:
    return [f"s{number}.test" for number in range(count)]


def test_sixteen_hosts_are_asked_at_once_and_no_more(street: Street) -> None:
    together = threading.Barrier(MOST)

    def answer(connection: Connection) -> None:
        street.entered(connection.request.host)
        together.wait(PATIENCE)  # an answer comes only once sixteen have asked
        street.left(connection.request.host)
        reply(200)(connection)

    street.server.on("*", answer)
    street.mail(*hosts(3 * MOST))
    acted = street.clean()
    assert [result.outcome for _, result in acted.results] == [Outcome.ACCEPTED] * 3 * MOST
    assert street.most["all"] == MOST
    assert set(street.requests().values()) == {1}


def test_senders_at_one_host_are_asked_one_after_the_other(street: Street) -> None:
    others_done = threading.Semaphore(0)

    def busy_host(connection: Connection) -> None:
        street.entered("esp.test")
        for _ in range(5):  # the first answers only after all the others' servers have
            others_done.acquire(timeout=PATIENCE)
        others_done.release(5)
        street.left("esp.test")
        reply(200)(connection)

    def other(connection: Connection) -> None:
        reply(200)(connection)
        others_done.release()

    street.server.on("*", other)
    for number in range(6):
        street.server.on(f"esp.test/u/{number}", busy_host)
    street.mail(*["esp.test"] * 6, *hosts(5))
    street.clean()
    assert street.most["esp.test"] == 1
    assert street.outcomes() == {"accepted": 11}
    assert set(street.requests().values()) == {1}


def test_results_stand_in_the_order_of_senders_whoever_answers_first(street: Street) -> None:
    last_answered = threading.Event()

    def slow(connection: Connection) -> None:
        last_answered.wait(PATIENCE)
        reply(200)(connection)

    def last(connection: Connection) -> None:
        reply(200)(connection)
        last_answered.set()

    street.server.on("*", slow)
    street.server.on("s4.test/u/4", last)
    street.mail(*hosts(5))
    acted = street.clean()
    numbers = [number for number, _ in acted.results]
    assert len(numbers) == 5
    assert numbers == sorted(numbers)


def test_asked_to_stop_it_begins_no_more_and_records_what_is_under_way(street: Street) -> None:
    under_way = threading.Barrier(MOST)

    def answer(connection: Connection) -> None:
        if not street.scene.stop:
            under_way.wait(PATIENCE)
            street.scene.stop = True
        reply(200)(connection)

    street.server.on("*", answer)
    street.mail(*hosts(40))
    street.scene.plan()
    acted = street.clean()
    assert acted.interrupted
    assert len(acted.results) == len(street.server.received) == MOST
    assert street.scene.ledger.doubtful("main") == ()

    street.scene.stop = False
    street.server.on("*", reply(200))
    street.clean()
    street.clean()
    assert street.outcomes() == {"accepted": 40}
    assert street.requests() == Counter({f"/u/{number}": 1 for number in range(40)})


def test_what_was_under_way_is_recorded_when_the_mailbox_breaks(street: Street) -> None:
    street.server.on("*", reply(200))
    street.mail(*hosts(3))

    class Breaking:
        """The mailbox of the scene, whose third whole message never comes."""

        def __init__(self) -> None:
            self.fetched = 0

        def __getattr__(self, name: str) -> object:
            return getattr(street.scene.mailbox, name)

        def whole(self, *asked: object) -> object:
            self.fetched += 1
            if self.fetched > 2:
                raise Unreachable("the line broke")
            return street.scene.mailbox.whole(*asked)  # type: ignore[arg-type]

    wish = Wish()
    found = planned(street.scene.rules, street.doors, wish)
    broken = replace(street.doors, mailbox=Breaking())  # type: ignore[arg-type]
    with pytest.raises(Unreachable):
        carry_out(found, street.scene.rules, broken, wish)
    assert street.outcomes() == {"accepted": 2, "none": 1}
    assert street.scene.ledger.doubtful("main") == ()


def test_an_error_in_one_task_is_raised_when_the_others_have_ended() -> None:
    began, failed = threading.Event(), threading.Event()
    ended: list[str] = []

    def fails() -> int:
        began.wait(PATIENCE)
        failed.set()
        raise Unreachable("no")

    def goes_on() -> int:
        began.set()
        failed.wait(PATIENCE)
        ended.append("b")
        return 2

    with pytest.raises(Unreachable):
        abreast([Task("a", fails), Task("b", goes_on)], lambda: False, lambda: None)
    assert ended == ["b"]


def test_tasks_that_wait_for_their_lane_hold_only_so_much_memory() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[Task[int]]:
        for number in range(20):
            taken.append(number)
            yield Task("one lane", lambda: len(taken), octets=10 * 1024 * 1024)

    counts = abreast(tasks(), lambda: False, lambda: None)
    assert len(counts) == 20
    assert all(count <= number + 6 for number, count in enumerate(counts))


def test_progress_is_told_once_a_task() -> None:
    told: list[int] = []
    done = abreast(
        [Task(f"lane {n % 3}", lambda n=n: n) for n in range(50)],  # type: ignore[misc]
        lambda: False,
        lambda: told.append(1),
    )
    assert done == list(range(50))
    assert len(told) == 50
