"""The mailbox's contract: the fake that the jobs are tested with, and ours against a real server."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest

from inbox_guard.core.folder import Folder, Role
from inbox_guard.core.message import MessageRef
from inbox_guard.core.ports import Mailbox
from inbox_guard.errors import MailboxError, MessageGone
from inbox_guard.mail.endpoint import Endpoint, Security
from inbox_guard.mail.inbox import ImapMailbox
from inbox_guard.mail.login import Auth, Login
from tests.fakes.mailbox import FakeMailbox
from tests.servers.dovecot import Dovecot

ARRIVED = datetime(2026, 3, 1, 12, 30, 15, tzinfo=UTC)
INBOX = Folder("INBOX", Role.INBOX)


def mail(number: int, body: str = "Hello.\r\n") -> bytes:
    return (
        f"From: Anna <anna@shop{number}.example>\r\nSubject: Offer {number}\r\n"
        f"Message-ID: <m{number}@shop.example>\r\n\r\n{body}"
    ).encode()


class World(Protocol):
    """A mailbox and somebody else who changes what lies in it."""

    box: Mailbox

    def deliver(self, folder: str, raw: bytes, arrived: datetime) -> None: ...
    def vanish(self, ref: MessageRef) -> None: ...
    def renew(self, folder: str) -> None: ...
    def read(self, ref: MessageRef) -> None: ...


@dataclass
class Fake:
    box: FakeMailbox

    def deliver(self, folder: str, raw: bytes, arrived: datetime) -> None:
        self.box.deliver(folder, raw, arrived)

    def vanish(self, ref: MessageRef) -> None:
        self.box.vanish(ref)

    def renew(self, folder: str) -> None:
        self.box.renew(folder)

    def read(self, ref: MessageRef) -> None:
        self.box.open(ref)


@dataclass
class Real:
    box: ImapMailbox
    server: Dovecot
    user: str

    def deliver(self, folder: str, raw: bytes, arrived: datetime) -> None:
        self.server.deliver(self.user, folder, (raw, arrived))

    def vanish(self, ref: MessageRef) -> None:
        with self.server.client(self.user) as client:
            client.select_folder(ref.folder)
            client.delete_messages([ref.uid])
            client.expunge([ref.uid])

    def renew(self, folder: str) -> None:
        self.server.renew(self.user, folder)

    def read(self, ref: MessageRef) -> None:
        with self.server.client(self.user) as client:
            client.select_folder(ref.folder)
            client.add_flags([ref.uid], [b"\\Seen"])


@pytest.fixture(params=["fake", "imap"])
def world(request: pytest.FixtureRequest, dovecot: Dovecot) -> Iterator[World]:
    if request.param == "fake":
        names = ("Sent", "Junk", "Drafts", "Trash", "Archive")
        yield Fake(FakeMailbox(dict.fromkeys(names, ())))
        return
    someone = dovecot.add_user()
    endpoint = Endpoint(dovecot.host, dovecot.port_tls, Security.TLS, dovecot.ca_file)
    login = Login(someone.user, Auth.PASSWORD, lambda: someone.password, "GUARD_IMAP_PASSWORD")
    box = ImapMailbox("main", endpoint, login, deadline=20)
    yield Real(box, dovecot, someone.user)
    box.close()


class TestMailbox:
    """Read without a trace, moved when told to, never confused about which message is meant."""

    def test_folders_are_known_by_role_and_drafts_and_trash_are_left_out(
        self, world: World
    ) -> None:
        found = {folder.name: folder.role for folder in world.box.folders()}
        assert found == {
            "INBOX": Role.INBOX,
            "Sent": Role.SENT,
            "Junk": Role.JUNK,
            "Archive": Role.ARCHIVE,
        }

    def test_an_examined_folder_says_how_many_and_what_comes_next(self, world: World) -> None:
        world.deliver("INBOX", mail(1), ARRIVED)
        world.deliver("INBOX", mail(2), ARRIVED)
        state = world.box.examine(INBOX)
        assert (state.folder, state.uidnext, state.exists) == (INBOX, 3, 2)
        assert state.uidvalidity > 0

    def test_a_folder_that_is_not_there_is_an_error(self, world: World) -> None:
        with pytest.raises(MailboxError):
            world.box.examine(Folder("Nowhere", Role.OTHER))

    def test_headers_come_ascending_in_batches_without_their_bodies(self, world: World) -> None:
        for number in range(1, 6):
            world.deliver("INBOX", mail(number), ARRIVED + timedelta(minutes=number))
        state = world.box.examine(INBOX)
        batches = list(world.box.headers(state, 0, 2))
        rows = [row for batch in batches for row in batch]
        assert [len(batch) for batch in batches] == [2, 2, 1]
        assert [row.ref.uid for row in rows] == [1, 2, 3, 4, 5]
        assert {row.ref.uidvalidity for row in rows} == {state.uidvalidity}
        assert rows[3].raw == mail(4).partition(b"Hello")[0]
        assert rows[3].size == len(mail(4))
        assert rows[3].arrived == ARRIVED + timedelta(minutes=4)
        assert rows[3].arrived.utcoffset() == timedelta(0)
        assert {row.role for row in rows} == {Role.INBOX}

    def test_only_what_is_above_the_cursor_is_read(self, world: World) -> None:
        for number in (1, 2, 3):
            world.deliver("INBOX", mail(number), ARRIVED)
        state = world.box.examine(INBOX)
        uids = [row.ref.uid for batch in world.box.headers(state, 2, 10) for row in batch]
        assert uids == [3]
        assert list(world.box.headers(state, 3, 10)) == []
        assert list(world.box.headers(state, 99, 10)) == []

    def test_an_empty_folder_has_no_headers(self, world: World) -> None:
        assert list(world.box.headers(world.box.examine(INBOX), 0, 10)) == []

    def test_a_message_that_vanished_is_left_out(self, world: World) -> None:
        for number in (1, 2, 3):
            world.deliver("INBOX", mail(number), ARRIVED)
        state = world.box.examine(INBOX)
        refs = [row.ref for batch in world.box.headers(state, 0, 10) for row in batch]
        world.vanish(refs[1])
        state = world.box.examine(INBOX)
        left = [row.ref.uid for batch in world.box.headers(state, 0, 10) for row in batch]
        assert left == [1, 3]
        assert [row.ref for row in world.box.whole(refs, 10_000)] == [refs[0], refs[2]]

    def test_whole_messages_are_cut_at_the_limit(self, world: World) -> None:
        raw = mail(1, "x" * 5_000 + "\r\n")
        world.deliver("INBOX", raw, ARRIVED)
        ref = MessageRef("main", "INBOX", world.box.examine(INBOX).uidvalidity, 1)
        (full,) = world.box.whole([ref], 10_000)
        (cut,) = world.box.whole([ref], 300)
        assert (full.raw, full.size, full.role) == (raw, len(raw), Role.INBOX)
        assert (cut.raw, cut.size) == (raw[:300], len(raw))

    def test_a_folder_made_anew_is_never_read_with_old_references(self, world: World) -> None:
        world.deliver("Lists", mail(1), ARRIVED)
        state = world.box.examine(Folder("Lists", Role.OTHER))
        refs = [row.ref for batch in world.box.headers(state, 0, 10) for row in batch]
        world.renew("Lists")
        world.deliver("Lists", mail(2), ARRIVED)
        with pytest.raises(MessageGone):
            list(world.box.whole(refs, 1_000))
        with pytest.raises(MessageGone):
            world.box.move(refs, "Elsewhere")
        assert world.box.examine(Folder("Lists", Role.OTHER)).uidvalidity != state.uidvalidity
        with pytest.raises(MessageGone):
            list(world.box.headers(state, 0, 10))

    def test_a_message_is_found_by_its_whole_message_id(self, world: World) -> None:
        for number in (1, 11):
            world.deliver("INBOX", mail(number), ARRIVED)
        (ref,) = world.box.find(INBOX, "m1@shop.example")
        assert (ref.folder, ref.uid) == ("INBOX", 1)
        assert world.box.find(INBOX, "1@shop.example") == ()
        assert world.box.find(INBOX, "") == ()

    def test_a_move_says_where_the_message_went_and_can_be_taken_back(self, world: World) -> None:
        for number in (1, 2, 3):
            world.deliver("INBOX", mail(number), ARRIVED)
        state = world.box.examine(INBOX)
        rows = [row for batch in world.box.headers(state, 0, 10) for row in batch]
        there = world.box.move([rows[0].ref, rows[2].ref], "Set aside")
        assert [landed.old for landed in there] == [rows[0].ref, rows[2].ref]
        assert world.box.examine(INBOX).exists == 1
        back = [landed.new for landed in there if landed.new is not None]
        assert {row.raw for row in world.box.whole(back, 10_000)} == {mail(1), mail(3)}
        world.box.move(back, "INBOX")
        assert world.box.examine(INBOX).exists == 3
        assert world.box.examine(Folder("Set aside", Role.OTHER)).exists == 0
        (again,) = world.box.find(INBOX, "m3@shop.example")
        (row,) = world.box.whole([again], 10_000)
        assert row.arrived == ARRIVED

    def test_moving_what_is_gone_moves_the_rest(self, world: World) -> None:
        for number in (1, 2):
            world.deliver("INBOX", mail(number), ARRIVED)
        validity = world.box.examine(INBOX).uidvalidity
        refs = [MessageRef("main", "INBOX", validity, uid) for uid in (1, 2)]
        world.vanish(refs[0])
        assert [landed.old for landed in world.box.move(refs, "Archive")] == [refs[1]]
        assert world.box.move(refs, "Archive") == ()

    def test_an_appended_message_lies_there_with_its_date(self, world: World) -> None:
        world.box.append("Reports/2026", mail(9), ARRIVED)
        folder = Folder("Reports/2026", Role.OTHER)
        (batch,) = world.box.headers(world.box.examine(folder), 0, 10)
        assert [(row.arrived, row.size) for row in batch] == [(ARRIVED, len(mail(9)))]

    def test_localised_names_come_and_go_unharmed(self, world: World) -> None:
        name = "Entwürfe & Übriges/日本"
        world.deliver("INBOX", mail(1), ARRIVED)
        ref = MessageRef("main", "INBOX", world.box.examine(INBOX).uidvalidity, 1)
        (landed,) = world.box.move([ref], name)
        assert landed.new is not None
        assert landed.new.folder == name
        assert name in {folder.name for folder in world.box.folders()}


def test_what_the_owner_has_read_is_told_and_asking_reads_nothing(world: World) -> None:
    for number in (1, 2, 3):
        world.deliver("INBOX", mail(number), ARRIVED)
    state = world.box.examine(INBOX)
    uids = [fetched.ref.uid for batch in world.box.headers(state, 0, 10) for fetched in batch]
    assert world.box.unread(state) == frozenset(uids)
    world.read(MessageRef(world.box.account, "INBOX", state.uidvalidity, uids[1]))
    assert world.box.unread(world.box.examine(INBOX)) == {uids[0], uids[2]}
