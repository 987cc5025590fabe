"""kill -9 at every named point, many times, and a table of what was left behind.

    python -m benchmarks.kills [TIMES]

Starts its own Dovecot and HTTPS server on loopback. TIMES a point, default 20.
"""

import sys
import tempfile
from pathlib import Path

from tests.crash.killer import POINTS
from tests.crash.scene import SENDERS, Scene, verdict_on
from tests.household import Household
from tests.servers.dovecot import Dovecot
from tests.servers.https import WebServer


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    print(f"{'point':34} {'kills':>5} {'sent twice or lost':>18}  in doubt, as shown")
    failures = 0
    with Dovecot() as dovecot:
        for point in POINTS:
            wrong: list[str] = []
            doubtful = 0
            for round_ in range(times):
                nth = 1 if point.startswith(("F1", "F2")) else round_ % SENDERS + 1
                with WebServer() as web, tempfile.TemporaryDirectory() as folder:
                    scene = Scene(Household(dovecot, web, Path(folder)))
                    scene.prepare()
                    if not scene.killed(point, nth):
                        wrong.append("was not killed")
                        continue
                    scene.go_on()
                    wrong += verdict_on(scene, point)
                    doubtful += scene.outcomes()["unknown"]
            failures += len(wrong)
            print(f"{point:34} {times:5} {len(wrong):18}  {doubtful}", flush=True)
            for line in wrong:
                print(f"    {line}")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
