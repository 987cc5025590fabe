"""A rich October: a sender in every state, people behind a network, and the doubtful cases."""

from inbox_guard.core.attempt import Result
from inbox_guard.core.history import Answer, Evidence, Trace, TraceKind, Word
from inbox_guard.core.honour import Honour
from inbox_guard.core.records import Month
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome, Standing

from .sample import OLDEST, TOKEN, Told, at, month, tried


def _claim(quote: str) -> Evidence:
    return Evidence("claim", "their own explanation", -0.4, quote, "first@acme.example")


def rich() -> Month:
    """Every state at once."""
    return month(
        *_asked(),
        *_waiting_for_the_owner(),
        *_recorded(),
        people=_people(),
        accounts=("home", "work"),
        reach=(("home", OLDEST), ("work", None)),
        unsure=14,
    )


def _asked() -> tuple[Told, ...]:
    took = Result(Outcome.ACCEPTED, "the server answered 200", status=200)
    said_so = Result(Outcome.DONE, "the page says “You have been unsubscribed”", status=200)
    return (
        Told(
            1,
            because=(
                _claim(
                    "You receive this because you attended our webinar. Leave: "
                    f"https://deals.acme.example/u?t={TOKEN}"
                ),
            ),
            attempts=(tried(1, Mechanism.ONE_CLICK, "lists.acme.example", at(5), took),),
            honour=Honour(HonourState.WAITING, at(19), 0),
        ),
        Told(
            2,
            "Bluebird Travel",
            "news.bluebird.example",
            organisation="bluebird.example",
            alias="jane+flights@home.test",
            first_seen=at(14, 9),
            subject="Wohin im Winter? Unsere schönsten Ziele",
            attempts=(tried(2, Mechanism.PAGE, "www.bluebird.example", at(2), said_so),),
            honour=Honour(HonourState.HONOURED, at(16), 0),
            mails=1,
            mails_in_all=7,
            new=False,
        ),
        Told(
            3,
            "Crestline Capital Weekly",
            "weekly.crestline.example",
            organisation="crestline.example",
            first_seen=at(21, 7),
            subject="The market in five minutes",
            because=(_claim("You are a valued member of our community."),),
            attempts=(
                tried(
                    3,
                    Mechanism.ONE_CLICK,
                    "click.crestline.example",
                    at(1),
                    Result(Outcome.FAILED, "the server answered 405", status=405),
                    number=301,
                ),
                tried(3, Mechanism.MAILTO, "crestline.example", at(1, hour=10), took, number=302),
            ),
            honour=Honour(HonourState.BROKEN, at(15), 3),
            mails=8,
            mails_in_all=29,
            new=False,
        ),
        Told(
            4,
            "Dottie’s Crafts",
            "dottie.example",
            organisation="dottie.example",
            first_seen=at(2, 5),
            attempts=(tried(4, Mechanism.MAILTO, "dottie.example", at(8, 9), took),),
            honour=Honour(HonourState.LATE, at(22, 9), 1),
            mails=1,
            mails_in_all=12,
            new=False,
        ),
        Told(
            5,
            "Evergreen Energy",
            "evergreen.example",
            organisation="evergreen.example",
            other_aliases=("j.doe@work.test",),
            first_seen=at(9, 2),
            reason="their mail went on after a goodbye on 4 March 2026",
            witness="goodbye",
            traces=(
                Trace(
                    TraceKind.GOODBYE,
                    "evergreen.example",
                    "news@evergreen.example",
                    at(4, 3),
                    "bye@evergreen.example",
                    "Goodbye, Jane",
                ),
            ),
            attempts=(tried(5, Mechanism.ONE_CLICK, "evergreen.example", at(4, 3), said_so),),
            honour=Honour(HonourState.RETURNED, at(18, 3), 2),
            mails=2,
            mails_in_all=9,
            new=False,
        ),
        Told(
            6,
            "Fernhill Academy",
            "courses.fernhill.example",
            organisation="fernhill.example",
            attempts=(
                tried(
                    6,
                    Mechanism.MAILTO,
                    "lists.fernhill.example",
                    at(20),
                    Result(Outcome.PENDING, "a confirmation mail is awaited"),
                ),
            ),
            mails=2,
            mails_in_all=2,
        ),
    )


