"""Standing follows from evidence, in the order of the policy; the sentence is hedged and true."""

from dataclasses import replace
from datetime import timedelta

import pytest

from inbox_guard.core.history import History, Trace, TraceKind, Word
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.verdict import sender_kind, verdict
from inbox_guard.core.vocabulary import Kind, Outcome, Standing
from tests.core.histories import ADDRESS, LAST, allowed, history, refused, trace, tried

T = TraceKind
OWN, ELSEWHERE = ADDRESS, "desk@help.shop.example"

STANDINGS: dict[str, tuple[History, Standing, str]] = {
    "no trace within reach": (
        history(),
        Standing.UNCONSENTED,
        "no trace of your consent in 31 months of mail",
    ),
    "history too short": (
        history(reach_days=122),
        Standing.UNSURE,
        "your mail reaches back only 4 months before their first mail",
    ),
    "their mail is the oldest of all": (
        history(reach_days=0),
        Standing.UNSURE,
        "your mail reaches back no further than their first mail",
    ),
    "a welcome before the first mailing": (
        history(trace(T.WELCOME, -1)),
        Standing.CONSENTED,
        "they welcomed you on 29 February 2024",
    ),
    "a request to confirm": (
        history(trace(T.CONFIRMATION, -0.1)),
        Standing.CONSENTED,
        "they asked you on 1 March 2024 to confirm a subscription",
    ),
    "a welcome after marketing had begun": (
        history(trace(T.WELCOME, 40)),
        Standing.UNSURE,
        "a mail of 10 April 2024 speaks of a subscription,"
        " but their mail had begun on 1 March 2024",
    ),
    "the owner wrote first": (
        history(trace(T.WROTE, -200, ELSEWHERE)),
        Standing.CONSENTED,
        "you wrote to them on 14 August 2023",
    ),
    "the owner wrote to this very address later": (
        history(trace(T.WROTE, 10, OWN)),
        Standing.CONSENTED,
        "you wrote to them on 11 March 2024",
    ),
    "the owner wrote to their support later": (
        history(trace(T.WROTE, 10, ELSEWHERE)),
        Standing.UNSURE,
        "you wrote to somebody else there on 11 March 2024, after their mail had begun",
    ),
    "a reply clears": (
        history(trace(T.REPLIED, 60)),
        Standing.CONSENTED,
        "you replied to them on 30 April 2024",
    ),
    "an order makes a customer": (
        history(trace(T.ORDER, -3)),
        Standing.CUSTOMER,
        "a mail of 27 February 2024 is about an order or a bill: you seem to be a customer",
    ),
    "an account makes a customer": (
        history(trace(T.ACCOUNT, -3)),
        Standing.CUSTOMER,
        "a mail of 27 February 2024 is about an account you seem to have there",
    ),
    "an opt-in outweighs an order": (
        history(trace(T.ORDER, -3), trace(T.WELCOME, -2)),
        Standing.CONSENTED,
        "they welcomed you on 28 February 2024",
    ),
    "a goodbye ends consent": (
        history(trace(T.WELCOME, -1), trace(T.GOODBYE, 20)),
        Standing.UNCONSENTED,
        "their mail went on after a goodbye on 21 March 2024",
    ),
    "a goodbye of another address of theirs may be about another list": (
        history(trace(T.GOODBYE, 20, ELSEWHERE)),
        Standing.UNSURE,
        "their mail went on after a goodbye on 21 March 2024, which may have been about another list",
    ),
    "a goodbye inside its grace says nothing yet": (
        history(trace(T.WELCOME, -1), trace(T.GOODBYE, 90)),
        Standing.CONSENTED,
        "they welcomed you on 29 February 2024",
    ),
    "a goodbye that was kept is no trace of consent": (
        history(trace(T.GOODBYE, 90)),
        Standing.UNCONSENTED,
        "no trace of your consent in 31 months of mail",
    ),
    "a new opt-in after a goodbye": (
        history(trace(T.WELCOME, -1), trace(T.GOODBYE, 20), trace(T.CONFIRMATION, 30)),
        Standing.CONSENTED,
        "they welcomed you on 29 February 2024",
    ),
    "an unsubscription of ours they took and broke": (
        history(trace(T.WELCOME, -1), tried=tried(Outcome.ACCEPTED, 3)),
        Standing.UNCONSENTED,
        "3 mails came long after you were unsubscribed on 31 March 2024",
    ),
    "an unsubscription that failed changes nothing": (
        history(trace(T.WELCOME, -1), tried=tried(Outcome.FAILED, 3)),
        Standing.CONSENTED,
        "they welcomed you on 29 February 2024",
    ),
    "the owner allows": (
        history(words=(allowed(),), tried=tried(Outcome.DONE, 3)),
        Standing.CONSENTED,
        "you said on 1 June 2024 that you want their mail",
    ),
    "the owner refuses": (
        history(trace(T.WELCOME, -1), words=(refused(),)),
        Standing.UNCONSENTED,
        "you said on 1 June 2024 that you do not want their mail",
    ),
}


