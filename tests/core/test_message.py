"""Reading a message: total, capped, and the same whichever way its bytes arrive."""

from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core.address import Owner, Party
from inbox_guard.core.authentication import NOBODY_ASKED
from inbox_guard.core.body import body
from inbox_guard.core.folder import Role
from inbox_guard.core.headers import Headers, split
from inbox_guard.core.mechanism import Mailto, OneClick
from inbox_guard.core.message import Fetched, Message, MessageRef, Unreadable, read
from inbox_guard.core.sender import speaker

MESSAGES = Path(__file__).parent.parent / "messages"
OURS = ("body", "message", "sender")
REF = MessageRef("main", "INBOX", 1, 7)
ARRIVED = datetime(2025, 11, 4, 8, 30, 6, tzinfo=UTC)
OWNER = Owner(("ada@home.example", "@own.example"))


def _read(raw: bytes, role: Role = Role.INBOX) -> Message | Unreadable:
    return read(Fetched(REF, role, ARRIVED, len(raw), raw), OWNER, ())


def _message(raw: bytes, role: Role = Role.INBOX) -> Message:
    message = _read(raw, role)
    assert isinstance(message, Message)
    return message


def _file(name: str, role: Role = Role.INBOX) -> Message:
    return _message((MESSAGES / name).read_bytes(), role)


def test_the_facts_of_a_newsletter() -> None:
    message = _file("message-newsletter.eml")

    assert message.author == Party("Käsekontor Münster", "post@news.kaesekontor.example")
    assert message.subject == "Neuer Käse aus dem Allgäu"
    assert message.claimed_date == datetime(2025, 11, 4, 8, 30, tzinfo=UTC)
    assert message.message_id == "n.4711@news.kaesekontor.example"
    assert (message.list_id, message.list_name) == (
        "kaesepost.news.kaesekontor.example",
        "Käse-Post",
    )
    assert message.alias == "ada+shop@home.example"
    assert {OneClick, Mailto} <= {type(offer) for offer in message.offers}
    assert not message.own
    assert (message.ref, message.arrived, message.role) == (REF, ARRIVED, Role.INBOX)


def test_the_facts_of_the_owners_own_mail() -> None:
    message = _file("message-own-sent.eml", Role.SENT)

    assert message.own
    assert [party.address for party in message.recipients] == [
        "bo@friend.example",
        "office@firm.example",
        "secret@friend.example",
    ]
    assert message.in_reply_to == ("a.2@friend.example",)
    assert message.claimed_date == datetime(2025, 11, 2, 18, 0, tzinfo=UTC)


def test_a_forger_of_the_owners_address_is_not_the_owner() -> None:
    assert not _file("message-forged-owner.eml").own
    assert not _file("message-own-sent.eml", Role.JUNK).own


def test_a_note_to_self_that_was_never_received_is_the_owners_own() -> None:
    assert _file("message-own-sent.eml", Role.ARCHIVE).own


def test_a_message_by_a_dressed_author_has_none_and_no_authentication() -> None:
    message = _file("message-dressed-author.eml")

    assert message.author is None
    assert message.authentication is NOBODY_ASKED


def test_two_from_fields_make_no_author() -> None:
    assert _message(b"From: ada@home.example\nFrom: ada@home.example\n\n").author is None


