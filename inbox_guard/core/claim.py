"""Why a mailing says it comes: the sentence, what it claims, and the day, site and address it names.

Pure, total, linear. Words by `core/data/words/claims.tsv`. A claim is read only where it is plainly
made: not in a question, not after an "if", not under a "not".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from inbox_guard.core.data import rows
from inbox_guard.core.day_named import Named, named, parsed
from inbox_guard.core.kind import phrases
from inbox_guard.core.sentences import sentences


class Basis(StrEnum):
    """What a sender may claim to write on."""

    CONFIRMED = "confirmed"
    """A subscription she confirmed (double opt-in)."""
    SUBSCRIBED = "subscribed"
    CUSTOMER = "customer"
    ACCOUNT = "account"
    EVENT = "event"
    DOWNLOAD = "download"
    CONTACT = "contact"
    """An acquaintance, an exchange of cards, a recommendation, an address book."""
    MEMBER = "member"
    PARTNER = "partner"
    """Somebody else handed the address on: a partner, a list that was bought or rented."""
    PUBLIC = "public"
    """A web site, a directory, a register."""
    INTEREST = "interest"
    """A legitimate interest, a guess that she may like it: no consent is claimed."""
    ONE_TIME = "one-time"
    UNCLEAR = "unclear"
    """A reason is given that is none of these."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim. `day` None, `site` and `address` "" where none is named; `source` only when it tells one.

    `source` says where the address comes from: ``partner``, ``purchased``, ``public``, ``registry``,
    ``contact``. `sentence` is the whole sentence, as it stands in the mail but on one line; `framed`
    whether it gives the claim as the reason why this comes.
    """

    basis: Basis
    day: Named | None = None
    site: str = ""
    address: str = ""
    source: str = ""
    sentence: str = ""
    framed: bool = True

    @property
    def value(self) -> str:
        """The claim in one spelling, for a mark: ``subscribed; date=2024-03-03; site=shop.example``."""
        said = {"date": str(self.day or ""), "site": self.site, "address": self.address}
        return "; ".join((self.basis, *(f"{name}={it}" for name, it in said.items() if it)))


def read_back(value: str) -> Claim | None:
    """Return the claim that `Claim.value` wrote; None when it is none."""
    basis, *rest = value.split("; ")
    said = dict(part.split("=", 1) for part in rest if "=" in part)
    if basis not in frozenset(Basis):
        return None
    day = parsed(said["date"]) if said.get("date") else None
    return Claim(Basis(basis), day, said.get("site", ""), said.get("address", ""))


def claims(text: str) -> tuple[Claim, ...]:
    """Return at most three claims of a text, one for each basis; those that say "you receive this" first."""
    table, asked, short = _table(), False, len(text) < _A_LETTER
    framed: dict[Basis, Claim] = {}
    plain: dict[Basis, Claim] = {}
    for sentence in sentences(text, _open_ends()):
        worded = _WEB.sub(_blank, sentence)
        signs = _signs(phrases.found(worded, table)) if len(sentence) >= _SHORTEST else ()
        question = sentence.endswith(("?", "？"))
        frame = _frame(signs)
        hit = None if question else _claimed(sentence, signs, frame, asked=asked)
        if hit and (frame or asked):
            framed.setdefault(hit.basis, hit)
        elif hit and len(sentence) <= _PLAIN and (short or hit.basis not in _TALKED_OF):
            plain.setdefault(hit.basis, replace(hit, framed=False))
        asked = question and frame is not None
    if any(basis is not Basis.UNCLEAR for basis in (*framed, *plain)):
        framed.pop(Basis.UNCLEAR, None)
    return tuple(
        (framed | {basis: it for basis, it in plain.items() if basis not in framed}).values()
    )[:_MOST]


_MOST = 3
_A_LETTER = 3_000
"""Characters of a cold mail; a longer one that says "this may interest you" speaks of what it shows."""
_PLAIN = 500
"""Characters of a sentence that makes a claim without "you receive this"."""
_TALKED_OF = frozenset({Basis.INTEREST, Basis.CONTACT})
_STATUS = frozenset({Basis.SUBSCRIBED, Basis.CUSTOMER, Basis.ACCOUNT, Basis.MEMBER})
_TOLD_OF = frozenset({Basis.PARTNER, Basis.PUBLIC, Basis.CONTACT})
_DEEDS = _STATUS | {Basis.CONFIRMED, Basis.EVENT, Basis.DOWNLOAD}
_DEED = 90
"""Characters from "you have" to what she did: a German verb stands at the end."""
_BESIDE = 70
_FOLLOWS = frozenset({"so", "because", "therefore", "frame"})
_WEB = re.compile(r"(?:https?://|www\.|mailto:)\S+", re.IGNORECASE)
_GET_TO_MAIL = 80
_SHORTEST = 8
_UNSPACED = frozenset({"ja", "zh", "ko"})
_ANY_ORDER = _UNSPACED | {"tr"}  # the reason stands before the verb, or without a cause
_SOURCES = frozenset({"partner", "purchased", "public", "registry", "contact"})
_BASIS_OF = {"purchased": Basis.PARTNER, "handed": Basis.PARTNER, "registry": Basis.PUBLIC}
# What tells how the address came to them says more than what follows from it.
_SAYS_MORE = (
    (Basis.PARTNER, Basis.PUBLIC),
    (Basis.CONFIRMED,),
    (Basis.EVENT, Basis.DOWNLOAD),
    (Basis.CONTACT,),
    (Basis.SUBSCRIBED, Basis.CUSTOMER, Basis.ACCOUNT, Basis.MEMBER),
    (Basis.INTEREST, Basis.ONE_TIME),
)
_ADDRESS = re.compile(
    r"(?<![\w.+@-])([\w.+-]{1,64})@((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})(?![\w@-])", re.I
)
_SITE = re.compile(
    r"(?<![\w@./-])(?:https?://|www\.)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}|"
    r"[A-Z][a-zA-Z0-9-]{1,62}\.[a-z]{2,24})(?![\w@-])(?!\.[a-zA-Z])"
)
_PATH = re.compile(r"/\w")
_NO_SITES = frozenset(
    {"e.g", "i.e", "z.b", "u.a", "d.h", "p.ex", "s.a", "b.v", "n.v", "s.r.l", "s.r.o"}
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A phrase of the table in a sentence."""

    name: str
    when: str
    language: str
    at: int
    end: int

    @property
    def alone(self) -> bool:
        """Whether it is a claim by itself."""
        return self.when == "alone"


