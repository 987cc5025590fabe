"""From a verdict to a plan: what follows, as a value. Law 2: the dry run prints what would be carried out.

Also the risk gate (law 7): unauthenticated, in Junk, or hollow headers → never contacted.
"""

from dataclasses import dataclass
from typing import assert_never

from inbox_guard.core.evidence.telling import day
from inbox_guard.core.history import Answer, History, Newest
from inbox_guard.core.kind.hollow import HOLLOW_ALONE, HOLLOW_TOGETHER
from inbox_guard.core.mechanism import WALK, Order
from inbox_guard.core.verdict import Verdict, of_kind
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Mode, Outcome, Standing, Step
from inbox_guard.core.word import covered, names_exactly, newest


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do for one sender. `reason` is a sentence for people; `mechanism` the first that would be walked."""

    history: History
    verdict: Verdict
    steps: tuple[Step, ...]
    mechanism: Mechanism
    reason: str

    @property
    def contacts(self) -> bool:
        """Whether carrying it out would contact the sender."""
        return Step.UNSUBSCRIBE in self.steps


@dataclass(frozen=True, slots=True)
class Policy:
    """What the settings say about acting: mode, whether to move, whether SMTP is there for mailto, and in

    which order ways out are walked.
    """

    mode: Mode
    move: bool
    can_mail: bool
    order: Order = WALK


def risk(history: History, verdict: Verdict) -> str | None:
    """Return why this sender must not be contacted (law 7), or None. Newness alone never blocks."""
    count = of_kind(history, verdict.kind)
    if verdict.kind is Kind.SPAM:
        return "it looks like what no honest sender sends"
    if count is None:
        return "none of its mail is at hand"
    if count.newest.in_junk:
        return "its newest mail lies in your junk folder"
    if count.newest.authenticated is False:
        return "its newest mail is not proven to be from its author"
    if _hollow(count.newest):
        return "the headers of its newest mail are hollow"
    return None


def plan(history: History, verdict: Verdict, policy: Policy) -> Plan:
    """Return what follows from a verdict, by the table of the README.

    The mode decides whether anything is done at all, not what: ``ask`` and ``auto`` plan alike.
    """
    count = of_kind(history, verdict.kind)
    mechanism = _mechanism(count.newest.mechanisms if count else (), policy)
    steps, reason = _follows(history, verdict, policy, mechanism)
    if policy.mode is Mode.NEVER:
        steps, reason = _NOTHING, verdict.reason
    return Plan(history, verdict, steps, mechanism, reason)


_Decision = tuple[tuple[Step, ...], str]

_NOTHING = (Step.RECORD,)
_ASK = (Step.RECORD, Step.ASK)


def _follows(history: History, verdict: Verdict, policy: Policy, mechanism: Mechanism) -> _Decision:
    """The table of what follows from kind and standing."""
    match verdict.kind:
        case Kind.NEWSLETTER | Kind.OUTREACH:
            return _of_bulk(history, verdict, policy, mechanism)
        case Kind.PLATFORM:
            return _of_a_person_behind_a_network(verdict, policy)
        case Kind.NOTIFICATION | Kind.DISCUSSION:
            if _refused_by_name(history):
                return _leave(history, verdict, policy, mechanism)
            return _NOTHING, verdict.reason
        case Kind.PERSONAL | Kind.TRANSACTIONAL:
            if _refused_by_name(history):
                return _moved(policy), f"{verdict.reason}; they are not contacted"
            return _NOTHING, verdict.reason
        case Kind.SPAM:
            return _NOTHING, "it looks like what no honest sender sends: never contacted"
        case _:
            assert_never(verdict.kind)


def _of_bulk(history: History, verdict: Verdict, policy: Policy, mechanism: Mechanism) -> _Decision:
    match verdict.standing:
        case Standing.UNCONSENTED:
            return _leave(history, verdict, policy, mechanism)
        case Standing.CUSTOMER | Standing.UNSURE:
            return _ASK, verdict.reason
        case Standing.CONSENTED:
            return _NOTHING, verdict.reason
        case _:
            assert_never(verdict.standing)


def _of_a_person_behind_a_network(verdict: Verdict, policy: Policy) -> _Decision:
    """A network is never unsubscribed for one person's mail."""
    match verdict.standing:
        case Standing.CONSENTED:
            return _NOTHING, verdict.reason
        case Standing.UNCONSENTED if policy.move:
            return _moved(policy), verdict.reason
        case Standing.UNCONSENTED | Standing.CUSTOMER | Standing.UNSURE:
            return _ASK, verdict.reason
        case _:
            assert_never(verdict.standing)