UNREADABLE = {
    "empty": (b"", "empty"),
    "line-ends-only": (b"\r\n\r\n\r\n", "no header field"),
    "prose": (b"Dear Ada,\n\nthis is no message.\n", "no header field"),
    "zeros": (b"\0" * 4_096, "no header field"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no header field"),
}


@pytest.mark.parametrize(("raw", "reason"), UNREADABLE.values(), ids=UNREADABLE)
def test_bytes_that_are_no_message_are_unreadable_with_a_reason(raw: bytes, reason: str) -> None:
    assert _read(raw) == Unreadable(REF, ARRIVED, reason)


ODD_SHAPES = {
    "crlf": b"From: a@b.example\r\nSubject: one\r\n two\r\n\r\nwords\r\n",
    "lf": b"From: a@b.example\nSubject: one\n two\n\nwords\n",
    "cr": b"From: a@b.example\rSubject: one\r two\r\rwords\r",
    "cr-cr-lf": b"From: a@b.example\r\r\nSubject: one\r\r\n two\r\r\n\r\r\nwords\r\r\n",
    "mixed": b"From: a@b.example\nSubject: one\r\n two\n\r\nwords\n",
    "mbox-line": b"From a@b.example Tue Nov  4 09:30:00 2025\nFrom: a@b.example\nSubject: one two\n\nwords\n",
    "byte-order-mark": b"\xef\xbb\xbfFrom: a@b.example\nSubject: one two\n\nwords\n",
    "leading-lines": b"\r\n\r\nFrom: a@b.example\r\nSubject: one two\r\n\r\nwords\r\n",
    "no-colon": b"From: a@b.example\nnot a field\nSubject: one two\n\nwords\n",
    "blank-before-colon": b"From : a@b.example\nSubject\t: one two\n\nwords\n",
    "folded-by-tab": b"From:\n\ta@b.example\nSubject:\n\tone\n\ttwo\n\nwords\n",
    "folded-by-nothing": b"From: a@b.example\nSubject: one\n \n two\n\nwords\n",
    "zeros": b"Fr\0om: a@b.example\nSubject: one \0two\n\nwords\n",
    "bare-cr": b"From: a@b.example\nSubject: one \rtwo\r\n\nwords\n",
    "case": b"FROM: a@b.example\nsubject: one two\n\nwords\n",
}


@pytest.mark.parametrize("raw", ODD_SHAPES.values(), ids=ODD_SHAPES)
def test_a_message_reads_the_same_in_every_shape(raw: bytes) -> None:
    message = _message(raw)

    assert message.author == Party("", "a@b.example")
    assert message.subject == "one two"
    assert body(raw).text == "words"


def test_a_bare_cr_among_line_feeds_begins_no_field() -> None:
    message = _message(b"From: a@b.example\nSubject: x\rList-Id: <forged.example>\n\n")

    assert message.list_id == ""


def test_raw_eight_bit_headers_are_read_as_utf8_else_latin1() -> None:
    assert _message("Subject: Käse\n\n".encode()).subject == "Käse"
    assert _message("Subject: Käse\n\n".encode("latin-1")).subject == "Käse"


SUBJECTS = {
    "adjacent": ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"),
    "adjacent-half-characters": ("=?utf-8?q?K=C3?= =?utf-8?q?=A4se?=", "Käse"),
    "adjacent-of-two-charsets": ("=?utf-8?q?=C3=A4?= =?iso-8859-1?q?=E4?=", "ää"),
    "word-between": ("=?utf-8?q?a?= and =?utf-8?q?b?=", "a and b"),
    "language": ("=?utf-8*de?q?K=C3=A4se?=", "Käse"),
    "underscore": ("=?utf-8?Q?a_b=5Fc?=", "a b_c"),
    "blank-inside": ("=?utf-8?q?a b?=", "a b"),
    "broken-base64": ("=?utf-8?b?S8Okc2U?=", "Käse"),
    "base64-with-rubbish": ("=?utf-8?b?S8O*kc2U=?=", "Käse"),
    "base64-one-letter-too-many": ("=?utf-8?b?S8Okc2UgS?=", "Käse"),
    "broken-quoted-printable": ("=?utf-8?q?50=25_=zz?=", "50% =zz"),
    "windows-1252-called-latin1": ("=?iso-8859-1?q?=93a=94?=", "“a”"),
    "japanese": ("=?iso-2022-jp?b?GyRCTTlKWBsoQg==?=", "郵便"),
    "korean": ("=?ks_c_5601-1987?b?vtm4rr26?=", "앨리스"),
    "unknown-charset": ("=?x-none?q?K=E4se?=", "Käse"),
    "utf-7": ("=?utf-7?q?+ADw-script+AD4-?=", "+ADw-script+AD4-"),
    "rot13": ("=?rot13?q?nop?=", "nop"),
    "never-closed": ("=?utf-8?q?abc", "=?utf-8?q?abc"),
    "encoded-line-end": ("=?utf-8?q?a=0D=0ABcc:_x?=", "a Bcc: x"),
    "control": ("a\x1b]0;x\x07b", "a]0;xb"),
    "right-to-left-override": ("invoice=?utf-8?q?_=E2=80=AEfdp.exe?=", "invoice fdp.exe"),
    "zero-width": ("pay\u200bpal", "paypal"),
    "blanks": ("  a \t b  ", "a b"),
}


@pytest.mark.parametrize(("raw", "subject"), SUBJECTS.values(), ids=SUBJECTS)
def test_a_subject_is_decoded_for_people(raw: str, subject: str) -> None:
    assert _message(f"Subject: {raw}\n\n".encode()).subject == subject


DATES = {
    "zone": ("Tue, 4 Nov 2025 09:30:00 +0100", datetime(2025, 11, 4, 8, 30, tzinfo=UTC)),
    "no-weekday": ("4 Nov 2025 09:30 GMT", datetime(2025, 11, 4, 9, 30, tzinfo=UTC)),
    "obsolete": ("Tue, 4 Nov 25 09:30:00 EST", datetime(2025, 11, 4, 14, 30, tzinfo=UTC)),
    "comment": (
        "Tue, 4 Nov 2025 09(nine):30 :00 -0330 (here)",
        datetime(2025, 11, 4, 13, 0, tzinfo=UTC),
    ),
    "leap-second": (
        "Sat, 31 Dec 2016 23:59:60 +0000",
        datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC),
    ),
    "unknown-zone": ("Tue, 4 Nov 2025 09:30:00 -0000", datetime(2025, 11, 4, 9, 30, tzinfo=UTC)),
    "no-zone": ("Tue, 4 Nov 2025 09:30:00", datetime(2025, 11, 4, 9, 30, tzinfo=UTC)),
    "words": ("yesterday", None),
    "nothing": ("", None),
    "no-such-day": ("Mon, 31 Feb 2025 09:30:00 +0000", None),
    "no-such-month": ("Mon, 3 Foo 2025 09:30:00 +0000", None),
    "before-mail": ("Mon, 1 Jan 1900 00:00:00 +0000", None),
    "after-us": ("Fri, 1 Jan 2201 00:00:00 +0000", None),
    "first-day-far-east": ("Mon, 1 Jan 0001 00:00:00 +1400", None),
    "last-day-far-west": ("Fri, 31 Dec 9999 23:59:59 -1200", None),
    "huge-zone": ("Tue, 4 Nov 2025 09:30:00 +99999999999", None),
    "huge-year": ("Tue, 4 Nov 99999999999999999999 09:30:00 +0000", None),
    "huge-everything": ("9" * 5_000, None),
}


