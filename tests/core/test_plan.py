"""What follows from a verdict, and what must never follow whatever the history says."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.history import Answer, History, TraceKind, Word
from inbox_guard.core.plan import Plan, Policy, plan, risk
from inbox_guard.core.verdict import verdict
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Mode, Outcome, Step
from inbox_guard.core.word import names_exactly
from tests.core.histories import ADDRESS, LAST, allowed, history, refused, trace, tried

AUTO = Policy(Mode.AUTO, move=False, can_mail=True)
MOVING = Policy(Mode.AUTO, move=True, can_mail=True)
RECORD = (Step.RECORD,)
ASK = (Step.RECORD, Step.ASK)
LEAVE = (Step.RECORD, Step.UNSUBSCRIBE)
MOVED = (Step.RECORD, Step.MOVE)
LEAVE_AND_MOVE = (Step.RECORD, Step.UNSUBSCRIBE, Step.MOVE)


def _plan(told: History, policy: Policy = AUTO) -> Plan:
    return plan(told, verdict(told), policy)


def _only(kind: Kind) -> tuple[tuple[Kind, int], ...]:
    return ((kind, 3),)


STEPS: dict[str, tuple[History, Policy, tuple[Step, ...]]] = {
    "newsletter without a trace": (history(), AUTO, LEAVE),
    "newsletter without a trace, moving": (history(), MOVING, LEAVE_AND_MOVE),
    "newsletter of a customer": (history(trace(TraceKind.ORDER, -1)), MOVING, ASK),
    "newsletter unsure": (history(reach_days=10), MOVING, ASK),
    "newsletter consented": (history(trace(TraceKind.WELCOME, -1)), MOVING, RECORD),
    "newsletter allowed": (history(words=(allowed(),)), MOVING, RECORD),
    "newsletter whose header offers no way out": (history(mechanisms=()), MOVING, LEAVE_AND_MOVE),
    "outreach with a way out": (history(kinds=_only(Kind.OUTREACH)), AUTO, LEAVE),
    "outreach without one": (history(kinds=_only(Kind.OUTREACH), mechanisms=()), AUTO, RECORD),
    "person behind a network": (history(kinds=_only(Kind.PLATFORM)), AUTO, ASK),
    "person behind a network, moving": (history(kinds=_only(Kind.PLATFORM)), MOVING, MOVED),
    "person behind a network, unsure": (
        history(kinds=_only(Kind.PLATFORM), reach_days=3),
        MOVING,
        ASK,
    ),
    "person behind a network, answered": (
        history(trace(TraceKind.REPLIED, 5), kinds=_only(Kind.PLATFORM)),
        MOVING,
        RECORD,
    ),
    "notification": (history(kinds=_only(Kind.NOTIFICATION)), MOVING, RECORD),
    "notification, refused by domain": (
        history(kinds=_only(Kind.NOTIFICATION), words=(refused(),)),
        MOVING,
        RECORD,
    ),
    "notification, refused by name": (
        history(kinds=_only(Kind.NOTIFICATION), words=(refused(ADDRESS),)),
        MOVING,
        LEAVE_AND_MOVE,
    ),
    "discussion, refused by name": (
        history(kinds=_only(Kind.DISCUSSION), words=(refused("#7"),)),
        AUTO,
        LEAVE,
    ),
    "transactional, refused by domain": (
        history(kinds=_only(Kind.TRANSACTIONAL), words=(refused(),)),
        MOVING,
        RECORD,
    ),
    "transactional, refused by name": (
        history(kinds=_only(Kind.TRANSACTIONAL), words=(refused(ADDRESS),)),
        MOVING,
        MOVED,
    ),
    "personal, refused by name, nowhere to move to": (
        history(kinds=_only(Kind.PERSONAL), words=(refused(ADDRESS),)),
        AUTO,
        RECORD,
    ),
    "spam, refused by name": (
        history(kinds=_only(Kind.SPAM), words=(refused(ADDRESS),)),
        MOVING,
        RECORD,
    ),
    "in junk": (history(in_junk=True), MOVING, MOVED),
    "not authenticated": (history(authenticated=False), MOVING, MOVED),
    "hollow": (history(signs=("no-date", "no-message-id")), AUTO, RECORD),
    "authentication not known": (history(authenticated=None), AUTO, LEAVE),
    "taken off and silent": (history(tried=tried(Outcome.DONE)), AUTO, RECORD),
    "taken off and still mailing": (
        history(tried=tried(Outcome.ACCEPTED, 2, HonourState.BROKEN)),
        AUTO,
        LEAVE,
    ),
    "taken off, late, and silent since": (
        history(tried=tried(Outcome.ACCEPTED, 2, HonourState.LATE)),
        AUTO,
        RECORD,
    ),
    "a confirmation is awaited": (history(tried=tried(Outcome.PENDING, 2)), MOVING, MOVED),
    "sent or not, nobody knows": (history(tried=tried(Outcome.UNKNOWN, 2)), AUTO, ASK),
    "nobody knows, but the owner refused since": (
        history(tried=tried(Outcome.UNKNOWN), words=(refused(),)),
        AUTO,
        LEAVE,
    ),
    "the owner has to do something": (history(tried=tried(Outcome.NEEDS_OWNER)), AUTO, ASK),
    "a safety rule stopped it": (history(tried=tried(Outcome.BLOCKED)), AUTO, ASK),
    "it failed": (history(tried=tried(Outcome.FAILED)), AUTO, LEAVE),
    "never": (history(), Policy(Mode.NEVER, move=True, can_mail=True), RECORD),
    "ask plans what auto would do": (history(), Policy(Mode.ASK, move=False, can_mail=True), LEAVE),
}


@pytest.mark.parametrize("case", STEPS)
def test_the_steps_are_those_of_the_table(case: str) -> None:
    told, policy, steps = STEPS[case]
    assert _plan(told, policy).steps == steps


BOTH = (Mechanism.MAILTO, Mechanism.PAGE)
FIRST_WALKED: dict[str, tuple[tuple[Mechanism, ...], bool, Mechanism]] = {
    "one-click first": ((Mechanism.PAGE, Mechanism.ONE_CLICK), True, Mechanism.ONE_CLICK),
    "mailto before a page": (BOTH, True, Mechanism.MAILTO),
    "no SMTP: a page": (BOTH, False, Mechanism.PAGE),
    "no SMTP and nothing else": ((Mechanism.MAILTO,), False, Mechanism.MAILTO),
    "nothing": ((), True, Mechanism.NONE),
}


@pytest.mark.parametrize("case", FIRST_WALKED)
def test_the_mechanism_is_the_first_that_would_be_walked(case: str) -> None:
    offered, can_mail, expected = FIRST_WALKED[case]
    planned = _plan(history(mechanisms=offered), Policy(Mode.AUTO, move=False, can_mail=can_mail))
    assert planned.mechanism is expected


REASONS: dict[str, tuple[History, str]] = {
    "the standing": (history(), "no trace of your consent in 31 months of mail"),
    "the gate": (
        history(authenticated=False),
        "never contacted: its newest mail is not proven to be from its author",
    ),
    "the junk folder": (
        history(in_junk=True),
        "never contacted: its newest mail lies in your junk folder",
    ),
    "no way out": (
        history(mechanisms=()),
        "no trace of your consent in 31 months of mail; its header offers no way out, its text may",
    ),
    "an earlier attempt": (
        history(tried=tried(Outcome.DONE)),
        "unsubscribed on 31 March 2024; whether they keep to it is watched",
    ),
}


@pytest.mark.parametrize("case", REASONS)
def test_the_reason_names_what_decided(case: str) -> None:
    told, reason = REASONS[case]
    assert _plan(told).reason == reason


def test_a_plan_for_a_sender_without_mail_contacts_nobody() -> None:
    told = history(kinds=())
    assert _plan(told).steps == RECORD
    assert risk(told, verdict(told)) == "none of its mail is at hand"


WORDS = st.builds(
    Word,
    st.sampled_from(Answer),
    st.sampled_from(["shop.example", "@shop.example", "*@shop.example", ADDRESS, "7", "#7"]),
    st.integers(-900, 900).map(lambda days: LAST + timedelta(days=days)),
)
TRACES = st.builds(
    trace,
    st.sampled_from(TraceKind),
    st.integers(-900, 900),
    st.sampled_from([ADDRESS, "desk@help.shop.example", "leave@lists.other.example"]),
)
HISTORIES = st.builds(
    lambda traces, **rest: history(*traces, **rest),
    st.lists(TRACES, max_size=4),
    kinds=st.lists(
        st.tuples(st.sampled_from(Kind), st.integers(1, 9)),
        max_size=4,
        unique_by=lambda pair: pair[0],
    ).map(tuple),
    words=st.lists(WORDS, max_size=2).map(tuple),
    reach_days=st.integers(0, 2_000),
    tried=st.none() | st.builds(tried, st.sampled_from(Outcome), st.integers(0, 3)),
    mechanisms=st.lists(st.sampled_from(Mechanism), max_size=3, unique=True).map(tuple),
    in_junk=st.booleans(),
    authenticated=st.sampled_from([True, False, None]),
    signs=st.lists(st.sampled_from(["no-date", "no-message-id", "list-id"]), max_size=3).map(tuple),
)
POLICIES = st.builds(Policy, st.sampled_from(Mode), move=st.booleans(), can_mail=st.booleans())
PROTECTED = {Kind.SPAM, Kind.TRANSACTIONAL, Kind.PERSONAL, Kind.PLATFORM}
BY_NAME_ONLY = {Kind.DISCUSSION, Kind.NOTIFICATION}


def _refused_exactly(told: History) -> bool:
    from inbox_guard.core.word import Covered, newest

    word = newest(told.words)
    sender = Covered(told.number, told.speaker.sender, told.addresses, "shop.example", told.folders)
    return bool(word and word.answer is Answer.REFUSE and names_exactly(word.target, sender))


@given(HISTORIES, POLICIES)
def test_nobody_is_contacted_who_must_not_be(told: History, policy: Policy) -> None:
    planned = _plan(told, policy)
    if not planned.contacts:
        return
    newest = next(count.newest for count in told.kinds if count.kind is planned.verdict.kind)
    assert planned.verdict.kind not in PROTECTED
    assert planned.verdict.kind not in BY_NAME_ONLY or _refused_exactly(told)
    assert not newest.in_junk
    assert newest.authenticated is not False
    if planned.mechanism is Mechanism.NONE:  # the text of a newsletter is looked through, once
        assert planned.verdict.kind is Kind.NEWSLETTER
        assert "its text may" in planned.reason


@given(HISTORIES, POLICIES)
def test_every_plan_records_first_and_never_means_only_that(told: History, policy: Policy) -> None:
    planned = _plan(told, policy)
    assert planned.steps[0] is Step.RECORD
    assert planned.reason
    assert len(set(planned.steps)) == len(planned.steps)
    if policy.mode is Mode.NEVER:
        assert planned.steps == RECORD
    if not policy.move:
        assert Step.MOVE not in planned.steps


@given(HISTORIES, POLICIES)
def test_the_owners_permission_stops_everything(told: History, policy: Policy) -> None:
    spoken = Word(Answer.ALLOW, "shop.example", LAST + timedelta(days=40_000))
    mine = history(
        *told.traces,
        kinds=tuple((count.kind, count.messages) for count in told.kinds),
        words=(*told.words, spoken),
        tried=told.tried,
    )
    assert _plan(mine, policy).steps == RECORD
