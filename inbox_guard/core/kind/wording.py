"""What the words of a message say about its kind: the subject always, the body where it was fetched.

Pure: text in, signs out. The phrases are `core/data/words/`; here are only the shapes that
no list of words can hold (a reference number, "issue 12", "-20 %").
"""

import re
from collections import Counter
from collections.abc import Callable, Set

from inbox_guard.core.address import Party, is_shared
from inbox_guard.core.kind import phrases, pitch
from inbox_guard.core.kind.figures import OFF, figure_signs
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.slip import unfilled

SERVICE = frozenset(
    {"code", "reset", "receipt", "invoice", "order", "shipping", "booking", "appointment"}
    | {"statement", "policy", "tax", "security", "account", "health", "legal", "opt-in", "opt-out"}
    | {"service-words", "calendar", "bounce-words"}
)
"""Words of mail that somebody waits for: the guard rail."""

_Shape = tuple[str, Callable[[str], re.Match[str] | None]]

ADVERTISES = frozenset({"offer", "news-word", "issue-number", "percent-off"})
"""Words of marketing: where a subject has these, the guard rail stands aside."""


def subject_signs(subject: str) -> list[Seen]:
    """Return what a subject says, in words and in shape."""
    seen = [Seen(sign, quote) for sign, _, quote in phrases.in_subject(subject)]
    for sign, seek in _shapes(subject):
        if match := seek(subject):
            seen.append(Seen(sign, match.group().strip()[: phrases.QUOTED]))
    if seen and (number := _reference({sight.sign for sight in seen}, subject)):
        seen.append(Seen("service-words", number.strip()[: phrases.QUOTED]))
    if _shouts(subject):
        seen.append(Seen("shouting", subject[: phrases.QUOTED]))
    return seen


def _shapes(subject: str) -> list[_Shape]:
    """The shapes that a subject may have, by what has to be in them: most subjects cost nothing more."""
    shapes: list[_Shape] = []
    if "%" in subject or "折" in subject:
        shapes.append(_PERCENT_OFF)
    if _DIGIT.search(subject):
        shapes.append(_NOTICE)
        if not subject.isascii() or any(map(subject.lower().__contains__, _ISSUES)):
            shapes.append(_ISSUE_NUMBER)
        if subject.rstrip()[-2:].isdigit():
            shapes.append(_DATED_EDITION)
        if any(map(subject.__contains__, _BEHIND_A_NUMBER)):
            shapes.append(_SERIES)
    if _MAY_BE_LABELLED.match(subject) or "广告" in subject or "광고" in subject:
        shapes.append(_ADVERT_LABEL)
    if ": " in subject:
        shapes.append(_CALENDAR)
    return shapes


def _reference(names: Set[str], subject: str) -> str:
    """The number behind a word of service ("Your order 4711"), "" for none or in an advert."""
    if "service-word" not in names or names & ADVERTISES:
        return ""
    found = _REFERENCE.search(subject) if _ANY_DIGIT.search(subject) else None
    return found.group() if found else ""


def body_signs(text: str, author: Party | None, *, in_list: bool) -> list[Seen]:
    """Return what a body says. Service words count only in the first lines: feet and menus are full of them."""
    text = text if len(text) <= _READ * 2 else f"{text[:_READ]}\n{text[-_READ:]}"
    hits = phrases.in_body(text)
    counted = Counter(sign for sign, _ in {(hit.sign, hit.quote.lower()) for hit in hits})
    feet = sum(counted[sign] for sign in _FEET)
    seen: list[Seen] = []
    for hit in hits:
        if hit.sign in pitch.WORDS:
            continue  # core.kind.pitch reads them where they are the author's own
        if hit.sign in _PLACED:
            seen += _placed(hit)
        elif hit.sign in _FEET and (in_list or feet == 1):
            # Every list has such a foot, and a friend may write "unsubscribe" once as well.
            seen.append(Seen(hit.sign, hit.quote, share=0.1 if in_list else 0.3))
        elif hit.sign in _HARD_TO_TELL and counted[hit.sign] == 1:
            seen.append(Seen(hit.sign, hit.quote, share=0.4))
        else:
            seen.append(Seen(hit.sign, hit.quote))
    if counted["advert-words"] > 1:
        seen.append(Seen("advert-more", _last(hits, "advert-words")))
    seen += _together(hits, counted)
    if short := _DEADLINE.search(text):
        seen.append(Seen("deadline", short.group()[: phrases.QUOTED]))
    seen += figure_signs(text)
    if slip := unfilled(text):
        seen.append(Seen("merge-slip", slip[: phrases.QUOTED]))
    if len(_QUOTING.findall(text)) > 1:
        seen.append(Seen("quotes"))
    if feet > 1 and not in_list and author is not None and is_shared(author.domain):
        seen.append(Seen("freemail-bulk", author.address))
    return seen


