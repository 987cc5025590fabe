"""Mail in files: read like a mailbox, never written to."""

import io
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core.folder import Folder, Role
from inbox_guard.core.message import Fetched, MessageRef
from inbox_guard.core.ports import Mailbox
from inbox_guard.errors import MailboxError, MessageGone
from inbox_guard.mail import mbox
from inbox_guard.mail.archive import MaildirMailbox, MboxMailbox

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
RECEIVED = (
    "Received: from shop.example by mx.mail.test;\n\tSun, 1 Mar 2026 10:00:00 +0100\n"
    "Received: from pc by shop.example; Sat, 1 Jan 2000 00:00:00 +0000\n"
)


def mail(number: int, extra: str = "", body: str = "Hello.\n") -> bytes:
    return (f"{extra}From: a@shop.example\nMessage-ID: <{number}@x.example>\n\n{body}").encode()


def filled(path: Path, *mails: bytes, line: str = "From x Fri Feb 20 08:00:00 2026") -> Path:
    path.write_bytes(b"".join(f"{line}\n".encode() + raw + b"\n" for raw in mails))
    return path


def everything(box: Mailbox, batch: int = 2) -> list[Fetched]:
    return [
        row
        for folder in box.folders()
        for rows in box.headers(box.examine(folder), 0, batch)
        for row in rows
    ]


def test_an_mbox_is_one_folder_of_messages_counted_from_one(tmp_path: Path) -> None:
    box = MboxMailbox("home", filled(tmp_path / "Old.mbox", *(mail(n) for n in (1, 2, 3))))
    assert box.folders() == (Folder("mbox:Old", Role.OTHER),)
    rows = everything(box)
    assert [(row.ref.account, row.ref.folder, row.ref.uid) for row in rows] == [
        ("home", "mbox:Old", 1),
        ("home", "mbox:Old", 2),
        ("home", "mbox:Old", 3),
    ]
    assert rows[1].raw == mail(2).partition(b"Hello")[0]
    (whole,) = box.whole([rows[1].ref], 10_000)
    assert whole.raw == mail(2)
    assert box.find(box.folders()[0], "3@x.example") == (rows[2].ref,)


SPLITS: dict[str, tuple[bytes, list[bytes]]] = {
    "nothing": (b"", []),
    "no From line": (b"Subject: x\n\nFrom here on\n", []),
    "one": (b"From a Thu Jan  1 00:00:00 1970\nA: b\n\nhi\n", [b"A: b\n\nhi\n"]),
    "takeout's form": (
        b"From 123@xxx Sun Mar 01 09:00:00 +0000 2026\r\nA: b\r\n\r\nhi\r\n\r\n"
        b"From 124@xxx Sun Mar 01 09:00:00 +0000 2026\r\nC: d\r\n\r\nho\r\n",
        [b"A: b\r\n\r\nhi\r\n", b"C: d\r\n\r\nho\r\n"],
    ),
    "a sentence that begins with From": (
        b"From a Thu Jan  1 00:00:00 1970\nA: b\n\nhi\n\nFrom here on it is quiet.\n",
        [b"A: b\n\nhi\n\nFrom here on it is quiet.\n"],
    ),
    "quoted From lines": (
        b"From a Thu Jan  1 00:00:00 1970\nA: b\n\n>From b Thu Jan  1 00:00:00 1970\n>>From c\n",
        [b"A: b\n\nFrom b Thu Jan  1 00:00:00 1970\n>From c\n"],
    ),
    "no empty line before it": (
        b"From a Thu Jan  1 00:00:00 1970\nA: b\n\nhi\nFrom b Thu Jan  1 00:00:00 1970\n",
        [b"A: b\n\nhi\nFrom b Thu Jan  1 00:00:00 1970\n"],
    ),
    "an empty message": (
        b"From a Thu Jan  1 00:00:00 1970\n\nFrom b Thu Jan  1 00:00:00 1970\nA: b\n\n",
        [b"\n", b"A: b\n"],
    ),
}


