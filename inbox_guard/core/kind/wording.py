"""What the words of a message say about its kind: the subject always, the body where it was fetched.

Pure: text in, signs out. The phrases are `core/data/words/`; here are only the shapes that
no list of words can hold (a reference number, "issue 12", "-20 %").
"""

import re
from collections import Counter
from collections.abc import Sequence

from inbox_guard.core.address import Party, is_shared
from inbox_guard.core.body import Link
from inbox_guard.core.kind import phrases
from inbox_guard.core.kind.weights import Seen

SERVICE = frozenset(
    {"code", "reset", "receipt", "invoice", "order", "shipping", "booking", "appointment"}
    | {"statement", "policy", "tax", "security", "account", "health", "legal", "opt-in", "opt-out"}
    | {"service-words", "calendar", "bounce-words"}
)
"""Words of mail that somebody waits for: the guard rail."""

ADVERTISES = frozenset({"offer", "news-word", "issue-number", "percent-off"})
"""Words of marketing: where a subject has these, the guard rail stands aside."""

MARKETING = ADVERTISES | {
    *("dated-edition", "author-news", "news-author", "bulk-stream", "list-post-no"),
    *("claim", "view-online", "advert-more", "many-links"),
}
"""What shows that a bulk mail is one of marketing or news, and not just sent by the same machines."""

SELLS = frozenset({"pitch", "soft-opt-out", "bump", "merge-slip"})
"""Words of somebody who sells to a stranger: without one of them nothing is outreach."""


def subject_signs(subject: str) -> list[Seen]:
    """Return what a subject says, in words and in shape."""
    hits = phrases.in_subject(subject)
    seen = [Seen(hit.sign, hit.quote) for hit in hits]
    letters = set(subject)
    for sign, needs, pattern in _SHAPES:
        if needs.isdisjoint(letters):
            continue
        if sign == "dated-edition" and not subject.rstrip()[-1:].isdigit():
            continue  # an edition's date stands at the end
        if match := pattern.search(subject):
            seen.append(Seen(sign, match.group().strip()[: phrases.QUOTED]))
    names = {sight.sign for sight in seen}
    reference = _REFERENCE.search(subject) if "service-word" in names else None
    if reference and not names & ADVERTISES:
        seen.append(Seen("service-words", reference.group().strip()[: phrases.QUOTED]))
    if _shouts(subject):
        seen.append(Seen("shouting", subject[: phrases.QUOTED]))
    return seen


def body_signs(text: str, author: Party | None, *, in_list: bool) -> list[Seen]:
    """Return what a body says. Service words count only in the first lines: feet and menus are full of them."""
    text = text if len(text) <= _READ * 2 else f"{text[:_READ]}\n{text[-_READ:]}"
    hits = phrases.in_body(text)
    counted = Counter(sign for sign, _ in {(hit.sign, hit.quote.lower()) for hit in hits})
    feet = sum(counted[sign] for sign in _FEET)
    seen: list[Seen] = []
    for hit in hits:
        if hit.sign in _PLACED:
            seen += _placed(hit)
        elif hit.sign in _FEET and (in_list or feet == 1):
            # Every list has such a foot, and a friend may write "unsubscribe" once as well.
            seen.append(Seen(hit.sign, hit.quote, share=0.1 if in_list else 0.3))
        elif hit.sign in _HARD_TO_TELL and counted[hit.sign] == 1:
            seen.append(Seen(hit.sign, hit.quote, share=0.4))
        else:
            seen.append(Seen(hit.sign, hit.quote))
    if counted["pitch"] > 1:
        seen.append(Seen("pitch-more", _last(hits, "pitch")))
    if counted["advert-words"] > 1:
        seen.append(Seen("advert-more", _last(hits, "advert-words")))
    seen += _shape_signs(text)
    if slip := _MERGE_SLIP.search(text):
        seen.append(Seen("merge-slip", slip.group()[: phrases.QUOTED]))
    if len(_QUOTING.findall(text)) > 1:
        seen.append(Seen("quotes"))
    if feet > 1 and not in_list and author is not None and is_shared(author.domain):
        seen.append(Seen("freemail-bulk", author.address))
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


def link_signs(links: Sequence[Link]) -> list[Seen]:
    """Return what the links of a body say: how many there are, and whether one leads off a list."""
    seen: list[Seen] = []
    if len({link.url for link in links}) > _MANY_LINKS:
        seen.append(Seen("many-links"))
    for link in links[-_LAST_LINKS:]:  # the way out stands at the end
        if way := _WAY_OUT.search(link.url):
            seen.append(Seen("unsubscribe-link", way.group()))
            break
    return seen


