"""A verdict that changes because the rules did says so, and goes on saying it."""

import re
from dataclasses import replace
from pathlib import Path

from inbox_guard.core import edition as edition_of
from inbox_guard.core.edition import edition
from inbox_guard.core.history import Before, TraceKind
from inbox_guard.core.verdict import RULES_CHANGED, verdict
from inbox_guard.core.vocabulary import Kind, Standing
from tests.core.histories import LAST, history, trace

ASKS = re.compile(r"rows\(\"([a-z_/]+)\"\)")
THEN = Before(Kind.NEWSLETTER, Standing.UNSURE, "1-00000000", LAST, ())


def note(before: Before | None) -> list[str]:
    judged = verdict(replace(history(), before=before))
    return [one.says for one in judged.because if one.kind == RULES_CHANGED]


def test_nobody_is_judged_anew_in_silence() -> None:
    (says,) = note(THEN)
    assert "judged by newer rules" in says
    assert "unsure" in says
    assert "unconsented" in says


def test_a_first_verdict_has_nothing_to_tell_of_older_rules() -> None:
    assert note(None) == []


def test_the_same_verdict_by_newer_rules_is_no_news() -> None:
    assert note(replace(THEN, standing=Standing.UNCONSENTED)) == []


def test_a_verdict_that_changes_with_the_evidence_alone_needs_no_excuse() -> None:
    assert note(replace(THEN, rules=edition())) == []


def test_the_note_stays_while_the_verdict_does() -> None:
    first = verdict(replace(history(), before=THEN))
    recorded = Before(first.kind, first.standing, edition(), LAST, first.because)
    assert len(note(recorded)) == 1


def test_the_note_goes_when_evidence_changes_the_verdict() -> None:
    first = verdict(replace(history(), before=THEN))
    recorded = Before(first.kind, first.standing, edition(), LAST, first.because)
    later = history(trace(TraceKind.REPLIED, 10, address="news@shop.example"))
    judged = verdict(replace(later, before=recorded))
    assert judged.standing is Standing.CONSENTED
    assert all(one.kind != RULES_CHANGED for one in judged.because)


JUDGES = ("kind/*.py", "evidence/*.py", "address.py", "network.py", "passed_on.py")
SAYS_NOTHING_OF_KINDS = {"greetings"}  # how somebody is called: set beside verdicts, not under them


def test_every_table_that_judges_is_part_of_the_edition() -> None:
    core = Path(edition_of.__file__).parent
    sources = [path for pattern in JUDGES for path in core.glob(pattern)]
    asked = {name for path in sources for name in ASKS.findall(path.read_text("utf-8"))}
    assert len(asked) > 10
    assert asked - SAYS_NOTHING_OF_KINDS <= {*edition_of.TABLES, "words/activity"}