def _signs(hits: Sequence[phrases.Hit]) -> tuple[_Sign, ...]:
    found = []
    for hit in hits:
        name, when, language = hit.sign.split("|")
        found.append(_Sign(name, when, language, hit.at, hit.at + len(hit.quote)))
    return tuple(sorted(found, key=lambda sign: (sign.at, -sign.end)))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _frame(signs: Sequence[_Sign]) -> _Sign | None:
    """Where a sentence says "you receive this"."""
    for sign in signs:
        if sign.name == "frame" or (sign.name == "get" and _of_mail(sign, signs)):
            return sign
    return None


def _of_mail(get: _Sign, signs: Sequence[_Sign]) -> bool:
    return any(
        sign.name == "mail"
        and sign.language == get.language
        and -_GET_TO_MAIL <= sign.at - get.at <= _GET_TO_MAIL
        for sign in signs
    )


def _claimed(
    sentence: str, signs: Sequence[_Sign], frame: _Sign | None, *, asked: bool
) -> Claim | None:
    """Read one sentence; `asked` when the one before asked why this comes."""
    reasons = [sign for sign in signs if _basis(sign) and _counts(sign, signs, frame, asked=asked)]
    best = _foremost(reasons)
    if best is None:
        plainly = any(
            sign.name == "because" and frame and sign.at > frame.at - _NEAR for sign in signs
        )
        doubted = any(sign.name in ("unless", "wish") for sign in signs)
        if not (plainly or _tells_from_whom(signs)) or doubted:
            return None
        return Claim(Basis.UNCLEAR, sentence=sentence)
    basis = _basis(best)
    source = next((sign.name for sign in reasons if sign.name in _SOURCES), "")
    if best.name == "handed" and not source:
        source = Basis.PARTNER
    if basis not in _TOLD_OF:
        source = ""
    return Claim(
        basis or Basis.UNCLEAR,
        _day(sentence, best, signs, frame if frame and frame.name == "frame" else None),
        _site(sentence),
        _address(sentence),
        source,
        sentence,
    )


_NEAR = 3


def _basis(sign: _Sign) -> Basis | None:
    if sign.name in _BASIS_OF:
        return _BASIS_OF[sign.name]
    return Basis(sign.name) if sign.name in frozenset(Basis) else None


