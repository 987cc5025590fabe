"""The month as it is told: every sentence of the report, before it is laid out.

`Month` in, `Story` out. HTML and text show the same story, so they cannot disagree. All strings are
one plain line each (`report.plain`); an empty string or tuple means that the part is left out.
"""

from dataclasses import dataclass
from typing import assert_never

from inbox_guard.core.records import Month, MonthRow
from inbox_guard.core.script import told_apart
from inbox_guard.core.sender import SenderKind
from inbox_guard.report import selection
from inbox_guard.report.plain import identity, keyless, plain
from inbox_guard.report.selection import Stage
from inbox_guard.report.voice import Voice, sentence

_QUOTES = 3
_SENTENCE = 3  # words; a shorter quote is a header's value, which `why` and the JSON tell
_NOT_THEIRS = frozenset({"campaign"})  # signs whose quote is a description of ours


@dataclass(frozen=True, slots=True)
class Deed:
    """One attempt in words; `note` is what the ledger wrote down, in English."""

    says: str
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """One sender. `stage` chooses the colour, `stands` is its word."""

    name: str
    sender: str
    organisation: str
    account: str
    new: bool
    kind: str
    began: str
    to: str
    also_to: str
    this_month: str
    mails: str
    why: str
    first_subject: str
    quotes: tuple[str, ...]
    deeds: tuple[Deed, ...]
    open: str
    now: str
    stage: Stage
    stands: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the summary with the words that follow it."""

    number: str
    says: str


@dataclass(frozen=True, slots=True)
class KindLine:
    """How much mail of one kind came; `share` is in percent of the largest kind."""

    kind: str
    means: str
    messages: str
    share: int


@dataclass(frozen=True, slots=True)
class Story:
    """The whole report."""

    language: str
    title: str
    period: str
    nothing: str
    figures: tuple[Figure, ...]
    senders: tuple[Told, ...]
    people: tuple[Told, ...]
    unsure: str
    kinds_intro: str
    kinds: tuple[KindLine, ...]
    reach: tuple[str, ...]
    unreadable: str

    @property
    def yours(self) -> tuple[Told, ...]:
        """Everybody who waits for the owner."""
        return tuple(told for told in self.senders + self.people if told.open)


def story(month: Month, voice: Voice) -> Story:
    """Tell the month."""
    words = voice.words
    senders = tuple(_told(month, row, voice) for row in selection.listed(month))
    people = tuple(_told(month, row, voice) for row in selection.people(month))
    said = voice.month(month)
    return Story(
        language=words.language,
        title=words.title.format(month=said),
        period=voice.period(month),
        nothing="" if senders or people else words.nothing.format(month=said),
        figures=_figures(month, voice),
        senders=senders,
        people=people,
        unsure=voice.count(month.unsure, words.unsure) if month.unsure else "",
        kinds_intro=voice.count(month.messages, words.kinds_intro) if month.messages else "",
        kinds=_kinds(month, voice),
        reach=_reach(month, voice),
        unreadable=voice.count(month.quarantined, words.unreadable) if month.quarantined else "",
    )


def _told(month: Month, row: MonthRow, voice: Voice) -> Told:
    history, verdict = row.row.history, row.row.verdict
    speaker = history.speaker
    sender = identity(speaker.sender.value)
    organisation = plain(speaker.organisation, 120)
    stands = selection.stage(row.row)
    attempt = row.row.attempt if stands is Stage.YOURS else None
    deeds = selection.deeds(month, row.row)
    return Told(
        name=told_apart(plain(speaker.name, 80)) or organisation or sender,
        sender=sender,
        organisation="" if organisation == sender else organisation,
        account=plain(history.account, 40) if len(month.accounts) > 1 else "",
        new=row.new_this_month,
        kind=voice.words.kinds[verdict.kind] if verdict else "",
        began=voice.date(history.first_seen),
        to=_alias(row, voice),
        also_to=_also(row, voice),
        this_month=voice.number(row.mails_this_month),
        mails=voice.mails(row),
        why=voice.why(row.row),
        first_subject=voice.quoted(text) if (text := keyless(row.first_subject, 160)) else "",
        quotes=_quotes(row, voice),
        deeds=tuple(
            Deed(voice.deed(deed), "" if deed == attempt else voice.note(deed)) for deed in deeds
        ),
        open=voice.open(attempt) if attempt else "",
        now=_now(row, voice, tried=bool(deeds)),
        stage=stands,
        stands=_stands(stands, voice),
    )


def _alias(row: MonthRow, voice: Voice) -> str:
    aliases = row.row.history.aliases
    alias = row.first_alias or (aliases[0] if len(aliases) == 1 else "")
    return plain(alias, 120) or voice.words.no_alias


def _also(row: MonthRow, voice: Voice) -> str:
    others = [plain(alias, 120) for alias in row.row.history.aliases if alias != row.first_alias]
    if not others or not row.first_alias:
        return ""
    return voice.words.also_to.format(aliases=", ".join(others))


def _quotes(row: MonthRow, voice: Voice) -> tuple[str, ...]:
    because = row.row.verdict.because if row.row.verdict else ()
    told = [
        voice.words.evidence.format(
            says=sentence(keyless(reason.says, 160)).rstrip("."), quote=voice.quoted(quote)
        )
        for reason in because
        if reason.kind not in _NOT_THEIRS
        and len((quote := keyless(reason.quote, 240)).split()) >= _SENTENCE
    ]
    return tuple(dict.fromkeys(told))[:_QUOTES]


def _now(row: MonthRow, voice: Voice, *, tried: bool) -> str:
    if row.row.honour:
        return voice.honour(row.row.honour)
    person = row.row.history.speaker.sender.kind is SenderKind.PERSON
    return "" if tried or person else voice.words.nothing_done


def _stands(stands: Stage, voice: Voice) -> str:
    stages = voice.words.stages
    match stands:
        case Stage.YOURS:
            return stages.yours
        case Stage.STILL_WRITING:
            return stages.still_writing
        case Stage.NOT_WORKING:
            return stages.not_working
        case Stage.ASKED:
            return stages.asked
        case Stage.RECORDED:
            return stages.recorded
        case Stage.QUIET:
            return stages.quiet
        case _:
            assert_never(stands)


def _figures(month: Month, voice: Voice) -> tuple[Figure, ...]:
    """The summary in numbers; those that are nought are left out."""
    words = voice.words
    senders, people = selection.listed(month), selection.people(month)
    everybody = senders + people
    stages = [selection.stage(row.row) for row in everybody]
    asked = sum(selection.asked(month, row.row) for row in everybody)
    counted = (
        (len(senders), words.senders_wrote),
        (len(people), words.people_wrote),
        (sum(row.new_this_month for row in everybody), words.of_them_new),
        (sum(row.mails_this_month for row in everybody), words.mails_came),
        (asked, words.were_asked),
        (stages.count(Stage.QUIET), words.went_quiet),
        (stages.count(Stage.YOURS), words.need_you),
    )
    return tuple(
        Figure(voice.number(number), forms[0 if number == 1 else 1])
        for number, forms in counted
        if number
    )


def _kinds(month: Month, voice: Voice) -> tuple[KindLine, ...]:
    counted = sorted(month.by_kind, key=lambda pair: -pair[1])
    most = max((messages for _, messages in counted), default=0)
    return tuple(
        KindLine(
            kind=voice.words.kinds[kind],
            means=voice.words.kind_meanings[kind],
            messages=voice.number(messages),
            share=max(1, round(100 * messages / most)),
        )
        for kind, messages in counted
        if messages
    )


def _reach(month: Month, voice: Voice) -> tuple[str, ...]:
    return tuple(
        voice.words.reach.format(account=plain(account, 40), date=voice.date(oldest))
        if oldest
        else voice.words.reach_nothing.format(account=plain(account, 40))
        for account, oldest in month.reach
    )