@pytest.mark.parametrize(("field", "moment"), DATES.values(), ids=DATES)
def test_a_claimed_date_is_utc_or_nothing(field: str, moment: datetime | None) -> None:
    assert _message(f"Date: {field}\n\n".encode()).claimed_date == moment


@given(st.text(alphabet="0123456789 :+-,()MonJaFebTueGMTESTZ", max_size=40))
def test_no_date_makes_reading_raise(field: str) -> None:
    moment = _message(f"Date: {field}\n\n".encode()).claimed_date

    assert moment is None or (moment.tzinfo is UTC and 1970 <= moment.year <= 2100)


LISTS = {
    "bare-in-brackets": ("<News.Acme.Example>", ("news.acme.example", "")),
    "phrase": ('"Acme News" <news.acme.example>', ("news.acme.example", "Acme News")),
    "no-brackets": ("news.acme.example", ("news.acme.example", "")),
    "words-before": ("Acme news.acme.example", ("news.acme.example", "")),
    "encoded": ("=?utf-8?q?K=C3=A4se?= <k.acme.example>", ("k.acme.example", "Käse")),
    "wholly-encoded": (
        "=?utf-8?q?News_=3Cnews=2Eacme=2Eexample=3E?=",
        ("news.acme.example", "News"),
    ),
    "folded-inside": ("News <news.\n acme.example>", ("news.acme.example", "News")),
    "number": ("12345", ("12345", "")),
    "empty": ("<>", ("", "")),
    "comment-after": ("<news.acme.example> (ours)", ("news.acme.example", "")),
}


@pytest.mark.parametrize(("field", "expected"), LISTS.values(), ids=LISTS)
def test_a_list_id_is_bare_and_lower_case(field: str, expected: tuple[str, str]) -> None:
    message = _message(f"List-Id: {field}\n\n".encode())

    assert (message.list_id, message.list_name) == expected


