"""A real PostgreSQL of its own, on a unix socket in a folder of its own, gone at the end."""

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from typing import Self

PROGRAMS = Path("/usr/lib/postgresql")


class Postgres:
    """A throw-away cluster; each `database()` is a new and empty one."""

    def __init__(self) -> None:
        self._bin = _newest_programs()
        self._folder = Path(tempfile.mkdtemp(prefix="ig-postgres-", dir="/tmp"))
        # initdb refuses to run as root, and rightly.
        self._user = _account("postgres", "nobody") if os.geteuid() == 0 else None
        self._names = count(1)
        if self._user is not None:
            os.chown(self._folder, self._user.pw_uid, self._user.pw_gid)
        atexit.register(self.stop)
        self._data = self._folder / "data"
        self._run(
            "initdb", f"--pgdata={self._data}", "--auth=trust", "--username=owner", "--encoding=UTF8",
            "--locale=C", "--no-sync", "--no-instructions",
        )  # fmt: skip
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def database(self) -> str:
        """Make an empty database; returns its SQLAlchemy URL."""
        name = f"ledger{next(self._names)}"
        self._run("createdb", f"--host={self._folder}", "--username=owner", name)
        return f"postgresql+psycopg://owner@/{name}?host={self._folder}"

    def restart(self) -> None:
        """Stop at once, as in a crash of the server, and start again."""
        self._halt()
        self._start()

    def stop(self) -> None:
        """Stop the server and remove the folder; may be called twice."""
        atexit.unregister(self.stop)
        if (self._data / "postmaster.pid").exists():
            self._halt()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self) -> None:
        options = f"-k {self._folder} -h '' -c shared_buffers=16MB -c fsync=off"
        self._run(
            "pg_ctl", f"--pgdata={self._data}", f"--log={self._folder}/log",
            f"--options={options}", "--wait", "start",
        )  # fmt: skip

    def _halt(self) -> None:
        self._run("pg_ctl", f"--pgdata={self._data}", "--mode=immediate", "--wait", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        user = self._user
        # Output goes to a file: a pipe would be inherited by the server and never end.
        with (self._folder / "output").open("w+") as output:
            done = subprocess.run(
                [self._bin / program, *arguments],
                cwd=self._folder,
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                user=user.pw_uid if user else None,
                group=user.pw_gid if user else None,
                extra_groups=[] if user else None,
                timeout=60,
                check=False,
            )
            if done.returncode:
                output.seek(0)
                raise RuntimeError(f"{program} ended with {done.returncode}: {output.read()}")


def _newest_programs() -> Path:
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise RuntimeError("these tests need a real PostgreSQL: apt-get install postgresql")
    return found[-1].parent


def _account(*names: str) -> pwd.struct_passwd:
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in names if name in known)
