"""A generated mailbox: three years of letters, what the owner did besides, and the truth about senders."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from benchmarks.standing import texts
from benchmarks.standing.post import (
    House,
    Letter,
    house,
    mailing,
    personal,
    received,
    sent,
    service,
)
from inbox_guard.core.history import Answer, Word
from inbox_guard.core.known import Known
from inbox_guard.core.vocabulary import Kind, Standing

ENDS = datetime(2026, 11, 1, 9, tzinfo=UTC)
DAYS = 1095
BEGINS = ENDS - timedelta(days=DAYS)
REACH = 365

FAR = (REACH + 40, DAYS - 160)
"""Days on which a sender may begin so that the mail before it reaches back far enough."""
SHORT = (10, REACH - 30)
ANY = (10, DAYS - 200)


@dataclass(frozen=True, slots=True)
class Truth:
    """What the ledger should say of a sender.

    `claims` is why its mailings say that she gets them; `claim_true` whether it is so, even if
    consent ended since.
    """

    story: str
    sender: str
    standing: Standing
    kind: Kind | None = None
    claims: str = ""
    claim_true: bool = False


@dataclass
class Mailbox:
    """Letters, the owner's words and facts, the letters she will move to Junk herself, and the truth."""

    dice: Random
    letters: list[Letter] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    moved_to_junk: list[str] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    houses: int = 0

    def day(self, between: tuple[int, int]) -> datetime:
        """Some moment between two days of the three years."""
        return BEGINS + timedelta(days=self.dice.uniform(*between))

    def house(self, mailer: str = "", language: str = "") -> House:
        """Found an organisation nobody else here belongs to."""
        self.houses += 1
        return house(self.dice, self.houses, language, mailer)

    def mailings(
        self,
        of: House,
        first: datetime,
        count: int = 0,
        *,
        claims: str = "",
        folder: str = "INBOX",
        until: datetime = ENDS,
    ) -> list[Letter]:
        """Let issues of a newsletter arrive from `first` on, some weeks apart."""
        count = count or self.dice.randint(3, 10)
        every = self.dice.uniform(6, 25)
        arrived = []
        for number in range(count):
            at = first + timedelta(days=every * number, minutes=self.dice.randrange(300))
            if number and at >= until:
                break
            text = texts.one(self.dice, "news", of.language)
            claim = self.claim(of, claims)
            text = text.filled(of.fields(self.dice, claim))
            arrived.append(mailing(self.dice, of, at, text, folder, claim))
        self.letters += arrived
        return arrived

    def claim(self, of: House, claims: str) -> str:
        """Why a mailing says that she gets it."""
        if not claims:
            return ""
        said = texts.one(self.dice, f"claim-{claims}", of.language)
        return said.body.format_map({"brand": of.brand})

    def about(self, of: House, what: str, at: datetime, **how: object) -> Letter:
        """Let a service mail of a house arrive: a confirmation, an order, a goodbye …"""
        text = texts.one(self.dice, what, of.language).filled(of.fields(self.dice))
        letter = service(self.dice, of, at, text, **how)  # type: ignore[arg-type]
        self.letters.append(letter)
        return letter

    def signing_up(self, of: House, what: str, at: datetime) -> Letter:
        """Let a mail about a subscription arrive: from the house's own server or through its provider."""
        if self.dice.random() < 0.5:
            return self.about(of, what, at)
        text = texts.one(self.dice, what, of.language).filled(of.fields(self.dice))
        letter = replace(mailing(self.dice, of, at, text), signs_up=True)
        self.letters.append(letter)
        return letter

    def writes(
        self, what: str, of: House, to: str, at: datetime, answer: Letter | None = None
    ) -> None:
        """Let the owner write: by herself, or in answer to a letter."""
        text = texts.one(self.dice, what, of.language).filled(of.fields(self.dice))
        if answer:
            text = text._replace(subject=f"Re: {answer.subject}")
        parent = answer.message_id if answer else ""
        self.letters.append(sent(self.dice, to, at, text, parent))

    def says(self, answer: Answer, target: str) -> None:
        """Let the owner say allow or refuse."""
        self.words.append(Word(answer, target, ENDS - timedelta(days=1)))


Story = Callable[[Mailbox], None]


def everyday(box: Mailbox) -> None:
    """Ordinary mail: friends, bank, receipts of shops that never advertise, lists, applications."""
    dice = box.dice
    someone = box.house(language="en")
    box.letters.append(
        sent(
            dice,
            "lena@friend.test",
            BEGINS,
            texts.one(dice, "friend", "en").filled(someone.fields(dice)),
        )
    )
    for _ in range(3):
        _friend(box)
    for _ in range(2):
        shop = box.house()
        for what in ("order", "shipping"):
            box.about(shop, what, box.day((5, DAYS - 5)))
    bank = box.house(language=dice.choice(("en", "de")))
    for month in range(12):
        at = BEGINS + timedelta(days=30 * month + 20)
        box.about(bank, "bank", at, extra=["Auto-Submitted: auto-generated"])
    _discussion(box)
    _application(box)


def _friend(box: Mailbox) -> None:
    dice = box.dice
    of = box.house(language=dice.choice(texts.languages("friend")))
    author = f"{of.person} <{of.person.partition(' ')[0].lower()}@{of.domain}>"
    address = author.partition("<")[2].rstrip(">")
    for _ in range(dice.randint(2, 4)):
        at = box.day((5, DAYS - 10))
        text = texts.one(dice, "friend", of.language).filled(of.fields(dice))
        letter = personal(dice, author, at, text)
        box.letters.append(letter)
        box.writes("note", of, address, at + timedelta(hours=5), letter)
    box.truths.append(Truth("friend", address, Standing.CONSENTED))


def _discussion(box: Mailbox) -> None:
    dice = box.dice
    of = box.house(language="en")
    for number in range(8):
        text = texts.one(dice, "list", "en").filled(of.fields(dice))
        text = text._replace(subject=f"[{of.brand.split()[0].lower()}] {text.subject}")
        box.letters.append(
            received(
                dice,
                author=f"{of.person} <p{number % 3}@people.test>",
                to=f"talk@lists.{of.domain}",
                text=text,
                at=box.day((5, DAYS - 5)),
                extra=[
                    f"List-Id: <talk.lists.{of.domain}>",
                    f"List-Post: <mailto:talk@lists.{of.domain}>",
                    f"List-Unsubscribe: <mailto:talk-leave@lists.{of.domain}>",
                    "Precedence: list",
                    "X-Mailman-Version: 3.3.8",
                ],
            )
        )


def _application(box: Mailbox) -> None:
    dice = box.dice
    of = box.house(language="en")
    for _ in range(6):
        text = texts.one(dice, "activity", "en").filled(of.fields(dice))
        letter = service(
            dice,
            of,
            box.day((5, DAYS - 5)),
            text,
            extra=["Auto-Submitted: auto-generated", "X-Gitlab-Project: nightly"],
        )
        box.letters.append(letter)
