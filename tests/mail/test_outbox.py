"""One mail to one recipient, and exactly how far it got when it did not get through."""

import email
import logging
import socket
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core.mechanism import Mailto
from inbox_guard.errors import OutboxError
from inbox_guard.mail.endpoint import Endpoint, Security
from inbox_guard.mail.login import Auth, Login
from inbox_guard.mail.outbox import SmtpOutbox
from tests.servers.certificates import Authority
from tests.servers.smtp import HOST, Sink

ANNA = "anna+shop@mail.example"
OFFER = Mailto("leave@list.example", "token=a+b/c==", "please\nremove me")


def plain(sink: Sink, login: Login | None = None, deadline: float = 10) -> SmtpOutbox:
    return SmtpOutbox(Endpoint(sink.host, sink.port, Security.NONE), login, deadline)


def parsed(raw: bytes) -> EmailMessage:
    message = email.message_from_bytes(raw, policy=email.policy.SMTP)
    assert isinstance(message, EmailMessage)
    return message


def test_an_unsubscription_is_mailed_from_the_subscribed_address() -> None:
    with Sink() as sink:
        plain(sink).unsubscribe(OFFER, ANNA)
    (taken,) = sink.taken
    assert (taken.sender, taken.recipients) == (ANNA, ("leave@list.example",))
    message = parsed(taken.raw)
    assert [message[name] for name in ("From", "To", "Subject")] == [
        ANNA,
        "leave@list.example",
        "token=a+b/c==",
    ]
    assert message["Message-ID"].endswith("@mail.example>")
    assert abs(parsedate_to_datetime(message["Date"]) - datetime.now(UTC)) < timedelta(minutes=1)
    assert taken.raw.endswith(b"\r\n\r\nplease\r\nremove me\r\n")
    assert b"\n" not in taken.raw.replace(b"\r\n", b"")
    for name in ("Auto-Submitted", "Disposition-Notification-To", "Return-Receipt-To", "Cc", "Bcc"):
        assert message[name] is None


def test_without_a_subject_the_mail_says_unsubscribe() -> None:
    with Sink() as sink:
        plain(sink).unsubscribe(Mailto("leave@list.example", "", ""), ANNA)
    assert parsed(sink.taken[0].raw)["Subject"] == "unsubscribe"


def test_a_long_token_stands_on_one_line_as_it_was_given() -> None:
    token = "unsubscribe:" + "aB3_-." * 80
    with Sink() as sink:
        plain(sink).unsubscribe(Mailto("leave@list.example", token, token), ANNA)
    assert b"Subject: " + token.encode() + b"\r\n" in sink.taken[0].raw
    assert sink.taken[0].raw.endswith(token.encode() + b"\r\n")


def test_words_beyond_ascii_arrive_as_words() -> None:
    with Sink() as sink:
        plain(sink).unsubscribe(Mailto("leave@list.example", "Abmeldung für", "Grüße"), ANNA)
    message = parsed(sink.taken[0].raw)
    assert message["Subject"] == "Abmeldung für"
    assert message.get_content().strip() == "Grüße"
    assert sink.taken[0].raw.isascii()


HOSTILE = {
    "header in the subject": Mailto(
        "leave@list.example", unquote("x%0D%0ABcc: v@victim.example"), ""
    ),
    "bare LF in the subject": Mailto("leave@list.example", "x\nBcc: v@victim.example", ""),
    "bare CR in the subject": Mailto("leave@list.example", "x\rBcc: v@victim.example", ""),
    "a CR and no more": Mailto("leave@list.example", "\r", ""),
    "an escape": Mailto("leave@list.example", "x\x1b[2J", ""),
    "header in the address": Mailto("leave@list.example\r\nBcc: v@victim.example", "x", ""),
    "two recipients": Mailto("leave@list.example,v@victim.example", "x", ""),
    "two recipients, spaced": Mailto("leave@list.example, v@victim.example", "x", ""),
    "a group": Mailto("g: leave@list.example, v@victim.example;", "x", ""),
    "a name in front": Mailto("x <leave@list.example>", "x", ""),
    "a route": Mailto("@relay.example:leave@list.example", "x", ""),
    "a quoted local part": Mailto('"leave v"@list.example', "x", ""),
    "an address literal": Mailto("leave@[10.0.0.1]", "x", ""),
    "a comment": Mailto("leave@list.example (v@victim.example)", "x", ""),
    "an SMTP parameter": Mailto("leave@list.example> SIZE=1", "x", ""),
    "two at signs": Mailto("v@victim.example@list.example", "x", ""),
    "no domain": Mailto("leave", "x", ""),
    "nobody": Mailto("", "x", ""),
    "a NUL": Mailto("leave\0@list.example", "x", ""),
}


