"""Many senders that take their time to answer: how long it takes to leave them all, and whether all is safe.

    python -m benchmarks.rate [SENDERS] [SECONDS]

Starts a Dovecot and an HTTPS server on loopback; each sender has a host name of its own and answers after
SECONDS. Default: 1000 senders, 1 second. The product runs in a process of its own: once to the end, once with
Ctrl-C and once with kill -9 in the middle, each time followed by runs that go on. Ideal: 16 at a time, and
nothing else takes any time.
"""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inbox_guard import app as house
from inbox_guard.cli.front import interruptible
from inbox_guard.config import load
from inbox_guard.jobs.abreast import MOST
from inbox_guard.jobs.cleanup import Wish, carry_out, planned
from tests.household import PROJECT, Household, days_ago
from tests.letters import newsletter, sent
from tests.servers.dovecot import Dovecot
from tests.servers.https import Connection, WebServer, loopback, reply

CLEAN = "--clean"
"""Given to the process that is measured."""


@dataclass
class Street:
    """Senders who answer slowly, and an owner who wants to leave them all."""

    house: Household
    senders: int

    def prepare(self, seconds: float) -> None:
        """Two years of the owner's own mail, then a newsletter of every sender."""

        def answer(connection: Connection) -> None:
            connection.pause(seconds)
            reply(200)(connection)

        self.house.web.on("*", answer)
        long_ago = days_ago(800)
        self.house.deliver((sent("friend@friend.test", "Tea?", long_ago), long_ago), folder="Sent")
        letters = []
        for number in range(self.senders):
            url = self.house.web.url(f"s{number}.test", f"/u/{number}")
            letter = newsletter(f"L <news@lamps{number}.test>", days_ago(3), way_out=f"<{url}>")
            letters.append((letter, days_ago(3)))
        self.house.deliver(*letters)
        self.make_certificates()

    def make_certificates(self) -> None:
        """The server makes one for each name as it is first asked for: that is not what is measured."""
        context = ssl.create_default_context(cafile=self.house.web.ca_file)
        for number in range(self.senders):
            with (
                socket.create_connection(("127.0.0.1", self.house.web.port)) as line,
                context.wrap_socket(line, server_hostname=f"s{number}.test"),
            ):
                pass

    def begin(self) -> subprocess.Popen[str]:
        """``cleanup --yes``, with names that are all on loopback."""
        more = {"GUARD_PRIVATE_HOSTS": ".test", "PYTHONPATH": str(PROJECT)}
        return subprocess.Popen(
            [sys.executable, "-m", "benchmarks.rate", CLEAN, str(self.senders)],
            env=self.house.settings() | more,
            cwd=self.house.folder,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self) -> dict[str, Any]:
        """Run it to its end; returns what it told."""
        out, _ = self.begin().communicate()
        told: dict[str, Any] = json.loads(out)
        return told

    def broken_off(self, number: signal.Signals) -> int:
        """Run it, and signal it when half of the senders were asked; returns how many were by its end."""
        process = self.begin()
        while len(self.house.web.received) < self.senders // 2:
            if process.poll() is not None:
                raise RuntimeError("it ended before half of the senders were asked")
            time.sleep(0.05)
        process.send_signal(number)
        process.communicate()
        return len(self.house.web.received)

    def wrong(self, told: dict[str, Any], doubtful: int) -> tuple[int, int]:
        """How many were asked twice, and how many were lost: neither accepted nor told to be in doubt."""
        asked = Counter(request.target for request in self.house.web.received)
        twice = sum(count > 1 for count in asked.values())
        outcomes: dict[str, int] = told["outcomes"]
        known = outcomes.get("accepted", 0) + min(outcomes.get("unknown", 0), doubtful)
        return twice, self.senders - known


def clean(senders: int) -> None:
    """What is measured: read, plan, act; told as JSON."""
    settings = load(os.environ, None)
    (account,) = settings.accounts
    with interruptible() as stopping:
        world = house.World(resolve=loopback, stopping=stopping)
        rules, wish = house.rules(settings, account), Wish(limit=senders)
        with (
            house.ledger(settings, world) as held,
            house.doors(settings, account, held, world) as doors,
        ):
            found = planned(rules, doors, wish)
            began, worked = time.monotonic(), time.process_time()
            carry_out(found, rules, doors, wish)
            seconds, worked = time.monotonic() - began, time.process_time() - worked
            rows = held.senders([account.name], account.reach, "", world.clock())
            ended = Counter(
                row.attempt.outcome.value if row.attempt else "none"
                for row in rows
                if row.history.speaker.organisation.startswith("lamps")
            )
    print(json.dumps({"seconds": seconds, "worked": worked, "outcomes": ended}))


def main() -> None:
    if sys.argv[1:2] == [CLEAN]:
        clean(int(sys.argv[2]))
        return
    senders = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    ideal = seconds * -(-senders // MOST)
    failures = 0
    print(f"{senders} senders, each answers after {seconds} s; ideal: {ideal:.1f} s")
    with Dovecot() as dovecot:
        for how in (None, signal.SIGINT, signal.SIGKILL):
            with WebServer() as web, tempfile.TemporaryDirectory() as folder:
                street = Street(Household(dovecot, web, Path(folder)), senders)
                street.prepare(seconds)
                asked = street.broken_off(how) if how else 0
                told = street.run()
                if how:
                    told = street.run()  # once more: what is settled stays so
                twice, lost = street.wrong(told, MOST if how is signal.SIGKILL else 0)
            name = f"{how.name} after {asked}, then to the end" if how else "to the end"
            ratio = "" if how else f"{told['seconds']:.1f} s, {told['seconds'] / ideal:.3f} x ideal"
            ratio += "" if how else f", {told['worked']:.1f} s of them at work"
            print(f"{name:36} twice {twice}, lost {lost}, {told['outcomes']} {ratio}", flush=True)
            failures += twice + lost
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
