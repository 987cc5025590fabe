"""Who logs in, and what a mail server's refusal means for the person who must mend it.

RFC 5530 (response codes), RFC 7628 and Google's XOAUTH2 (tokens). The texts without a code are
those that Gmail, Outlook and Yahoo answer, as their help pages and their users quote them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from inbox_guard.errors import LoginRefused, MailboxError, Unreachable


class Auth(StrEnum):
    """How the owner proves herself; the values are those of ``GUARD_IMAP_AUTH``."""

    PASSWORD = "password"  # noqa: S105
    XOAUTH2 = "xoauth2"


@dataclass(frozen=True, slots=True)
class Login:
    """Whose account it is. `secret` is asked anew at each login: tokens expire.

    `named` is the setting to mend when the secret is refused, e.g. ``GUARD_HOME_IMAP_PASSWORD_FILE``.
    """

    user: str
    auth: Auth
    secret: Callable[[], str]
    named: str


def without_secret(text: str, secret: str) -> str:
    """Return `text` as it may be shown: one line, capped, and without the secret if it was echoed."""
    quoted = _BYTES.fullmatch(text)  # imaplib puts octets into its errors as Python writes them
    text = quoted[1] if quoted else text
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return (shown.replace(secret, "…") if secret else shown)[:300]


def usable(login: Login, secret: str) -> None:
    """Raise `LoginRefused` for a user or a secret that cannot be sent: nothing, or more than one line."""
    if not secret:
        raise LoginRefused(f"{login.named} is empty; it should hold the secret of {login.user}")
    if any(c in login.user + secret for c in "\r\n\0"):
        raise LoginRefused(
            f"{login.named} or the user name holds a line break or a NUL; it must be one line"
        )


def refusal(text: str, login: Login, host: str) -> MailboxError:
    """Translate what a server said to a login into the error that tells the owner what to do.

    `Unreachable` when trying again later may do; `LoginRefused` when she must change something.
    `text` must be free of the secret.
    """
    if _BUSY.search(text):
        return Unreachable(
            f"{host} cannot take {login.user} just now ({text}); it is tried again at the next sweep"
        )
    advice = next((says for sign, says in _ADVICE if sign.search(text)), "")
    if not advice:
        advice = _WHEN_STALE if login.auth is Auth.XOAUTH2 else _WHEN_WRONG
    return LoginRefused(
        f"{host} refused the login of {login.user}: {advice.format(named=login.named)} "
        f"(the server said: {text or 'nothing'})"
    )


_BYTES = re.compile(r"""b['"](.*)['"]""", re.DOTALL)

_WHEN_WRONG = (
    "check the user name and {named}; many providers want an app password here, not the one "
    "of their web page"
)
_WHEN_STALE = (
    "the access token of {named} may have expired or be meant for something else; let "
    "GUARD_IMAP_PASSWORD_COMMAND fetch a fresh one each time"
)

_USE_XOAUTH2 = (
    "set GUARD_IMAP_AUTH=xoauth2, and GUARD_IMAP_PASSWORD_COMMAND to a command that prints an "
    "access token"
)

# Throttling and trouble on their side: RFC 5530 UNAVAILABLE, LIMIT, INUSE, SERVERBUG, and in words.
_BUSY = re.compile(
    r"\[(?:UNAVAILABLE|LIMIT|INUSE|SERVERBUG|THROTTLED)\b|too many|maximum number of connections"
    r"|temporar(?:y|ily)|try again later|rate limit|bandwidth limit",
    re.IGNORECASE,
)

_ADVICE = tuple(
    (re.compile(sign, re.IGNORECASE), says)
    for sign, says in (
        (
            r"basic ?auth(?:entication)?(?: is |\s)*(?:disabled|blocked)|BasicAuthBlocked",
            f"this provider takes no passwords any more; {_USE_XOAUTH2}",
        ),
        (
            r"application-specific password|app(?:lication)?[- ]password",
            "this account needs an app password (its provider's security page makes one): put it "
            f"into {{named}}, or {_USE_XOAUTH2}",
        ),
        (
            r"web login required|log in via your web browser|WEBALERT",
            "the provider wants you to log in once on its web page and to confirm that it is you; "
            f"then try again, or {_USE_XOAUTH2}",
        ),
        (
            r"not enabled for imap|imap (?:access |use )?(?:is )?(?:disabled|not enabled)",
            "IMAP is switched off for this account; switch it on in the provider's settings page",
        ),
        (
            r"\[PRIVACYREQUIRED\b|plaintext auth",
            "it takes passwords only over TLS; set GUARD_IMAP_SECURITY to tls or starttls",
        ),
        (r"\[EXPIRED\b", "the password has expired; set a new one and put it into {named}"),
        (
            r"\[CONTACTADMIN\b|account (?:is )?(?:locked|suspended|disabled)",
            "the account is locked; ask whoever runs the server",
        ),
    )
)