def _counts(reason: _Sign, signs: Sequence[_Sign], frame: _Sign | None, *, asked: bool) -> bool:
    """Whether a reason is claimed: of itself, or given as the cause that "you receive this"."""
    mates = [sign for sign in signs if sign.language == reason.language]
    if any(sign.name == "wish" and reason.at - _NEAR * 2 <= sign.at < reason.end for sign in mates):
        return False
    start = min(frame.at, reason.at) if frame else reason.at
    even_so = any(sign.name == "even-so" for sign in mates)
    if not even_so and any(
        sign.name == "unless" and (sign.at < start or reason.at <= sign.at < reason.end)
        for sign in mates
    ):
        return False
    if _basis(reason) in _TOLD_OF and any(sign.name == "data" for sign in mates):
        if reason.alone or any(sign.name == "got" for sign in mates):
            return True
    elif reason.alone and (_basis(reason) not in _TOLD_OF or frame or reason.language in _UNSPACED):
        return True
    if _basis(reason) in _TOLD_OF and _tells_from_whom(mates, reason):
        return True
    if asked or _is_deed(reason, mates):
        return True
    if frame is None or frame.language != reason.language or _basis(reason) is Basis.PUBLIC:
        return False  # "you signed up on our website" is no admission
    if reason.language in _ANY_ORDER:
        return True
    return any(
        sign.name == "therefore"
        or (sign.at <= reason.at and sign.name in ("cause", "because"))
        or (sign.at <= reason.at and sign.name == "who" and _basis(reason) in _STATUS)
        for sign in mates
    )


def _tells_from_whom(signs: Sequence[_Sign], beside: _Sign | None = None) -> bool:
    """Whether it says that somebody gave her address, whoever that is ("your address I have from …").

    With `beside` it has to say so near that sign.
    """
    near = [sign for sign in signs if beside is None or abs(sign.at - beside.at) <= _BESIDE]
    given = {sign.language for sign in near if sign.name == "came"}
    return any(sign.name == "reach" and sign.language in given for sign in near)


def _is_deed(reason: _Sign, mates: Sequence[_Sign]) -> bool:
    """Whether she is said to have done it ("you have …"), and something is said to follow, or it needs no more."""
    if _basis(reason) not in _DEEDS:
        return False
    deeds = [sign for sign in mates if sign.name == "deed" and 0 <= reason.at - sign.at <= _DEED]
    if not deeds or any(sign.name == "unless" for sign in mates):
        return False
    begun = min(sign.at for sign in deeds)
    if any(sign.name == "modal" and begun < sign.at < reason.at for sign in mates):
        return False
    plainly, done = any(sign.when == "plain" for sign in deeds), reason.when == "done"
    if plainly and done:
        return True
    return (plainly or done) and any(sign.name in _FOLLOWS for sign in mates)


def _foremost(reasons: Sequence[_Sign]) -> _Sign | None:
    """The reason that says most, of those the first."""
    ordered = sorted(reasons, key=lambda sign: sign.name == "handed")
    for group in _SAYS_MORE:
        for reason in ordered:
            if _basis(reason) in group:
                return reason
    return None


def _day(sentence: str, reason: _Sign, signs: Sequence[_Sign], frame: _Sign | None) -> Named | None:
    """The day named behind "you receive this": before it stands the day of the mail itself.

    Which number is the day depends on the sentence's language, that of most signs: many say "double opt-in".
    """
    begins = frame.end if frame and frame.at < reason.at else 0
    (language, _), *_ = Counter(sign.language for sign in signs).most_common(1)
    days = named(sentence, day_first=language != "en")
    return next((one for one in days if one.at >= begins), None)


def _site(sentence: str) -> str:
    for found in _SITE.finditer(sentence):
        if "://" in found[0] and _PATH.match(sentence, found.end()):
            continue  # a link of the sending program's, not the site that is spoken of
        site = found[1].lower().removeprefix("www.")
        if site not in _NO_SITES and not site.replace(".", "").isdigit():
            return site
    return ""


def _address(sentence: str) -> str:
    found = _ADDRESS.search(sentence)
    return found[0].lower() if found else ""


@cache
def _table() -> phrases.Table:
    return phrases.indexed(_entries())


def _entries() -> Iterator[tuple[str, str, str]]:
    for name, when, language, cell in rows("words/claims"):
        if name != "open-end":
            yield f"{name}|{when}|{language}", language, cell


@cache
def _open_ends() -> frozenset[str]:
    return frozenset(
        word
        for name, _, _, cell in rows("words/claims")
        if name == "open-end"
        for word in cell.split(" | ")
    )
