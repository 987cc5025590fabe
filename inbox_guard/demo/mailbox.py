"""Robin's mail server: pymap in a thread of this process, on loopback, gone when the demo ends.

Comes in: rendered messages. Goes out: a port and a login that any IMAP client can use. All mail
lives in memory. IMAP4rev1 (RFC 3501), UIDPLUS (RFC 4315), MOVE (RFC 6851), IDLE (RFC 2177).
"""

import asyncio
import secrets
import socket
from argparse import Namespace
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Self

from imapclient import IMAPClient
from proxyprotocol.sock import SocketInfoLocal
from pymap.backend.dict import Config, Login
from pymap.concurrent import Subsystem
from pymap.imap import IMAPServer
from pymap.user import UserMetadata
from pysasl.hashing import Cleartext

from inbox_guard.demo.loopback import HOST, LoopbackServer

USER = "robin"
FOLDERS = ("Sent", "Archive", "Junk", "Drafts", "Trash")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message on its way into a folder. `arrived` (aware) becomes its INTERNALDATE."""

    folder: str
    arrived: datetime
    raw: bytes


class DemoMailbox:
    """A running IMAP server with one user, to be used in a `with`."""

    def __init__(self) -> None:
        self.user = USER
        self.password = secrets.token_urlsafe(18)
        self._server = LoopbackServer("demo-imap", self._listen)

    @property
    def port(self) -> int:
        """Where it listens; plain IMAP, loopback only."""
        return self._server.port

    def __enter__(self) -> Self:
        """Listen on a free port and make the folders."""
        self._server.start()
        try:
            with self._client() as client:
                for folder in FOLDERS:
                    client.create_folder(folder)
        except BaseException:
            self._server.stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hang up on every client and end the thread."""
        self._server.stop()

    def deliver(self, deliveries: Iterable[Delivery]) -> int:
        """Append messages in the order given; returns how many."""
        delivered = 0
        with self._client() as client:
            for mail in deliveries:
                client.append(mail.folder, mail.raw, msg_time=mail.arrived)
                delivered += 1
        return delivered

    def _client(self) -> IMAPClient:
        client = IMAPClient(HOST, self.port, ssl=False, timeout=10)
        # imapclient sends a literal and its CRLF apart; Nagle would hold the second one for 40 ms.
        client.socket().setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client.login(self.user, self.password)
        return client

    async def _listen(self) -> asyncio.Server:
        config = _config(self.user, self.password)
        config.apply_context()
        login = Login(config)
        owner = UserMetadata(config, self.user, password=self.password)
        await login.demo_user_identity.set(owner)
        imap = IMAPServer(login, config)

        async def greet(reader: StreamReader, writer: StreamWriter) -> None:
            await imap(reader, writer, SocketInfoLocal(writer, unique_id=b"", dnsbl=None))

        return await asyncio.start_server(greet, host=HOST, port=0)


class _Config(Config):
    """pymap's settings, kept away from the network."""

    @property
    def greeting(self) -> bytes:
        """The first line; pymap's own would ask DNS for the name of this machine."""
        return b"Robin's mailbox is ready"


def _config(user: str, password: str) -> _Config:
    return _Config(
        Namespace(passlib_cfg=None, proxy_protocol=None),
        host=HOST,
        port=0,
        demo_data=False,
        demo_user=user,
        demo_password=password,
        tls_enabled=False,
        # Without this pymap starts a thread pool that nobody shuts down.
        cpu_subsystem=Subsystem.for_asyncio(),
        # A password that lives for seconds inside this process needs no slow hash.
        hash_context=Cleartext(),
    )
