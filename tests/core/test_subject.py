"""What programs put before a subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.subject import bare, goes_on, is_passed_on

ANSWERS = (
    "Re: boat",
    "RE[2]: boat",
    "AW: boat",
    "Antw : boat",
    "R: boat",
    "Odp: boat",
    "回复：boat",
    "Vá: boat",
)
PASSED_ON = (
    "Fwd: boat",
    "FW: boat",
    "WG: boat",
    "TR : boat",
    "I: boat",
    "PD: boat",
    "转发：boat",
    "VL: boat",
)
PLAIN = (
    "boat",
    "Result: boat",
    "Boat: re",
    "[boat] day",
    "Retour: boat",
    "I boat",
    "re boat",
    "12: boat",
    "",
)


@pytest.mark.parametrize("subject", [*ANSWERS, *PASSED_ON])
def test_an_answer_and_a_mail_passed_on_go_on(subject: str) -> None:
    assert goes_on(subject)
    assert bare(subject) == "boat"


@pytest.mark.parametrize("subject", PLAIN)
def test_a_subject_of_its_own_stays_as_it_is(subject: str) -> None:
    assert not goes_on(subject)
    assert not is_passed_on(subject)
    assert bare(subject) == subject


def test_mail_passed_on_is_told_from_an_answer() -> None:
    assert [one for one in ANSWERS if is_passed_on(one)] == []
    assert [one for one in PASSED_ON if not is_passed_on(one)] == []


def test_all_that_piled_up_is_taken_off() -> None:
    assert bare("Re: AW:  Fwd: [boat] day") == "[boat] day"


@given(st.text() | st.from_regex(r"((re|aw|wg|回复)(\[\d+\])?\s?[::] *){0,40}.*"))
def test_what_is_bare_stays_bare(subject: str) -> None:
    once = bare(subject)
    assert subject.endswith(once)
    assert not goes_on(once)
    assert bare(once) == once
