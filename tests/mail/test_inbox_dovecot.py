"""Our mailbox against a real server: what it must not touch, and what may be wrong on the way there."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inbox_guard.core.folder import Folder, Role
from inbox_guard.core.message import MessageRef
from inbox_guard.errors import LoginRefused, MailboxError, SettingsError, Unreachable
from inbox_guard.mail.endpoint import Endpoint, Security
from inbox_guard.mail.inbox import ImapMailbox
from inbox_guard.mail.login import Auth, Login
from tests.servers.certificates import Authority
from tests.servers.dovecot import BARE, WITHOUT_MOVE, Credentials, Dovecot
from tests.servers.imap_hostile import HostileImap, Script

ARRIVED = datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC)
INBOX = Folder("INBOX", Role.INBOX)
Open = Callable[..., ImapMailbox]


def mail(number: int) -> bytes:
    return (
        f"From: a@shop.example\r\nSubject: {number}\r\nMessage-ID: <{number}@x.example>\r\n\r\nHi\r\n"
    ).encode()


def login_of(someone: Credentials) -> Login:
    return Login(someone.user, Auth.PASSWORD, lambda: someone.password, "GUARD_HOME_IMAP_PASSWORD")


@pytest.fixture
def tls(dovecot: Dovecot) -> Endpoint:
    return Endpoint(dovecot.host, dovecot.port_tls, Security.TLS, dovecot.ca_file)


@pytest.fixture
def opened(tls: Endpoint) -> Iterator[Open]:
    boxes: list[ImapMailbox] = []

    def box(login: Login, endpoint: Endpoint = tls, **options: object) -> ImapMailbox:
        made = ImapMailbox("home", endpoint, login, **{"deadline": 20, **options})
        boxes.append(made)
        return made

    yield box
    for made in boxes:
        made.close()


def uids(box: ImapMailbox, folder: Folder = INBOX, batch: int = 300) -> list[int]:
    state = box.examine(folder)
    return [row.ref.uid for rows in box.headers(state, 0, batch) for row in rows]


def test_reading_a_thousand_mails_changes_no_flag(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    dovecot.deliver(someone.user, "INBOX", *((mail(n), ARRIVED) for n in range(1000)))
    dovecot.mark(someone.user, "INBOX", [3, 5], b"\\Seen", b"\\Flagged")
    before = dovecot.flags(someone.user, "INBOX")
    box = opened(login_of(someone))
    state = box.examine(INBOX)
    refs = [row.ref for rows in box.headers(state, 0, 300) for row in rows]
    bodies = list(box.whole(refs[:120], 5_000))
    box.find(INBOX, "7@x.example")
    assert (len(refs), len(bodies)) == (1000, 120)
    assert dovecot.flags(someone.user, "INBOX") == before
    assert [uid for uid, flags in before.items() if flags] == [3, 5]


def test_an_appended_report_is_unread(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    opened(login_of(someone)).append("Reports", mail(1), ARRIVED)
    assert dovecot.flags(someone.user, "Reports") == {1: frozenset()}


def test_a_moved_message_keeps_its_flags(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    dovecot.deliver(someone.user, "INBOX", (mail(1), ARRIVED))
    dovecot.mark(someone.user, "INBOX", [1], b"\\Flagged")
    box = opened(login_of(someone))
    box.move([MessageRef("home", "INBOX", box.examine(INBOX).uidvalidity, 1)], "Aside")
    assert dovecot.flags(someone.user, "Aside") == {1: frozenset({b"\\Flagged"})}


SERVERS = {"copy and uid expunge": WITHOUT_MOVE, "copy only": BARE}


@pytest.mark.parametrize("host", SERVERS.values(), ids=SERVERS)
def test_a_move_without_move_never_expunges_what_somebody_else_marked(
    dovecot: Dovecot, opened: Open, tls: Endpoint, host: str
) -> None:
    someone = dovecot.add_user()
    dovecot.deliver(someone.user, "INBOX", *((mail(n), ARRIVED) for n in (1, 2, 3)))
    dovecot.mark(someone.user, "INBOX", [2], b"\\Deleted")
    box = opened(login_of(someone), replace(tls, host=host))
    assert "MOVE" not in box.capabilities()
    validity = box.examine(INBOX).uidvalidity
    (landed,) = box.move([MessageRef("home", "INBOX", validity, 1)], "Aside")
    left = dovecot.flags(someone.user, "INBOX")
    assert left[2] == {b"\\Deleted"}
    assert left[3] == frozenset()
    if host == WITHOUT_MOVE:
        assert set(left) == {2, 3}
    else:
        assert left[1] == {b"\\Deleted"}
    assert landed.new is not None
    assert [row.raw for row in box.whole([landed.new], 999)] == [mail(1)]


def test_a_made_folder_is_subscribed(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    opened(login_of(someone)).append("Reports", mail(1), ARRIVED)
    with dovecot.client(someone.user) as client:
        assert "Reports" in {name for _, _, name in client.list_sub_folders()}


def test_a_folder_is_made_below_the_prefix_where_all_folders_live(
    dovecot: Dovecot, opened: Open
) -> None:
    someone = dovecot.add_user(namespace__inbox__prefix="INBOX.", namespace__inbox__separator=".")
    dovecot.deliver(someone.user, "INBOX", (mail(1), ARRIVED))
    box = opened(login_of(someone))
    (landed,) = box.move(
        [MessageRef("home", "INBOX", box.examine(INBOX).uidvalidity, 1)], "Lists/Aside"
    )
    assert landed.new is not None
    assert landed.new.folder == "INBOX.Lists.Aside"


def test_roles_follow_special_use_whatever_the_names_say(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user(namespace__inbox__mailbox__Sent__special_use="\\Archive")
    roles = {f.name: f.role for f in opened(login_of(someone)).every_folder()}
    assert roles["Sent"] is Role.ARCHIVE


def test_only_the_named_folders_are_read(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    box = opened(login_of(someone), only=("inbox", "Trash"))
    assert [(f.name, f.role) for f in box.folders()] == [
        ("INBOX", Role.INBOX),
        ("Trash", Role.TRASH),
    ]


def test_an_unknown_folder_name_is_answered_with_a_suggestion(
    dovecot: Dovecot, opened: Open
) -> None:
    box = opened(login_of(dovecot.add_user()), only=("Archiv",))
    with pytest.raises(SettingsError, match=r'GUARD_FOLDERS names "Archiv".*Archive'):
        box.folders()


def test_starttls_reads_as_well_as_tls(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    dovecot.deliver(someone.user, "INBOX", (mail(1), ARRIVED))
    endpoint = Endpoint(dovecot.host, dovecot.port, Security.STARTTLS, dovecot.ca_file)
    assert uids(opened(login_of(someone), endpoint)) == [1]
    assert "TLS, session" in dovecot.log() or "TLS" in dovecot.log()


def test_a_password_beyond_ascii_logs_in(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user(password="Grüße-密码")
    opened(login_of(someone)).connect()


def test_what_the_server_can_is_asked_after_the_login(dovecot: Dovecot, opened: Open) -> None:
    able = opened(login_of(dovecot.add_user())).capabilities()
    assert {"MOVE", "UIDPLUS", "SPECIAL-USE"} <= set(able)


def test_connecting_twice_makes_one_connection(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    box = opened(login_of(someone))
    box.connect()
    box.connect()
    box.folders()
    assert dovecot.log().count(f"Login: user=<{someone.user}>") == 1


def test_a_connection_that_the_server_ended_is_made_anew(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    dovecot.deliver(someone.user, "INBOX", (mail(1), ARRIVED))
    box = opened(login_of(someone))
    assert uids(box) == [1]
    box.close()
    assert uids(box) == [1]


def test_a_wrong_password_names_the_setting_and_never_the_password(
    dovecot: Dovecot, opened: Open
) -> None:
    someone = replace(dovecot.add_user(), password="canary-5up3r-s3cret")
    with pytest.raises(LoginRefused, match="GUARD_HOME_IMAP_PASSWORD") as refused:
        opened(login_of(someone)).connect()
    shown: BaseException | None = refused.value
    while shown is not None:
        assert "canary" not in str(shown)
        shown = shown.__cause__ or shown.__context__


def test_an_unknown_authority_is_refused_and_the_setting_named(
    dovecot: Dovecot, opened: Open, tmp_path: Path
) -> None:
    stranger = Endpoint(dovecot.host, dovecot.port_tls, Security.TLS, Authority(tmp_path).ca_file)
    for endpoint in (stranger, replace(stranger, ca_file=None)):
        with pytest.raises(Unreachable, match="GUARD_IMAP_CA_FILE"):
            opened(login_of(dovecot.add_user()), endpoint).connect()


def test_an_unknown_authority_after_starttls_is_refused(
    dovecot: Dovecot, opened: Open, tmp_path: Path
) -> None:
    endpoint = Endpoint(dovecot.host, dovecot.port, Security.STARTTLS, Authority(tmp_path).ca_file)
    with pytest.raises(Unreachable, match="GUARD_IMAP_CA_FILE"):
        opened(login_of(dovecot.add_user()), endpoint).connect()


@pytest.mark.parametrize("fault", ["wrong name", "expired"])
def test_a_certificate_that_does_not_hold_gets_no_login(
    opened: Open, tmp_path: Path, fault: str
) -> None:
    authority = Authority(tmp_path)
    context = (
        authority.context("mail.other.test")
        if fault == "wrong name"
        else authority.expired("127.0.0.1")
    )
    login = Login("anna", Auth.PASSWORD, lambda: "secret", "GUARD_IMAP_PASSWORD")
    with HostileImap(Script(), tls=context) as server:
        endpoint = Endpoint(server.host, server.port, Security.TLS, authority.ca_file)
        with pytest.raises(Unreachable, match="GUARD_IMAP_CA_FILE"):
            opened(login, endpoint).connect()
        assert server.heard == []


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_ca_file_that_is_not_there_is_a_setting_to_mend(
    dovecot: Dovecot, opened: Open, tmp_path: Path, security: Security
) -> None:
    port = dovecot.port_tls if security is Security.TLS else dovecot.port
    endpoint = Endpoint(dovecot.host, port, security, tmp_path / "no-such-file")
    box = opened(login_of(dovecot.add_user()), endpoint)
    for _ in range(2):
        with pytest.raises(SettingsError, match="GUARD_IMAP_CA_FILE"):
            box.folders()


def test_an_unknown_host_is_unreachable(opened: Open) -> None:
    endpoint = Endpoint("no-such-host.test", 0, Security.TLS)
    with pytest.raises(Unreachable, match=r"no-such-host\.test.*GUARD_IMAP_HOST"):
        opened(Login("a", Auth.PASSWORD, lambda: "b", "GUARD_IMAP_PASSWORD"), endpoint).connect()


def test_a_closed_port_is_unreachable(opened: Open, tls: Endpoint) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        endpoint = replace(tls, port=nobody.getsockname()[1])
        login = Login("a", Auth.PASSWORD, lambda: "b", "GUARD_IMAP_PASSWORD")
        with pytest.raises(Unreachable, match="GUARD_IMAP_PORT"):
            opened(login, endpoint).connect()


def test_plain_imap_where_tls_is_asked_for_is_refused(dovecot: Dovecot, opened: Open) -> None:
    endpoint = Endpoint(dovecot.host, dovecot.port, Security.TLS, dovecot.ca_file)
    with pytest.raises(Unreachable, match="GUARD_IMAP_SECURITY"):
        opened(login_of(dovecot.add_user()), endpoint).connect()


def test_internal_dates_are_the_servers_instants_in_utc(dovecot: Dovecot, opened: Open) -> None:
    someone = dovecot.add_user()
    instants = [ARRIVED, ARRIVED - timedelta(days=9000), datetime(2024, 2, 29, 5, tzinfo=UTC)]
    dovecot.deliver(someone.user, "INBOX", *((mail(n), at) for n, at in enumerate(instants)))
    box = opened(login_of(someone))
    (rows,) = box.headers(box.examine(INBOX), 0, 10)
    assert [row.arrived for row in rows] == instants


def test_strange_mail_comes_through_as_it_is(dovecot: Dovecot, opened: Open) -> None:
    raws = [
        b"\r\n",
        b"\r\nno header at all",
        b"Subject: \xff\xfe {12}\r\n\r\n)\r\n",
        b"X: " + b"y" * 300_000 + b"\r\n\r\nbody",
        b'UID: 7 (UID 99) "quoted\r\n\r\n* BYE\r\n',
    ]
    someone = dovecot.add_user()
    dovecot.deliver(someone.user, "INBOX", *((raw, ARRIVED) for raw in raws))
    box = opened(login_of(someone))
    state = box.examine(INBOX)
    rows = [row for batch in box.headers(state, 0, 2) for row in batch]
    assert [row.ref.uid for row in rows] == [1, 2, 3, 4, 5]
    assert len(rows[3].raw) == 262_144
    assert [row.raw for row in box.whole([row.ref for row in rows], 400_000)] == raws


def test_message_ids_with_special_characters_are_found(dovecot: Dovecot, opened: Open) -> None:
    ids = ['a"b\\c@x.example', "a(b){5}*%@x.example", "plain@x.example", "földed@x.example"]
    someone = dovecot.add_user()
    dovecot.deliver(
        someone.user,
        "INBOX",
        *((f"Message-ID:\r\n <{i}>\r\n\r\n".encode(), ARRIVED) for i in ids),
    )
    box = opened(login_of(someone))
    found = [tuple(ref.uid for ref in box.find(INBOX, i)) for i in ids]
    assert found == [(1,), (2,), (3,), ()]
    assert box.find(INBOX, 'x" OR ALL "') == ()


def test_hundreds_of_scattered_messages_move_in_several_commands(
    dovecot: Dovecot, opened: Open
) -> None:
    someone = dovecot.add_user()
    dovecot.deliver(someone.user, "INBOX", *((mail(n), ARRIVED) for n in range(700)))
    box = opened(login_of(someone))
    validity = box.examine(INBOX).uidvalidity
    refs = [MessageRef("home", "INBOX", validity, uid) for uid in range(1, 701, 2)]
    landed = box.move(refs, "Aside")
    assert [each.old for each in landed] == refs
    assert sorted(each.new.uid for each in landed if each.new) == list(range(1, 351))
    assert box.examine(INBOX).exists == 350


def test_a_refusal_of_one_command_leaves_the_connection_usable(
    dovecot: Dovecot, opened: Open
) -> None:
    someone = dovecot.add_user()
    box = opened(login_of(someone))
    with pytest.raises(MailboxError, match="Nowhere"):
        box.examine(Folder("Nowhere", Role.OTHER))
    assert box.examine(INBOX).exists == 0
    assert dovecot.log().count(f"Login: user=<{someone.user}>") == 1
