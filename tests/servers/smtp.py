"""An SMTP server on loopback that records every envelope and every octet, or fails in a chosen way."""

import asyncio
import base64
import ssl
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Self

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Taken:
    """One mail as it arrived: the envelope, its MAIL options, and the content as it came."""

    sender: str
    recipients: tuple[str, ...]
    options: tuple[str, ...]
    raw: bytes


class Sink:
    """Takes mail on `port`.

    `rcpt` and `data` are answers given instead of 250 at that stage; `hang_up_after_data` cuts the
    line when the content has arrived. With `tls` it speaks TLS from the start, with `starttls` on
    request. With `password` it judges logins; `logins` records what was tried.
    """

    def __init__(
        self,
        *,
        rcpt: str = "",
        data: str = "",
        hang_up_after_data: bool = False,
        tls: ssl.SSLContext | None = None,
        starttls: ssl.SSLContext | None = None,
        password: str = "",
        utf8: bool = True,
    ) -> None:
        self.taken: list[Taken] = []
        self.logins: list[tuple[str, str]] = []
        self.connections = 0
        self._rcpt, self._data, self._hang_up = rcpt, data, hang_up_after_data
        self._password, self._utf8, self._starttls = password, utf8, starttls
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._server: asyncio.Server | None = None
        self.host = HOST
        self.port = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._in_loop(self._open())
        return self

    def __exit__(self, *_: object) -> None:
        self._in_loop(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    def protocol(self) -> SMTP:
        """A protocol for one connection."""
        self.connections += 1
        return SMTP(
            self,
            enable_SMTPUTF8=self._utf8,
            tls_context=self._starttls,
            auth_require_tls=False,
            hostname="mail.test",
            authenticator=self._judge if self._password else None,
        )

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not self._rcpt:
            envelope.rcpt_tos.append(address)
        return self._rcpt or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.taken.append(
            Taken(
                str(envelope.mail_from),
                tuple(str(to) for to in envelope.rcpt_tos),
                tuple(envelope.mail_options),
                bytes(envelope.original_content or b""),
            )
        )
        if self._hang_up:
            server.transport.abort()  # aiosmtpd goes on to write its answer into nowhere
        return self._data or "250 taken"

    def _in_loop(self, work: Coroutine[None, None, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=5)

    async def _open(self) -> None:
        self._server = await self._loop.create_server(self.protocol, HOST, 0, ssl=self._tls)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        assert self._server is not None
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        for _ in range(3):  # a failed handshake closes its socket a few turns later
            await asyncio.sleep(0)

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:
        user, token, *_ = base64.b64decode(args[1]).decode().split("\1")
        self.logins.append((user, token))
        return AuthResult(success=token == f"auth=Bearer {self._password}", handled=False)

    def _judge(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password.decode() == self._password, handled=False)
