"""The month as JSON, for programs: schema ``inbox-guard/report/1``.

One object. Times are UTC, ISO 8601 with ``Z``; numbers are numbers; what is not known is null.
Fields may be added; none is renamed or removed without a new schema number.

* ``schema``, ``month`` (``2026-10``), ``timezone`` (the calendar the month is cut by), ``begins``,
  ``ends`` (the first moment after it), ``accounts``
* ``messages``, ``unreadable``, ``unsure``: counts; ``by_kind``: kind → messages
* ``reach``: a list of ``{account, oldest}``
* ``senders`` and ``people`` (those behind networks): lists of rows. A row has the fields of
  ``senders --json``: ``id``, ``account``, ``sender``, ``name``, ``organisation``, ``kind``,
  ``standing``, ``mechanism``, ``outcome``, ``reason``, ``honour``, ``first_seen``, ``messages``,
  ``because`` (``{kind, says, weight, quote, message_id}``); and besides ``last_seen``,
  ``addresses`` (the owner's, written to), ``first`` (``{message_id, subject, address}``),
  ``new_this_month``, ``mails_this_month``, ``honour_since`` (the end of grace), ``mails_after``,
  ``attempts`` (``{id, at, mechanism, host, outcome, detail, rule, blocked_by, retry_at,
  concluded_at, message_id}``).

No unsubscribe link is in it: hosts only, and quotes without the addresses' paths.
"""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from inbox_guard.core.attempt import Attempt
from inbox_guard.core.history import Evidence
from inbox_guard.core.records import Month, MonthRow
from inbox_guard.report import selection
from inbox_guard.report.plain import host_only, identity, keyless, plain

SCHEMA = "inbox-guard/report/1"

_Object = dict[str, object]


def record(month: Month, zone: ZoneInfo) -> str:
    """Return the month as indented JSON; `zone` is the calendar it was cut by."""
    document: _Object = {
        "schema": SCHEMA,
        "month": f"{month.begins.astimezone(zone):%Y-%m}",
        "timezone": zone.key,
        "begins": iso(month.begins),
        "ends": iso(month.ends),
        "accounts": [plain(account) for account in month.accounts],
        "messages": month.messages,
        "unreadable": month.quarantined,
        "unsure": month.unsure,
        "by_kind": {kind.value: messages for kind, messages in month.by_kind},
        "reach": [
            {"account": plain(account), "oldest": iso(oldest)} for account, oldest in month.reach
        ],
        "senders": [_row(month, row) for row in selection.listed(month)],
        "people": [_row(month, row) for row in selection.people(month)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def iso(moment: datetime | None) -> str | None:
    """Return a moment as UTC, to the second: ``2026-10-03T07:30:00Z``."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment else None


def _row(month: Month, row: MonthRow) -> _Object:
    history, verdict, honour = row.row.history, row.row.verdict, row.row.honour
    return {
        "id": history.number,
        "account": plain(history.account),
        "sender": identity(history.speaker.sender.value),
        "name": plain(history.speaker.name),
        "organisation": plain(history.speaker.organisation),
        "kind": verdict.kind.value if verdict else None,
        "standing": verdict.standing.value if verdict else None,
        "mechanism": row.row.mechanism.value,
        "outcome": row.row.attempt.outcome.value if row.row.attempt else None,
        "reason": keyless(verdict.reason) if verdict else None,
        "honour": honour.state.value if honour else None,
        "honour_since": iso(honour.since) if honour else None,
        "mails_after": honour.messages_after if honour else None,
        "first_seen": iso(history.first_seen),
        "last_seen": iso(history.last_seen),
        "messages": history.messages,
        "new_this_month": row.new_this_month,
        "mails_this_month": row.mails_this_month,
        "addresses": [plain(alias) for alias in history.aliases],
        "first": {
            "message_id": plain(row.first_message_id),
            "subject": keyless(row.first_subject),
            "address": plain(row.first_alias),
        },
        "because": [_evidence(reason) for reason in verdict.because] if verdict else [],
        "attempts": [_attempt(attempt) for attempt in selection.deeds(month, row.row)],
    }


def _evidence(reason: Evidence) -> _Object:
    return {
        "kind": plain(reason.kind),
        "says": keyless(reason.says),
        "weight": reason.weight,
        "quote": keyless(reason.quote),
        "message_id": plain(reason.message_id),
    }


def _attempt(attempt: Attempt) -> _Object:
    result = attempt.result
    return {
        "id": attempt.number,
        "at": iso(attempt.intention.at),
        "mechanism": attempt.intention.mechanism.value,
        "host": host_only(attempt.intention.host),
        "outcome": attempt.outcome.value,
        "detail": keyless(result.detail) if result else "",
        "rule": keyless(attempt.intention.rule),
        "blocked_by": keyless(result.rule) if result else "",
        "retry_at": iso(result.retry_at) if result else None,
        "concluded_at": iso(attempt.concluded_at),
        "message_id": plain(attempt.intention.message_id),
    }
