"""Becomes Chromium: ``python -I launch.py READ WRITE UID GID PROGRAM ARGUMENT…``. Imports nothing of ours.

A process of its own between us and Chromium, because what has to be done between fork and exec (two pipes to
the numbers 3 and 4, limits, another user) is not safe in a process with threads.
"""

import os
import resource
import sys

MOST_FILE = 256 * 1_048_576
MOST_SECONDS = 120


def main() -> None:
    """Replace this process by the program; with a UID that is not -1 as that user, without groups."""
    reading, writing, uid, gid = (int(word) for word in sys.argv[1:5])
    program = sys.argv[5:]
    # By way of high numbers: either pipe may already be number 3 or 4.
    spare = [os.dup2(end, number) for end, number in ((reading, 60), (writing, 61))]
    for end, number in zip(spare, (3, 4), strict=True):
        os.dup2(end, number)
        os.set_inheritable(number, True)
        os.close(end)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (MOST_FILE, MOST_FILE))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    os.umask(0o077)
    if uid != -1:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    os.execv(program[0], program)  # noqa: S606 — the whole point; there is no shell


if __name__ == "__main__":
    main()
