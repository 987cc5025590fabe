"""What the demo says, on rows made for it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_guard.core.vocabulary import HonourState, Kind, Outcome, Standing, Step
from inbox_guard.demo import story
from inbox_guard.demo.letters import senders
from inbox_guard.demo.register import Contact
from tests.demo.rows import NO_TRACE, NOON, plan, row

PEOPLE = senders()
BRIGHTLAMP = "hello@news.brightlamp.example"


def _contact(key: str, says: str) -> Contact:
    return Contact(NOON, key, "news.brightlamp.example", "POST", b"", "", says)


def _line(lines: story.Lines, word: str) -> str:
    (found,) = [line for line in lines if word in line]
    return found


def test_the_scan_counts_senders_and_mails_by_kind_and_newsletters_by_standing():
    rows = [
        row("A", "a@a.example", mails=7),
        row("B", "b@b.example", mails=3, standing=Standing.CONSENTED),
        row("C", "c@c.example", mails=2, kind=Kind.PERSONAL),
    ]
    lines = story.scan(rows, contacts=0)
    assert _line(lines, "newsletter").split() == ["newsletter", "2", "10", "1", "-", "-", "1"]
    assert _line(lines, "personal").split() == ["personal", "1", "2"]
    assert lines[-1].endswith("meanwhile: 0")


def test_a_kind_that_nobody_sent_has_no_line():
    lines = story.scan([row("A", "a@a.example")], contacts=0)
    assert not [line for line in lines if "outreach" in line]


def test_the_plan_lists_who_would_be_contacted_and_counts_who_is_asked_about():
    leave, ask, keep = (row(name, f"{name}@x.example") for name in ("Leaver", "Asker", "Keeper"))
    lines = story.plan(
        [
            plan(leave, Step.RECORD, Step.UNSUBSCRIBE),
            plan(ask, Step.RECORD, Step.ASK),
            plan(keep, Step.RECORD),
        ]
    )
    assert _line(lines, "Leaver").split(maxsplit=2) == ["one-click", "Leaver", NO_TRACE]
    assert not [line for line in lines if "Asker" in line or "Keeper" in line]
    assert "1 to leave, 1 to ask" in lines[-1]


def test_the_cleanup_sets_our_outcome_beside_the_senders_own_log():
    rows = [
        row("Brightlamp Studio", BRIGHTLAMP, outcome=Outcome.DONE),
        row("Quiet", "quiet@x.example"),
    ]
    contacts = [
        _contact("brightlamp", "one-click refused"),
        _contact("podium", "survey page"),
        _contact("brightlamp", "form, off the list"),
    ]
    lines = story.cleanup(rows, PEOPLE, contacts)
    line = _line(lines, "Brightlamp")
    assert "done, in their words" in line
    assert line.endswith(" one-click refused > form, off the list")
    assert not [line for line in lines if "Quiet" in line or "survey page" in line]
    assert lines[-1].endswith("anybody else: 0")


def test_a_request_that_reached_nobody_known_is_not_hidden():
    lines = story.cleanup([], PEOPLE, [_contact("", "not found")])
    assert lines[-1].endswith("anybody else: 1")


@pytest.mark.parametrize("outcome", list(Outcome), ids=str)
def test_every_outcome_has_words(outcome):
    lines = story.cleanup([row("Brightlamp Studio", BRIGHTLAMP, outcome=outcome)], PEOPLE, [])
    assert story.OUTCOMES[outcome] in _line(lines, "Brightlamp")


def test_six_weeks_later_names_who_kept_the_word_and_who_did_not():
    rows = [
        row("Good One", "g@x.example", honour=(HonourState.HONOURED, 0)),
        row("Slow One", "s@x.example", honour=(HonourState.LATE, 2)),
        row("Bad One", "b@x.example", honour=(HonourState.BROKEN, 4)),
        row("Closed One", "c@x.example", outcome=Outcome.NEEDS_OWNER),
        row("Never Asked", "n@x.example"),
    ]
    lines = story.later(rows, mails=30)
    assert "1 kept their word: Good One" in _line(lines, "Good One")
    assert "late: 2 mails" in _line(lines, "Slow One")
    assert "broken: 4 mails" in _line(lines, "Bad One")
    assert "1 still need Robin" in _line(lines, "Closed One")
    assert not [line for line in lines if "Never Asked" in line]


def test_the_last_line_is_the_absolute_path_alone_however_long_it_is():
    path = Path("/tmp") / ("long" * 40) / "report.html"
    assert story.report(path)[-1] == str(path)


def test_no_other_line_is_wider_than_a_terminal():
    wide = "An Organisation With A Name That Nobody Can Print, Incorporated"
    rows = [row(wide, BRIGHTLAMP, outcome=Outcome.DONE, honour=(state, 3)) for state in HonourState]
    contacts = [_contact("brightlamp", "page " * 30)]
    lines = (
        *story.mailbox(205, 48, datetime(2026, 9, 24, tzinfo=UTC)),
        *story.check(["word " * 40]),
        *story.scan(rows, 0),
        *story.plan([plan(each, Step.UNSUBSCRIBE) for each in rows]),
        *story.cleanup(rows, PEOPLE, contacts),
        *story.later(rows, 30),
    )
    assert max(map(len, lines)) <= story.WIDTH
