"""Where a mail server listens and how the way there is protected.

A certificate is always verified, against the system's authorities or the one file the owner names;
plain text is for loopback only (RFC 8314 §3: TLS from the first byte, STARTTLS where that is all there is).
"""

import functools
import ipaddress
import ssl
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import Path
from typing import assert_never

from inbox_guard.errors import SettingsError


class Security(StrEnum):
    """How a connection is protected; the values are those of ``GUARD_IMAP_SECURITY``."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Service(Enum):
    """Which server is meant: it names the settings to mend, and the port when none is given."""

    IMAP = "IMAP"
    SMTP = "SMTP"

    def setting(self, name: str) -> str:
        """The name of one of this service's settings, as in ``GUARD_IMAP_CA_FILE``."""
        return f"GUARD_{self.value}_{name}"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A mail server's address. `port` 0 means the service's usual one.

    `ca_file` (PEM) replaces the system's authorities. Raises `SettingsError` for plain text to
    anywhere but this machine.
    """

    host: str
    port: int
    security: Security
    ca_file: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what would send a password in the clear."""
        if self.security is Security.NONE and not _is_loopback(self.host):
            raise SettingsError(
                f"plain text is for this machine only, and {self.host} is not this machine: set "
                f"{Service.IMAP.setting('SECURITY')} (or {Service.SMTP.setting('SECURITY')}, "
                "whichever names that host) to tls or starttls"
            )

    def port_for(self, service: Service) -> int:
        """The port to dial (RFC 8314 §7: 993 and 465 for TLS; 143 and 587 for STARTTLS)."""
        if self.port:
            return self.port
        match service, self.security:
            case Service.IMAP, Security.TLS:
                return 993
            case Service.IMAP, _:
                return 143
            case Service.SMTP, Security.TLS:
                return 465
            case Service.SMTP, Security.STARTTLS:
                return 587
            case Service.SMTP, Security.NONE:
                return 25
            case _, _:
                assert_never(service)

    def context(self, service: Service) -> ssl.SSLContext:
        """The TLS context of this endpoint's authorities, shared by all that name the same file."""
        try:
            return _context(self.ca_file)
        except (OSError, ssl.SSLError) as error:
            raise SettingsError(
                f"{service.setting('CA_FILE')}: {self.ca_file} holds no certificates that can be "
                f"read ({error.strerror or error})"
            ) from error

    def distrusted(self, service: Service, error: ssl.SSLError) -> str:
        """Say for people why TLS failed, and which setting could mend it."""
        if isinstance(error, ssl.SSLCertVerificationError):
            return (
                f"the certificate of {self.host} does not hold ({error.verify_message}); if the "
                f"server has an authority of its own, name its file in {service.setting('CA_FILE')}"
            )
        return (
            f"{self.host} does not speak TLS as asked ({error.reason or 'no reason given'}); check "
            f"{service.setting('PORT')}, {service.setting('SECURITY')} and {service.setting('CA_FILE')}"
        )


@functools.cache  # a context with the system's authorities weighs about 1 MB: one serves all accounts
def _context(ca_file: Path | None) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(ca_file) if ca_file else None)


def _is_loopback(host: str) -> bool:
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
