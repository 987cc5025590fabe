"""A language and a time zone together: how one fact is said to the owner.

Facts of the ledger in, a sentence out. What strangers wrote passes through `plain` on the way.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from inbox_guard.core.attempt import Attempt
from inbox_guard.core.evidence.attempts import TAKEN_OFF
from inbox_guard.core.evidence.goodbye import GOODBYE
from inbox_guard.core.evidence.owners_word import REFUSED
from inbox_guard.core.evidence.reach import NO_TRACE, REACH_SHORT
from inbox_guard.core.history import History, TraceKind
from inbox_guard.core.honour import Honour
from inbox_guard.core.records import Month, MonthRow, SenderRow
from inbox_guard.core.vocabulary import Kind, Mechanism, Outcome
from inbox_guard.core.word import newest
from inbox_guard.errors import SettingsError
from inbox_guard.report.plain import host_only, keyless
from inbox_guard.report.words import Plural, Words, words_for

_DAYS_IN_A_MONTH = 30.44
_MONTHS_WORTH_SAYING = 2
_WITNESSES = (REFUSED, TAKEN_OFF, GOODBYE, REACH_SHORT, NO_TRACE)  # the verdict's order


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
        """Say why there seems to be no permission, told from the facts of the witness that decided.

        A reason that this language has no words for is repeated as the ledger wrote it down.
        """
        verdict = row.verdict
        if verdict is None:
            return ""
        heard = {evidence.kind for evidence in verdict.because}
        decided = next((witness for witness in _WITNESSES if witness in heard), "")
        said = self._testimony(decided, row.history, verdict.kind)
        return sentence(said or keyless(verdict.reason))

    def _testimony(self, witness: str, history: History, kind: Kind) -> str:
        months = int(history.reach.days_before(history.first_seen) / _DAYS_IN_A_MONTH)
        goodbyes = [trace.at for trace in history.traces if trace.kind is TraceKind.GOODBYE]
        word = newest(history.words)
        if witness == REFUSED and word:
            return self.words.refused.format(date=self.date(word.at))
        if witness == TAKEN_OFF and history.tried:
            after = self.count(history.tried.mails_after_grace, self.words.mails_after)
            return self.words.taken_off.format(mails=after, date=self.date(history.tried.at))
        if witness == GOODBYE and goodbyes:
            return self.words.goodbye.format(date=self.date(max(goodbyes)))
        if witness == REACH_SHORT and months >= _MONTHS_WORTH_SAYING:
            return self.count(months, self.words.not_far_enough)
        if witness == NO_TRACE and months >= _MONTHS_WORTH_SAYING:
            person = kind in {Kind.PERSONAL, Kind.PLATFORM}
            return self.count(months, self.words.maybe_new if person else self.words.no_trace)
        return ""

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
        if not host or host in reason:
            return reason
        return self.words.open_needs_owner.format(host=host, reason=reason)

    def honour(self, honour: Honour) -> str:
        """Say whether they kept the promise, with the day on which the time to do so ended."""
        forms = self.words.honours[honour.state]
        text = forms[0 if honour.messages_after == 1 else 1]
        return text.format(date=self.date(honour.since), n=self.number(honour.messages_after))


def sentence(text: str) -> str:
    """Return `text` with a capital first letter and an end; "" stays "", a host keeps its letters."""
    if not text:
        return ""
    first = text.split(" ", 1)[0]
    begins = text if "." in first.rstrip(".") else text[0].upper() + text[1:]
    ended = text.rstrip("”“’\"')").endswith((".", "!", "?", "…"))
    return begins if ended else begins + "."
