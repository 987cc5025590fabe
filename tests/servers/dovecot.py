"""A real Dovecot on loopback, in a folder of its own, run as an ordinary user, gone at the end."""

import atexit
import contextlib
import grp
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import Self

from imapclient import IMAPClient

from tests.servers.certificates import Authority

HOST = "127.0.0.1"
WITHOUT_MOVE = "127.0.0.2"
"""The same server, which here admits to UIDPLUS but not to MOVE."""
BARE = "127.0.0.3"
"""The same server, which here admits to IMAP4rev1 and nothing else."""


@dataclass(frozen=True)
class Credentials:
    """A user of the test server."""

    user: str
    password: str


class Dovecot:
    """Dovecot with IMAP (STARTTLS offered) on `port` and IMAPS on `port_tls`, trusting `ca_file`."""

    def __init__(self) -> None:
        program = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")
        if program is None:
            raise RuntimeError(
                "these tests need a real Dovecot: apt-get install dovecot-core dovecot-imapd"
            )
        self.host = HOST
        self.folder = Path(tempfile.mkdtemp(prefix="ig-dovecot-", dir="/tmp"))
        self.port, self.port_tls = _free_ports()
        self._authority = Authority(self.folder)
        self.ca_file = self._authority.ca_file
        self._account = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self._users: dict[str, Credentials] = {}
        self._write()
        self._process = self._launch(program)
        atexit.register(self.stop)
        self._wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the whole process group and remove the folder; may be called twice."""
        atexit.unregister(self.stop)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def add_user(self, name: str = "", *, password: str = "", **fields: str) -> Credentials:
        """Make a user; `fields` are Dovecot's userdb settings, dots in names written as ``__``."""
        name = name or f"user-{secrets.token_hex(6)}"
        made = Credentials(name, password or secrets.token_hex(8))
        extra = " ".join(f"userdb_{k.replace('__', '/')}={v}" for k, v in fields.items())
        # a file for each user, because Dovecot looks at a known one for changes only now and then
        line = f"{name}:{{PLAIN}}{made.password}::::::{extra}\n"
        (self.folder / "users" / name).write_text(line, encoding="utf-8")
        self._users[name] = made
        return made

    @contextlib.contextmanager
    def client(self, user: str):
        """A connection of the test's own, logged in."""
        with IMAPClient(HOST, self.port, ssl=False, timeout=10) as client:
            client.login(user, self._users[user].password)
            yield client

    def deliver(self, user: str, folder: str, *mails: tuple[bytes, datetime]) -> None:
        """Put messages into a folder, making it if missing; the date is the server's arrival date."""
        with self.client(user) as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            for start in range(0, len(mails), 100):
                client.multiappend(
                    folder,
                    [
                        {"msg": raw, "flags": (), "date": arrived}
                        for raw, arrived in mails[start : start + 100]
                    ],
                )

    def flags(self, user: str, folder: str) -> dict[int, frozenset[bytes]]:
        """The flags of every message, by UID (but for Recent, which is the session's)."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            got = client.fetch(client.search(), ["FLAGS"])
            return {uid: frozenset(row[b"FLAGS"]) - {b"\\Recent"} for uid, row in got.items()}

    def mark(self, user: str, folder: str, uids: list[int], *flags: bytes) -> None:
        """Set flags, as the owner's own program would."""
        with self.client(user) as client:
            client.select_folder(folder)
            client.add_flags(uids, list(flags))

    def renew(self, user: str, folder: str) -> None:
        """Delete a folder and make it again: another UIDVALIDITY, no messages."""
        with self.client(user) as client:
            before = client.folder_status(folder, ["UIDVALIDITY"])[b"UIDVALIDITY"]
            client.delete_folder(folder)
            client.create_folder(folder)
            after = client.folder_status(folder, ["UIDVALIDITY"])[b"UIDVALIDITY"]
            assert after != before, "Dovecot counts UIDVALIDITY up for each new mailbox"

    def log(self) -> str:
        """What Dovecot wrote into its log."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def _write(self) -> None:
        chain, key = self._authority.files(HOST, WITHOUT_MOVE, BARE, "localhost")
        (self.folder / "users").mkdir()
        group = grp.getgrgid(self._account.pw_gid).gr_name
        settings = _SETTINGS.format(
            folder=self.folder,
            hosts=f"{HOST}, {WITHOUT_MOVE}, {BARE}",
            without_move=WITHOUT_MOVE,
            bare=BARE,
            port=self.port,
            port_tls=self.port_tls,
            chain=chain,
            key=key,
            user=self._account.pw_name,
            group=group,
            uid=self._account.pw_uid,
            gid=self._account.pw_gid,
        )
        (self.folder / "conf").write_text(settings, encoding="ascii")
        self.folder.chmod(0o755)
        if os.geteuid() == 0:
            for path in (self.folder, *self.folder.iterdir()):
                os.chown(path, self._account.pw_uid, self._account.pw_gid)

    def _launch(self, program: str) -> subprocess.Popen[bytes]:
        root = os.geteuid() == 0
        return subprocess.Popen(
            [program, "-F", "-c", str(self.folder / "conf")],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd=self.folder,
            **(
                {
                    "user": self._account.pw_uid,
                    "group": self._account.pw_gid,
                    "extra_groups": [],
                }
                if root
                else {}
            ),
        )

    def _wait(self) -> None:
        never = Event()
        for _ in range(500):
            if self._process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                socket.create_connection((HOST, self.port_tls), 1).close()
                return
            never.wait(0.01)
        said = self.log() if (self.folder / "log").exists() else "nothing"
        self.stop()
        raise RuntimeError(f"Dovecot did not come up; its log says: {said}")


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind((HOST, 0))
        two.bind((HOST, 0))
        return one.getsockname()[1], two.getsockname()[1]


_SETTINGS = """\
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = {hosts}
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
mail_fsync = never
mail_max_userip_connections = 0
auth_cache_size = 0
auth_failure_delay = 0
auth_mechanisms = plain login
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{chain}
ssl_key = <{key}
mail_location = mdbox:~/mdbox
passdb {{
  driver = passwd-file
  args = {folder}/users/%u
}}
userdb {{
  driver = passwd-file
  args = {folder}/users/%u
  override_fields = uid={uid} gid={gid} home={folder}/mail/%u
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {port_tls}
    ssl = yes
  }}
}}
local {without_move} {{
  protocol imap {{
    imap_capability = IMAP4rev1 UIDPLUS NAMESPACE
  }}
}}
local {bare} {{
  protocol imap {{
    imap_capability = IMAP4rev1
  }}
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    special_use = \\Sent
    auto = subscribe
  }}
  mailbox Junk {{
    special_use = \\Junk
    auto = subscribe
  }}
  mailbox Drafts {{
    special_use = \\Drafts
    auto = subscribe
  }}
  mailbox Trash {{
    special_use = \\Trash
    auto = subscribe
  }}
  mailbox Archive {{
    special_use = \\Archive
    auto = subscribe
  }}
}}
"""
