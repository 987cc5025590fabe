"""Throw-away certificates for servers on loopback: good ones, and each way of being wrong."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

import trustme


@dataclass(frozen=True)
class Authority:
    """An authority of our own, its certificate in `folder`."""

    folder: Path

    @cached_property
    def ca(self) -> trustme.CA:
        return trustme.CA()

    @cached_property
    def ca_file(self) -> Path:
        """PEM file that clients should trust."""
        path = self.folder / "ca.pem"
        self.ca.cert_pem.write_to_path(str(path))
        return path

    def files(self, *names: str) -> tuple[Path, Path]:
        """Certificate chain and key for these names, as files."""
        leaf = self.ca.issue_cert(*names)
        chain, key = self.folder / "chain.pem", self.folder / "key.pem"
        chain.write_bytes(b"".join(blob.bytes() for blob in leaf.cert_chain_pems))
        leaf.private_key_pem.write_to_path(str(key))
        return chain, key

    def context(self, *names: str) -> ssl.SSLContext:
        """A server's context for these names."""
        return _of(self.ca.issue_cert(*names))

    def expired(self, *names: str) -> ssl.SSLContext:
        """A server's context whose certificate ended yesterday."""
        return _of(self.ca.issue_cert(*names, not_after=datetime.now(UTC) - timedelta(days=1)))


def _of(leaf: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    leaf.configure_cert(context)
    return context
