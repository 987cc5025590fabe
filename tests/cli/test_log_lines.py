"""S26: one event is one line of the log, and nothing in it speaks to a terminal or a journal."""

import json
import subprocess
import sys
from pathlib import Path

from tests.cli.test_voice import PAYLOADS
from tests.report.hostile import CSV, TERMINAL

ROOT = Path(__file__).parent.parent.parent
LOGS = """
import json, logging, sys
from inbox_guard.cli.front import log_to_stderr
log_to_stderr(quiet=False, verbose=True)
for payload in json.load(sys.stdin):
    logging.getLogger("inbox_guard.web.client").warning("refused host=%s rule=%s", payload, "x")
    try:
        raise ValueError(payload)
    except ValueError:
        logging.getLogger("inbox_guard.daemon").exception("a job failed: %s", payload)
"""


def test_a_log_line_is_one_visible_line_whatever_a_stranger_wrote() -> None:
    payloads = [*PAYLOADS.values(), *TERMINAL.values(), *CSV.values()]
    assert len(payloads) > 30
    ran = subprocess.run(
        [sys.executable, "-c", LOGS],
        cwd=ROOT,
        input=json.dumps(payloads).encode(),
        capture_output=True,
        check=True,
    )
    lines = ran.stderr.decode().split("\n")[:-1]
    assert len(lines) == 2 * len(payloads)
    assert [line for line in lines if not line.isprintable()] == []
