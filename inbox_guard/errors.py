"""What stops a job. What the world merely answers is a value: see `core.vocabulary.Outcome`.

InboxGuardError
  + SettingsError        the person must change something (exit status 2)
  + MailboxError         (exit status 3)
    - Unreachable        try again at the next sweep
    - LoginRefused       stop this account and tell the person
    - MailboxProtocol    the server answered what IMAP does not allow
    - MessageGone        the message moved or was deleted since it was seen
  + WebError
    - NotPublic          the URL leads inside the house, or is not one (web/guard.py); names its rule
    - NoAnswer           connection, TLS, deadline; says how many bytes had left
    - NoBrowser          no browser could be started
  + OutboxError          the mail was not taken by SMTP
  + LedgerError          (exit status 4)
    - LedgerBusy         another process holds it; names its pid
    - LedgerTooNew       the schema is from a later inbox-guard
"""


class InboxGuardError(Exception):
    """Root of everything we raise on purpose. The text is for the owner: what, to what, what to do."""


class SettingsError(InboxGuardError):
    """A setting is missing, unknown or contradicts another one."""


class MailboxError(InboxGuardError):
    """The mailbox could not be used."""


class Unreachable(MailboxError):
    """No connection, a broken one, or a certificate that does not hold."""


class LoginRefused(MailboxError):
    """The server knows us and says no."""


class MailboxProtocol(MailboxError):
    """The server answered outside of IMAP, or more than any honest server would."""


class MessageGone(MailboxError):
    """The message is no longer where it was seen."""


class WebError(InboxGuardError):
    """A request to a host that a stranger chose did not end in an answer."""


class NotPublic(WebError):
    """The guard refused a URL or an address before any byte left.

    `rule` is the short name of the rule that refused, e.g. ``address-private``; `host` is safe to
    show; `hop` counts redirects from 0.
    """

    def __init__(self, rule: str, host: str, hop: int = 0) -> None:
        """Keep what a ledger row needs; the message never holds the URL's path or query."""
        super().__init__(f"{host or 'the URL'} was refused by the rule {rule} (hop {hop})")
        self.rule = rule
        self.host = host
        self.hop = hop


class NoAnswer(WebError):
    """Connection, TLS, time-out or a torn answer.

    `sent` tells whether request bytes may have left: False means a retry is harmless.
    """

    def __init__(self, says: str, *, sent: bool) -> None:
        """Keep whether the request may have been acted on."""
        super().__init__(says)
        self.sent = sent


class NoBrowser(WebError):
    """The browser could not be started; nothing was sent."""


class OutboxError(InboxGuardError):
    """SMTP did not take the mail. `sent` is True when it may have been taken all the same."""

    def __init__(self, says: str, *, sent: bool = False, temporary: bool = False) -> None:
        """Keep whether the mail may have left and whether trying again makes sense."""
        super().__init__(says)
        self.sent = sent
        self.temporary = temporary


class LedgerError(InboxGuardError):
    """The ledger cannot be used."""


class LedgerBusy(LedgerError):
    """Another process holds the ledger."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a later inbox-guard."""
