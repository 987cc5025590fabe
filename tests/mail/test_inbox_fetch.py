"""The reader of FETCH replies: every honest shape gives its row, everything else gives none."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.mail.fetch import Piece, Row, internal_date, rows
from inbox_guard.mail.moving import bare_id
from inbox_guard.mail.reading import uid_set

AT = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
DATE = b'INTERNALDATE "01-Mar-2026 10:00:00 +0100"'
FULL = Row(7, AT, 900, b"A: b\r\n\r\n")

SHAPES: dict[str, tuple[list[Piece], list[Row]]] = {
    "dovecot": (
        [(b"1 (UID 7 " + DATE + b" RFC822.SIZE 900 BODY[HEADER]<0> {8}", b"A: b\r\n\r\n"), b")"],
        [FULL],
    ),
    "body first": (
        [(b"1 (BODY[HEADER]<0> {8}", b"A: b\r\n\r\n"), b" RFC822.SIZE 900 " + DATE + b" UID 7)"],
        [FULL],
    ),
    "flags and modseq among it": (
        [
            (b"1 (FLAGS (\\Seen $x) MODSEQ (12) UID 7 BODY[] {8}", b"A: b\r\n\r\n"),
            b" " + DATE + b" RFC822.SIZE 900)",
        ],
        [FULL],
    ),
    "small letters": (
        [
            (b"1 (uid 7 rfc822.size 900 " + DATE.lower() + b" body[header] {8}", b"A: b\r\n\r\n"),
            b")",
        ],
        [FULL],
    ),
    "quoted": ([b'1 (UID 7 BODY[HEADER]<0> "A: \\"b")'], [Row(7, None, None, b'A: \\"b')]),
    "empty": ([b'1 (UID 7 RFC822.SIZE 0 BODY[] "")'], [Row(7, None, 0, b"")]),
    "nil": ([b"1 (UID 7 BODY[] NIL)"], [Row(7, None, None, b"")]),
    "a second literal": (
        [(b"1 (UID 7 X-NAME {2}", b"no"), (b" BODY[] {4}", b"A: b"), b")"],
        [Row(7, None, None, b"A: b")],
    ),
    "two replies": (
        [b"1 (UID 7 FLAGS ())", b"2 (UID 8 RFC822.SIZE 5)"],
        [Row(7, None, None, None), Row(8, None, 5, None)],
    ),
    "unreadable date": (
        [b'1 (UID 7 INTERNALDATE "31-Foo-2026 10:00:00 +0100")'],
        [Row(7, None, None, None)],
    ),
    "no UID": ([(b"7 (BODY[HEADER]<0> {4}", b"A: b"), b")"], []),
    "not closed": ([b"1 (UID 7"], []),
    "garbage after it": ([b"1 (UID 7) UID 8)"], []),
    "nested": ([b"1 (UID 7 ENVELOPE ((a) b))"], []),
    "nothing": ([b""], []),
}


@pytest.mark.parametrize(("pieces", "expected"), SHAPES.values(), ids=SHAPES)
def test_a_reply_gives_the_row_it_tells_of(pieces: list[Piece], expected: list[Row]) -> None:
    assert list(rows(pieces)) == expected


def test_words_inside_a_literal_are_never_read_as_the_reply() -> None:
    forged = b'UID 99 RFC822.SIZE 1 INTERNALDATE "01-Jan-1999 00:00:00 +0000") {3}'
    assert list(rows([(b"1 (UID 7 BODY[] {66}", forged), b")"])) == [Row(7, None, None, forged)]


@given(st.lists(st.one_of(st.binary(), st.tuples(st.binary(), st.binary()))))
def test_any_pieces_give_rows_or_none(pieces: list[Piece]) -> None:
    assert all(row.uid >= 0 for row in rows(pieces))


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    date = internal_date(text)
    assert date is None or date.tzinfo is UTC


DATES = {
    "one digit": (" 1-Mar-2026 10:00:00 +0100", AT),
    "west": ("01-Mar-2026 02:00:00 -0700", AT),
    "leap second": ("01-Mar-2026 09:00:60 +0000", datetime(2026, 3, 1, 9, 0, 59, tzinfo=UTC)),
    "no such day": ("30-Feb-2026 09:00:00 +0000", None),
    "before all time": ("01-Jan-0001 00:00:00 +1400", None),
    "no zone": ("01-Mar-2026 09:00:00", None),
}


@pytest.mark.parametrize(("text", "expected"), DATES.values(), ids=DATES)
def test_internal_dates_are_read_as_utc(text: str, expected: datetime | None) -> None:
    assert internal_date(text) == expected


@given(st.sets(st.integers(1, 300)))
def test_a_uid_set_names_each_uid_once(uids: set[int]) -> None:
    named = [
        uid
        for part in uid_set(uids).split(",")
        if part
        for uid in range(int(part.partition(":")[0]), int(part.rpartition(":")[2]) + 1)
    ]
    assert named == sorted(uids)


IDS = {
    "plain": (b"Message-ID: <a@b.example>\r\n", "a@b.example"),
    "folded": (b"X: y\r\nmessage-id:\r\n <a@b.example>\r\n", "a@b.example"),
    "without brackets": (b"Message-Id: a@b.example\r\n", "a@b.example"),
    "with a comment": (b"Message-ID: <a@b.example> (sent by x)\r\n", "a@b.example"),
    "none": (b"Subject: Message-ID: <a@b.example>\r\n", ""),
}


@pytest.mark.parametrize(("block", "expected"), IDS.values(), ids=IDS)
def test_a_message_id_is_read_bare(block: bytes, expected: str) -> None:
    assert bare_id(block) == expected
