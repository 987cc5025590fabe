"""A connection to a judged number, with TLS that names and proves the host.

What the web client and the proxy of the browser have in common: whom they trust, and that they dial through
the guard only.
"""

import socket
import ssl
from pathlib import Path

from inbox_guard.core.outgoing import Noted, Outgoing, Way
from inbox_guard.errors import SettingsError
from inbox_guard.web.guard import Connect, Guard
from inbox_guard.web.limits import Deadline
from inbox_guard.web.url import Target


def trust(ca_file: Path | None) -> ssl.SSLContext:
    """Load the system's CAs and those of `ca_file`; raises `SettingsError`."""
    # `create_default_context` would write session keys to a file that the environment names.
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    context.load_default_certs()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError as error:
            raise SettingsError(
                f"the certificates in {ca_file} cannot be read ({error.strerror or error});"
                " check GUARD_WEB_CA_FILE"
            ) from error
    return context


def noting(connect: Connect, target: Target, way: Way, noted: Noted) -> Connect:
    """Return a way to dial that says so first: every number that is tried is a connection."""

    def dial(number: str, port: int, seconds: float) -> socket.socket:
        noted(Outgoing(way, target.host, port, number))
        return connect(number, port, seconds)

    return dial


def connected(
    guard: Guard,
    target: Target,
    connect: Connect,
    tls: ssl.SSLContext,
    deadline: Deadline,
    hop: int = 0,
) -> socket.socket:
    """Return a connection to the target; raises `NotPublic`, `NoAnswer` or `OSError` (no valid TLS)."""
    plain = guard.dial(target, connect, deadline, hop)
    if target.scheme == "http":
        return plain
    try:
        plain.settimeout(deadline.left())
        return tls.wrap_socket(plain, server_hostname=target.host)
    except OSError:
        plain.close()
        raise
