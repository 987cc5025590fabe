"""Runs inbox-guard and writes down every connection and every look-up that it makes.

    python -m benchmarks.recorded LOG -- COMMAND ...

Python's audit events see all of it: sockets, DNS of the standard library and of dnspython alike.
"""

import sys
from typing import Any

EVENTS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}


def main() -> None:
    log, _, *arguments = sys.argv[1:]
    lines = open(log, "a", buffering=1, encoding="utf-8")  # noqa: SIM115 — lives as long as we do

    def write_down(event: str, args: tuple[Any, ...]) -> None:
        if event in EVENTS:
            what = [str(arg) for arg in args if not hasattr(arg, "fileno")]
            lines.write(f"{arguments[0]}\t{event}\t{' '.join(what)}\n")

    sys.addaudithook(write_down)
    from inbox_guard.cli.main import main as guard  # noqa: PLC0415 — only after the hook stands

    guard(arguments)


if __name__ == "__main__":
    main()
