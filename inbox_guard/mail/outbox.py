"""Where mail leaves the house: one message, one recipient, by the owner's own submission server.

Says exactly how far it got: an `OutboxError` with `sent` means that the mail may have been taken.
RFC 5321 (SMTP), RFC 6409 (submission), RFC 6531 (SMTPUTF8), RFC 2369 §3.2 and RFC 6068 (mailto).
"""

import base64
import contextlib
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid

from inbox_guard.core.mechanism import Mailto
from inbox_guard.core.outgoing import Noted, Outgoing, Way, unnoted
from inbox_guard.errors import LoginRefused, OutboxError, SettingsError
from inbox_guard.mail.deadline import Deadline, cut
from inbox_guard.mail.endpoint import Endpoint, Security, Service
from inbox_guard.mail.login import Auth, Login, usable, without_secret


class SmtpOutbox:
    """The owner's submission server; `login` is None where it asks for none. `deadline` in seconds.

    Threads may share it: they send one mail at a time.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        login: Login | None,
        deadline: float = 60,
        noted: Noted = unnoted,
    ) -> None:
        self._endpoint = endpoint
        self._login = login
        self._deadline = deadline
        self._noted = noted
        self._turn = threading.Lock()

    def unsubscribe(self, mailto: Mailto, sender: str) -> None:
        """Send the mail that a mailto offer asks for, from and on behalf of `sender`.

        It has no Auto-Submitted field: RFC 3834 asks for one in answers, which this is not, and list
        managers drop what carries it. It asks for no receipt.
        """
        recipient = _one_address(mailto.to)
        self.send(_unsubscription(mailto, sender, recipient), sender, recipient)

    def send(self, raw: bytes, sender: str, recipient: str) -> None:
        """Send a ready message to one recipient. Raises `OutboxError`."""
        sender, recipient = _routable(sender), _routable(recipient)
        secret = self._login.secret() if self._login else ""
        port = self._endpoint.port_for(Service.SMTP)
        self._noted(Outgoing(Way.OUTBOX, self._endpoint.host, port))
        with self._turn, Deadline(self._deadline) as deadline:
            with self._translated("before anything was sent", secret, deadline, sent=False):
                line = _Line(self._endpoint, deadline)
            with contextlib.closing(line):
                with self._translated("before anything was sent", secret, deadline, sent=False):
                    self._prepare(line, secret)
                    _envelope(line, raw, sender, recipient)
                with self._translated("while the mail was sent", secret, deadline, sent=True):
                    _content(line, raw)
                with contextlib.suppress(OSError, smtplib.SMTPException):
                    line.quit()

    def _prepare(self, line: smtplib.SMTP, secret: str) -> None:
        line.ehlo_or_helo_if_needed()
        if self._endpoint.security is Security.STARTTLS:
            if not line.has_extn("starttls"):
                raise OutboxError(
                    f"{self._endpoint.host} does not offer STARTTLS, so nothing was sent to it; set "
                    "GUARD_SMTP_SECURITY=tls if it speaks TLS from the start"
                )
            line.starttls(context=self._endpoint.context(Service.SMTP))
            line.ehlo_or_helo_if_needed()
        if self._login is not None:
            self._log_in(line, self._login, secret)

    def _log_in(self, line: smtplib.SMTP, login: Login, secret: str) -> None:
        usable(login, secret)
        if login.auth is Auth.XOAUTH2:
            token = f"user={login.user}\1auth=Bearer {secret}\1\1"
            line.auth("XOAUTH2", lambda challenge=None: "" if challenge is not None else token)
        elif (login.user + secret).isascii():
            line.login(login.user, secret)
        else:  # smtplib's own are ASCII; PLAIN is UTF-8 (RFC 4616 §2)
            plain = base64.b64encode(f"\0{login.user}\0{secret}".encode()).decode("ascii")
            code, says = line.docmd("AUTH", f"PLAIN {plain}")
            if code != 235:
                raise smtplib.SMTPAuthenticationError(code, says)

    @contextlib.contextmanager
    def _translated(
        self, when: str, secret: str, deadline: Deadline, *, sent: bool
    ) -> Iterator[None]:
        host = self._endpoint.host
        try:
            yield
        except (OutboxError, SettingsError):
            raise
        except LoginRefused as error:
            raise OutboxError(str(error)) from error
        except smtplib.SMTPAuthenticationError as error:
            says = without_secret(_words(error), secret)
            named = self._login.named if self._login else "GUARD_SMTP_PASSWORD"
            raise OutboxError(
                f"{host} refused the login; check GUARD_SMTP_USER and {named} (it said: {says})",
                temporary=_is_temporary(error),
            ) from _cause(error, secret)
        except smtplib.SMTPResponseException as error:
            # an answer that was read in full: the mail was refused, so it was not taken
            raise OutboxError(
                f"{host} did not take the mail: {without_secret(_words(error), secret)}",
                temporary=_is_temporary(error),
            ) from error
        except ssl.SSLError as error:
            raise OutboxError(
                self._endpoint.distrusted(Service.SMTP, error), sent=sent, temporary=not sent
            ) from error
        except (smtplib.SMTPNotSupportedError, ValueError) as error:
            raise OutboxError(
                f"{host} cannot do what this mail needs: {without_secret(str(error), secret)}"
            ) from _cause(error, secret)
        except (OSError, EOFError) as error:  # smtplib's own errors are OSErrors
            why = without_secret(str(error), secret)
            if deadline.expired:
                why = f"no complete answer within {deadline.seconds:g} s"
            raise OutboxError(f"{host}: {why}, {when}", sent=sent, temporary=not sent) from _cause(
                error, secret
            )


class _Line(smtplib.SMTP):
    """smtplib's connection, TLS from the start where the endpoint says so, cut by the deadline."""

    def __init__(self, endpoint: Endpoint, deadline: Deadline) -> None:
        self._endpoint = endpoint
        self._deadline = deadline
        port = endpoint.port_for(Service.SMTP)
        super().__init__(endpoint.host, port, _OURSELVES, deadline.seconds)

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        if self._endpoint.security is Security.TLS:
            context = self._endpoint.context(Service.SMTP)
            line = socket.create_connection((host, port), timeout)
            self.sock = context.wrap_socket(line, server_hostname=host)
        else:
            self.sock = socket.create_connection((host, port), timeout)
        self._deadline.watch(self._hang_up)
        return self.sock

    def _hang_up(self) -> None:
        if self.sock is not None:
            cut(self.sock)


