"""Letters as they arrive: whole messages with the header blocks that real senders of their kind write."""

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from email.header import Header
from email.utils import format_datetime
from random import Random

from benchmarks.standing import texts
from benchmarks.standing.texts import Text

ADDRESS = "mira@home.test"
SECOND_ADDRESS = "m.holt@home.test"
AUTHSERV_ID = "mx.home.test"
NAMES = (
    "Mira",
    "Mira Holt",
    "M. Holt",
    "mira holt",
    "Mira H.",
    "MIRA HOLT",
    "Holt Mira",
    "Dr. Holt",
)


@dataclass(frozen=True, slots=True)
class House:
    """A sender's organisation: how it is called, where it writes from, through whom, and to whom.

    `mailer` is a key of `MAILERS`, `account` its number there; `host` where its mailings come
    from; `list_id` "" for one that names no list; `called` how it calls the owner, `addressed` the
    name in its To field, `to` the address it has of her.
    """

    brand: str
    domain: str
    language: str
    mailer: str
    account: str
    host: str
    local: str
    list_id: str
    called: str
    addressed: str
    to: str
    thing: str
    work: str
    person: str

    @property
    def author(self) -> str:
        """The address its mailings come from."""
        return f"{self.local}@{self.host}"

    @property
    def sender(self) -> str:
        """What the ledger calls the sender of its mailings."""
        return self.list_id or self.author

    def fields(self, dice: Random, claim: str = "") -> dict[str, str]:
        """What its texts are filled with."""
        key = f"{dice.getrandbits(48):012x}"
        return {
            "name": self.called,
            "brand": self.brand,
            "thing": self.thing,
            "work": self.work,
            "person": self.person,
            "number": str(dice.randrange(100_000, 999_999)),
            "claim": claim,
            "web": f"https://www.{self.domain}/s/{key}",
            "way": f"https://www.{self.domain}/leave/{key}",
        }


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as it lies in a folder; of a mailing also whose, and why it says that she gets it."""

    folder: str
    raw: bytes
    at: datetime
    message_id: str
    subject: str
    sender: str = ""
    claim: str = ""
    signs_up: bool = False


_BEGINNINGS = (
    *(
        "Al",
        "Bor",
        "Cal",
        "Dor",
        "El",
        "Fen",
        "Gro",
        "Hal",
        "Jor",
        "Kel",
        "Lum",
        "Mor",
    ),
    *(
        "Nor",
        "Or",
        "Pel",
        "Quin",
        "Ros",
        "Sel",
        "Tor",
        "Ul",
        "Vel",
        "Wil",
        "Zan",
    ),
)
_ENDINGS = (
    *(
        "amo",
        "anta",
        "berg",
        "dale",
        "edo",
        "elle",
        "enti",
        "feld",
        "grove",
        "ica",
        "inor",
    ),
    *(
        "lund",
        "mark",
        "nova",
        "ora",
        "stad",
        "tal",
        "una",
        "vik",
        "wood",
    ),
)
_PEOPLE = (
    *(
        "Dana",
        "Piet",
        "Lena",
        "Oskar",
        "Ines",
        "Marek",
        "Yara",
        "Tom",
        "Sofia",
        "Emil",
        "Nora",
        "Jan",
    ),
)
_SURNAMES = ("Brandt", "Okoye", "Lindqvist", "Marin", "Novak", "Peeters", "Rossi", "Weber", "Young")


def house(dice: Random, number: int, language: str = "", mailer: str = "") -> House:
    """Found an organisation; `number` makes its name one of a kind."""
    language = language or dice.choice(texts.languages("news"))
    brand = dice.choice(_BEGINNINGS) + dice.choice(_ENDINGS)
    domain = f"{brand.lower()}{number}.{dice.choice(('test', 'example'))}"
    made = House(
        brand=f"{brand} {dice.choice(('', 'Shop', 'Studio', '& Co'))}".strip(),
        domain=domain,
        language=language,
        mailer="",
        account="",
        host="",
        local=dice.choice(("news", "newsletter", "hello", "info", "post", "team")),
        list_id="",
        called=dice.choice(NAMES),
        addressed=dice.choice(("", *NAMES)),
        to=ADDRESS if dice.random() < 0.85 else SECOND_ADDRESS,
        thing=texts.one(dice, "thing", language).subject,
        work=texts.one(dice, "work", language).subject,
        person=f"{dice.choice(_PEOPLE)} {dice.choice(_SURNAMES)}",
    )
    return with_mailer(dice, made, mailer or dice.choice(sorted(MAILERS)))


def with_mailer(dice: Random, made: House, mailer: str, account: str = "") -> House:
    """Return the same house sending through another provider, from that provider's kind of address."""
    account = account or str(dice.randrange(1_000_000, 9_999_999))
    host = f"{dice.choice(('news', 'mail', 'e', 'm'))}.{made.domain}"
    host = dice.choice((made.domain, host))
    named = mailer in _NAMES_A_LIST
    list_id = f"{account}.{dice.randrange(10, 99)}.lists.{made.domain}" if named else ""
    return replace(made, mailer=mailer, account=account, host=host, list_id=list_id)