def _together(hits: tuple[phrases.Hit, ...], counted: Counter[str]) -> list[Seen]:
    """The parts of a fraud that are played in more than one phrase."""
    seen: list[Seen] = []
    for sign, parts in _MORE.items():
        distinct = sum(counted[part] for part in parts)
        if distinct > 1:
            seen.append(Seen(f"{sign}-more", _last(hits, *parts)))
        if distinct > _MANY and sign in _OFTEN:
            seen.append(Seen(f"{sign}-many", _last(hits, *parts)))
    return seen


def _placed(hit: phrases.Hit) -> list[Seen]:
    """The signs of words that say something else at the top of a text than further down."""
    if hit.sign in _OPENINGS:
        return [Seen(hit.sign, hit.quote)] if hit.at < _OPENING else []
    if hit.sign == "welcome":
        return []
    if hit.at >= _LEAD:
        return [Seen("service-body", hit.quote)]
    if hit.sign == "notice":
        return [Seen("notice-lead", hit.quote)]
    lead = [Seen("lead", hit.quote)]
    return [*lead, Seen("lead-secret", hit.quote)] if hit.sign in _SECRETS else lead


_LEAD = 500
_READ = 6_000
_SECRETS = frozenset({"code", "reset", "opt-in", "opt-out"})
_OPENING = 120  # characters in which a salutation stands
_OPENINGS = frozenset({"salute-one", "salute-many"})
_PLACED = SERVICE | _OPENINGS | {"notice", "welcome"}
_FEET = frozenset({"footer", "claim", "remove-me", "view-online"})
_HARD_TO_TELL = frozenset(
    {"pills", "quick-money", "phish", "scam", "vice", "fortune", "extort", "romance"}
    | {"job-lure", "loan", "secret", "prize", "document"}
)
# Parts of a fraud where one phrase is chance and several are not, and the signs they are counted over.
_MORE = {
    "fortune": ("fortune", "scam"),
    "extort": ("extort",),
    "job-lure": ("job-lure",),
    "loan": ("loan",),
    "romance": ("romance",),
    "vice": ("vice", "pills"),
}
_OFTEN = frozenset({"fortune", "extort", "romance"})
_MANY = 3
_DEADLINE = re.compile(
    r"\b\d{1,2}\s?(?:hours?|hrs|stunden|std|heures|horas|uur|godzin\w*|timmar|timer|tunti\w*|tunnin|hodin"
    r"|час\w*|saat|órá\w*|ore\b|ωρ\w*|ώρ\w*|minut\w*|dakika)|\d{1,2}\s?(?:時間|小时|小時|시간)"
    r"|\b(?:today|heute|aujourd|hoy|hoje|oggi|vandaag|dzisiaj|idag|i dag|tänään|dnes|сегодня|bugün)\b"
    r"(?=[^.\n]{0,40}\d{1,2}[:.h]\d{2})|\b(?:immediately|sofort|umgehend|immédiatement|inmediatamente"
    r"|imediatamente|immediatamente|onmiddellijk|natychmiast|omedelbart|straks|välittömästi|okamžitě"
    r"|немедленно|срочно|derhal|azonnal|imediat|αμέσως)\b",
    re.IGNORECASE,
)

