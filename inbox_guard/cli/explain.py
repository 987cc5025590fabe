"""Every reason, told: for a sender, for a message the ledger knows, for a file judged by itself."""

from collections.abc import Sequence

from inbox_guard.cli.rows import as_json, because, reason, utc
from inbox_guard.cli.voice import JsonValue, emit, say
from inbox_guard.core.attempt import Attempt
from inbox_guard.core.exchanged import Exchange
from inbox_guard.core.history import Evidence, History
from inbox_guard.core.mark import MarkKind
from inbox_guard.core.ports import Ledger
from inbox_guard.core.provider import abuse_desk
from inbox_guard.core.records import Dossier, Sighting
from inbox_guard.core.script import told_apart
from inbox_guard.core.vocabulary import Standing
from inbox_guard.jobs.files import FileJudged
from inbox_guard.jobs.listing import Listed


def tell_sender(found: Listed, ledger: Ledger, *, json: bool) -> None:
    """Tell why a sender is judged as it is, what was done about it, and how it began."""
    history = found.row.history
    tried = ledger.attempts(history.number)
    first = ledger.dossier(history.number)
    if json:
        emit(
            as_json(found)
            | {"attempts": [_attempt_json(one, ledger.exchanges(one.number)) for one in tried]}
            | {"first_contact": _dossier_json(first) if first else None}
        )
        return
    sender = history.speaker.sender.value
    say(f"{told_apart(history.speaker.name) or sender}  <{sender}>")
    say(f"  number {history.number}, account {history.account}, of {history.speaker.organisation}")
    say(f"  {found.verdict.kind}: {found.verdict.reason}")
    say(
        f"  {history.messages} messages ({_size(history.octets)}) since {history.first_seen:%Y-%m-%d},"
        f" {_cadence(history)}, {_readership(history)}, "
        f"to {', '.join(history.aliases) or 'no address that a header names'}"
    )
    _tell_who(history)
    _explain(found.verdict.because)
    if first:
        _tell_dossier(first)
    for attempt in tried:
        told = attempt.result.detail if attempt.result else "no result was recorded"
        say(
            f"  {attempt.intention.at:%Y-%m-%d %H:%M} UTC: {attempt.intention.mechanism} at "
            f"{attempt.intention.host or 'nobody'}, by {attempt.intention.rule}: "
            f"{attempt.outcome}, {told}"
        )
        for step in ledger.exchanges(attempt.number):
            say(f"    {_step(step)}")
    say(f"  what follows: {reason(found)}")


def tell_message(seen: Sighting, places: int, *, json: bool) -> None:
    """Tell what a message is that the ledger knows."""
    if json:
        emit(
            {
                "message_id": seen.message_id,
                "sender": seen.speaker.sender.value if seen.speaker else None,
                "kind": seen.kind.value,
                "folder": seen.ref.folder,
                "places": places,
                "mechanisms": [mechanism.value for mechanism in seen.mechanisms],
                "because": because(seen.signs),
            }
        )
        return
    say(f"{seen.subject or '(no subject)'}  <{seen.message_id}>")
    say(f"  {seen.kind}, in {seen.ref.folder}, arrived {seen.arrived:%Y-%m-%d %H:%M} UTC")
    _explain(seen.signs)


def tell_file(judged: FileJudged, *, json: bool) -> None:
    """Tell what one file is."""
    if json:
        emit(
            {
                "file": judged.file,
                "sender": judged.sender,
                "kind": judged.kind.value,
                "standing": Standing(judged.standing).value,
                "mechanisms": [mechanism.value for mechanism in judged.mechanisms],
                "because": because(judged.because),
            }
        )
        return
    say(f"{judged.file}")
    say(f"  {judged.kind} from {judged.sender or 'nobody that can be named'}")
    _explain(judged.because)