def _waiting_for_the_owner() -> tuple[Told, ...]:
    return (
        Told(
            7,
            "Globex Rewards",
            "rewards.globex.example",
            organisation="globex.example",
            subject=f"Jane, 500 points wait: https://globex.example/p/{TOKEN}",
            attempts=(
                tried(
                    7,
                    Mechanism.PAGE,
                    "account.globex.example",
                    at(11),
                    Result(
                        Outcome.NEEDS_OWNER,
                        "the page asks for a login",
                        owner_url=f"https://account.globex.example/login?next={TOKEN}",
                    ),
                ),
            ),
            mails=6,
            mails_in_all=6,
        ),
        Told(
            8,
            "Harbour Lights Hotel Collection and Residences International",
            "hl.example",
            organisation="hl.example",
            first_seen=at(17),
            attempts=(tried(8, Mechanism.ONE_CLICK, "e.hl.example", at(25), None),),
            mails=1,
            mails_in_all=1,
        ),
    )


def _recorded() -> tuple[Told, ...]:
    return (
        Told(
            9,
            "Ivan at LinkBoost",
            "ivan@linkboost.example",
            SenderKind.ADDRESS,
            "linkboost.example",
            alias="",
            kind=Kind.OUTREACH,
            first_seen=at(22),
            subject="Quick question about your website",
            because=(
                Evidence("follow-up", "writes again without an answer", -0.3, "Just bumping this"),
            ),
            mails=3,
            mails_in_all=3,
        ),
        Told(
            10,
            "",
            "promo@lottery.example",
            SenderKind.ADDRESS,
            "lottery.example",
            first_seen=at(29),
            subject="",
            attempts=(
                tried(
                    10,
                    Mechanism.PAGE,
                    "lottery.example",
                    at(30),
                    Result(Outcome.BLOCKED, "the address is not public", rule="address-private"),
                ),
            ),
            mails=1,
            mails_in_all=1,
        ),
        Told(
            11,
            "Juniper Journal",
            "juniper.example",
            organisation="juniper.example",
            reason="you said on 12 October 2026 that you do not want this",
            witness="refused",
            words=(Word(Answer.REFUSE, "juniper.example", at(12)),),
            attempts=(
                tried(
                    11,
                    Mechanism.ONE_CLICK,
                    "juniper.example",
                    at(12),
                    Result(
                        Outcome.FAILED, "the server answered 503", status=503, retry_at=at(2, 11)
                    ),
                ),
            ),
            new=False,
        ),
        Told(
            12,
            "Kestrel Optik",
            "kestrel.example",
            organisation="kestrel.example",
            account="work",
            alias="j.doe@work.test",
            attempts=(
                tried(
                    12,
                    Mechanism.PAGE,
                    "kestrel.example",
                    at(6),
                    Result(Outcome.ALREADY, "the page says that the address is not subscribed"),
                ),
            ),
            honour=Honour(HonourState.WAITING, at(3, 11), 0),
            mails=2,
            mails_in_all=2,
        ),
    )


def _people() -> tuple[Told, ...]:
    return (
        Told(
            21,
            "Robert Stone",
            "linkedin:robert stone",
            SenderKind.PERSON,
            "linkedin.com",
            kind=Kind.PLATFORM,
            subject="Robert sent you a message: scale your pipeline",
            because=(Evidence("inmail", "paid message by a stranger", -0.5, "We share a group"),),
            mails=2,
            mails_in_all=2,
        ),
        Told(
            22,
            "מירה כהן",
            "linkedin:מירה כהן",
            SenderKind.PERSON,
            "linkedin.com",
            kind=Kind.PLATFORM,
            standing=Standing.UNSURE,
            reason="what 7 months of mail hold about them says neither yes nor no",
            witness="",
            subject="I would like to join your network",
            mails=1,
            mails_in_all=1,
        ),
    )