_REFERENCE = re.compile(
    r"(?:#|№|\bn[or]\.?|\bn[°º]|\bid\b|\bref\b\.?:?)\s*[\w/-]*\d{2,}|\b[A-Z]{1,5}[-/]?\d{4,}\b|\b\d{5,}\b"
    r"|[$€£¥₹₽]\s?\d|\d\s?(?:€|EUR\b|USD\b|GBP\b|CHF\b|zł|kr\b|Kč|₽|TL\b|円|元|원)",
    re.IGNORECASE,
)
_QUOTING = re.compile(r"^>.*\S", re.MULTILINE)
_UP_TO = r"up to|save|bis zu|jusqu['’]à|hasta|até|fino al?|tot|do|upp till|op til|opptil|jopa|až|до|varan"
_CAPITALS = re.compile(r"[A-Z][A-Z][A-Z]")  # begins with a set, which is found faster than "{3}"
_DIGIT = re.compile(r"[0-9]")
_ANY_DIGIT = re.compile(r"\d")  # of any script; where there is none, there is no number
_MAY_BE_LABELLED = re.compile(r"\W*[aA][dD]")
_PERCENT_OFF: _Shape = (
    "percent-off",
    re.compile(
        rf"\d{{1,2}}\s?%\s?(?:{OFF})\b|(?:\b(?:{_UP_TO})\s+|[-–−]\s?)\d{{1,2}}\s?%"
        r"|%\s?\d{1,2}(?:\s|['’])?\w*\s+indirim|\d{1,2}折",
        re.IGNORECASE,
    ).search,
)
_NOTICE: _Shape = (
    "notice",  # a code that stands in the subject by itself
    # A digit first, and then what is before it: so the search leaps from digit to digit.
    re.compile(r"\d(?<![\d.,/-]\d)(?:\d{5}|\d\d[- ]\d{3}|\d-\d{2}-\d{2})(?![\d.,/-])").search,
)
_ISSUES = ("issue", "edition", "ausgabe", "vol", "wydanie", "nummer", "sayi")
"""What an ASCII subject has to hold for an issue's number; sayı is found without its dot as well."""
_ISSUE_NUMBER: _Shape = (
    "issue-number",
    re.compile(
        r"\b(?:issue|edition|ausgabe|vol(?:ume)?\.?|numéro|wydanie|nummer|выпуск|číslo|sayı)"
        r"\s*(?:#|no\.?|nr\.?|№)?\s?\d{1,4}\b|第\s?\d+\s?[号期號]|제\s?\d+\s?호",
        re.IGNORECASE,
    ).search,
)
_BEHIND_A_NUMBER = (": ", " - ", " – ", " | ")
_SERIES: _Shape = (
    "series",  # "Garden Notes 118: moss"; a year counts nothing
    re.compile(r"[^\d:#\[\]]{3,40}+(?<=\s)#?(?!(?:19|20)\d\d\b)\d{1,5}\s?(?::| [-–|])\s").match,
)
_DATED_EDITION: _Shape = (
    "dated-edition",  # an edition's date stands at the end
    re.compile(
        r"(?:\b\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{4}-\d{2}-\d{2}|\b\d{2}/20\d{2}"
        r"|\b(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.?\s+\d{1,2},?\s+\d{4}"
        r"|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+'?\d{2,4})\s*$",
        re.IGNORECASE,
    ).search,
)
_ADVERT_LABEL: _Shape = (
    "advert-label",
    re.compile(r"^\W*adv?\s?[:.-]|\(광고\)|\[광고\]|【广告】", re.IGNORECASE).search,
)
_CALENDAR: _Shape = (
    "calendar",
    re.compile(
        r"(?:updated |canceled |cancelled )?(?:invitation|event|accepted|declined|tentative"
        r"|canceled|cancelled|einladung|zusage|absage|zugesagt|abgesagt|terminaktualisierung"
        r"|invitación|aceptado|accepté|refusé|convite|invito|accettato|uitnodiging|geaccepteerd): ",
        re.IGNORECASE,
    ).match,
)


def _last(hits: tuple[phrases.Hit, ...], *signs: str) -> str:
    return next(hit.quote for hit in reversed(hits) if hit.sign in signs)


def _shouts(subject: str) -> bool:
    """Most of at least three words in capitals, or a run of !!! or $$$."""
    if "!!" in subject or "$$" in subject:
        return True
    if subject.isascii() and not _CAPITALS.search(subject):
        return False
    words = subject.split()
    loud = [word for word in filter(str.isupper, words) if len(word) > 2]
    return len(loud) > 2 and len(loud) > 0.8 * sum(len(word) > 2 for word in words)