@pytest.mark.parametrize("case", STANDINGS)
def test_standing_follows_the_policy(case: str) -> None:
    told, standing, reason = STANDINGS[case]
    judged = verdict(told)
    assert (judged.standing, judged.reason) == (standing, reason)


def test_the_owners_last_word_counts() -> None:
    earlier = Word(refused().answer, "shop.example", LAST - timedelta(days=9))
    assert verdict(history(words=(earlier, allowed()))).standing is Standing.CONSENTED


def test_because_names_every_reason_heaviest_first() -> None:
    judged = verdict(history(trace(T.ORDER, -3), trace(T.WELCOME, 40)))
    weights = [abs(evidence.weight) for evidence in judged.because]
    assert weights == sorted(weights, reverse=True)
    assert {"ordered", "welcomed-later", "list-unsubscribe"} == {e.kind for e in judged.because}


def test_no_trace_is_never_said_where_there_is_one() -> None:
    of_consent = [kind for kind in TraceKind if kind is not T.GOODBYE]
    traces: list[Trace] = [trace(kind, days) for kind in of_consent for days in (-400, -1, 5, 90)]
    for one in traces:
        assert "no-trace" not in {evidence.kind for evidence in verdict(history(one)).because}


def test_a_first_mail_of_a_person_is_told_gently() -> None:
    judged = verdict(history(kinds=((Kind.PERSONAL, 1),)))
    assert judged.standing is Standing.UNCONSENTED
    assert "may be new to you" in judged.reason


SENDERS: dict[str, tuple[tuple[tuple[Kind, int], ...], Kind]] = {
    "most of its mail": (((Kind.NEWSLETTER, 9), (Kind.PERSONAL, 1)), Kind.NEWSLETTER),
    "a shop that also ships": (((Kind.TRANSACTIONAL, 4), (Kind.NEWSLETTER, 4)), Kind.NEWSLETTER),
    "mostly receipts": (((Kind.TRANSACTIONAL, 5), (Kind.NEWSLETTER, 4)), Kind.TRANSACTIONAL),
    "a tie with a person": (((Kind.NEWSLETTER, 2), (Kind.PERSONAL, 2)), Kind.PERSONAL),
    "a tie of outreach and spam": (((Kind.OUTREACH, 1), (Kind.SPAM, 1)), Kind.SPAM),
    "a discussion with an announcement": (
        ((Kind.DISCUSSION, 2), (Kind.NEWSLETTER, 2)),
        Kind.DISCUSSION,
    ),
    "nothing at all": ((), Kind.PERSONAL),
}


@pytest.mark.parametrize("case", SENDERS)
def test_a_sender_is_what_most_of_its_mail_is(case: str) -> None:
    kinds, expected = SENDERS[case]
    assert sender_kind(history(kinds=kinds)) is expected


NETWORK = Speaker(SenderId(SenderKind.PERSON, "linkedin:dana pitch"), "Dana Pitch", "linkedin.com")
ACCOUNT_THERE = (trace(T.WELCOME, -90), trace(T.ACCOUNT, -30), trace(T.ORDER, -20))


def _person(*traces: Trace) -> History:
    found = history(*traces, kinds=((Kind.PLATFORM, 2),))
    return replace(found, speaker=NETWORK)


def test_the_owners_account_in_a_network_is_no_consent_to_mail_of_people_there() -> None:
    judged = verdict(_person(*ACCOUNT_THERE, trace(T.REPLIED, -10, ELSEWHERE)))
    assert judged.standing is Standing.UNCONSENTED
    assert not {"welcomed", "account", "ordered", "replied"} & {one.kind for one in judged.because}


def test_a_person_behind_a_network_whom_the_owner_answered_is_no_stranger() -> None:
    judged = verdict(_person(*ACCOUNT_THERE, trace(T.REPLIED, 2, OWN)))
    assert judged.standing is Standing.CONSENTED