def _shape_signs(text: str) -> list[Seen]:
    """Numbers that are somebody's own: with names before them, of a card, to refer to."""
    seen: list[Seen] = []
    rows = [
        match.group().strip() for match in _LABELLED.finditer(text) if "//" not in match.group()
    ]
    if len(rows) > 2:
        seen.append(Seen("labelled", rows[0][: phrases.QUOTED]))
    if cut := _CUT.search(text):
        seen.append(Seen("price-cut", cut.group()[: phrases.QUOTED]))
    if foot := _NEWS_FOOT.search(text[-_FOOT:]):
        seen.append(Seen("news-foot", foot.group()[: phrases.QUOTED]))
    if data := _OWN_DATA.search(text):
        seen.append(Seen("own-data", data.group()[:12]))
    if figure := _FIGURE.search(text[: _LEAD // 2]):
        seen.append(Seen("figures", figure.group()))
    if number := _NUMBERED.search(text[:_LEAD]):
        seen.append(Seen("reference", number.group()[: phrases.QUOTED]))
    return seen


_MANY_LINKS = 7  # the median newsletter of 2002 to 2017 that we read has 11, service mail at most 2
_LAST_LINKS = 12
_WAY_OUT = re.compile(
    r"unsub|opt[-_]?out|optout|abmeld|abbestell|austrag|d[eé]sinscri|d[eé]sabonn|dar[-_]?baja|/baja\b"
    r"|descadastr|disiscri|cancellati|afmeld|uitschrijv|wypis|odhlas|otpis|avregistr|avanmal|framelding"
    r"|peruuta|leiratkoz|dezabon|signoff|leave[-_/=]|remove[-_/=]",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"^[ \t*•-]*[^\W\d][^:：\n|<>]{1,32}[:：][^\n]{0,40}\d[^\n]{0,40}$", re.MULTILINE
)
_OWN_DATA = re.compile(
    r"(?:[*•·xX]{3,}[- ]?|\bending (?:in )?|\bendet auf |terminad[ao] en |(?:se )?terminant par "
    r"|termina (?:con|in|em) |eindigend op |kończąc\w* się )\d{3,4}\b"
    r"|\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}\b"
)
_OFF = (
    r"off|rabatt|rabat|nachlass|discount|remise|de réduction|de descuento|de desconto|di sconto|korting"
    r"|zniżki|alennus|ale|sleva|slevy|скидк\w+|indirim|オフ|off!"
)
_FOOT = 500  # characters at the end, where a mailing says what it is
_CUT = re.compile(
    rf"[-–−]\s?\d{{1,2}}\s?%|\d{{1,2}}\s?(?:%|percent|prozent|procent|procento\w*|prosent\w*|prosentti\w*)"
    rf"\s?(?:{_OFF})\b|%\s?\d{{1,2}}\s+\w*\s?indirim|\d{{1,2}}%割引|\d折",
    re.IGNORECASE,
)
_NEWS_FOOT = re.compile(
    r"newsletter|nieuwsbrief|infolettre|bolet[ií]n|boletim|rundbrief|rundmail|infomail|nyhetsbrev|nyhedsbrev"
    r"|uutiskirje|zpravodaj|biuletyn|рассылк|bülten|hírlevél|ενημερωτικ|メルマガ|メールマガジン|电子报|電子報|뉴스레터"
    r"|\boffers\b|\bangebot|\boffres\b|\bofertas\b|\bofferte\b|\bofert\b|aanbieding|erbjudande|tilbud|tarjou"
    r"|предложени|акци[яийю]|handlow|nabíd|ajánlat|προσφορ|mailing list",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\d[.,]\d{2}\s?(?:€|EUR\b|zł|kr\b|Kč|lei\b)|\d{1,2}\s?[時时시]"
)
_NUMBERED = re.compile(
    r"(?:#|№|\bn[or]\.?|\bn[°º.]|\bref\b\.?:?|num[mb]er|nummer|numero|número|numéro|号|番号|번호|č\.|sz\.|order|booking|bestellung|buchung"
    r"|commande|pedido|reserva|encomenda|ordine|prenotazione|bestelling|boeking|zamówienie|beställning"
    r"|bokning|ordre|tilaus|objednávka|заказ|sipariş|rendelés|παραγγελία|comanda|rechnung|invoice"
    r"|facture|factura|fatura|fattura|factuur|faktura|lasku|számla|ticket|vorgang|dossier|pratica)"
    r"[ :#]{0,3}[A-Z]{0,4}[-/]?\d[\d/-]{3,}|\b[A-Z]{2,4}-\d{3,}",
    re.IGNORECASE,
)
_LEAD = 500
_READ = 6_000
_SECRETS = frozenset({"code", "reset", "opt-in", "opt-out"})
_OPENING = 120  # characters in which a salutation stands
_OPENINGS = frozenset({"salute-one", "salute-many"})
_PLACED = SERVICE | _OPENINGS | {"notice", "welcome"}
_FEET = frozenset({"footer", "claim", "remove-me", "view-online"})
_HARD_TO_TELL = frozenset({"pills", "quick-money", "phish", "pitch", "scam"})

_REFERENCE = re.compile(
    r"(?:#|№|\bn[or]\.?|\bn[°º]|\bid\b|\bref\b\.?:?)\s*[\w/-]*\d{2,}|\b[A-Z]{1,5}[-/]?\d{4,}\b|\b\d{5,}\b"
    r"|[$€£¥₹₽]\s?\d|\d\s?(?:€|EUR\b|USD\b|GBP\b|CHF\b|zł|kr\b|Kč|₽|TL\b|円|元|원)",
    re.IGNORECASE,
)
_MERGE_SLIP = re.compile(
    r"\{\{?\s*\w*(?:name|company|firma|vorname|contact)\w*[^{}\n]{0,30}\}\}?"
    r"|\[(?:first|last|your)?[ _]?(?:name|company)\]|%(?:first|last)_?name%|\*\|FNAME\|\*"
    r"|^(?:hi|hello|dear|hallo)\s+,",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTING = re.compile(r"^>.*\S", re.MULTILINE)
_UP_TO = r"up to|save|bis zu|jusqu['’]à|hasta|até|fino al?|tot|do|upp till|op til|opptil|jopa|až|до|varan"
_DIGITS = frozenset("0123456789")
_SHAPES = (
    # sign, letters one of which has to be there (so that most subjects cost nothing), shape
    (
        "percent-off",
        frozenset("%折"),
        re.compile(
            rf"\d{{1,2}}\s?%\s?(?:{_OFF})\b|(?:\b(?:{_UP_TO})\s+|[-–−]\s?)\d{{1,2}}\s?%"
            r"|%\s?\d{1,2}(?:\s|['’])?\w*\s+indirim|\d{1,2}折",
            re.IGNORECASE,
        ),
    ),
    (
        "notice",  # a code that stands in the subject by itself
        _DIGITS,
        re.compile(r"(?<![\d.,/-])(?:\d{6}|\d{3}[- ]\d{3}|\d{2}-\d{2}-\d{2})(?![\d.,/-])"),
    ),
    (
        "issue-number",
        _DIGITS,
        re.compile(
            r"\b(?:issue|edition|ausgabe|vol(?:ume)?\.?|numéro|wydanie|nummer|выпуск|číslo|sayı)"
            r"\s*(?:#|no\.?|nr\.?|№)?\s?\d{1,4}\b|第\s?\d+\s?[号期號]|제\s?\d+\s?호",
            re.IGNORECASE,
        ),
    ),
    (
        "dated-edition",
        _DIGITS,
        re.compile(
            r"(?:\b\d{1,2}[./]\d{1,2}[./]\d{2,4}|\b\d{4}-\d{2}-\d{2}|\b\d{2}/20\d{2}"
            r"|\b(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\w*\.?\s+\d{1,2},?\s+\d{4}"
            r"|\b\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+'?\d{2,4})\s*$",
            re.IGNORECASE,
        ),
    ),
    (
        "advert-label",
        frozenset("aA광广"),
        re.compile(r"^\W*adv?\s?[:.-]|\(광고\)|\[광고\]|【广告】", re.IGNORECASE),
    ),
    (
        "calendar",
        frozenset(":"),
        re.compile(
            r"^(?:updated |canceled |cancelled )?(?:invitation|event|accepted|declined|tentative"
            r"|canceled|cancelled|einladung|zusage|absage|zugesagt|abgesagt|terminaktualisierung"
            r"|invitación|aceptado|accepté|refusé|convite|invito|accettato|uitnodiging|geaccepteerd): ",
            re.IGNORECASE,
        ),
    ),
)


def _last(hits: tuple[phrases.Hit, ...], sign: str) -> str:
    return next(hit.quote for hit in reversed(hits) if hit.sign == sign)


def _shouts(subject: str) -> bool:
    """Most of at least three words in capitals, or a run of !!! or $$$."""
    if "!!" in subject or "$$" in subject:
        return True
    if not subject[:1].isupper() or subject.islower():
        return False
    words = [word for word in subject.split() if len(word) > 2]
    return len(words) > 2 and sum(map(str.isupper, words)) > 0.8 * len(words)
