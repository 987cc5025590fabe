"""JSON and CSV: a shape that programs may rely on, and cells that no spreadsheet computes."""

import csv
import io
import json

import pytest

from inbox_guard.core.vocabulary import Kind
from inbox_guard.report.month import MonthlyReporter
from inbox_guard.report.sheet import COLUMNS, guarded

from .hostile import CSV, TERMINAL, everywhere
from .rich_month import rich
from .sample import ZONE, Told, empty, month

DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
SENDERS_JSON = {
    "id", "account", "sender", "name", "organisation", "kind", "standing", "mechanism", "outcome",
    "reason", "honour", "first_seen", "messages", "because",
}  # fmt: skip


def file_of(facts, name: str) -> str:
    [(_, rendered)] = MonthlyReporter().render(facts, [name], "en", ZONE).files
    return rendered.decode()


def sheet_of(facts) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file_of(facts, "csv"), newline="")))


@pytest.mark.parametrize("payload", CSV.values(), ids=CSV)
def test_no_cell_begins_like_a_formula(payload):
    rows = sheet_of(everywhere(payload, begin=""))
    assert len(rows) == 2
    for row in rows:
        assert set(row) == set(COLUMNS)
        assert [cell for cell in row.values() if cell.startswith(DANGEROUS)] == []


@pytest.mark.parametrize("payload", CSV.values(), ids=CSV)
def test_a_cell_is_guarded_before_it_was_made_plain_too(payload):
    cell = guarded(payload)
    assert not cell.startswith(DANGEROUS)
    assert cell.removeprefix("'") == payload


def test_every_cell_is_quoted_and_every_line_ends_as_the_rfc_says():
    lines = file_of(rich(), "csv").removesuffix("\r\n").split("\r\n")
    assert len(lines) == 1 + len(rich().rows) + len(rich().platform)
    assert all(line.startswith('"') and line.endswith('"') for line in lines)
    assert lines[0] == ",".join(f'"{column}"' for column in COLUMNS)


def test_the_sheet_holds_one_row_a_sender_with_its_last_attempt():
    [row] = [row for row in sheet_of(rich()) if row["id"] == "3"]
    assert row["mechanism"] == "one-click"
    assert row["attempted_at"] == "2026-10-01T10:00:00Z"
    assert row["outcome"] == "accepted"
    assert row["honour"] == "broken"
    assert row["mails_after"] == "3"


def test_the_json_has_the_documented_shape():
    facts = json.loads(file_of(rich(), "json"))
    assert facts["schema"] == "inbox-guard/report/1"
    assert facts["month"] == "2026-10"
    assert facts["timezone"] == ZONE
    assert facts["begins"] == "2026-09-30T22:00:00Z"
    assert facts["ends"] == "2026-10-31T23:00:00Z"
    assert (facts["messages"], facts["unreadable"], facts["unsure"]) == (1284, 2, 14)
    assert facts["by_kind"]["newsletter"] == 434
    assert facts["reach"][1] == {"account": "work", "oldest": None}
    assert len(facts["senders"]) == 12
    assert [person["sender"] for person in facts["people"]] == [
        "linkedin:robert stone",
        "linkedin:מירה כהן",
    ]
    for row in facts["senders"] + facts["people"]:
        assert set(row) >= SENDERS_JSON


def test_the_json_tells_every_attempt_of_the_month():
    facts = json.loads(file_of(rich(), "json"))
    [row] = [row for row in facts["senders"] if row["id"] == 3]
    assert [(one["mechanism"], one["outcome"]) for one in row["attempts"]] == [
        ("one-click", "failed"),
        ("mailto", "accepted"),
    ]
    assert row["attempts"][0]["at"] == "2026-10-01T09:00:00Z"
    assert row["attempts"][0]["rule"] == "auto since 2026-09-01"


def test_an_attempt_without_a_result_is_unknown_and_not_left_out():
    facts = json.loads(file_of(rich(), "json"))
    [row] = [row for row in facts["senders"] if row["id"] == 8]
    assert row["outcome"] == "unknown"
    assert row["attempts"][0]["concluded_at"] is None


@pytest.mark.parametrize("payload", TERMINAL.values(), ids=TERMINAL)
def test_the_json_can_be_looked_at_in_a_terminal(payload):
    rendered = file_of(everywhere(payload), "json")
    assert rendered.isprintable() or set(filter(lambda c: not c.isprintable(), rendered)) == {"\n"}


def test_an_empty_month_is_empty_lists_and_a_line_of_names():
    facts = json.loads(file_of(empty(), "json"))
    assert facts["senders"] == facts["people"] == []
    assert facts["by_kind"] == {}
    assert sheet_of(empty()) == []


def test_an_unjudged_sender_is_not_told_as_unconsented():
    facts = json.loads(file_of(month(people=(Told(kind=Kind.PLATFORM),)), "json"))
    assert len(facts["people"]) == 1
    assert facts["senders"] == []