@pytest.mark.parametrize(("content", "expected"), SPLITS.values(), ids=SPLITS)
def test_an_mbox_is_split_where_messages_begin(
    tmp_path: Path, content: bytes, expected: list[bytes]
) -> None:
    (tmp_path / "x.mbox").write_bytes(content)
    box = MboxMailbox("home", tmp_path / "x.mbox")
    state = box.examine(box.folders()[0])
    refs = [
        MessageRef("home", state.folder.name, state.uidvalidity, uid + 1)
        for uid in range(state.exists)
    ]
    assert [row.raw for row in box.whole(refs, 10_000)] == expected


@settings(deadline=None)
@given(st.lists(st.binary(max_size=40), min_size=1, max_size=6), st.integers(1, 400))
def test_every_message_is_found_however_the_file_is_cut(bodies: list[bytes], pad: int) -> None:
    line = b"From x Thu Jan  1 00:00:00 1970\n"
    blocks = [line + b"A: b\n\n" + b"y" * pad + b.replace(b"From ", b"") + b"\n\n" for b in bodies]
    offsets = [sum(len(block) for block in blocks[:n]) for n in range(len(blocks) + 1)]
    whole = list(mbox.starts(io.BytesIO(b"".join(blocks))))
    pieces = list(mbox.starts(io.BytesIO(b"".join(blocks)), chunk=512))
    assert whole == offsets
    assert pieces == offsets


def test_a_large_mbox_is_never_held_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.mbox"
    body = b"z" * 70 + b"\n"
    with path.open("wb") as file:
        for number in range(300):
            file.write(b"From x Thu Jan  1 00:00:00 1970\n" + mail(number) + body * 1000 + b"\n")
    box = MboxMailbox("home", path)
    rows = everything(box, batch=100)
    assert len(rows) == 300
    assert max(len(row.raw) for row in rows) < 200
    assert {row.size for row in rows} == {71_000 + len(mail(n)) + 1 for n in (1, 11, 111)}


ARRIVALS: dict[str, tuple[str, str, datetime]] = {
    "topmost Received": (RECEIVED, "From x Fri Feb 20 08:00:00 2026", AT),
    "the mbox line": (
        "Date: Mon, 5 Jan 2026 00:00:00 +0000\n",
        "From x Sun Mar  1 09:00:00 2026",
        AT,
    ),
    "the mbox line with a zone": ("", "From 1@xxx Sun Mar 01 11:00:00 +0200 2026", AT),
    "a Received without a date": (
        "Received: by mx.mail.test\n",
        "From x Sun Mar  1 09:00:00 2026",
        AT,
    ),
    "the sender's Date": (
        "Date: Sun, 1 Mar 2026 10:00:00 +0100\n",
        "From x Sun Foo 99 10:00:00 2026",
        AT,
    ),
    "nothing": ("", "From x Sun Foo 99 10:00:00 2026", datetime(1970, 1, 1, tzinfo=UTC)),
}


@pytest.mark.parametrize(("extra", "line", "arrived"), ARRIVALS.values(), ids=ARRIVALS)
def test_arrival_is_the_owners_servers_word_as_far_as_there_is_one(
    tmp_path: Path, extra: str, line: str, arrived: datetime
) -> None:
    (row,) = everything(MboxMailbox("home", filled(tmp_path / "x", mail(1, extra), line=line)))
    assert row.arrived == arrived


LABELS: dict[str, tuple[str, Role | None]] = {
    "inbox": ("Inbox,Unread,Category Promotions", Role.INBOX),
    "sent": ("Sent,Opened", Role.SENT),
    "german sent": ("Gesendet,Ge=C3=B6ffnet", Role.SENT),
    "encoded": ("=?UTF-8?Q?Gesendet,Ge=C3=B6ffnet?=", Role.SENT),
    "spam": ("Spam", Role.JUNK),
    "archived": ("Opened,Work", Role.ARCHIVE),
    "quoted": ('"Work, Sent away",Opened', Role.ARCHIVE),
    "trash": ("Trash,Opened", None),
    "german trash": ("Papierkorb", None),
    "drafts": ("Drafts", None),
}


@pytest.mark.parametrize(("labels", "role"), LABELS.values(), ids=LABELS)
def test_takeouts_labels_give_each_message_its_role(
    tmp_path: Path, labels: str, role: Role | None
) -> None:
    path = filled(tmp_path / "All mail.mbox", mail(1, f"X-Gmail-Labels: {labels}\n"), mail(2))
    rows = {row.ref.uid: row.role for row in everything(MboxMailbox("home", path))}
    assert rows.get(1) is role
    assert 2 in rows