def _explain(evidence: Sequence[Evidence]) -> None:
    for one in sorted(evidence, key=lambda one: -abs(one.weight)):
        quote = f"  “{one.quote}”" if one.quote else ""
        message = f"  <{one.message_id}>" if one.message_id else ""
        say(f"  {one.weight:+5.1f}  {one.says}{quote}{message}")


def _tell_who(history: History) -> None:
    provider = history.newest_mark(MarkKind.PROVIDER)
    if provider:
        desk = abuse_desk(provider.value)
        complaints = f" (complaints to {desk})" if desk else ""
        say(f"  sent through {provider.value}{complaints}")
    for kind in (MarkKind.HEADLINE, MarkKind.PROFILE):
        seen = history.newest_mark(kind)
        if seen:
            say(f"  {seen.value}")


def _tell_dossier(first: Dossier) -> None:
    campaign = f", campaign {first.campaign}" if first.campaign else ""
    say(
        f"  first contact, kept as it came: {first.arrived:%Y-%m-%d %H:%M} UTC"
        f" to {first.alias or 'an address no header names'}{campaign},"
        f" {_size(len(first.raw))}, SHA-256 {first.sha256}"
    )
    for line in first.checklist:
        quote = f"  “{line.quote}”" if line.quote else ""
        say(f"    {line.says}{quote}")


def _cadence(history: History) -> str:
    """How often it writes, over the time from its first mail to its last."""
    months = (history.last_seen - history.first_seen).days / 30.44
    if history.messages < 3 or months < 1:
        return "too few to tell how often"
    return f"about {history.messages / months:.1f} a month"


def _readership(history: History) -> str:
    """How much of it the owner has opened, as far as her mail server told."""
    if history.read.newest is None:
        return "none of them read"
    newest = f"{history.read.newest:%Y-%m-%d}"
    return f"{history.read.count} of them read, the newest of {newest}"


def _size(octets: int) -> str:
    return f"{octets / 1024:.0f} kB" if octets < 1024 * 1024 else f"{octets / 1024 / 1024:.1f} MB"


def _step(step: Exchange) -> str:
    """One request and its answer in one line: what was pressed, and what the page said."""
    pressed = f" pressing “{step.pressed}”" if step.pressed else ""
    by = f", answered by {step.answered_by}" if step.answered_by else ""
    status = f" {step.status}" if step.status is not None else ""
    page = f" (page: “{_beginning(step.excerpt)}”)" if step.excerpt else ""
    return f"{step.method} {step.host}{pressed}{by}:{status} {step.page}, {step.says}{page}"


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


_SHOWN = 120


def _step_json(step: Exchange) -> dict[str, JsonValue]:
    return {
        "at": utc(step.at),
        "method": step.method,
        "host": step.host,
        "answered_by": step.answered_by or step.host if step.status is not None else "",
        "pressed": step.pressed,
        "status": step.status,
        "page": step.page.value,
        "says": step.says,
        "excerpt": step.excerpt,
        "octets": step.octets,
        "sha256": step.sha256,
        "rule": step.rule,
        "refused": step.refused,
        "busy_until": utc(step.busy_until),
    }


def _attempt_json(attempt: Attempt, steps: Sequence[Exchange]) -> dict[str, JsonValue]:
    return {
        "at": utc(attempt.intention.at),
        "mechanism": attempt.intention.mechanism.value,
        "host": attempt.intention.host,
        "rule": attempt.intention.rule,
        "message_id": attempt.intention.message_id,
        "outcome": attempt.outcome.value,
        "detail": attempt.result.detail if attempt.result else "",
        "status": attempt.result.status if attempt.result else None,
        "steps": [_step_json(step) for step in steps],
    }


def _dossier_json(first: Dossier) -> dict[str, JsonValue]:
    return {
        "message_id": first.message_id,
        "arrived": utc(first.arrived),
        "alias": first.alias,
        "sha256": first.sha256,
        "octets": len(first.raw),
        "provider": first.provider,
        "campaign": first.campaign,
        "checklist": because(first.checklist),
    }
