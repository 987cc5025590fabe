"""Files from outside as they lie on a disk: any encoding, a zip, a folder, or no export at all."""

import struct
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.known import KnownKind
from inbox_guard.core.outside import READERS, Found
from inbox_guard.errors import SettingsError
from inbox_guard.jobs.bringing import LARGEST, Brought, bring_in, read_all
from inbox_guard.ledger.ledger import SqlLedger, open_ledger

NOW = datetime(2024, 6, 1, tzinfo=UTC)
OWNER = Owner(("mira@home.example", "@mine.example"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    with open_ledger(str(tmp_path / "state" / "ledger.sqlite"), write=True, at=NOW) as opened:
        yield opened


def brought(ledger: SqlLedger, kind: str, path: Path) -> Brought:
    return bring_in(kind, path, OWNER, ledger, None, NOW)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_is_read_however_it_is_encoded(
    ledger: SqlLedger, tmp_path: Path, encoding: str, end: str
) -> None:
    path = tmp_path / "google.csv"
    path.write_bytes(f"Name,E-mail 1 - Value{end}Zoë Müller,zoe@lamps.test{end}".encode(encoding))
    assert brought(ledger, "contacts", path).new == 2
    (fact, _) = ledger.outside("main").of_kind(KnownKind.CONTACT)
    assert (fact.who, fact.detail, fact.source) == ("zoe@lamps.test", "Zoë Müller", "google.csv")


SHAPELESS: dict[str, tuple[str, bytes]] = {
    "contacts": ("x.vcf", b"\x00\x01\x02"),
    "aliases": ("x.csv", b"one,two,three\n1,2,3\n"),
    "passwords": ("x.json", b"[1, 2]"),
    "linkedin": ("x.csv", b"Name,Age\nA,3\n"),
    "purchases": ("x.csv", b""),
    "breaches": ("x.json", b'{"a": 1}'),
}


@pytest.mark.parametrize("kind", SHAPELESS)
def test_a_file_of_no_known_shape_is_refused_with_the_shapes(
    ledger: SqlLedger, tmp_path: Path, kind: str
) -> None:
    name, raw = SHAPELESS[kind]
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(SettingsError, match=f"{name}.*`import {kind}` understands\n- "):
        brought(ledger, kind, path)


def test_broken_json_is_told_by_its_line(ledger: SqlLedger, tmp_path: Path) -> None:
    path = tmp_path / "vault.json"
    path.write_text('{"items": [\n{"login": oops}\n]}')
    with pytest.raises(SettingsError, match=r"vault\.json, line 2: JSON was expected"):
        brought(ledger, "passwords", path)


def test_a_folder_of_cards_is_read_as_one_and_other_files_are_passed_over(
    ledger: SqlLedger, tmp_path: Path
) -> None:
    folder = tmp_path / "cards"
    folder.mkdir()
    for name in ("ada", "ben"):
        card = f"BEGIN:VCARD\nVERSION:4.0\nFN:{name}\nEMAIL:{name}@gmail.com\nEND:VCARD\n"
        (folder / f"{name}.vcf").write_text(card)
    (folder / "notes.txt").write_text("nothing of the kind")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8")
    assert brought(ledger, "contacts", folder).new == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(SettingsError, match="there is no file in it"):
        brought(ledger, "contacts", empty)


def test_a_1pux_file_is_a_zip_and_read_as_one(ledger: SqlLedger, tmp_path: Path) -> None:
    path = tmp_path / "vault.1pux"
    item = '{"overview": {"url": "https://shop.example"}, "createdAt": 1612325106}'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("export.attributes", "{}")
        made.writestr("export.data", f'{{"accounts": [{{"vaults": [{{"items": [{item}]}}]}}]}}')
        made.writestr("files/secret.pdf", "%PDF")
    assert brought(ledger, "passwords", path).new == 1


def test_a_file_larger_than_any_export_is_refused_before_it_is_read(
    ledger: SqlLedger, tmp_path: Path
) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(SettingsError, match=r"huge\.csv has 268,435,457 bytes"):
        brought(ledger, "purchases", path)


def test_a_zip_that_lies_or_is_torn_is_an_error_that_names_it(
    ledger: SqlLedger, tmp_path: Path
) -> None:
    path = tmp_path / "torn.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("Connections.csv", "First Name,Last Name,Connected On\n" * 500)
    raw = bytearray(path.read_bytes())
    begin = 30 + len("Connections.csv")
    raw[begin + 5 : begin + 15] = struct.pack("10B", *range(10))
    path.write_bytes(raw)
    with pytest.raises(SettingsError, match=r"torn\.zip cannot be read"):
        brought(ledger, "linkedin", path)


def test_the_owner_is_no_contact_of_her_own_and_only_her_user_names_are_kept(
    ledger: SqlLedger, tmp_path: Path
) -> None:
    book, vault = tmp_path / "book.csv", tmp_path / "vault.csv"
    book.write_text("Name,Email\nMe,Mira@home.example\nMe too,any@mine.example\n")
    assert brought(ledger, "contacts", book).new == 0
    vault.write_text(
        "url,username,password\nhttps://a.example,mira+a@home.example,x\n"
        "https://b.example,somebody@else.example,x\nhttps://c.example,mira,x\n"
    )
    assert brought(ledger, "passwords", vault).new == 3
    users = {fact.who: fact.detail for fact in ledger.outside("main").of_kind(KnownKind.ACCOUNT)}
    assert users == {"a.example": "mira+a@home.example", "b.example": "", "c.example": ""}


PREFIXES = (
    b"",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"PK\x05\x06",
    b"BEGIN:VCARD\n",
    b"alias,for\n",
    b"[{",
)


@given(kind=st.sampled_from(sorted(READERS)), begins=st.sampled_from(PREFIXES), raw=st.binary())
def test_no_bytes_stop_an_import(kind: str, begins: bytes, raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(begins + raw)
        assert _read_or_refused(kind, path)


def _read_or_refused(kind: str, path: Path) -> bool:
    try:
        return isinstance(read_all(kind, path), Found)
    except SettingsError as error:
        return path.name in str(error)