def _leave(history: History, verdict: Verdict, policy: Policy, mechanism: Mechanism) -> _Decision:
    """Get the owner off a list, unless that would be unsafe, useless or a repetition."""
    gate = risk(history, verdict)
    if gate:
        return _moved(policy), f"never contacted: {gate}"
    earlier = _tried_already(history, policy)
    if earlier:
        return earlier
    leaving = (Step.RECORD, Step.UNSUBSCRIBE, *_moved(policy)[1:])
    if mechanism is not Mechanism.NONE:
        return leaving, verdict.reason
    if verdict.kind is Kind.NEWSLETTER and not _looked_in_vain(history):
        return leaving, f"{verdict.reason}; its header offers no way out, its text may"
    return _moved(policy), f"{verdict.reason}; it offers no way out"


def _tried_already(history: History, policy: Policy) -> _Decision | None:
    """What an earlier attempt leaves to do; None when another one is due."""
    tried = history.tried
    if tried is None:
        return None
    when, asked_again = day(tried.at), _refused_since(history)
    match tried.outcome:
        case Outcome.DONE | Outcome.ACCEPTED | Outcome.ALREADY:
            if tried.honour is HonourState.BROKEN:
                return None
            return _moved(policy), f"unsubscribed on {when}; whether they keep to it is watched"
        case Outcome.PENDING:
            return _moved(policy), f"asked on {when} to be taken off; it waits for a confirmation"
        case Outcome.UNKNOWN | Outcome.NEEDS_OWNER | Outcome.BLOCKED | Outcome.FAILED if (
            asked_again
        ):
            return None
        case Outcome.UNKNOWN:
            return _ASK, f"whether the attempt of {when} went through is not known"
        case Outcome.NEEDS_OWNER:
            return _ASK, f"the attempt of {when} needs you"
        case Outcome.BLOCKED:
            return _ASK, f"the attempt of {when} was stopped by a safety rule"
        case Outcome.FAILED:
            if tried.retry_at is not None or history.last_seen > tried.at:
                return None  # its time comes, or a newer mail brings a fresh link
            return _ASK, f"every way out failed on {when}; a newer mail is tried again"
        case _:
            assert_never(tried.outcome)


def _looked_in_vain(history: History) -> bool:
    """Whether the text of an earlier mail was read for a way out and had none; the owner may ask again."""
    tried = history.tried
    if tried is None or _refused_since(history):
        return False
    return tried.mechanism is Mechanism.NONE and tried.outcome is Outcome.FAILED


def _mechanism(offered: tuple[Mechanism, ...], policy: Policy) -> Mechanism:
    """The first that would be walked; mailto last where there is no SMTP, so that the owner hears of it."""
    usable = sorted(
        (one for one in policy.order if one in offered),
        key=lambda one: one is Mechanism.MAILTO and not policy.can_mail,
    )
    return usable[0] if usable else Mechanism.NONE


def _moved(policy: Policy) -> tuple[Step, ...]:
    return (Step.RECORD, Step.MOVE) if policy.move else _NOTHING


def _hollow(mail: Newest) -> bool:
    signs = {sign.kind for sign in mail.signs}
    return bool(signs & HOLLOW_ALONE) or signs >= HOLLOW_TOGETHER


def _refused_by_name(history: History) -> bool:
    """Whether the owner's last word refuses this very sender, not a domain or pattern around it."""
    word = newest(history.words)
    if word is None or word.answer is not Answer.REFUSE:
        return False
    return names_exactly(word.target, covered(history))


def _refused_since(history: History) -> bool:
    """Whether the owner refused this sender after the last attempt."""
    word, tried = newest(history.words), history.tried
    return bool(word and tried and word.answer is Answer.REFUSE and word.at > tried.at)
