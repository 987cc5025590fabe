"""The month as CSV: one row a sender, for a spreadsheet. RFC 4180; UTF-8, every cell quoted.

A cell that a spreadsheet would take for a formula gets an apostrophe in front of it (OWASP, "CSV
Injection"), because names and subjects are written by strangers.
"""

import csv
import io
from zoneinfo import ZoneInfo

from inbox_guard.core.records import Month, MonthRow
from inbox_guard.report import selection
from inbox_guard.report.plain import host_only, identity, keyless, plain
from inbox_guard.report.record import iso

COLUMNS = (
    "month",
    "section",
    "id",
    "account",
    "sender",
    "name",
    "organisation",
    "kind",
    "standing",
    "reason",
    "first_seen",
    "last_seen",
    "first_address",
    "first_subject",
    "messages",
    "mails_this_month",
    "new_this_month",
    "mechanism",
    "outcome",
    "attempted_at",
    "host",
    "detail",
    "honour",
    "honour_since",
    "mails_after",
)


def sheet(month: Month, zone: ZoneInfo) -> str:
    """Return the rows of ``senders`` and ``people`` under one line of column names."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    name = f"{month.begins.astimezone(zone):%Y-%m}"
    for section, rows in (
        ("senders", selection.listed(month)),
        ("people", selection.people(month)),
    ):
        for row in rows:
            writer.writerow([guarded(cell) for cell in (name, section, *_cells(row))])
    return table.getvalue()


def guarded(cell: str) -> str:
    """Return `cell` so that no spreadsheet computes it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _cells(row: MonthRow) -> tuple[str, ...]:
    history, verdict, honour = row.row.history, row.row.verdict, row.row.honour
    attempt = row.row.attempt
    result = attempt.result if attempt else None
    return (
        str(history.number),
        plain(history.account),
        identity(history.speaker.sender.value),
        plain(history.speaker.name),
        plain(history.speaker.organisation),
        verdict.kind.value if verdict else "",
        verdict.standing.value if verdict else "",
        keyless(verdict.reason) if verdict else "",
        iso(history.first_seen) or "",
        iso(history.last_seen) or "",
        plain(row.first_alias),
        keyless(row.first_subject),
        str(history.messages),
        str(row.mails_this_month),
        "yes" if row.new_this_month else "no",
        row.row.mechanism.value,
        attempt.outcome.value if attempt else "",
        (iso(attempt.intention.at) or "") if attempt else "",
        host_only(attempt.intention.host) if attempt else "",
        keyless(result.detail) if result else "",
        honour.state.value if honour else "",
        (iso(honour.since) or "") if honour else "",
        str(honour.messages_after) if honour else "",
    )