def test_the_topmost_list_id_counts_and_other_list_fields_are_none() -> None:
    twice = _message(b"List-Id: <a.example>\nList-Id: <b.example>\n\n")
    other = _message(
        b"X-Mailman-Version: 2\nMailing-List: list x@y.example; contact z@y.example\n\n"
    )

    assert twice.list_id == "a.example"
    assert other.list_id == ""


ALIASES = {
    "delivered-to": ("Delivered-To: ada@home.example\nTo: all@lists.example", "ada@home.example"),
    "envelope-to": ("Envelope-To: <ada@home.example>", "ada@home.example"),
    "tag-kept-by-another": (
        "Delivered-To: ada@home.example\nX-Original-To: ada+shop@home.example",
        "ada+shop@home.example",
    ),
    "tag-kept-by-to": (
        "Delivered-To: ada@home.example\nTo: <Ada+Shop@home.example>",
        "ada+shop@home.example",
    ),
    "somebody-elses-mailbox": (
        "Delivered-To: pool@provider.example\nTo: ada@home.example",
        "ada@home.example",
    ),
    "catch-all": (
        "X-Delivered-To: any.thing@own.example\nTo: ada@home.example",
        "any.thing@own.example",
    ),
    "cc": (
        "To: bo@b.example\nCc: Bo <bo@c.example>, Ada <ada+x@home.example>",
        "ada+x@home.example",
    ),
    "received": (
        "Received: from a by b for <bo@b.example>; x\nReceived: from c by d\n\tfor <ada+y@home.example>; x",
        "ada+y@home.example",
    ),
    "nobody-tells": ("To: undisclosed-recipients:;", ""),
}


@pytest.mark.parametrize(("fields", "alias"), ALIASES.values(), ids=ALIASES)
def test_the_alias_is_the_owners_address_that_the_mail_came_to(fields: str, alias: str) -> None:
    assert _message(f"{fields}\n\n".encode()).alias == alias


ANSWERED = {
    "one": ("In-Reply-To: <a@b.example>", ("a@b.example",)),
    "several": (
        "In-Reply-To: <a@b.example>\n <c@d.example> <a@b.example>",
        ("a@b.example", "c@d.example"),
    ),
    "references-only": ("References: <a@b.example> <c@d.example>", ("c@d.example",)),
    "no-brackets": ("In-Reply-To: a@b.example", ("a@b.example",)),
    "prose": ("In-Reply-To: your mail of yesterday", ()),
    "none": ("Subject: Re: x", ()),
}


@pytest.mark.parametrize(("fields", "ids"), ANSWERED.values(), ids=ANSWERED)
def test_what_a_message_answers(fields: str, ids: tuple[str, ...]) -> None:
    assert _message(f"{fields}\n\n".encode()).in_reply_to == ids


def test_the_same_mail_in_two_folders_has_one_key() -> None:
    raw = (MESSAGES / "message-newsletter.eml").read_bytes()
    refolded = raw.replace(b"\n", b"\r\n").replace(b"Subject: ", b"Subject:  ", 1)
    header_only = b"X-Folder: Archive\r\n" + refolded.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"

    assert _message(raw).key == _message(header_only, Role.ARCHIVE).key
    assert len(_message(raw).key) == 64


@pytest.mark.parametrize("name", ["Message-ID", "Date", "From", "To", "Subject", "List-Id"])
def test_each_field_of_the_key_tells_messages_apart(name: str) -> None:
    assert (
        _message(f"{name}: <a@b.example>\n\n".encode()).key
        != _message(f"{name}: <c>\n\n".encode()).key
    )


def test_messages_without_any_field_of_the_key_are_still_told_apart() -> None:
    assert _message(b"X-Note: one\n\n").key != _message(b"X-Note: two\n\n").key


def test_headers_answer_by_name_in_any_case() -> None:
    headers = Headers((("received", "top"), ("subject", "=?utf-8?q?a=07?="), ("received", "below")))

    assert headers.first("Received") == "top"
    assert headers.all("RECEIVED") == ("top", "below")
    assert headers.text("subject") == "a"
    assert headers.has("Subject")
    assert not headers.has("to")
    assert (headers.first("to"), headers.all("to"), headers.text("to")) == ("", (), "")
    assert next(iter(headers)) == ("received", "top")
    assert hash(headers) == hash(Headers(headers.fields))


