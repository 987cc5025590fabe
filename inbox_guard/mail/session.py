"""A logged-in IMAP session that comes up when it is needed, and speaks only our errors.

STARTTLS that a server does not offer ends the conversation before any secret is sent (RFC 8314 §5.1;
NoSTARTTLS, 2021). Everything that imaplib, IMAPClient, ssl and the socket raise is translated here.
"""

import contextlib
import logging
import re
import select
import socket
import ssl
from collections.abc import Iterator

from imapclient.exceptions import (
    IMAPClientAbortError,
    IMAPClientError,
    IMAPClientReadOnlyError,
    LoginError,
)

from inbox_guard.core.outgoing import Noted, Outgoing, Way, unnoted
from inbox_guard.errors import (
    MailboxError,
    MailboxProtocol,
    MessageGone,
    SettingsError,
    Unreachable,
)
from inbox_guard.mail.deadline import Deadline
from inbox_guard.mail.endpoint import Endpoint, Security, Service
from inbox_guard.mail.login import Auth, Login, refusal, usable, without_secret
from inbox_guard.mail.wire import Client

log = logging.getLogger(__name__)

FAREWELL = 5.0
"""Seconds that a polite LOGOUT may take."""


class Session:
    """One connection at a time to one account; `deadline` in seconds holds for each operation."""

    def __init__(
        self,
        account: str,
        endpoint: Endpoint,
        login: Login,
        deadline: float,
        noted: Noted = unnoted,
    ) -> None:
        self._account = account
        self._endpoint = endpoint
        self._login = login
        self._deadline = deadline
        self._noted = noted
        self._client: Client | None = None
        self._secret = ""

    @contextlib.contextmanager
    def operation(self, doing: str) -> Iterator[Client]:
        """Lend the client for one operation, connecting first where there is no connection.

        `doing` completes "… while" in what people read. Raises `MailboxError`s only; after one that
        leaves the connection in doubt it is dropped, and the next operation begins anew.
        """
        self._drop_if_dead()
        client = self._client or self._connect()
        with Deadline(self._deadline) as deadline, self._translated(doing, deadline):
            client.wire.begin(deadline)
            yield client

    def close(self) -> None:
        """Log out; never raises."""
        client, self._client = self._client, None
        if client is None:
            return
        with (
            Deadline(FAREWELL) as deadline,
            contextlib.suppress(IMAPClientError, *_BROKEN, *_GARBAGE),
        ):
            client.wire.begin(deadline)
            client.logout()
        _shut(client)

    def _connect(self) -> Client:
        self._secret = self._login.secret()
        usable(self._login, self._secret)
        self._noted(
            Outgoing(Way.MAILBOX, self._endpoint.host, self._endpoint.port_for(Service.IMAP))
        )
        with Deadline(self._deadline) as deadline, self._translated("connecting", deadline):
            client = self._client = Client(self._endpoint, deadline)
            if self._endpoint.security is Security.STARTTLS:
                self._start_tls(client)
            self._log_in(client)
            client.forget_capabilities()
            client.capabilities()
        log.debug("logged in account=%s host=%s", self._account, self._endpoint.host)
        return client

    def _start_tls(self, client: Client) -> None:
        # A greeting of PREAUTH would make STARTTLS impossible: that, too, is how it is stripped.
        if client.wire.state != "NONAUTH" or "STARTTLS" not in client.wire.capabilities:
            raise Unreachable(
                f"{self._endpoint.host} does not offer STARTTLS, so nothing secret was sent to it; "
                "set GUARD_IMAP_SECURITY=tls if it speaks TLS from the start"
            )
        client.starttls(self._endpoint.context(Service.IMAP))
        client.wire.untagged_responses.clear()  # nothing said in the clear is believed any longer

    def _log_in(self, client: Client) -> None:
        login = self._login
        try:
            if login.auth is Auth.XOAUTH2:
                client.oauth2_login(login.user, self._secret)
            elif (login.user + self._secret).isascii() and not self._wants_plain(client):
                client.login(login.user, self._secret)
            else:  # LOGIN is ASCII; PLAIN is UTF-8 (RFC 4616 §2)
                client.plain_login(login.user, self._secret)
        except LoginError as error:
            # IMAPClient makes one LoginError of a NO, a BAD and a broken line.
            if isinstance(error.__context__, IMAPClientAbortError):
                raise error.__context__ from None
            raise refusal(self._shown(error), login, self._endpoint.host) from self._cause(error)

    def _wants_plain(self, client: Client) -> bool:
        return "LOGINDISABLED" in client.wire.capabilities and (
            "AUTH=PLAIN" in client.wire.capabilities
        )

    @contextlib.contextmanager
    def _translated(self, doing: str, deadline: Deadline) -> Iterator[None]:
        try:
            yield
        except MessageGone:
            raise
        except (MailboxError, SettingsError):
            self._drop()
            raise
        except IMAPClientReadOnlyError as error:
            self._drop()
            raise MailboxError(f"{self._where(doing)}: the folder may only be read") from error
        except _BROKEN as error:
            self._drop()
            if deadline.expired:
                raise Unreachable(
                    f"{self._where(doing)}: no complete answer within {deadline.seconds:g} s; "
                    "it is tried again at the next sweep"
                ) from self._cause(error)
            raise self._broken(doing, error) from self._cause(error)
        except IMAPClientError as error:
            raise self._refused(doing, error) from self._cause(error)
        except _GARBAGE as error:
            self._drop()
            raise MailboxProtocol(
                f"{self._where(doing)}: the server answered what IMAP does not allow "
                f"({type(error).__name__})"
            ) from self._cause(error)

    def _broken(self, doing: str, error: BaseException) -> MailboxError:
        if isinstance(error, ssl.SSLError):
            return Unreachable(
                f"{self._where(doing)}: {self._endpoint.distrusted(Service.IMAP, error)}"
            )
        if isinstance(error, socket.gaierror):
            return Unreachable(
                f"{self._where(doing)}: there is no host of that name; check GUARD_IMAP_HOST"
            )
        if isinstance(error, ConnectionRefusedError):
            return Unreachable(
                f"{self._where(doing)}: nothing listens on port "
                f"{self._endpoint.port_for(Service.IMAP)}; check GUARD_IMAP_PORT"
            )
        return Unreachable(f"{self._where(doing)}: the line broke ({self._shown(error)})")

    def _refused(self, doing: str, error: IMAPClientError) -> MailboxError:
        """Tell a NO, which the server may say and the line survives, from a BAD."""
        shown = self._shown(error)
        if _SAID_NO.match(shown):
            return MailboxError(f"{self._where(doing)}: {shown}")
        self._drop()
        return MailboxProtocol(f"{self._where(doing)}: {shown}")

    def _where(self, doing: str) -> str:
        return f'{self._endpoint.host}, account "{self._account}", while {doing}'

    def _shown(self, error: BaseException) -> str:
        return without_secret(str(error), self._secret)

    def _cause(self, error: BaseException) -> BaseException | None:
        """The error to chain; None when a server echoed the secret into it."""
        return None if self._secret and self._secret in str(error) else error

    def _drop_if_dead(self) -> None:
        """Notice a line that the server ended while nobody spoke, without a round trip."""
        client = self._client
        if client is None or not select.select([client.wire.sock], [], [], 0)[0]:
            return
        with (
            contextlib.suppress(MailboxError),
            Deadline(self._deadline) as deadline,
            self._translated("waiting", deadline),
        ):
            client.wire.begin(deadline)
            client.wire.noop()

    def _drop(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            _shut(client)


_SAID_NO = re.compile(r"[\w ]+ failed: ")  # how IMAPClient words a NO

# abort: EOF, BYE, a torn line. OSError: refused, reset, timed out, every ssl.SSLError.
_BROKEN = (IMAPClientAbortError, OSError, EOFError)

# What imaplib and IMAPClient raise, by trying, when the octets are no IMAP: their parsers index,
# convert and recurse without asking first.
_GARBAGE = (
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
)


def _shut(client: Client) -> None:
    with contextlib.suppress(OSError, ValueError):
        client.shutdown()