@pytest.mark.parametrize("offer", HOSTILE.values(), ids=HOSTILE)
def test_a_mailto_that_would_reach_anybody_else_is_refused_before_connecting(offer: Mailto) -> None:
    with Sink() as sink, pytest.raises(OutboxError) as caught:
        plain(sink).unsubscribe(offer, ANNA)
    assert (sink.connections, caught.value.sent, caught.value.temporary) == (0, False, False)


@pytest.fixture(scope="module")
def sink():
    with Sink() as server:
        yield server


@settings(deadline=None)
@given(subject=st.text(max_size=60), body=st.text(max_size=200))
def test_whatever_subject_and_body_hold_one_recipient_gets_mail_or_nobody(
    sink: Sink, subject: str, body: str
) -> None:
    sink.taken.clear()
    try:
        plain(sink).unsubscribe(Mailto("leave@list.example", subject, body), ANNA)
    except OutboxError:
        assert sink.taken == []
        return
    (taken,) = sink.taken
    assert taken.recipients == ("leave@list.example",)
    names = {line.split(b":")[0].lower() for line in taken.raw.split(b"\r\n\r\n")[0].splitlines()}
    folded = {name for name in names if not name.startswith((b" ", b"\t"))}
    assert folded == {
        b"from", b"to", b"subject", b"date", b"message-id", b"mime-version",
        b"content-type", b"content-transfer-encoding",
    }  # fmt: skip


def test_a_ready_message_leaves_octet_for_octet_with_its_dots() -> None:
    raw = b"Subject: Report\r\n\r\n.\r\n..two\r\nlast\r\n.\r\n"
    with Sink() as sink:
        plain(sink).send(raw, ANNA, "anna@mail.example")
    (taken,) = sink.taken
    assert (taken.raw, taken.recipients) == (raw, ("anna@mail.example",))


def test_bare_line_ends_leave_as_crlf() -> None:
    with Sink() as sink:
        plain(sink).send(b"Subject: x\n\na\rb\r\n.c\n", ANNA, ANNA)
    assert sink.taken[0].raw == b"Subject: x\r\n\r\na\r\nb\r\n.c\r\n"


REFUSALS = {
    "unknown recipient": ({"rcpt": "550 5.1.1 no such list"}, False, "5.1.1 no such list"),
    "greylisted": ({"rcpt": "451 4.7.1 greylisted"}, True, "greylisted"),
    "content refused": ({"data": "554 5.7.1 spam"}, False, "spam"),
    "content deferred": ({"data": "452 4.3.1 disk full"}, True, "disk full"),
}


@pytest.mark.parametrize(("faults", "temporary", "words"), REFUSALS.values(), ids=REFUSALS)
def test_a_refused_mail_was_not_sent_and_says_whether_to_try_again(
    faults: dict[str, str], temporary: bool, words: str
) -> None:
    with Sink(**faults) as sink, pytest.raises(OutboxError, match=words) as caught:
        plain(sink).unsubscribe(OFFER, ANNA)
    assert (caught.value.sent, caught.value.temporary) == (False, temporary)


def test_a_line_that_breaks_after_the_content_leaves_the_mail_in_doubt() -> None:
    with Sink(hang_up_after_data=True) as sink, pytest.raises(OutboxError) as caught:
        plain(sink).unsubscribe(OFFER, ANNA)
    assert len(sink.taken) == 1
    assert (caught.value.sent, caught.value.temporary) == (True, False)


def test_a_server_that_says_nothing_is_left_after_the_deadline() -> None:
    with socket.create_server((HOST, 0)) as silent:
        endpoint = Endpoint(HOST, silent.getsockname()[1], Security.NONE)
        with pytest.raises(OutboxError, match=r"0\.3 s") as caught:
            SmtpOutbox(endpoint, None, deadline=0.3).unsubscribe(OFFER, ANNA)
    assert (caught.value.sent, caught.value.temporary) == (False, True)


def test_a_closed_port_is_temporary_and_nothing_was_sent() -> None:
    with socket.socket() as nobody:
        nobody.bind((HOST, 0))
        endpoint = Endpoint(HOST, nobody.getsockname()[1], Security.NONE)
        with pytest.raises(OutboxError) as caught:
            SmtpOutbox(endpoint, None).unsubscribe(OFFER, ANNA)
    assert (caught.value.sent, caught.value.temporary) == (False, True)


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("password", ["s3cret-Pa55", "Grüße-密码"])
def test_a_login_goes_out_over_tls(tmp_path: Path, security: Security, password: str) -> None:
    authority = Authority(tmp_path)
    kind = "tls" if security is Security.TLS else "starttls"
    with Sink(password=password, **{kind: authority.context(HOST)}) as sink:
        endpoint = Endpoint(sink.host, sink.port, security, authority.ca_file)
        login = Login(ANNA, Auth.PASSWORD, lambda: password, "GUARD_SMTP_PASSWORD")
        SmtpOutbox(endpoint, login).unsubscribe(OFFER, ANNA)
    assert sink.logins == [(ANNA, password)]
    assert len(sink.taken) == 1


