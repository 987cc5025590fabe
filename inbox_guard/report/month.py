"""The monthly report: the month's facts as a page, as text, as JSON, as CSV, and as a mail.

Implements `core.ports.Reporter`. Reads no clock and touches nothing: facts in, bytes out. The
report never holds an unsubscribe link; `inbox-guard review` shows those.
"""

from collections.abc import Sequence
from datetime import datetime

from inbox_guard.core.ports import Report
from inbox_guard.core.records import Month
from inbox_guard.errors import SettingsError
from inbox_guard.report.envelope import envelope
from inbox_guard.report.page import page
from inbox_guard.report.record import record
from inbox_guard.report.sheet import sheet
from inbox_guard.report.story import story
from inbox_guard.report.text import text
from inbox_guard.report.voice import Voice

FORMATS = ("html", "text", "json", "csv")


class MonthlyReporter:
    """Turns a month into words. Holds no state."""

    def render(self, month: Month, formats: Sequence[str], language: str, timezone: str) -> Report:
        """Render in the formats asked for, in that order, each once, as UTF-8.

        Raises `SettingsError` for an unknown format or time zone.
        """
        voice = Voice.of(language, timezone)
        files = tuple((name, _file(month, name, voice)) for name in dict.fromkeys(formats))
        return Report(month.begins.astimezone(voice.zone).date().replace(day=1), files)

    def mail(
        self, month: Month, language: str, timezone: str, sender: str, recipient: str, at: datetime
    ) -> bytes:
        """The report as an RFC 5322 message: text/plain and text/html alternatives."""
        voice = Voice.of(language, timezone)
        told = story(month, voice)
        return envelope(
            told.title,
            text(told, voice.words),
            page(told, voice.words),
            sender=sender,
            recipient=recipient,
            at=at,
        )


def _file(month: Month, name: str, voice: Voice) -> bytes:
    match name:
        case "html":
            rendered = page(story(month, voice), voice.words)
        case "text":
            rendered = text(story(month, voice), voice.words)
        case "json":
            rendered = record(month, voice.zone)
        case "csv":
            rendered = sheet(month, voice.zone)
        case _:
            raise SettingsError(f"{name!r} is no report format; there are {', '.join(FORMATS)}")
    return rendered.encode()