def test_a_header_is_cut_at_its_caps_and_keeps_what_stands_on_top() -> None:
    long_field = split(b"From: a@b.example\nSubject: " + b"x" * 100_000 + b"\nTo: c@d.example\n\n")[
        0
    ]
    many = split(b"From: a@b.example\n" + b"X: y\n" * 5_000 + b"\n")[0]
    much = split((b"X: " + b"y" * 60_000 + b"\n") * 10 + b"\n")[0]

    assert 60_000 < len(long_field.first("subject")) <= 64 * 1024
    assert long_field.first("to") == "c@d.example"
    assert len(many.fields) == 1_000
    assert many.first("from") == "a@b.example"
    assert sum(len(value) for _, value in much) <= 256 * 1024


HOSTILE = {
    "subject-of-2-mb": b"From: a@b.example\r\nSubject: " + b"x" * 2_000_000 + b"\r\n\r\n",
    "folds-of-2-mb": b"Subject: " + b"x\r\n " * 500_000 + b"\r\n\r\n",
    "encoded-words-of-2-mb": b"Subject: " + b"=?utf-8?q?x?= " * 140_000 + b"\r\n\r\n",
    "encoded-words-never-closed": b"Subject: " + b"=?a?q?" * 100_000 + b"\r\n\r\n",
    "100,000-fields": b"X: y\r\n" * 100_000 + b"\r\n",
    "lines-without-colon": b"foo\n" * 500_000,
    "quotes": b"From: " + b'"' * 60_000 + b"\n\n",
    "escapes": b"From: " + b'"\\' * 30_000 + b"\n\n",
    "comments": b"From: " + b"(" * 60_000 + b"\n\n",
    "brackets": b"From: " + b"<" * 60_000 + b"\n\n",
    "colons": b"From: " + b":" * 60_000 + b"\n\n",
    "at-signs": b"From: " + b"a@" * 30_000 + b"\n\n",
    "dressed-comments": b"From: x@y.example " + b"(a@b.example)" * 5_000 + b"\n\n",
    "recipients": b"To: " + b"a@b.example," * 25_000 + b"\n\n",
    "blanks": b"From: " + b" " * 60_000 + b"x\n\n",
    "references": b"References: " + b"<" * 60_000 + b"\n\n",
    "received-for": (b"Received: " + b"for x " * 10_000 + b"\n") * 4 + b"\n",
    "list-ids": b"List-Id: " + b"<" * 60_000 + b"\n\n",
    "line-ends": b"\r" * 2_000_000,
    "carriage-returns": b"a\r" * 1_000_000,
    "network-name": b"From: " + b"(- " * 20_000 + b"<x@linkedin.com>\n\n",
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_header_is_read_in_a_blink(raw: bytes) -> None:
    def seconds() -> float:
        began = process_time()
        read_message = _read(raw)
        if isinstance(read_message, Message):
            speaker(read_message)
        return process_time() - began

    assert min(seconds() for _ in range(3)) < 0.2


@given(st.binary(max_size=2_000))
def test_any_bytes_can_be_read(raw: bytes) -> None:
    message = _read(raw)

    if isinstance(message, Message):
        assert message.headers.fields
        speaker(message)
    else:
        assert message.reason
    body(raw)


@settings(max_examples=150)
@given(
    st.sampled_from([path for kind in OURS for path in sorted(MESSAGES.glob(f"{kind}-*.eml"))]),
    st.lists(
        st.tuples(st.integers(0, 2_000), st.integers(0, 8), st.binary(max_size=8)), max_size=8
    ),
    st.integers(0, 4_000),
)
def test_a_real_looking_message_with_wounds_can_be_read(
    path: Path, wounds: list[tuple[int, int, bytes]], cut: int
) -> None:
    raw = path.read_bytes()
    for at, length, patch in wounds:
        raw = raw[:at] + patch + raw[at + length :]
    raw = raw[: len(raw) - cut] or b"X: y"

    message = _read(raw)

    if isinstance(message, Message):
        speaker(message)
        assert "\n" not in message.subject
        assert "\x00" not in "".join(value for _, value in message.headers)
    body(raw)