# --- what providers write ------------------------------------------------------------------------


def _way_out(of: House, dice: Random, *, one_click: bool) -> list[str]:
    key = f"{dice.getrandbits(64):016x}"
    value = f"<mailto:leave-{key}@{of.host}>, <https://{of.host}/u/{key}>"
    post = ["List-Unsubscribe-Post: List-Unsubscribe=One-Click"] if one_click else []
    return [f"List-Unsubscribe: {value}", *post]


def _mailchimp(of: House, dice: Random) -> list[str]:
    return [
        "X-Mailer: Mailchimp Mailer - **CID" + f"{dice.getrandbits(40):010x}**",
        f"X-MC-User: {int(of.account):020x}",
        f"Feedback-ID: {of.account}:{of.account}.{dice.randrange(10**6)}:us1:mc",
        f"List-ID: {of.brand} list <{of.list_id}>",
        *_way_out(of, dice, one_click=True),
    ]


def _sendgrid(of: House, dice: Random) -> list[str]:
    return [
        f"Return-Path: <bounces+{of.account}-{dice.getrandbits(16):04x}-mira=home.test@em.{of.domain}>",
        f"X-SG-EID: {dice.getrandbits(120):030x}",
        *_way_out(of, dice, one_click=True),
    ]


def _klaviyo(of: House, dice: Random) -> list[str]:
    return [
        f"X-Kmail-Account: K{of.account}",
        f"X-Kmail-Message: {dice.getrandbits(40):010x}",
        f"List-ID: <{of.list_id}>",
        *_way_out(of, dice, one_click=True),
    ]


def _brevo(of: House, dice: Random) -> list[str]:
    return [
        f"X-Mailin-Client: {of.account}",
        f"X-Mailin-Campaign: {dice.randrange(10**5)}",
        *_way_out(of, dice, one_click=dice.random() < 0.7),
    ]


def _cleverreach(of: House, dice: Random) -> list[str]:
    return [
        "X-Mailer: CleverReach",
        "Precedence: bulk",
        f"List-ID: {of.brand} <{of.list_id}>",
        *_way_out(of, dice, one_click=True),
    ]


def _hubspot(of: House, dice: Random) -> list[str]:
    return [
        f"X-HS-Email-ID: {dice.randrange(10**8)}",
        f"X-HubSpot-Portal-Id: {of.account}",
        *_way_out(of, dice, one_click=True),
    ]


def _announcements(of: House, dice: Random) -> list[str]:
    return [
        "Precedence: list",
        f"List-Id: {of.brand} <{of.list_id}>",
        "List-Post: NO",
        *_way_out(of, dice, one_click=False),
    ]


def _amazon(of: House, dice: Random) -> list[str]:
    return [
        "X-SES-Outgoing: 2026.01.01-192.0.2.40",
        f"Feedback-ID: ::1.eu-west-1.{of.account}:AmazonSES",
        *_way_out(of, dice, one_click=True),
    ]


def _own_server(of: House, dice: Random) -> list[str]:
    return ["Precedence: bulk", *_way_out(of, dice, one_click=False)]


MAILERS: dict[str, Callable[[House, Random], list[str]]] = {
    "Mailchimp": _mailchimp,
    "SendGrid": _sendgrid,
    "Klaviyo": _klaviyo,
    "Brevo": _brevo,
    "CleverReach": _cleverreach,
    "HubSpot": _hubspot,
    "announcements": _announcements,
    "Amazon SES": _amazon,
    "own server": _own_server,
}
_NAMES_A_LIST = frozenset({"Mailchimp", "Klaviyo", "CleverReach", "announcements"})
NUMBERS_CUSTOMERS = ("Mailchimp", "SendGrid", "Klaviyo", "Brevo", "HubSpot")
"""Providers whose header blocks tell which of their customers a mail is from."""


# --- letters -------------------------------------------------------------------------------------


def mailing(
    dice: Random, of: House, at: datetime, text: Text, folder: str = "INBOX", claim: str = ""
) -> Letter:
    """A mail to many, with the header block of the house's provider."""
    extra = [*genuine(of.host), *MAILERS[of.mailer](of, dice)]
    letter = received(
        dice,
        author=f"{of.brand} <{of.author}>",
        to=f"{of.addressed} <{of.to}>" if of.addressed else of.to,
        text=text,
        at=at,
        extra=extra,
        folder=folder,
        as_html=dice.random() < 0.5,
    )
    return replace(letter, sender=of.sender, claim=claim)


