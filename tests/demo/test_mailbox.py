"""The demo's IMAP server, asked by the client library that inbox-guard uses."""

import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest
from imapclient import IMAPClient

from inbox_guard.demo.extra import require_extra
from inbox_guard.demo.mailbox import FOLDERS, Delivery, DemoMailbox
from inbox_guard.errors import SettingsError

RAW = (
    b"From: a@shop.example\r\nMessage-ID: <%d@shop.example>\r\nSubject: hello\r\n\r\nbody\r\n.\r\n"
)
NEW_YORK = timezone(timedelta(hours=-5))


def _mail(number: int, folder: str = "INBOX") -> Delivery:
    arrived = datetime(2026, 1, 5, 23, 30, tzinfo=NEW_YORK) + timedelta(days=number)
    return Delivery(folder, arrived, RAW % number)


def _client(mailbox: DemoMailbox) -> IMAPClient:
    client = IMAPClient("127.0.0.1", mailbox.port, ssl=False, timeout=5)
    client.login(mailbox.user, mailbox.password)
    client.normalise_times = False
    return client


def test_what_was_delivered_is_read_back_with_its_arrival_and_unseen():
    with DemoMailbox() as mailbox:
        mailbox.deliver([_mail(1), _mail(2)])
        with _client(mailbox) as client:
            assert client.select_folder("INBOX", readonly=True)[b"EXISTS"] == 2
            answers = client.fetch(
                client.search(), ["BODY.PEEK[HEADER]<0.20>", "BODY.PEEK[]", "INTERNALDATE", "FLAGS"]
            )
    first = min(answers.items())[1]
    assert first[b"BODY[]"] == RAW % 1
    assert first[b"BODY[HEADER]<0>"] == (RAW % 1)[:20]
    assert first[b"INTERNALDATE"] == datetime(2026, 1, 7, 4, 30, tzinfo=UTC)
    assert b"\\Seen" not in first[b"FLAGS"]


def test_a_message_is_found_by_its_message_id_and_moved_into_a_new_folder():
    with DemoMailbox() as mailbox:
        mailbox.deliver([_mail(1), _mail(2), _mail(3)])
        with _client(mailbox) as client:
            client.create_folder("Unwanted")
            client.select_folder("INBOX")
            found = client.search(["HEADER", "Message-ID", "<2@shop.example>"])
            client.move(found, "Unwanted")
            client.copy(client.search()[:1], "Archive")
            assert len(client.search()) == 2
            assert client.folder_status("Unwanted")[b"MESSAGES"] == 1
            assert client.folder_status("Archive")[b"MESSAGES"] == 1


def test_every_usual_folder_is_there():
    with DemoMailbox() as mailbox, _client(mailbox) as client:
        assert {name for _, _, name in client.list_folders()} == {"INBOX", *FOLDERS}


def test_the_password_is_another_one_each_time_and_a_wrong_one_is_refused():
    assert DemoMailbox().password != DemoMailbox().password
    with DemoMailbox() as mailbox:
        client = IMAPClient("127.0.0.1", mailbox.port, ssl=False, timeout=5)
        with pytest.raises(client.Error):
            client.login(mailbox.user, "wrong")
        client.shutdown()


def test_no_thread_is_left_even_when_a_client_stays_connected():
    before = set(threading.enumerate())
    with DemoMailbox() as mailbox:
        client = _client(mailbox)
        client.select_folder("INBOX")
        client.idle()
    client.shutdown()
    assert set(threading.enumerate()) == before


def test_a_missing_extra_is_named_with_the_command_that_installs_it():
    with pytest.raises(SettingsError, match=r"pip install 'inbox-guard\[demo\]'"):
        require_extra(("pymap", "no_such_module_anywhere"))


def test_an_installed_extra_is_no_reason_to_complain():
    require_extra()
