"""Weighs hostile documents, each in a process of its own: ``python -m tests.core.weighing FILE …``.

One line of JSON a document: seconds of processor time for reading it as an answer of the web and as the
HTML part of a mail (the best of three, for the machine does other things too), and the most memory that
the whole process ever held, interpreter and libraries included. lxml's own memory is in it, which
`tracemalloc` does not see.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from inbox_guard.core.body import body
from inbox_guard.core.exchange import Answer
from inbox_guard.core.page import SoFar, read

URL = "https://mail.lamps.example/p?t=1"
MAIL = b"Content-Type: text/html; charset=utf-8\r\n\r\n"


def main() -> None:
    _page("warm", b"<p>warm")
    body(MAIL + b"<p>warm")
    for path in map(Path, sys.argv[1:]):
        inside, outside = os.pipe()
        child = os.fork()
        if not child:
            os.close(inside)
            os.write(outside, json.dumps(_weighed(path.name, path.read_bytes())).encode())
            os._exit(0)
        os.close(outside)
        with os.fdopen(inside) as told:
            line = told.read()
        _, status = os.waitpid(child, 0)
        if status or not line:
            raise ChildProcessError(f"{path.name}: status {status}")
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _weighed(name: str, html: bytes) -> dict[str, object]:
    page = _best(lambda: _page(name, html))
    mail = _best(lambda: body(MAIL + html))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1_024
    return {"name": name, "octets": len(html), "page": page, "mail": mail, "held": held}


def _page(name: str, html: bytes) -> None:
    kind = "application/json" if name.startswith("json") else "text/html"
    read(Answer(200, (("content-type", kind),), html, URL), SoFar("a@b.example", 1))


def _best(work: Callable[[], object]) -> float:
    took = []
    for _ in range(3):
        began = time.process_time()
        work()
        took.append(time.process_time() - began)
        if took[-1] < 0.3:
            break
    return round(min(took), 3)


if __name__ == "__main__":
    main()
