"""What no honest server does ends in one of our errors, in time, in little memory, and loses no mail."""

import logging
import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat

import pytest

from inbox_guard.core.folder import Folder, Role
from inbox_guard.core.message import MessageRef
from inbox_guard.errors import LoginRefused, MailboxError, MailboxProtocol, Unreachable
from inbox_guard.mail.endpoint import Endpoint, Security
from inbox_guard.mail.inbox import ImapMailbox
from inbox_guard.mail.login import Auth, Login
from inbox_guard.mail.reading import HELD
from tests.servers.imap_hostile import (
    CAPABILITY,
    Answer,
    HostileImap,
    Line,
    Script,
    says,
)

DEADLINE = 0.6
SECRET = "canary-s3cret-passw0rd"
INBOX = Folder("INBOX", Role.INBOX)

ROW = b'* 1 FETCH (UID 1 INTERNALDATE "01-Mar-2026 10:00:00 +0100" RFC822.SIZE 900 BODY[HEADER]<0> '


def box(server: HostileImap, *, auth: Auth = Auth.PASSWORD, security: Security = Security.NONE):
    endpoint = Endpoint(server.host, server.port, security)
    login = Login("anna@mail.test", auth, lambda: SECRET, "GUARD_IMAP_PASSWORD")
    return ImapMailbox("main", endpoint, login, deadline=DEADLINE)


def read_all(mailbox: ImapMailbox) -> list[int]:
    mailbox.folders()
    state = mailbox.examine(INBOX)
    return [row.ref.uid for rows in mailbox.headers(state, 0, 100) for row in rows]


def silence(line: Line, tag: bytes, command: bytes) -> None:
    line.silence()


def hang_up(line: Line, tag: bytes, command: bytes) -> None:
    line.hang_up()


def drip(line: Line, tag: bytes, command: bytes) -> None:
    line.drip((bytes([octet]) for octet in ROW + b"{900}\r\n" + b"x" * 900), every=0.05)


def drip_replies(line: Line, tag: bytes, command: bytes) -> None:
    line.drip(repeat(b"* 1 FETCH (FLAGS ())\r\n"), every=0.05)


def flood(text: bytes) -> Answer:
    def answer(line: Line, tag: bytes, command: bytes) -> None:
        while True:
            line.say(text)

    return answer


def torn(line: Line, tag: bytes, command: bytes) -> None:
    line.say(ROW + b"{900}\r\nSubject: half a mes")
    line.hang_up()


FETCHES: dict[str, Answer] = {
    "hangs": silence,
    "drips octets": drip,
    "drips replies": drip_replies,
    "hangs up": hang_up,
    "hangs up within a literal": torn,
    "says BYE": says(b"* BYE shutting down\r\n"),
    "says BAD": says(b"TAG BAD what?\r\n"),
    "answers another tag": says(b"XYZ9 OK done\r\n"),
    "garbage": says(bytes(range(1, 256)).replace(b"\n", b"") + b"\r\n"),
    "garbage without an end": flood(b"\x00" * 65536),
    "a line of 5 MB": says(b"* 1 FETCH (" + b"A" * 5_000_000 + b")\r\nTAG OK done\r\n"),
    "a line of 40 MB": says(b"* 1 FETCH (" + b"A" * 40_000_000 + b")\r\nTAG OK done\r\n"),
    "deep parentheses": says(
        b"* 1 FETCH " + b"(" * 50_000 + b")" * 50_000 + b"\r\nTAG OK done\r\n"
    ),
    "a literal of 4 GB": says(ROW + b"{4294967296}\r\n" + b"x" * 100_000),
    "a literal beyond any number": says(ROW + b"{" + b"9" * 6_000 + b"}\r\n"),
    "a literal that is not sent": says(ROW + b"{900}\r\n"),
    "replies without UID": says(b"* 1 FETCH (BODY[HEADER]<0> {4}\r\nA: b)\r\nTAG OK done\r\n"),
    "replies for other messages": says(
        b"* 9 FETCH (UID 9 RFC822.SIZE 4 BODY[HEADER]<0> {4}\r\nA: b)\r\nTAG OK done\r\n"
    ),
    "nothing for what it lists": says(b"TAG OK done\r\n"),
    "replies without end": flood(b"* 1 FETCH (FLAGS (\\Seen))\r\n" * 2_000),
    "other news without end": flood(b"* 1 EXPUNGE\r\n* 2 EXISTS\r\n" * 2_000),
}


