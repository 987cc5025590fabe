"""From bytes to text that people may read: charsets, transfer encodings, encoded words, what is never shown.

Pure and total. Only the charsets of `core/data/charsets.tsv` are believed; UTF-7 is not among them,
because it turns harmless ASCII into markup. RFC 2047 (encoded words), RFC 2045 §6.7 and §6.8
(quoted-printable, base64), WHATWG Encoding Standard (labels that mean windows-1252).
"""

import binascii
import re
from functools import cache

from inbox_guard.core.data import rows


def decoded(raw: bytes, charset: str) -> str:
    """Decode by a believed charset, with U+FFFD for what it does not know; else as `undeclared`."""
    codec = _codecs().get(charset.strip(" \t\"'").lower())
    return raw.decode(codec, "replace") if codec else undeclared(raw)


def decoded_page(raw: bytes, charset: str) -> str:
    """Decode HTML: where its mail names no believed charset, by what the page names (WHATWG HTML §13.2.3.2).

    Bytes that are UTF-8 stay so: programs that convert a page seldom mend what it says of itself.
    """
    if charset.strip(" \t\"'").lower() not in _codecs() and not _is_utf8(raw):
        named = _NAMED.search(raw[:_HEAD])
        charset = named[1].decode("latin-1") if named else ""
    return decoded(raw, charset)


def undeclared(raw: bytes) -> str:
    """Decode bytes whose charset nobody names: UTF-8 where they are valid UTF-8, else latin-1."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _is_utf8(raw: bytes) -> bool:
    """Whether bytes are UTF-8, and not merely ASCII, which other charsets are written in as well."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return not raw.isascii()


def from_base64(raw: bytes) -> bytes:
    """Decode base64, skipping what is not base64 and an unfinished last group."""
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:
        letters = raw.translate(None, _NOT_BASE64)
        return binascii.a2b_base64(letters[: len(letters) // 4 * 4] + _rest(letters))


def from_quoted_printable(raw: bytes) -> bytes:
    """Decode quoted-printable; a broken escape stays as it is."""
    return binascii.a2b_qp(raw)


def words(raw: str) -> str:
    """Decode the encoded words of a header value and return one clean line for people."""
    return one_line(decode_words(raw))


def decode_words(raw: str) -> str:
    """Decode the encoded words of a header value, and nothing else (RFC 2047 §6.2).

    Adjacent words of one charset are joined before they are decoded: many mailers cut a character
    in two, which RFC 2047 §5 forbids.
    """
    if "=?" not in raw:
        return raw
    told: list[str] = []
    pending, charset, end = b"", "", 0
    for word in _WORD.finditer(raw):
        gap = raw[end : word.start()]
        if gap.strip() or not end or word[1].lower() != charset:
            told.append(decoded(pending, charset))
            told.append(gap if gap.strip() or not end else "")
            pending = b""
        charset, end = word[1].lower(), word.end()
        pending += _payload(word[2], word[3])
    told += (decoded(pending, charset), raw[end:])
    return "".join(told)


def one_line(text: str) -> str:
    """Return `text` for people on one line: no control, bidi-override or invisible characters."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(_UNSEEN.sub("", text).split())


def lines(text: str) -> str:
    """Return `text` for people, line breaks kept, runs of blank lines and of blanks made one."""
    tidy = [" ".join(line.split()) for line in _BREAK.split(_UNSEEN.sub("", text))]
    return _BLANK_LINES.sub("\n\n", "\n".join(tidy)).strip()


_HEAD = 2_048
_NAMED = re.compile(
    rb"""<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE
)
# Controls; soft hyphen, joiners and fillers that newsletters hide behind a preview; marks and
# overrides of direction (Trojan Source, CVE-2021-42574); tags. ZWJ and ZWNJ stay: Persian and
# emoji need them. Blanks and line ends are left to str.split.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb"
    "\ufffe\uffff\U000e0000-\U000e007f]"
)
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n{3,}")
# The text of a word may hold blanks: RFC 2047 §2 forbids them, mailers write them.
_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([BbQq])\?([^?]*+)\?=")
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NOT_BASE64 = bytes(set(range(256)) - set(_BASE64))


@cache
def _codecs() -> dict[str, str]:
    return {label: codec for codec, labels, _ in rows("charsets") for label in labels.split()}


def _payload(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    return from_base64(raw) if encoding in "Bb" else binascii.a2b_qp(raw, header=True)


def _rest(letters: bytes) -> bytes:
    rest = letters[len(letters) // 4 * 4 :]
    return rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
