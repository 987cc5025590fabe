"""Where the messages of an mbox file begin, found without loading it.

RFC 4155 and the mbox family: a message begins at a line ``From …`` with a date in it, at the start of
the file or after an empty line; inside messages such lines are quoted with ``>``.
"""

import re
from array import array
from collections.abc import Iterator
from typing import BinaryIO

CHUNK = 4 * 1024 * 1024
"""Octets read at a time while looking for messages."""


def starts(file: BinaryIO, chunk: int = CHUNK) -> "array[int]":
    """Return the offset of every From line, and the end of the file as the last; 8 octets a message.

    At most two `chunk`s of the file are held at a time.
    """
    offsets = array("Q")
    for offset, line in _candidates(file, chunk):
        if _FROM.match(line):
            offsets.append(offset)
    offsets.append(file.seek(0, 2))
    return offsets


def unquoted(raw: bytes) -> bytes:
    """Take one ``>`` off every line that was quoted because it looked like a From line."""
    return _QUOTED.sub(rb"\1", raw)


def _candidates(file: BinaryIO, chunk: int) -> Iterator[tuple[int, bytes]]:
    """Yield (offset, line) of lines that begin with "From " after an empty line or at the start."""
    file.seek(0)
    text = b"\n\n"  # so that the start of the file counts as after an empty line
    base = -len(text)
    more = True
    while more:
        read = file.read(chunk)
        more = bool(read)
        text += read
        # a match that begins in the last octets may go on in what is still to be read
        settled = len(text) - _LINE if more else len(text)
        for match in _AFTER_EMPTY.finditer(text):
            if match.start() >= settled:
                break
            begin = match.end() - len(b"From ")
            yield base + begin, text[begin : begin + _LINE]
        settled = max(0, settled)
        text, base = text[settled:], base + settled


_LINE = 300
_AFTER_EMPTY = re.compile(rb"\n\r?\nFrom ")
_FROM = re.compile(rb"From [^\r\n]*\d\d:\d\d[^\r\n]*\d{4}")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
