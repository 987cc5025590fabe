"""The hand-written mail that judgement is measured on: every file is labelled, readable, and stands alone."""

import csv
from pathlib import Path

import pytest

from benchmarks.judgement import (
    ACTED_ON,
    ARRIVED,
    AUTHSERV,
    HELD_OUT,
    OWN,
    OWNER,
    judged,
    own_cases,
)
from inbox_guard.core.body import body
from inbox_guard.core.folder import Role
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind

TABLES = sorted((*OWN.glob("*.tsv"), *HELD_OUT.glob("*.tsv")))


def message(path: Path) -> Message:
    raw = path.read_bytes()
    ref = MessageRef("main", "INBOX", 1, 1)
    found = read(Fetched(ref, Role.INBOX, ARRIVED, len(raw), raw), OWNER, AUTHSERV)
    assert isinstance(found, Message)
    return found


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_every_message_has_its_row_and_every_row_its_message(table: Path) -> None:
    with table.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    listed = [row["file"] for row in rows]
    assert sorted(listed) == sorted(path.name for path in (table.parent / table.stem).glob("*.eml"))
    assert {row["kind"] for row in rows} <= set(Kind)
    assert all(row["topic"] and row["provider"] and row["language"] for row in rows)


def test_no_two_messages_share_their_text() -> None:
    texts = [
        " ".join(body(case.path.read_bytes()).text.split())
        for case in (*own_cases(), *own_cases(HELD_OUT))
    ]
    assert len({text for text in texts if text}) == len([text for text in texts if text])


def test_service_mail_with_a_way_out_is_left_alone() -> None:
    """Law of the house, judged as a sweep does: by the header block, by words where it leaves a doubt."""
    service = [case for case in own_cases() if case.label == Kind.TRANSACTIONAL]
    told = judged(service)
    offering = sum(one.offers for one in told)
    acted_on = {one.case.path.name for one in told if one.offers and Kind(one.kind) in ACTED_ON}
    assert offering > 50
    assert acted_on == set()