@pytest.mark.parametrize("fetch", FETCHES.values(), ids=FETCHES)
def test_a_fetch_that_goes_wrong_ends_in_time_and_gives_no_row(fetch: Answer) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with HostileImap(Script({b"UID FETCH": fetch})) as server:
        mailbox = box(server)
        begun = time.monotonic()
        rows: list[int] = []
        state = mailbox.examine(INBOX)
        batches = ([row.ref.uid for row in batch] for batch in mailbox.headers(state, 0, 100))
        with pytest.raises(MailboxError) as caught:
            rows.extend(uid for batch in batches for uid in batch)
        mailbox.close()
    assert rows == []
    assert type(caught.value) in (Unreachable, MailboxProtocol)
    assert time.monotonic() - begun < DEADLINE + 20
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    assert grown < 150_000, "kB"


OTHERS: dict[str, tuple[bytes, Answer]] = {
    "a folder list of garbage": (b"LIST", says(b"* LIST \\ ((( \xff\r\nTAG OK done\r\n")),
    "a folder list nested deep": (
        b"LIST",
        says(b"* LIST " + b"(" * 20_000 + b'"/" A' + b")" * 20_000 + b"\r\nTAG OK done\r\n"),
    ),
    "a folder list without end": (b"LIST", flood(b'* LIST () "/" Junk\r\n' * 4_000)),
    "no UIDVALIDITY": (b"EXAMINE", says(b"* 3 EXISTS\r\nTAG OK done\r\n")),
    "a UIDVALIDITY that is no number": (
        b"EXAMINE",
        says(b"* 3 EXISTS\r\n* OK [UIDVALIDITY many] ok\r\nTAG OK done\r\n"),
    ),
    "no count": (b"EXAMINE", says(b"* OK [UIDVALIDITY 7] ok\r\nTAG OK done\r\n")),
    "UIDs that are no numbers": (b"UID SEARCH", says(b"* SEARCH 1 b 3\r\nTAG OK done\r\n")),
    "UIDs beyond any number": (
        b"UID SEARCH",
        says(b"* SEARCH " + b"9" * 5_000 + b"\r\nTAG OK done\r\n"),
    ),
    "a search refused": (b"UID SEARCH", says(b"TAG NO not now\r\n")),
    "an untold end": (b"EXAMINE", hang_up),
    "silence": (b"LIST", silence),
}


@pytest.mark.parametrize(("command", "answer"), OTHERS.values(), ids=OTHERS)
def test_any_other_command_that_goes_wrong_is_one_of_our_errors(
    command: bytes, answer: Answer
) -> None:
    with HostileImap(Script({command: answer})) as server:
        mailbox = box(server)
        with pytest.raises(MailboxError):
            read_all(mailbox)
        mailbox.close()


@dataclass
class Sometimes:
    """Misbehaves at first, then answers as it should."""

    wrong: Answer
    asked: int = 0

    def __call__(self, line: Line, tag: bytes, command: bytes) -> None:
        self.asked += 1
        if self.asked == 1:
            self.wrong(line, tag, command)
            return
        for uid in (b"1", b"2", b"3"):
            line.say(
                b"* " + uid + b" FETCH (BODY[HEADER]<0> {7}\r\nA: b\r\n\r UID " + uid,
                b' RFC822.SIZE 9 INTERNALDATE "01-Mar-2026 10:00:00 +0100")\r\n',
            )
        line.say(tag, b" OK done\r\n")


@pytest.mark.parametrize("name", ["hangs up within a literal", "says BYE", "says BAD"])
def test_no_mail_is_lost_on_the_next_poll(name: str) -> None:
    with HostileImap(Script({b"UID FETCH": Sometimes(FETCHES[name])})) as server:
        mailbox = box(server)
        with pytest.raises(MailboxError):
            read_all(mailbox)
        assert read_all(mailbox) == [1, 2, 3]
        assert server.connections == 2
        mailbox.close()


