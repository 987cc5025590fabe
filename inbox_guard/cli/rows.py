"""Senders as rows: the JSON of the interface, and the table that people read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from inbox_guard.cli.voice import JsonValue, emit, table
from inbox_guard.core.history import Evidence
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.provider import abuse_desk
from inbox_guard.core.script import told_apart
from inbox_guard.core.vocabulary import Kind, Outcome, Standing, Step
from inbox_guard.jobs.listing import Listed

OPEN_ENDS = (Outcome.NEEDS_OWNER, Outcome.FAILED, Outcome.BLOCKED, Outcome.UNKNOWN)


_NO_REQUESTS: Mapping[int, Sequence[str]] = {}


def utc(moment: datetime | None) -> str | None:
    """ISO 8601 in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None


def because(evidence: Sequence[Evidence]) -> list[dict[str, JsonValue]]:
    """Every reason, as the interface names its parts."""
    return [
        {
            "kind": one.kind,
            "says": one.says,
            "weight": one.weight,
            "quote": one.quote,
            "message_id": one.message_id,
        }
        for one in evidence
    ]


def reason(listed: Listed) -> str:
    """The sentence that matters now: what an open attempt needs, else what the plan says."""
    attempt = listed.row.attempt
    if attempt is None or attempt.outcome not in OPEN_ENDS:
        return listed.plan.reason
    if attempt.result is None:
        return (
            f"the attempt by {attempt.intention.mechanism} on {attempt.intention.at:%Y-%m-%d} was "
            "interrupted: it may or may not have been sent, and is not repeated without your word"
        )
    url = f" ({attempt.result.owner_url})" if attempt.result.owner_url else ""
    return f"{attempt.result.detail}{url}"


def as_json(listed: Listed, requests: Sequence[str] = ()) -> dict[str, JsonValue]:
    """One sender as the interface's JSON object; `requests` is what a plan would send."""
    history, row = listed.row.history, listed.row
    provider = history.newest_mark(MarkKind.PROVIDER)
    profile = history.newest_mark(MarkKind.PROFILE)
    headline = history.newest_mark(MarkKind.HEADLINE)
    return {
        "id": history.number,
        "account": history.account,
        "sender": history.speaker.sender.value,
        "name": history.speaker.name,
        "organisation": history.speaker.organisation,
        "kind": listed.verdict.kind.value,
        "standing": listed.verdict.standing.value,
        "mechanism": listed.plan.mechanism.value,
        "steps": [step.value for step in listed.plan.steps],
        "requests": list(requests),
        "outcome": row.attempt.outcome.value if row.attempt else None,
        "rule": row.attempt.result.rule if row.attempt and row.attempt.result else "",
        "reason": reason(listed),
        "honour": row.honour.state.value if row.honour else None,
        "first_seen": utc(history.first_seen),
        "last_seen": utc(history.last_seen),
        "messages": history.messages,
        "read": history.read.count,
        "last_read": utc(history.read.newest) if history.read.newest else None,
        "aliases": list(history.aliases),
        "provider": provider.value if provider else "",
        "abuse_desk": abuse_desk(provider.value) if provider else "",
        "profile": profile.value if profile else "",
        "headline": headline.value if headline else "",
        "attempted": utc(row.attempt.intention.at) if row.attempt else None,
        "because": because(listed.verdict.because),
    }


def show(
    rows: Sequence[Listed], *, json: bool, requests: Mapping[int, Sequence[str]] = _NO_REQUESTS
) -> None:
    """Print senders, one a row; `requests` by the sender's number, for those that a plan would contact."""
    if json:
        for listed in rows:
            emit(as_json(listed, requests.get(listed.row.history.number, ())))
        return
    if not rows:
        return
    table(
        ("#", "sender", "kind", "mails", "since", "what we know", "steps"),
        [
            (
                str(listed.row.history.number),
                _called(listed),
                listed.verdict.kind.value,
                str(listed.row.history.messages),
                f"{listed.row.history.first_seen:%Y-%m-%d}",
                "\n".join((_known(listed), *requests.get(listed.row.history.number, ())[:1])),
                ", ".join(step.value for step in listed.plan.steps if step is not Step.RECORD)
                or "–",
            )
            for listed in rows
        ],
    )


def _called(listed: Listed) -> str:
    speaker = listed.row.history.speaker
    name = (
        f"{told_apart(speaker.name)}\n"
        if speaker.name and speaker.name != speaker.sender.value
        else ""
    )
    return f"{name}{speaker.sender.value}"


def _known(listed: Listed) -> str:
    known = reason(listed)
    if listed.row.attempt is not None:
        attempt = listed.row.attempt
        honour = f", {listed.row.honour.state.value}" if listed.row.honour else ""
        tried = f"{attempt.intention.mechanism} {attempt.intention.at:%Y-%m-%d}"
        known = f"{known}\n{tried}: {attempt.outcome}{honour}"
    return known


def deeds(rows: Sequence[Listed]) -> str:
    """One sentence over what was asked of senders so far, and what is left to the owner."""
    ended = Counter(listed.row.attempt.outcome for listed in rows if listed.row.attempt)
    if not ended:
        return "Nobody had to be asked to stop."
    told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(ended.items()))
    left = sum(ended[outcome] for outcome in OPEN_ENDS)
    waiting = f" {left} wait for you: inbox-guard review." if left else ""
    return f"Asked to stop by now: {told}.{waiting}"


def summary(rows: Sequence[Listed]) -> str:
    """One sentence over all of them."""
    if not rows:
        return "No senders."
    unconsented = [
        listed
        for listed in rows
        if listed.verdict.standing is Standing.UNCONSENTED
        and listed.verdict.kind in (Kind.NEWSLETTER, Kind.OUTREACH)
    ]
    leaving = sum(listed.plan.contacts for listed in rows)
    asking = sum(Step.ASK in listed.plan.steps for listed in rows)
    return (
        f"{len(rows)} senders; {len(unconsented)} send bulk mail without a trace of your consent; "
        f"{leaving} to unsubscribe, {asking} to ask you about."
    )