def test_a_file_named_sent_is_the_sent_folder(tmp_path: Path) -> None:
    (row,) = everything(MboxMailbox("home", filled(tmp_path / "Sent", mail(1))))
    assert row.role is Role.SENT


def test_another_file_at_the_same_place_is_noticed(tmp_path: Path) -> None:
    path = filled(tmp_path / "x", mail(1), mail(2))
    (first, *_) = everything(MboxMailbox("home", path))
    again = MboxMailbox("home", path)
    assert [row.ref for row in again.whole([first.ref], 999)] == [first.ref]
    filled(path, mail(3))
    with pytest.raises(MessageGone):
        list(MboxMailbox("home", path).whole([first.ref], 999))


def maildir(root: Path) -> Path:
    for folder in ("", ".Sent", ".Lists.News", ".Trash"):
        for part in ("cur", "new", "tmp"):
            (root / folder / part).mkdir(parents=True)
    (root / "cur" / "1772355600.M1.host:2,S").write_bytes(mail(1))
    (root / "new" / "1772355601.M2.host").write_bytes(mail(2, RECEIVED))
    (root / "tmp" / "1772355602.M3.host").write_bytes(mail(3))
    (root / ".Sent" / "cur" / "1772355603.M4.host:2,").write_bytes(mail(4))
    (root / ".Lists.News" / "cur" / "x.M5.host:2,").write_bytes(mail(5))
    (root / ".Trash" / "cur" / "1772355605.M6.host:2,").write_bytes(mail(6))
    return root


def test_a_maildir_is_read_with_its_folders_and_without_its_trash(tmp_path: Path) -> None:
    box = MaildirMailbox("home", maildir(tmp_path / "Mail"))
    rows = everything(box)
    assert [(row.ref.folder, row.ref.uid, row.role) for row in rows] == [
        ("maildir:Mail", 1, Role.INBOX),
        ("maildir:Mail", 2, Role.INBOX),
        ("maildir:Mail/Lists/News", 1, Role.OTHER),
        ("maildir:Mail/Sent", 1, Role.SENT),
    ]
    assert [row.arrived for row in rows[:2]] == [AT, AT]
    assert [row.raw for row in box.whole([rows[3].ref], 999)] == [mail(4)]


def test_a_maildir_whose_files_changed_is_another_one_but_flags_do_not_matter(
    tmp_path: Path,
) -> None:
    root = maildir(tmp_path / "Mail")
    folder = Folder("maildir:Mail", Role.INBOX)
    before = MaildirMailbox("home", root).examine(folder).uidvalidity
    (root / "cur" / "1772355600.M1.host:2,S").rename(root / "cur" / "1772355600.M1.host:2,RS")
    assert MaildirMailbox("home", root).examine(folder).uidvalidity == before
    (root / "new" / "1772355601.M2.host").unlink()
    assert MaildirMailbox("home", root).examine(folder).uidvalidity != before


BOXES: dict[str, Callable[[Path], Mailbox]] = {
    "mbox": lambda path: MboxMailbox("home", filled(path / "x", mail(1))),
    "maildir": lambda path: MaildirMailbox("home", maildir(path / "Mail")),
}


@pytest.mark.parametrize("opened", BOXES.values(), ids=BOXES)
def test_an_archive_is_never_written_to(tmp_path: Path, opened: Callable[[Path], Mailbox]) -> None:
    box = opened(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    rows = everything(box)
    list(box.whole([rows[0].ref], 999))
    with pytest.raises(MailboxError, match="read-only"):
        box.move([rows[0].ref], "Elsewhere")
    with pytest.raises(MailboxError, match="read-only"):
        box.append("INBOX", mail(9), AT)
    box.close()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_a_missing_archive_is_said_plainly(tmp_path: Path) -> None:
    for kind in (MboxMailbox, MaildirMailbox):
        with pytest.raises(MailboxError, match="nowhere"):
            kind("home", tmp_path / "nowhere")


def test_a_pipe_in_place_of_an_mbox_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(MailboxError, match="pipe"):
        MboxMailbox("home", tmp_path / "pipe")