def test_unasked_for_news_between_replies_is_not_mistaken_for_mail() -> None:
    def fetch(line: Line, tag: bytes, command: bytes) -> None:
        line.say(b"* 2 EXPUNGE\r\n* 5 EXISTS\r\n* 1 FETCH (FLAGS (\\Seen) UID 1)\r\n")
        line.say(b"* 3 FETCH (BODY[HEADER]<0> {7}\r\nX: y\r\n\r)\r\n")
        Sometimes(fetch, asked=1)(line, tag, command)

    with HostileImap(Script({b"UID FETCH": fetch})) as server:
        mailbox = box(server)
        state = mailbox.examine(INBOX)
        rows = [row for batch in mailbox.headers(state, 0, 10) for row in batch]
        assert [(row.ref.uid, row.raw) for row in rows] == [
            (1, b"A: b\r\n\r"),
            (2, b"A: b\r\n\r"),
            (3, b"A: b\r\n\r"),
        ]
        mailbox.close()


def test_a_message_whose_header_cannot_be_had_is_handed_over_empty() -> None:
    def fetch(line: Line, tag: bytes, command: bytes) -> None:
        good = b'RFC822.SIZE 9 INTERNALDATE "01-Mar-2026 10:00:00 +0100"'
        if b"BODY" in command:
            for uid in (b"1", b"3"):
                line.say(b"* " + uid + b" FETCH (UID " + uid + b" " + good)
                line.say(b' BODY[HEADER]<0> "A: b")\r\n')
            line.say(tag, b" NO some messages could not be read\r\n")
        else:
            line.say(b"* 2 FETCH (UID 2 " + good + b")\r\n", tag, b" OK done\r\n")

    with HostileImap(Script({b"UID FETCH": fetch})) as server:
        mailbox = box(server)
        (rows,) = mailbox.headers(mailbox.examine(INBOX), 0, 10)
        assert [(row.ref.uid, row.raw) for row in rows] == [(1, b"A: b"), (2, b""), (3, b"A: b")]
        mailbox.close()


def test_mail_beyond_what_is_held_is_asked_for_again_and_not_lost() -> None:
    big = b"X: " + b"y" * 250_000 + b"\r\n\r\n"
    asked: list[bytes] = []

    def fetch(line: Line, tag: bytes, command: bytes) -> None:
        asked.append(command.split()[2])
        first, _, last = command.split()[2].partition(b":")
        for uid in range(int(first), int(last or first) + 1):
            line.say(
                b"* %d FETCH (UID %d RFC822.SIZE 9 BODY[HEADER]<0> {%d}\r\n" % (uid, uid, len(big))
            )
            line.say(big, b' INTERNALDATE "01-Mar-2026 10:00:00 +0100")\r\n')
        line.say(tag, b" OK done\r\n")

    everything = b"* SEARCH " + b" ".join(b"%d" % uid for uid in range(1, 301)) + b"\r\n"
    script = Script({b"UID FETCH": fetch, b"UID SEARCH": says(everything + b"TAG OK done\r\n")})
    with HostileImap(script) as server:
        mailbox = box(server)
        state = mailbox.examine(INBOX)
        sizes: list[int] = []
        uids: list[int] = []
        for batch in mailbox.headers(state, 0, 1000):
            sizes.append(sum(len(row.raw) for row in batch))
            uids += [row.ref.uid for row in batch]
        mailbox.close()
    assert uids == list(range(1, 301))
    assert max(sizes) <= HELD
    assert len(asked) == 3


def test_a_star_that_names_the_last_old_message_gives_nothing_new() -> None:
    script = Script({b"UID SEARCH": says(b"* SEARCH 3\r\nTAG OK done\r\n")})
    script.answers[b"EXAMINE"] = says(
        b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] no UIDNEXT told\r\nTAG OK done\r\n"
    )
    with HostileImap(script) as server:
        mailbox = box(server)
        state = mailbox.examine(INBOX)
        assert state.uidnext == 0
        assert list(mailbox.headers(state, 3, 10)) == []
        mailbox.close()