# Said in EHLO. smtplib would look up and tell this machine's name.
_OURSELVES = "[127.0.0.1]"


def _unsubscription(mailto: Mailto, sender: str, recipient: str) -> bytes:
    if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in mailto.subject):
        # EmailMessage refuses most line breaks, but takes a single CR at the end of a value.
        raise OutboxError(
            f"the sender's mailto for {recipient} has control characters in its subject"
        )
    # Unfolded where possible: list managers compare the subject's token as it stands on the line.
    international = not (sender + recipient).isascii()
    policy = SMTP.clone(max_line_length=900, cte_type="7bit", utf8=international)
    message = EmailMessage(policy=policy)
    try:
        message["From"] = sender
        message["To"] = recipient
        message["Subject"] = mailto.subject or "unsubscribe"
        message["Date"] = format_datetime(datetime.now(UTC))
        message["Message-ID"] = make_msgid(domain=_routable(sender).rpartition("@")[2])
        message.set_content("\n".join(mailto.body.splitlines()))
        return message.as_bytes()
    except (ValueError, MessageError) as error:
        raise OutboxError(
            f"the sender's mailto for {recipient} is not one that can be mailed ({error})"
        ) from error


def _one_address(to: str) -> str:
    """Return `to` if it is one bare address and nothing else."""
    if not _ADDRESS.fullmatch(to):
        raise OutboxError("the sender's mailto does not name exactly one plain address")
    return to


def _routable(address: str) -> str:
    """Return an address with its domain as A-labels; what is left beyond ASCII needs SMTPUTF8."""
    if not _ADDRESS.fullmatch(address):
        raise OutboxError("that is not one plain address to mail from or to")
    local, _, domain = address.rpartition("@")
    try:
        return f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError as error:
        raise OutboxError(f"{domain} is no domain that mail can reach") from error


def _envelope(line: smtplib.SMTP, raw: bytes, sender: str, recipient: str) -> None:
    options: list[str] = []
    if not (sender + recipient).isascii():
        if not line.has_extn("smtputf8"):
            raise OutboxError(f"this server cannot mail {recipient}: it does not offer SMTPUTF8")
        options.append("SMTPUTF8")
    if not raw.isascii() and line.has_extn("8bitmime"):
        options.append("BODY=8BITMIME")
    line.command_encoding = "utf-8" if options[:1] == ["SMTPUTF8"] else "ascii"
    _expect(250, *line.mail(sender, options))
    _expect(250, *line.rcpt(recipient))
    _expect(354, *line.docmd("DATA"))


def _content(line: smtplib.SMTP, raw: bytes) -> None:
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", raw.rstrip(b"\r\n"))
    stuffed = re.sub(rb"(?m)^\.", b"..", lines)  # RFC 5321 §4.5.2
    line.send(stuffed + b"\r\n.\r\n")
    _expect(250, *line.getreply())


def _expect(wanted: int, code: int, says: bytes) -> None:
    if code // 100 != wanted // 100:
        raise smtplib.SMTPResponseException(code, says)


def _cause(error: BaseException, secret: str) -> BaseException | None:
    """The error to chain; None when a server echoed the secret into it."""
    return None if secret and secret in str(error) else error


def _is_temporary(error: smtplib.SMTPResponseException) -> bool:
    return 400 <= error.smtp_code < 500


def _words(error: smtplib.SMTPResponseException) -> str:
    says = error.smtp_error
    return (
        f"{error.smtp_code} {says.decode('utf-8', 'replace') if isinstance(says, bytes) else says}"
    )


# One address as it may stand in a command: no list, route, quotes, comment or control character.
_ADDRESS = re.compile(
    r"[^\s\x00-\x20\x7f<>()\[\],;:\\\"@]{1,64}@[^\s\x00-\x20\x7f<>()\[\],;:\\\"@]{1,255}"
)
