"""The parts of a message: a walk over its MIME structure that no structure can make long or deep.

Pure, total, without recursion. Caps: 4 MB of input, depth 30, 200 parts (containers included).
RFC 2045 §5 (Content-Type), RFC 2046 §5.1 (multipart), RFC 2183 (Content-Disposition).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from inbox_guard.core.encoding import from_base64, from_quoted_printable
from inbox_guard.core.headers import Headers, split


@dataclass(frozen=True, slots=True)
class Part:
    """A text part as its writer meant it to be shown, its transfer encoding undone.

    `kind` is ``text/plain`` or ``text/html``; parts of one `choice` are alternatives of each other
    (RFC 2046 §5.1.4), so a person sees one of them.
    """

    kind: str
    charset: str
    content: bytes
    choice: int


def text_parts(raw: bytes) -> Iterator[Part]:
    """Yield the plain and HTML parts of a message in order; no attachments, no attached messages."""
    headers, content = split(raw[:_INPUT])
    waiting = [_Node(headers, content, 0, None)]
    seen = 0
    while waiting and seen < _PARTS:
        node = waiting.pop()
        kind = _kind(node.headers)
        if kind.startswith("multipart/"):
            choice = (
                seen if node.choice is None and kind == "multipart/alternative" else node.choice
            )
            inside = _inside(node.headers, node.content, _PARTS - seen)
            if inside and node.depth < _DEPTH:
                waiting += [
                    _Node(*split(_headed(part)), node.depth + 1, choice)
                    for part in reversed(inside)
                ]
            elif not inside:
                yield _part("text/plain", node, seen)
        elif kind in _SHOWN and not _attached(node.headers):
            yield _part(kind, node, seen)
        seen += 1


def file_names(raw: bytes) -> tuple[str, ...]:
    """Return what the parts of a message call themselves as files, lower-case, at most 50, in order.

    Read off the lines ``name=`` and ``filename=`` wherever they stand (RFC 2183 §2.3), without a walk.
    """
    if b"name" not in raw[:_INPUT]:
        return ()
    found = _FILE.findall(raw[:_INPUT])
    return tuple(dict.fromkeys(name.decode("latin-1").lower() for name in found[:_FILES]))


_FILES = 50
_FILE = re.compile(
    rb"[;\s](?:file)?name\*?\s?=\s?\"?([^\s\"\r\n;<>][^\"\r\n;<>]{0,120})", re.IGNORECASE
)
_INPUT, _DEPTH, _PARTS = 4 * 1024 * 1024, 30, 200
_SHOWN = ("text/plain", "text/html")
_TYPE = re.compile(r"\s*([\w.+-]{1,60}/[\w.+-]{1,60})", re.ASCII)
_PARAMETER = r"(?:^|[\s;]){name}(?:\*0?\*?)?\s?=\s?(?:\"([^\"]{{0,200}})\"?|([^\s;\"]{{1,200}}))"
_BOUNDARY = re.compile(_PARAMETER.format(name="boundary"), re.IGNORECASE)
_CHARSET = re.compile(_PARAMETER.format(name="charset"), re.IGNORECASE)
_GUESSED = re.compile(rb"--([^\s-][^\r\n]{0,199})")
_LONGEST_VALUE = 4_096
_FALSE_STARTS = 2_000


@dataclass(frozen=True, slots=True)
class _Node:
    headers: Headers
    content: bytes
    depth: int
    choice: int | None


def _headed(part: bytes) -> bytes:
    """Keep the empty line of a part without a header of its own (RFC 2046 §5.1) where `split` sees it."""
    return b":\n" + part if part[:1] in (b"\r", b"\n") else part


def _kind(headers: Headers) -> str:
    """The media type; text/plain where none is given or it cannot be read (RFC 2045 §5.2)."""
    found = _TYPE.match(headers.first("content-type")[:_LONGEST_VALUE])
    return found[1].lower() if found else "text/plain"


def _parameter(pattern: re.Pattern[str], headers: Headers) -> str:
    found = pattern.search(headers.first("content-type")[:_LONGEST_VALUE])
    return (found[1] or found[2] or "").strip() if found else ""


def _attached(headers: Headers) -> bool:
    return headers.first("content-disposition").lstrip().lower().startswith("attachment")


def _part(kind: str, node: _Node, number: int) -> Part:
    encoding = node.headers.first("content-transfer-encoding").strip().lower()
    content = node.content
    if encoding == "base64":
        content = from_base64(content)
    elif encoding == "quoted-printable":
        content = from_quoted_printable(content)
    charset = _parameter(_CHARSET, node.headers)
    return Part(kind, charset, content, number if node.choice is None else node.choice)


def _inside(headers: Headers, content: bytes, most: int) -> list[bytes]:
    """Cut a multipart at its boundary; [] when it has none. The last part may lack its end: cut mail."""
    boundary = _parameter(_BOUNDARY, headers).encode("utf-8", "replace")
    if not boundary:
        guess = _GUESSED.match(content.lstrip()[:_LONGEST_VALUE])
        if guess is None:
            return []
        boundary = guess[1].rstrip()
    mark = b"--" + boundary
    parts: list[bytes] = []
    begin, at = -1, -1
    for _ in range(_FALSE_STARTS):
        at = content.find(mark, at + 1)
        if at < 0 or len(parts) >= most:
            break
        after = content[at + len(mark) : at + len(mark) + 2]
        ends = after == b"--" or after[:1] in (b"", b"\n", b"\r", b" ", b"\t")
        if (at and content[at - 1 : at] != b"\n") or not ends:
            continue  # in the midst of a line, or the beginning of a longer boundary
        if begin >= 0:
            parts.append(content[begin:at])
        begin = content.find(b"\n", at) + 1 or len(content)
        if after == b"--":
            return parts
    if begin >= 0 and len(parts) < most:
        parts.append(content[begin:])
    return parts