def test_a_poll_with_nothing_new_asks_no_question_after_examine() -> None:
    with HostileImap(Script()) as server:
        mailbox = box(server)
        state = mailbox.examine(INBOX)
        heard = len(server.heard)
        assert list(mailbox.headers(state, 3, 10)) == []
        assert len(server.heard) == heard
        mailbox.close()


def test_a_poll_with_new_mail_asks_three_questions() -> None:
    with HostileImap(Script({b"UID FETCH": Sometimes(says(b""), asked=1)})) as server:
        mailbox = box(server)
        mailbox.connect()
        heard = len(server.heard)
        assert len(list(mailbox.headers(mailbox.examine(INBOX), 0, 10))) == 1
        assert [line.split()[1:3] for line in server.heard[heard:]] == [
            [b"EXAMINE", b'"INBOX"'],
            [b"UID", b"SEARCH"],
            [b"UID", b"FETCH"],
        ]
        mailbox.close()


GREETINGS: dict[str, Script] = {
    "BYE, too many": Script(greeting=b"* BYE Too many connections from your address\r\n"),
    "garbage": Script(greeting=b"220 mail.test ESMTP\r\n"),
    "nothing": Script(greet=lambda line: line.silence()),
    "a drip": Script(greet=lambda line: line.drip(repeat(b"*"), every=0.05)),
    "a literal of 4 GB": Script(greeting=b"* OK {4294967296}\r\n"),
    "no IMAP4": Script(capability=b"* CAPABILITY IMAP2\r\n"),
    "no capability": Script(capability=b""),
}


@pytest.mark.parametrize("script", GREETINGS.values(), ids=GREETINGS)
def test_a_greeting_that_goes_wrong_is_one_of_our_errors_and_no_login_is_sent(
    script: Script,
) -> None:
    with HostileImap(script) as server:
        mailbox = box(server)
        begun = time.monotonic()
        with pytest.raises((Unreachable, MailboxProtocol)):
            mailbox.connect()
        assert time.monotonic() - begun < DEADLINE + 5
        mailbox.close()
    assert not any(b"LOGIN" in line.upper() for line in server.heard)


STRIPPED: dict[str, Script] = {
    "not offered": Script(),
    "offered but refused": Script(
        {b"STARTTLS": says(b"TAG NO not today\r\n")},
        capability=b"* CAPABILITY IMAP4rev1 STARTTLS\r\n",
    ),
    "made impossible by PREAUTH": Script(
        greeting=b"* PREAUTH welcome\r\n", capability=b"* CAPABILITY IMAP4rev1 STARTTLS\r\n"
    ),
    "answered without TLS": Script(
        {b"STARTTLS": says(b"TAG OK go\r\n* OK still in the clear\r\n")},
        capability=b"* CAPABILITY IMAP4rev1 STARTTLS\r\n",
    ),
}


@pytest.mark.parametrize("script", STRIPPED.values(), ids=STRIPPED)
def test_stripped_starttls_ends_before_any_secret_is_sent(script: Script) -> None:
    with HostileImap(script) as server:
        mailbox = box(server, security=Security.STARTTLS)
        with pytest.raises(MailboxError):
            mailbox.connect()
        mailbox.close()
    wire = b"".join(server.heard)
    assert b"LOGIN" not in wire.upper()
    assert b"AUTHENTICATE" not in wire.upper()
    assert SECRET.encode() not in wire


LOGINS: dict[str, tuple[bytes, type[MailboxError], str]] = {
    "basic authentication": (
        b"TAG NO LOGIN failed: Basic authentication is disabled.\r\n",
        LoginRefused,
        "GUARD_IMAP_AUTH=xoauth2",
    ),
    "throttled": (b"TAG NO [UNAVAILABLE] Temporary failure.\r\n", Unreachable, "next sweep"),
    "bad": (b"TAG BAD User is authenticated but not connected.\r\n", LoginRefused, "not connected"),
    "bye": (b"* BYE too many logins\r\n", Unreachable, "too many logins"),
    "echo": (b"TAG NO you said " + SECRET.encode() + b"\r\n", LoginRefused, "you said …"),
    "echo in garbage": (b"?? " + SECRET.encode() + b"\r\n", Unreachable, "…"),
}


