"""The answer to a one-click POST by its status, and when to try again: RFC 8058 §3.1, RFC 9110 §10.2.3."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.attempt import of_one_click, retry_at
from inbox_guard.core.exchange import Answer
from inbox_guard.core.vocabulary import Outcome

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def _answer(status: int, retry_after: str | None = None) -> Answer:
    headers = (("retry-after", retry_after),) if retry_after is not None else ()
    return Answer(status, headers, b"", "https://shop.example/u?t=secret", sent=200)


OUTCOMES = {
    200: (Outcome.ACCEPTED, False),
    202: (Outcome.ACCEPTED, False),
    204: (Outcome.ACCEPTED, False),
    301: (Outcome.FAILED, False),
    302: (Outcome.FAILED, False),
    307: (Outcome.FAILED, False),
    400: (Outcome.FAILED, False),
    404: (Outcome.FAILED, False),
    405: (Outcome.FAILED, False),
    408: (Outcome.FAILED, True),
    425: (Outcome.FAILED, True),
    429: (Outcome.FAILED, True),
    500: (Outcome.FAILED, True),
    503: (Outcome.FAILED, True),
    599: (Outcome.FAILED, True),
}


@pytest.mark.parametrize(("status", "expected"), OUTCOMES.items())
def test_a_status_is_accepted_failed_or_failed_for_now(
    status: int, expected: tuple[Outcome, bool]
) -> None:
    result = of_one_click(_answer(status), NOW)
    assert (result.outcome, result.retry_at is not None) == expected
    assert (result.status, result.sent) == (status, 200)
    assert "secret" not in result.detail
    assert "shop.example" in result.detail


@pytest.mark.parametrize(
    ("header", "wait"),
    {
        None: HOUR,
        "": HOUR,
        "soon": HOUR,
        "-5": HOUR,
        "120": timedelta(minutes=2),
        " 7200 ": timedelta(hours=2),
        "0": timedelta(minutes=1),
        "999999": timedelta(hours=72),
        "9" * 5000: timedelta(hours=72),
        "Sun, 22 Nov 2026 15:00:00 GMT": timedelta(hours=3),
        "Sun, 22 Nov 2026 15:00:00 +0100": timedelta(hours=2),
        "Sun, 22 Nov 2026 15:00:00 -0000": timedelta(hours=3),
        "Wed, 21 Oct 2015 07:28:00 GMT": timedelta(minutes=1),
        "Wed, 21 Oct 2099 07:28:00 GMT": timedelta(hours=72),
        "Wed, 21 Oct 99999 07:28:00 GMT": HOUR,
        "²": HOUR,
    }.items(),
)
def test_retry_after_is_read_in_seconds_or_as_a_date_and_kept_within_reason(
    header: str | None, wait: timedelta
) -> None:
    assert retry_at(_answer(503, header), NOW) == NOW + wait


@pytest.mark.parametrize(("earlier", "hours"), [(0, 1), (1, 4), (2, 16), (3, 64), (9, 64)])
def test_who_stays_down_is_asked_less_and_less(earlier: int, hours: int) -> None:
    assert retry_at(_answer(500), NOW, earlier) == NOW + hours * HOUR
    assert retry_at(_answer(503, "120"), NOW, earlier) == NOW + timedelta(minutes=2)


@pytest.mark.parametrize("status", [200, 302, 404])
def test_only_a_temporary_failure_has_a_time_to_try_again(status: int) -> None:
    assert retry_at(_answer(status, "60"), NOW) is None


@given(st.text())
def test_any_retry_after_gives_a_time_within_three_days(value: str) -> None:
    moment = retry_at(_answer(503, value), NOW)
    assert moment is not None
    assert timedelta(0) < moment - NOW <= timedelta(hours=72)
