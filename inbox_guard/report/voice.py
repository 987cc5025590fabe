"""A language and a time zone together: how one fact is said to the owner.

Facts of the ledger in, a sentence out. What strangers wrote passes through `plain` on the way.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inbox_guard.core.attempt import Attempt
from inbox_guard.core.history import Answer, History, TraceKind
from inbox_guard.core.honour import Honour
from inbox_guard.core.ports import Month, MonthRow, SenderRow
from inbox_guard.core.vocabulary import Mechanism, Outcome, Standing
from inbox_guard.core.word import newest
from inbox_guard.errors import SettingsError
from inbox_guard.report.plain import host_only, keyless
from inbox_guard.report.words import Plural, Words, words_for

_DAYS_IN_A_YEAR = 365.25


def zone_of(timezone: str) -> ZoneInfo:
    """Return the time zone of an IANA name, UTC for "".

    Raises `SettingsError` for an unknown one.
    """
    try:
        return ZoneInfo(timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise SettingsError(
            f"{timezone!r} is no time zone name; set GUARD_TIMEZONE to one like Europe/Berlin"
        ) from error


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language, in one time zone."""

    words: Words
    zone: ZoneInfo

    @classmethod
    def of(cls, language: str, timezone: str) -> "Voice":
        """Return the voice for the owner's settings; raises `SettingsError` as `zone_of` does."""
        return cls(words_for(language), zone_of(timezone))

    def date(self, moment: datetime) -> str:
        """Say a day: 3 October 2026, 3. Oktober 2026."""
        local = moment.astimezone(self.zone)
        month = self.words.months[local.month - 1]
        return self.words.date.format(day=local.day, month=month, year=local.year)

    def month(self, month: Month) -> str:
        """Say which month it is."""
        local = month.begins.astimezone(self.zone)
        return self.words.month.format(month=self.words.months[local.month - 1], year=local.year)

    def period(self, month: Month) -> str:
        """Say from which day to which the month goes; `ends` is the first moment after it."""
        first = month.begins.astimezone(self.zone)
        last = month.ends - timedelta(microseconds=1)
        return self.words.period.format(
            first=self.words.day.format(day=first.day), last=self.date(last), zone=self.zone.key
        )

    def number(self, number: int) -> str:
        """Say a number with the language's thousands separator."""
        return f"{number:,}".replace(",", self.words.thousands)

    def count(self, number: int, forms: Plural) -> str:
        """Say a number of things in the form that agrees with it."""
        return forms[0 if number == 1 else 1].format(n=self.number(number))

    def quoted(self, text: str) -> str:
        """Put the language's quotation marks around a stranger's words."""
        return self.words.quoted.format(text=text)

    def mails(self, row: MonthRow) -> str:
        """Say how many mails came this month, and in all where that is another number."""
        this_month = self.count(row.mails_this_month, self.words.mails_this_month)
        if row.row.history.messages == row.mails_this_month:
            return this_month
        return f"{this_month}, {self.count(row.row.history.messages, self.words.mails_in_all)}"

    def why(self, row: SenderRow) -> str:
        """Say why there seems to be no permission.

        English is the language of the ledger, so its reason is repeated; another language tells it
        anew from the same facts.
        """
        if row.verdict and row.verdict.reason and self.words.language == "en":
            return sentence(keyless(row.verdict.reason))
        return sentence(self._why_anew(row.history, row.verdict.standing if row.verdict else None))

    def _why_anew(self, history: History, standing: Standing | None) -> str:
        word = newest(history.words)
        if word and word.answer is Answer.REFUSE:
            return self.words.refused.format(date=self.date(word.at))
        goodbyes = [trace.at for trace in history.traces if trace.kind is TraceKind.GOODBYE]
        if goodbyes and standing is Standing.UNCONSENTED:
            return self.words.goodbye.format(date=self.date(max(goodbyes)))
        months = int(history.reach.days_before(history.first_seen) * 12 / _DAYS_IN_A_YEAR)
        if standing is Standing.UNCONSENTED:
            return self.count(months, self.words.no_trace)
        return self.count(months, self.words.not_far_enough)

    def deed(self, attempt: Attempt) -> str:
        """Say what was tried, when, by which way, and what became of it."""
        intention = attempt.intention
        became = self.words.outcomes[attempt.outcome]
        if attempt.outcome is Outcome.BLOCKED and attempt.result and attempt.result.rule:
            became = f"{became} ({keyless(attempt.result.rule, 60)})"
        if attempt.result and attempt.result.retry_at:
            retry = self.words.retry.format(date=self.date(attempt.result.retry_at))
            became = f"{became}. {retry}"
        how = self.words.mechanisms[intention.mechanism]
        host = host_only(intention.host)
        if host and intention.mechanism is not Mechanism.NONE:
            mailed = intention.mechanism in {Mechanism.MAILTO, Mechanism.REPLY}
            how = (self.words.to_domain if mailed else self.words.at_host).format(
                how=how, host=host
            )
        return sentence(
            self.words.deed.format(date=self.date(intention.at), how=how, became=became)
        )

    def note(self, attempt: Attempt) -> str:
        """Repeat the ledger's own words on an attempt, without any key; "" when there are none."""
        return sentence(keyless(attempt.result.detail)) if attempt.result else ""

    def open(self, attempt: Attempt) -> str:
        """Say what waits for the owner: host and reason, never the link."""
        host = host_only(attempt.intention.host)
        if attempt.outcome is Outcome.UNKNOWN:
            return self.words.open_unknown.format(host=host, date=self.date(attempt.intention.at))
        reason = keyless(attempt.result.detail) if attempt.result else ""
        reason = sentence(reason or self.words.no_reason)
        return self.words.open_needs_owner.format(host=host, reason=reason) if host else reason

    def honour(self, honour: Honour) -> str:
        """Say whether they kept the promise, with the day on which the time to do so ended."""
        forms = self.words.honours[honour.state]
        text = forms[0 if honour.messages_after == 1 else 1]
        return text.format(date=self.date(honour.since), n=self.number(honour.messages_after))


def sentence(text: str) -> str:
    """Return `text` with a capital first letter and an end; "" stays ""."""
    if not text:
        return ""
    end = "" if text[-1] in ".!?…" else "."
    return text[0].upper() + text[1:] + end