@pytest.mark.parametrize(("answer", "kind", "words"), LOGINS.values(), ids=LOGINS)
def test_a_refused_login_is_explained_and_never_shows_the_secret(
    answer: bytes,
    kind: type[MailboxError],
    words: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with HostileImap(Script({b"LOGIN": says(answer)})) as server:
        mailbox = box(server)
        with pytest.raises(kind, match=words) as caught:
            mailbox.connect()
        mailbox.close()
    seen: BaseException | None = caught.value
    while seen is not None:
        assert SECRET not in str(seen)
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    assert SECRET not in caplog.text


def test_a_token_goes_out_as_xoauth2_and_a_stale_one_names_the_way_to_a_new_one() -> None:
    def authenticate(line: Line, tag: bytes, command: bytes) -> None:
        line.say(b"+ \r\n")
        line.say(tag, b" NO [AUTHENTICATIONFAILED] Invalid credentials\r\n")

    with HostileImap(Script({b"AUTHENTICATE": authenticate})) as server:
        mailbox = box(server, auth=Auth.XOAUTH2)
        with pytest.raises(LoginRefused, match="GUARD_IMAP_PASSWORD_COMMAND"):
            mailbox.connect()
        mailbox.close()
    assert any(b"AUTHENTICATE XOAUTH2" in line for line in server.heard)
    assert not any(SECRET.encode() in line for line in server.heard)


def test_a_secret_of_two_lines_is_refused_before_anything_is_sent() -> None:
    with HostileImap(Script()) as server:
        endpoint = Endpoint(server.host, server.port, Security.NONE)
        login = Login("anna", Auth.PASSWORD, lambda: "a\r\nX LOGOUT", "GUARD_IMAP_PASSWORD")
        with pytest.raises(LoginRefused, match="GUARD_IMAP_PASSWORD"):
            ImapMailbox("main", endpoint, login, deadline=DEADLINE).connect()
        assert server.connections == 0


MOVES: dict[str, tuple[bytes, int | None]] = {
    "told": (b"* OK [COPYUID 9 2 77] moved\r\nTAG OK done\r\n", 77),
    "told with the end": (b"TAG OK [COPYUID 9 2 77] done\r\n", 77),
    "not told": (b"TAG OK done\r\n", None),
    "told of others": (b"* OK [COPYUID 9 3 78] moved\r\nTAG OK done\r\n", None),
    "told nonsense": (b"* OK [COPYUID 9 1:99999999999 2:99999999999] x\r\nTAG OK done\r\n", None),
}


@pytest.mark.parametrize(("answer", "uid"), MOVES.values(), ids=MOVES)
def test_where_a_message_landed_is_believed_only_as_told(answer: bytes, uid: int | None) -> None:
    script = Script({b"UID MOVE": says(answer), b"LIST": says(b'* LIST () "/" A\r\nTAG OK x\r\n')})
    with HostileImap(script) as server:
        mailbox = box(server)
        (landed,) = mailbox.move([MessageRef("main", "INBOX", 7, 2)], "A")
        mailbox.close()
    assert (landed.new.uid if landed.new else None) == uid


def test_a_server_with_uidplus_and_no_move_is_told_to_expunge_only_what_was_copied() -> None:
    able = CAPABILITY.replace(b" MOVE", b"")
    with HostileImap(Script(capability=able)) as server:
        mailbox = box(server)
        mailbox.move([MessageRef("main", "INBOX", 7, uid) for uid in (1, 2)], "INBOX")
        mailbox.close()
    sent = [line.split(b" ", 1)[1].rstrip() for line in server.heard]
    assert sent[-4:-1] == [
        b'UID COPY 1,2 "INBOX"',
        b"UID STORE 1,2 +FLAGS.SILENT (\\Deleted)",
        b"UID EXPUNGE 1,2",
    ]
    assert b"EXPUNGE" not in sent


def test_closing_a_dead_connection_says_nothing() -> None:
    answers: dict[bytes, Callable[[Line, bytes, bytes], None]] = {b"LOGOUT": hang_up}
    with HostileImap(Script(answers)) as server:
        mailbox = box(server)
        mailbox.connect()
        mailbox.close()
        mailbox.close()
        assert server.connections == 1
