"""Signatures made for the test: keys, their records, and a signer that signs as it is told."""

import base64
import random

import dkim as dkimpy
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

ALL = (b"from", b"subject", b"list-unsubscribe", b"list-unsubscribe-post")


def _made_key() -> tuple[bytes, bytes]:
    private = rsa.generate_private_key(65_537, 1_024)
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    public = private.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return pem, b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def _small_key(bits: int = 512) -> tuple[bytes, bytes]:
    """A key that no library makes any more (cryptography refuses less than 1,024 bit)."""
    chance = random.Random(bits)

    def prime() -> int:
        while True:
            number = chance.getrandbits(bits // 2) | 1 | 3 << (bits // 2 - 2)
            if all(pow(base, number - 1, number) == 1 for base in (2, 3, 5, 7)):
                return number

    p, q, e = prime(), prime(), 65_537
    d = pow(e, -1, (p - 1) * (q - 1))
    parts = (0, p * q, e, d, p, q, d % (p - 1), d % (q - 1), pow(q, -1, p))
    der = _sequence(parts)
    pem = b"-----BEGIN RSA PRIVATE KEY-----\n%s-----END RSA PRIVATE KEY-----\n"
    public = _sequence((p * q, e))
    return pem % base64.encodebytes(der), b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def _sequence(numbers: tuple[int, ...]) -> bytes:
    """A DER sequence of integers, short enough for two length octets."""
    body = b""
    for number in numbers:
        octets = number.to_bytes(number.bit_length() // 8 + 1, "big")
        body += b"\x02" + bytes([len(octets)]) + octets
    return b"\x30\x82" + len(body).to_bytes(2, "big") + body


PEM, RECORD = _made_key()
SMALL_PEM, SMALL_RECORD = _small_key()


def signed(
    mail: bytes,
    domain: bytes = b"shop.example",
    selector: bytes = b"k1",
    pem: bytes = PEM,
    headers: tuple[bytes, ...] = ALL,
    algorithm: bytes = b"rsa-sha256",
    length: bool = False,
) -> bytes:
    """The mail below a signature of `domain`, whose selector may carry further tags."""
    signature = dkimpy.sign(
        mail,
        selector,
        domain,
        pem,
        include_headers=list(headers),
        signature_algorithm=algorithm,
        length=length,
    )
    return bytes(signature) + mail
