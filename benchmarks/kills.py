"""kill -9 at every named point, many times, and a table of what was left behind.

    python -m benchmarks.kills [TIMES]

Once with senders of one host, who are asked one by one, and once with senders who are all asked at once.

Starts its own Dovecot and HTTPS server on loopback. TIMES a point, default 20.
"""

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.crash.killer import POINTS
from tests.crash.scene import SENDERS, Scene, verdict_on
from tests.household import Household
from tests.servers.dovecot import Dovecot
from tests.servers.https import WebServer


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    title = f"{'point':34} {'kills':>5} {'sent twice or lost':>18}  in doubt, as shown"
    failures = 0
    with Dovecot() as dovecot:
        for at_once in (False, True):
            print(f"{'all senders asked at once' if at_once else 'one by one'}\n{title}")
            for point in POINTS:
                failures += rounds(dovecot, point, times, at_once=at_once)
    sys.exit(bool(failures))


def rounds(dovecot: Dovecot, point: str, times: int, *, at_once: bool) -> int:
    """Kill so often at a point, and print a line; returns how much was wrong."""
    wrong: list[str] = []
    doubtful = 0
    for round_ in range(times):
        nth = 1 if point.startswith(("F1", "F2")) else round_ % SENDERS + 1
        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            web = stack.enter_context(WebServer())
            servers: tuple[WebServer, ...] = ()
            if at_once:
                more = [WebServer(authority=web.authority) for _ in range(SENDERS - 1)]
                servers = (web, *map(stack.enter_context, more))
            scene = Scene(Household(dovecot, web, Path(folder)), servers)
            scene.prepare()
            if not scene.killed(point, nth):
                wrong.append("was not killed")
                continue
            scene.go_on()
            wrong += verdict_on(scene, point)
            doubtful += scene.outcomes()["unknown"]
    print(f"{point:34} {times:5} {len(wrong):18}  {doubtful}", flush=True)
    for line in wrong:
        print(f"    {line}")
    return len(wrong)


if __name__ == "__main__":
    main()
