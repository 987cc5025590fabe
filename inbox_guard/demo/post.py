"""The post office of the demo: an SMTP server on loopback where unsubscriptions by mail arrive.

A mail to a sender's ``leave+token@host`` takes Robin off its list; everything is written down.
"""

import asyncio
from types import TracebackType
from typing import Self

from aiosmtpd.smtp import SMTP, Envelope, Session

from inbox_guard.demo.letters import Way
from inbox_guard.demo.loopback import HOST, LoopbackServer
from inbox_guard.demo.register import Register


class PostOffice:
    """A running SMTP server, to be used in a `with`."""

    def __init__(self, register: Register) -> None:
        self._robot = _Robot(register)
        self._server = LoopbackServer("demo-smtp", self._listen)

    @property
    def port(self) -> int:
        """Where it listens; plain SMTP, loopback only, no login."""
        return self._server.port

    def __enter__(self) -> Self:
        """Take mail."""
        self._server.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the counter."""
        self._server.stop()

    async def _listen(self) -> asyncio.Server:
        loop = asyncio.get_running_loop()
        return await loop.create_server(
            # The name is given because aiosmtpd would ask DNS for this machine's.
            lambda: SMTP(self._robot, hostname="mx.robin.example", loop=loop),
            host=HOST,
            port=0,
        )


class _Robot:
    def __init__(self, register: Register) -> None:
        self._register = register

    async def handle_DATA(  # noqa: N802  the name that aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        """Give every recipient its mail."""
        for recipient in envelope.rcpt_tos:
            self._take(recipient, bytes(envelope.original_content or b""))
        return "250 taken"

    def _take(self, recipient: str, content: bytes) -> None:
        local, _, host = recipient.lower().rpartition("@")
        sender = self._register.find(host, local.removeprefix("leave+"))
        says = "mail"
        if sender is not None and sender.way in (Way.MAILTO, Way.ONE_CLICK):
            self._register.leave(sender)
            says = "mail, off the list"
        self._register.note(sender, host=host, verb="MAIL", says=says, body=content)