def service(
    dice: Random,
    of: House,
    at: datetime,
    text: Text,
    *,
    host: str = "",
    extra: Sequence[str] = (),
    folder: str = "INBOX",
    proven: bool = True,
) -> Letter:
    """A mail of the house about the owner's own affairs, from its own server."""
    host = host or of.domain
    local = dice.choice(("service", "orders", "noreply", "no-reply", "kontakt", "shop"))
    verdict = genuine(host) if proven else forged(host)
    author = f"{of.brand} <{local}@{host}>"
    return received(
        dice,
        author=author,
        to=of.to,
        text=text,
        at=at,
        extra=[*verdict, *extra],
        folder=folder,
        as_html=dice.random() < 0.4,
    )


def personal(dice: Random, author: str, at: datetime, text: Text, parent: str = "") -> Letter:
    """A mail that a person wrote in a mail program."""
    extra = [*genuine(_domain(author)), "User-Agent: Mozilla Thunderbird"]
    extra += [f"In-Reply-To: <{parent}>", f"References: <{parent}>"] if parent else []
    return received(dice, author=author, to=ADDRESS, text=text, at=at, extra=extra)


def received(
    dice: Random,
    *,
    author: str,
    to: str,
    text: Text,
    at: datetime,
    extra: Sequence[str],
    folder: str = "INBOX",
    as_html: bool = False,
) -> Letter:
    """A mail from outside."""
    domain = _domain(author)
    message_id = f"{dice.getrandbits(64):016x}@{domain}"
    trail = [
        f"Delivered-To: {_address(to)}",
        f"Received: from out.{domain} (out.{domain} [192.0.2.7]) by {AUTHSERV_ID} with ESMTPS;"
        f" {format_datetime(at)}",
    ]
    head = [*extra, f"From: {_field(author)}", f"To: {_field(to)}"]
    # the server's own results stand above its Received line
    above = [line for line in head if line.startswith(("Authentication-Results", "Return-Path"))]
    below = [line for line in head if line not in above]
    raw = _message([*above, *trail, *below], text, at, message_id, as_html=as_html)
    return Letter(folder, raw, at, message_id, text.subject)


def sent(dice: Random, to: str, at: datetime, text: Text, parent: str = "") -> Letter:
    """A mail that the owner wrote."""
    message_id = f"{dice.getrandbits(64):016x}@home.test"
    head = [f"From: Mira Holt <{ADDRESS}>", f"To: {to}"]
    head += [f"In-Reply-To: <{parent}>", f"References: <{parent}>"] if parent else []
    raw = _message(head, text, at, message_id, as_html=False)
    return Letter("Sent", raw, at, message_id, text.subject)


def genuine(host: str) -> list[str]:
    """What the owner's server says of honest mail, and the signature that it speaks of."""
    return [
        f"Authentication-Results: {AUTHSERV_ID}; dkim=pass header.d={host} header.s=k1;"
        f" spf=pass smtp.mailfrom=bounce@{host}; dmarc=pass header.from={host}",
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=k1;"
        " h=from:to:subject:date:list-unsubscribe:list-unsubscribe-post; bh=AAAA; b=BBBB",
    ]


def forged(host: str) -> list[str]:
    """What the owner's server says of mail that is not from whom it says."""
    return [
        f"Authentication-Results: {AUTHSERV_ID}; dkim=none; spf=fail smtp.mailfrom=x@elsewhere.test;"
        f" dmarc=fail header.from={host}"
    ]


def _message(
    head: Sequence[str], text: Text, at: datetime, message_id: str, *, as_html: bool
) -> bytes:
    kind = "html" if as_html else "plain"
    body = _as_html(text.body) if as_html else text.body
    lines = [
        *head,
        f"Subject: {_words(text.subject)}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{message_id}>",
        "MIME-Version: 1.0",
        f"Content-Type: text/{kind}; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        body,
        "",
    ]
    return "\n".join(lines).encode()


def _as_html(body: str) -> str:
    paragraphs = (html.escape(one).replace("\n", "<br>") for one in body.split("\n\n"))
    inside = "".join(f"<tr><td><p>{one}</p></td></tr>" for one in paragraphs)
    return f"<!doctype html><html><body><table>{inside}</table></body></html>"


def _field(mention: str) -> str:
    name, bracket, rest = mention.rpartition(" <")
    if not bracket:
        return mention
    shown = f'"{name}"' if name.isascii() else _words(name)
    return f"{shown} <{rest}"


def _words(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=70).encode(linesep="\n")


def _address(mention: str) -> str:
    return mention.rpartition("<")[2].rstrip(">")


def _domain(mention: str) -> str:
    return _address(mention).rpartition("@")[2]
