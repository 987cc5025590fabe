"""Bring facts from outside into the ledger: open the owner's files, read them, keep what is new.

The only place that opens such files. Nothing is written beside the ledger, and a zip is read without
unpacking it.
"""

import codecs
import io
import logging
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import IO

from inbox_guard.core.address import Owner
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.outside import READERS, SHAPES, Found, Source, Unshaped
from inbox_guard.core.outside.found import Lost
from inbox_guard.core.ports import Ledger
from inbox_guard.errors import SettingsError

log = logging.getLogger(__name__)

LARGEST = 256 * 1024 * 1024
"""Octets of one file, also inside a zip: no export of a person is larger."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What an import did: rows read, facts in them, facts new to the ledger, rows not understood."""

    entries: int
    facts: int
    new: int
    lost: int
    examples: tuple[Lost, ...]


def bring_in(
    kind: str, path: Path, owner: Owner, ledger: Ledger, account: str | None, now: datetime
) -> Brought:
    """Read a file, a folder or a zip, and learn its facts for an account (None: for all).

    Raises `SettingsError` as `read_all` does.
    """
    read = read_all(kind, path)
    facts = tuple(kept for fact in read.facts if (kept := _hers(fact, owner)))
    new = ledger.learn(account, facts, now)
    log.info("brought in kind=%s facts=%d new=%d lost=%d", kind, len(facts), new, read.lost)
    return Brought(read.entries, len(facts), new, read.lost, read.examples)


def read_all(kind: str, path: Path) -> Found:
    """Return what a file, a folder or a zip holds; `kind` is a key of `core.outside.READERS`.

    Raises `SettingsError`, naming file and line, for what cannot be read or has none of the shapes
    of `core.outside.SHAPES`.
    """
    try:
        read = READERS[kind](_sources(path))
    except _UNOPENED as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    if isinstance(read, Unshaped):
        raise SettingsError(_unshaped(kind, path, read))
    return read


# What zipfile raises for archives that are torn, encrypted (RuntimeError) or packed in a way nobody reads.
_UNOPENED = (
    *(OSError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError),
    *(ValueError, struct.error),
)


def _hers(fact: Known, owner: Owner) -> Known | None:
    """Leave out a contact that is the owner herself, and a user name that is not hers."""
    if fact.kind is KnownKind.CONTACT and (owner.owns(fact.who) or owner.owns(fact.detail)):
        return None
    if fact.kind is KnownKind.ACCOUNT and not owner.owns(fact.detail):
        return Known(fact.kind, fact.who, "", fact.at, fact.source)
    return fact


def _unshaped(kind: str, path: Path, strange: Unshaped) -> str:
    inside = f" ({strange.file})" if strange.file not in ("", path.name) else ""
    line = f", line {strange.line}" if strange.line else ""
    known = "\n".join(f"- {shape}" for shape in SHAPES[kind])
    return f"{path}{inside}{line}: {strange.says}; `import {kind}` understands\n{known}"


# --- opening -------------------------------------------------------------------------------------

_Open = Callable[[], IO[bytes]]


def _sources(path: Path) -> tuple[Source, ...]:
    if path.is_dir():
        files = sorted(one for one in path.rglob("*") if one.is_file() and _readable(one.name))
        return tuple(_source(one.name, one.stat().st_size, partial(_opened, one)) for one in files)
    if not path.is_file():
        raise SettingsError(f"{path}: there is no such file or folder")
    if zipfile.is_zipfile(path):
        return _inside(path)
    return (_source(path.name, path.stat().st_size, partial(_opened, path)),)


def _inside(path: Path) -> tuple[Source, ...]:
    with zipfile.ZipFile(path) as archive:
        members = [
            one for one in archive.infolist() if _readable(one.filename) and not one.is_dir()
        ]
    return tuple(
        _source(
            one.filename.rpartition("/")[2], one.file_size, partial(_member, path, one.filename)
        )
        for one in sorted(members, key=lambda one: one.filename)
    )


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def _member(path: Path, name: str) -> IO[bytes]:
    return zipfile.ZipFile(path).open(name)


def _readable(name: str) -> bool:
    return name.lower().endswith((".csv", ".json", ".vcf", ".vcard", ".txt", "export.data"))


def _source(name: str, size: int, opened: _Open) -> Source:
    if size > LARGEST:
        raise SettingsError(
            f"{name} has {size:,} bytes; an export of more than {LARGEST:,} is not read"
        )
    return Source(name, partial(_lines, opened, cache(partial(_encoding_of, opened))))


def _lines(opened: _Open, encoding: Callable[[], str]) -> Iterator[str]:
    """Yield the lines with their ends, however the file is encoded."""
    with (
        opened() as octets,
        io.TextIOWrapper(octets, encoding(), errors="replace", newline="") as text,
    ):
        yield from text


def _encoding_of(opened: _Open) -> str:
    with opened() as octets:
        return _encoding(octets)


def _encoding(octets: IO[bytes]) -> str:
    """Tell by the byte order mark, else UTF-8 where all of it is valid, else Latin-1."""
    head = octets.read(4)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if len(head) == 4 and head[0] and not head[1] and head[2] and not head[3]:
        return "utf-16-le"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(head)
        while chunk := octets.read(1024 * 1024):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