@pytest.mark.parametrize("token", ["fresh", "stale"])
def test_a_token_goes_out_as_xoauth2(tmp_path: Path, token: str) -> None:
    authority = Authority(tmp_path)
    with Sink(password="fresh", tls=authority.context(HOST)) as sink:
        endpoint = Endpoint(sink.host, sink.port, Security.TLS, authority.ca_file)
        outbox = SmtpOutbox(endpoint, Login(ANNA, Auth.XOAUTH2, lambda: token, "GUARD_X"))
        if token == "fresh":
            outbox.unsubscribe(OFFER, ANNA)
        else:
            with pytest.raises(OutboxError, match="GUARD_X"):
                outbox.unsubscribe(OFFER, ANNA)
    assert sink.logins == [(f"user={ANNA}", f"auth=Bearer {token}")]
    assert len(sink.taken) == (1 if token == "fresh" else 0)


def test_a_refused_login_names_the_setting_and_never_the_secret(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="inbox_guard")
    authority = Authority(tmp_path)
    with Sink(password="right", tls=authority.context(HOST)) as sink:
        endpoint = Endpoint(sink.host, sink.port, Security.TLS, authority.ca_file)
        login = Login(ANNA, Auth.PASSWORD, lambda: "canary-1", "GUARD_WORK_SMTP_PASSWORD_FILE")
        with pytest.raises(OutboxError, match="GUARD_WORK_SMTP_PASSWORD_FILE") as caught:
            SmtpOutbox(endpoint, login).unsubscribe(OFFER, ANNA)
    assert (caught.value.sent, caught.value.temporary, sink.taken) == (False, False, [])
    assert "canary" not in str(caught.value) + str(caught.value.__cause__) + caplog.text


def test_stripped_starttls_sends_neither_login_nor_mail(tmp_path: Path) -> None:
    authority = Authority(tmp_path)
    with Sink(password="s3cret") as sink:
        endpoint = Endpoint(sink.host, sink.port, Security.STARTTLS, authority.ca_file)
        login = Login(ANNA, Auth.PASSWORD, lambda: "s3cret", "GUARD_SMTP_PASSWORD")
        with pytest.raises(OutboxError, match="GUARD_SMTP_SECURITY"):
            SmtpOutbox(endpoint, login).unsubscribe(OFFER, ANNA)
    assert (sink.logins, sink.taken) == ([], [])


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("fault", ["wrong name", "expired", "stranger"])
def test_a_certificate_that_does_not_hold_gets_no_login(
    tmp_path: Path, security: Security, fault: str
) -> None:
    authority, stranger = Authority(tmp_path), Authority(tmp_path / "other")
    context = {
        "wrong name": lambda: authority.context("mail.other.test"),
        "expired": lambda: authority.expired(HOST),
        "stranger": lambda: stranger.context(HOST),
    }[fault]()
    kind = "tls" if security is Security.TLS else "starttls"
    with Sink(password="s3cret", **{kind: context}) as sink:
        endpoint = Endpoint(sink.host, sink.port, security, authority.ca_file)
        login = Login(ANNA, Auth.PASSWORD, lambda: "s3cret", "GUARD_SMTP_PASSWORD")
        with pytest.raises(OutboxError, match="GUARD_SMTP_CA_FILE") as caught:
            SmtpOutbox(endpoint, login).unsubscribe(OFFER, ANNA)
    assert (sink.logins, sink.taken, caught.value.sent) == ([], [], False)


def test_a_domain_beyond_ascii_is_mailed_by_its_a_label() -> None:
    with Sink() as sink:
        plain(sink).unsubscribe(Mailto("leave@bücher.example", "x", ""), ANNA)
    assert sink.taken[0].recipients == ("leave@xn--bcher-kva.example",)


def test_a_local_part_beyond_ascii_needs_a_server_that_takes_it() -> None:
    offer = Mailto("grüße@list.example", "x", "")
    with Sink() as able, Sink(utf8=False) as unable:
        plain(able).unsubscribe(offer, ANNA)
        with pytest.raises(OutboxError, match="SMTPUTF8") as caught:
            plain(unable).unsubscribe(offer, ANNA)
    assert able.taken[0].recipients == ("grüße@list.example",)
    assert "SMTPUTF8" in able.taken[0].options
    assert (unable.taken, caught.value.temporary) == ([], False)
