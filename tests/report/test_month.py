"""What the report says: every state in plain words, hedged, in the owner's days and language."""

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from string import Formatter

import pytest

from inbox_guard.core.attempt import Result
from inbox_guard.core.history import Answer, Evidence, Trace, TraceKind, Tried, Word
from inbox_guard.core.honour import Honour
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome, Standing
from inbox_guard.errors import SettingsError
from inbox_guard.report import selection
from inbox_guard.report.month import FORMATS, MonthlyReporter
from inbox_guard.report.selection import Stage
from inbox_guard.report.story import story
from inbox_guard.report.voice import Voice, sentence
from inbox_guard.report.words import LANGUAGES, words_for

from .rich_month import rich
from .sample import OLDEST, TOKEN, ZONE, Told, at, empty, month, row, tried

ENGLISH = Voice.of("en", ZONE)
GERMAN = Voice.of("de", ZONE)
REPORTER = MonthlyReporter()

DATES = {
    "english": (ENGLISH, at(3), "3 October 2026"),
    "german": (GERMAN, at(3), "3. Oktober 2026"),
    "march": (GERMAN, at(1, 3), "1. März 2026"),
    "next-day-there": (ENGLISH, datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1 January 2027"),
}
STAGES = {
    "nothing-tried": (None, None, Stage.RECORDED),
    "accepted": (Outcome.ACCEPTED, None, Stage.ASKED),
    "waiting": (Outcome.DONE, HonourState.WAITING, Stage.ASKED),
    "pending": (Outcome.PENDING, None, Stage.ASKED),
    "broken": (Outcome.ACCEPTED, HonourState.BROKEN, Stage.STILL_WRITING),
    "returned": (Outcome.DONE, HonourState.RETURNED, Stage.STILL_WRITING),
    "honoured": (Outcome.ACCEPTED, HonourState.HONOURED, Stage.QUIET),
    "late": (Outcome.ACCEPTED, HonourState.LATE, Stage.QUIET),
    "owner": (Outcome.NEEDS_OWNER, None, Stage.YOURS),
    "owner-though-broken": (Outcome.NEEDS_OWNER, HonourState.BROKEN, Stage.YOURS),
    "unknown": (Outcome.UNKNOWN, None, Stage.YOURS),
    "unknown-then-quiet": (Outcome.UNKNOWN, HonourState.HONOURED, Stage.QUIET),
    "failed": (Outcome.FAILED, None, Stage.NOT_WORKING),
    "blocked": (Outcome.BLOCKED, None, Stage.RECORDED),
}
ACCUSING = (
    "violat", "illegal", "bought", "sold your", "guilty", "criminal", "liar", "abus", "unconsented",
    "verstoß", "verletz", "illegal", "gekauft", "verkauft", "lügner", "täter", "missbrauch",
)  # fmt: skip


def text_of(facts, language: str = "en") -> str:
    """The text on one line, so that a line break never hides words."""
    [(_, rendered)] = REPORTER.render(facts, ["text"], language, ZONE).files
    return " ".join(rendered.decode().split())


@pytest.mark.parametrize(("voice", "moment", "said"), DATES.values(), ids=DATES)
def test_a_day_is_said_in_the_owners_zone_and_language(voice, moment, said):
    assert voice.date(moment) == said


@pytest.mark.parametrize(("outcome", "state", "stage"), STAGES.values(), ids=STAGES)
def test_where_a_sender_stands(outcome, state, stage):
    result = Result(outcome, "") if outcome else None
    attempts = (tried(1, Mechanism.PAGE, "acme.example", at(4), result),) if result else ()
    honour = Honour(state, at(20), 1) if state else None
    assert selection.stage(row(Told(attempts=attempts, honour=honour)).row) is stage


def test_the_title_is_the_question_the_report_answers():
    assert story(rich(), ENGLISH).title == "Who mailed you without permission in October 2026"
    assert story(rich(), GERMAN).title == "Wer dir im Oktober 2026 ohne Erlaubnis geschrieben hat"


def test_who_began_when_and_to_which_address():
    told = story(month(Told(alias="jane+shop@home.test", first_seen=at(3, hour=23))), ENGLISH)
    [sender] = told.senders
    assert (sender.name, sender.sender) == ("Acme Deals", "deals.acme.example")
    assert sender.organisation == "acme.example"
    assert sender.began == "4 October 2026"
    assert sender.to == "jane+shop@home.test"
    assert sender.kind == "newsletters"


def test_an_unnamed_sender_goes_by_its_organisation():
    [sender] = story(month(Told(name="\u202e")), ENGLISH).senders
    assert sender.name == "acme.example"


def test_accepted_is_never_told_as_proof():
    told = text_of(rich())
    assert "they took the request; only later silence is proof" in told
    assert "unsubscribed you" not in told


def test_what_waits_for_the_owner_names_host_and_reason_and_no_link():
    told = story(rich(), ENGLISH)
    assert told.yours[0].open == "account.globex.example: The page asks for a login."
    assert "inbox-guard review" in text_of(rich())


def test_a_sender_without_any_way_out_still_says_why_it_waits():
    nowhere = tried(1, Mechanism.NONE, "", at(4), Result(Outcome.NEEDS_OWNER, "no way out"))
    assert story(month(Told(attempts=(nowhere,))), ENGLISH).yours[0].open == "No way out."


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_token_of_an_unsubscribe_link_is_in_any_format(language):
    report = REPORTER.render(rich(), FORMATS, language, ZONE)
    mail = REPORTER.mail(rich(), language, ZONE, "jane@home.test", "jane@home.test", at(1, 11))
    for name, rendered in (*report.files, ("mail", mail.replace(b"=\r\n", b""))):
        assert TOKEN.encode() not in rendered, name
        assert b"/login" not in rendered, name


@pytest.mark.parametrize("language", ["en", "de"])
def test_nobody_is_accused(language):
    told = text_of(rich(), language).lower()
    assert [word for word in ACCUSING if word in told] == []


GOODBYE = Trace(TraceKind.GOODBYE, "acme.example", "a@acme.example", at(4, 3), "m@a.test", "Bye")
WHY = {
    "no-trace": (
        Told(),
        "No trace of your consent in 31 months of mail.",
        "Keine Spur deiner Einwilligung in 31 Monaten Post.",
    ),
    "refused": (
        Told(witness="refused", words=(Word(Answer.REFUSE, "acme.example", at(12, hour=23)),)),
        "You said on 13 October 2026 that you do not want this.",
        "Du hast am 13. Oktober 2026 gesagt, dass du das nicht willst.",
    ),
    "goodbye": (
        Told(witness="goodbye", traces=(GOODBYE,)),
        "They said goodbye to you on 4 March 2026, and their mail went on.",
        "Sie haben dich am 4. März 2026 verabschiedet, und danach kam weiter Post.",
    ),
    "taken-off": (
        Told(witness="taken-off", taken=Tried(Mechanism.PAGE, at(1, 9), Outcome.DONE, 4)),
        "4 mails came long after you were unsubscribed on 1 September 2026.",
        "Es kamen noch 4 Mails, lange nachdem du am 1. September 2026 abgemeldet wurdest.",
    ),
    "reach-short": (
        Told(witness="reach-short", first_seen=at(2, 1) - timedelta(days=365)),
        "Only 10 months of mail from before their first one can be read.",
        "Aus der Zeit vor ihrer ersten Mail sind nur 10 Monate Post lesbar.",
    ),
    "a-person": (
        Told(kind=Kind.PLATFORM),
        "No earlier mail between you in 31 months: they may be new to you.",
        "In 31 Monaten keine frühere Post zwischen euch: vielleicht kennt ihr euch noch nicht.",
    ),
    "a-few-weeks": (
        Told(first_seen=OLDEST + timedelta(days=30), reason="no trace in 4 weeks of mail"),
        "No trace in 4 weeks of mail.",
        "No trace in 4 weeks of mail.",
    ),
    "another-reason": (
        Told(witness="written", reason="it is mixed"),
        "It is mixed.",
        "It is mixed.",
    ),
}


@pytest.mark.parametrize(("told", "english", "german"), WHY.values(), ids=WHY)
def test_why_there_seems_to_be_no_permission(told, english, german):
    assert ENGLISH.why(row(told).row) == english
    assert GERMAN.why(row(told).row) == german


SENTENCES = {
    "begins-and-ends": ("the page says no", "The page says no."),
    "host-first": ("l.acme.test says no", "l.acme.test says no."),
    "quoted-end": ("it says “You are off.”", "It says “You are off.”"),
    "question": ("why?", "Why?"),
    "empty": ("", ""),
}


@pytest.mark.parametrize(("text", "said"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_begins_and_ends_as_one(text, said):
    assert sentence(text) == said


def test_a_reason_that_names_the_host_does_not_name_it_twice():
    result = Result(Outcome.NEEDS_OWNER, "acme.example asks for a login")
    attempt = tried(1, Mechanism.PAGE, "acme.example", at(4), result)
    assert ENGLISH.open(attempt) == "acme.example asks for a login."


def test_header_values_are_left_to_why_and_the_json():
    because = (
        Evidence("precedence", "it calls itself bulk mail", 1.2, "bulk"),
        Evidence("campaign", "it carries the number of a mailing", 1.5, "a campaign tool"),
        Evidence("bulk-words", "it says", 1, "You receive this because you like shoes"),
    )
    [sender] = story(month(Told(because=because)), ENGLISH).senders
    assert sender.quotes == ("It says: “You receive this because you like shoes”",)


def test_every_honour_state_is_said_with_its_day():
    said = text_of(rich())
    for words in (
        "They have until 19 October 2026 to stop.",
        "Nothing has come since 16 October 2026",
        "They had until 22 September 2026. 1 mail came after that, then it went quiet.",
        "They had until 15 October 2026. Mail still arrives: 3 since then.",
        "The same organisation came back by another way: 2 mails since then.",
    ):
        assert words in said


def test_people_behind_networks_have_a_section_and_the_consented_among_them_none():
    friend = Told(3, "A Friend", kind=Kind.PLATFORM, standing=Standing.CONSENTED)
    stranger = Told(4, "A Stranger", kind=Kind.PLATFORM)
    told = story(month(people=(friend, stranger)), ENGLISH)
    assert [person.name for person in told.people] == ["A Stranger"]
    assert told.senders == ()


def test_only_senders_without_permission_are_told_one_by_one():
    told = story(month(*(Told(n, standing=s) for n, s in enumerate(Standing, 1))), ENGLISH)
    assert len(told.senders) == 1


def test_senders_we_are_unsure_of_are_counted_and_the_way_to_them_is_shown():
    assert "With 14 senders, your mail does not tell enough to be sure." in text_of(rich())
    assert "not tell enough" not in text_of(month(Told()))


def test_the_report_says_how_far_the_mail_reaches_and_what_could_not_be_read():
    said = text_of(rich())
    assert "The mail of home that can be read begins on 2 March 2024." in said
    assert "No mail of work has been read yet." in said
    assert "2 messages could not be read." in said


def test_kinds_are_counted_and_those_that_never_came_left_out():
    kinds = story(rich(), ENGLISH).kinds
    assert [(line.kind, line.messages) for line in kinds][:2] == [
        ("newsletters", "434"),
        ("notifications", "391"),
    ]
    assert "discussion lists" not in [line.kind for line in kinds]


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_month_with_nothing_is_a_title_and_one_sentence(language):
    [(_, rendered)] = REPORTER.render(empty(), ["text"], language, ZONE).files
    head, sentence = rendered.decode().strip().split("\n\n")
    assert head.startswith(words_for(language).title.partition("{")[0])
    assert sentence.count(".") == 1


def test_the_most_pressing_senders_come_first():
    stages = [told.stage for told in story(rich(), ENGLISH).senders]
    assert stages == sorted(stages)


def test_the_report_is_of_the_month_in_the_owners_zone_and_in_the_order_asked_for():
    report = REPORTER.render(rich(), ["csv", "text", "csv"], "en", ZONE)
    assert report.month == date(2026, 10, 1)
    assert [name for name, _ in report.files] == ["csv", "text"]


def test_the_same_month_gives_the_same_bytes():
    assert REPORTER.render(rich(), FORMATS, "de", ZONE) == REPORTER.render(
        rich(), FORMATS, "de", ZONE
    )


def test_an_unknown_format_or_zone_is_a_setting_to_mend():
    with pytest.raises(SettingsError, match="pdf"):
        REPORTER.render(rich(), ["pdf"], "en", ZONE)
    for zone in ("Mars/Olympus", "../etc/passwd", "/etc", "Europe"):
        with pytest.raises(SettingsError, match="GUARD_TIMEZONE"):
            REPORTER.render(rich(), ["text"], "en", zone)


def test_an_unknown_language_is_answered_in_english():
    assert words_for("tlh").language == "en"
    assert words_for("de_AT").language == "de"


def test_every_word_of_the_vocabulary_is_said_in_every_language():
    for words in LANGUAGES:
        assert set(words.kinds) == set(words.kind_meanings) == set(Kind)
        assert set(words.mechanisms) == set(Mechanism)
        assert set(words.outcomes) == set(Outcome)
        assert set(words.honours) == set(HonourState)
        assert len(words.months) == len(set(words.months)) == 12


def test_every_language_has_the_same_places_in_the_same_texts():
    english, *others = ({name: places(text) for name, text in texts(w)} for w in LANGUAGES)
    english.pop("evidence")  # German leaves out what the ledger says in English
    for other in others:
        other.pop("evidence")
        assert other == english


def texts(words, path: str = ""):
    """Every text of a language with its name."""
    if isinstance(words, str):
        yield path, words
    elif is_dataclass(words):
        for each in fields(words):
            yield from texts(getattr(words, each.name), f"{path}.{each.name}".lstrip("."))
    elif isinstance(words, tuple):
        for number, each in enumerate(words):
            yield from texts(each, f"{path}[{number}]")
    else:
        for key, each in words.items():
            yield from texts(each, f"{path}.{key}")


def places(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_an_attempt_of_an_earlier_month_is_told_when_it_was_the_last():
    before = tried(1, Mechanism.MAILTO, "acme.example", at(8, 9), Result(Outcome.ACCEPTED, ""))
    facts = replace(month(Told(attempts=(before,))), attempts=())
    [sender] = story(facts, ENGLISH).senders
    assert sender.deeds[0].says.startswith("8 September 2026, by mail to acme.example")
