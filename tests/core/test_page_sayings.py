"""Sentences and labels as pages have them, in eighteen languages: what they claim, what they are worth."""

import pytest

from inbox_guard.core.page.claims import Claims, claims
from inbox_guard.core.page.labels import Says, says
from tests.core.page_sayings import TONGUES, Tongue

SAID = pytest.mark.parametrize("tongue", TONGUES.values(), ids=TONGUES)


def _claims(sentence: str) -> Claims:
    return claims([sentence])


@SAID
def test_success_is_understood(tongue: Tongue) -> None:
    assert [one for one in tongue.done if not _claims(one).done] == []


@SAID
def test_what_is_no_success_is_not_taken_for_it(tongue: Tongue) -> None:
    said = (
        tongue.not_done,
        tongue.question,
        tongue.condition,
        tongue.pending,
        tongue.moderator,
        tongue.expired,
        tongue.failed,
        tongue.joined,
        tongue.saved,
        *tongue.leave,
        *tongue.keep,
        tongue.heading,
        tongue.which,
        tongue.untick,
    )
    assert [one for one in said if _claims(one).done or _claims(one).already] == []


@SAID
def test_who_is_off_already_is_told_so(tongue: Tongue) -> None:
    assert [one for one in tongue.already if not _claims(one).already] == []
    assert [one for one in tongue.already if _claims(one).done] == []


@SAID
def test_what_is_still_to_happen_or_went_wrong_is_understood(tongue: Tongue) -> None:
    assert _claims(tongue.pending).pending
    assert _claims(tongue.moderator).pending
    assert _claims(tongue.expired).expired
    assert _claims(tongue.failed).fail
    assert _claims(tongue.joined).joined
    assert _claims(tongue.saved).saved


@SAID
def test_labels_that_unsubscribe_may_be_pressed(tongue: Tongue) -> None:
    labels = (*tongue.leave, tongue.leave_all)
    assert [one for one in labels if says(one) is not Says.LEAVE] == []


@SAID
def test_bare_verbs_are_neither(tongue: Tongue) -> None:
    assert (says(tongue.confirm), says(tongue.save)) == (Says.BARE, Says.BARE)


@SAID
def test_labels_that_keep_join_delete_or_delay_are_never_pressed(tongue: Tongue) -> None:
    labels = (
        *tongue.keep,
        tongue.resubscribe,
        tongue.subscribe,
        tongue.cancel,
        tongue.delete,
        tongue.pause,
        tongue.less,
        tongue.login,
        tongue.spam,
        tongue.too_many,
        tongue.weekly,
        tongue.orders,
        tongue.terms,
        tongue.sign_up,
    )
    assert [one for one in labels if says(one) in {Says.LEAVE, Says.BARE}] == []
