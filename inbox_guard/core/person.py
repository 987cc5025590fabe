"""The person behind a network's relay: her name, her page on the network, and what she says she does.

Pure, total and linear: at most 200 lines of 400 characters and 300 links are looked at. Pages by
`core/data/profiles.tsv`; whether a person speaks at all by `core.network`. What is returned is a
stranger's text: print it only with its control characters made visible.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import NamedTuple

from inbox_guard.core.body import Body
from inbox_guard.core.data import rows
from inbox_guard.core.message import Message
from inbox_guard.core.network import voice


@dataclass(frozen=True, slots=True)
class Person:
    """Who spoke through a network; every field but `name` and `network` may be "".

    `profile` is an https URL without query or fragment; `headline` what stands beside the name
    ("Talent Partner at Kartell"), `company` the part of it that names an employer, where it is plain.
    """

    network: str
    name: str
    profile: str
    headline: str
    company: str


def person(message: Message, body: Body | None) -> Person | None:
    """Return the person who speaks through a network in `message`; None where nobody does by name.

    Without a body only the name is known.
    """
    if message.author is None or message.own:
        return None
    heard = voice(message.author, message.headers, message.subject)
    if heard is None or not heard.person or not heard.name:
        return None
    if body is None:
        return Person(heard.network, heard.name, "", "", "")
    reader = " ".join(party.name for party in message.recipients[:5])
    headline = _headline(heard.name, body.text) if heard.network in _BY_TRADE else ""
    return Person(
        heard.network,
        heard.name,
        _profile(heard.network, heard.name, reader, body),
        headline,
        _company(headline),
    )


_LINES = 200
_LONGEST_LINE = 400
_LINKS = 300
_LONGEST_HEADLINE = 160
_BY_TRADE = frozenset(
    {"LinkedIn", "XING", "Viadeo", "ResearchGate", "Academia", "Wellfound", "Indeed", "StepStone"}
)
"""Networks that show beside a name what its bearer does."""


class _Page(NamedTuple):
    """A link to somebody's page: where it leads, the name in it, and the words it is under."""

    url: str
    slug: str
    text: str


def _profile(network: str, name: str, reader: str, body: Body) -> str:
    """The page of the one who speaks: never the reader's own, which stands in many a foot."""
    pages = list(islice(_pages(network, body), _LINKS))
    hers = _names(name)
    for page in pages:
        if hers & (_names(page.slug) | _names(page.text)):
            return page.url
    if len({page.url for page in pages}) != 1:
        return ""
    return "" if _names(reader) & (_names(pages[0].slug) | _names(pages[0].text)) else pages[0].url


def _pages(network: str, body: Body) -> Iterator[_Page]:
    """Links to pages of people on this network, those of the HTML part first."""
    shapes = _shapes().get(network, ())
    if not shapes:
        return
    linked = [(link.url[:2_000], link.text[:200]) for link in body.links[:_LINKS]]
    written = islice(_URL.finditer(body.text[: _LINES * _LONGEST_LINE]), _LINKS)
    for url, text in linked + [(match.group(), "") for match in written]:
        for shape, canonical in shapes:
            match = shape.match(url)
            if match and match["slug"].lower() not in _NO_NAMES:
                yield _Page((canonical or match["begin"]) + match["slug"], match["slug"], text)
                break


def _names(text: str) -> set[str]:
    """The words of a name, folded: no case, no accents, no initials, nothing with a digit."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST_LINE]).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return {word for word in _WORD.findall(bare) if len(word) > 2 or not word.isascii()}


def _headline(name: str, text: str) -> str:
    """What stands beside a name, or on the line below it; "" where neither looks like a trade."""
    lines = [line.strip()[:_LONGEST_LINE] for line in text.split("\n", _LINES)[:_LINES]]
    lines = [line for line in lines if line]
    beside = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for number, line in enumerate(lines):
        match = beside.search(line)
        if match is None:
            continue
        rest = _DEGREE.sub("", line[match.end() :]).strip()
        below = lines[number + 1] if number + 1 < len(lines) else ""
        found = _after(rest) if rest else "" if match.start() else below
        if _is_trade(found):
            return found
    return ""


def _after(rest: str) -> str:
    """What follows a name on its line: ``(…)``, ``, …``, ``| …``, without the verb that may follow."""
    if rest[0] in "(（":
        return re.split(r"[)）]", rest[1:], maxsplit=1)[0].strip()
    if rest[0] not in ",|·–—-":
        return ""
    told = rest.lstrip(" ,|·–—-")
    if told.endswith((".", ":", "!", "?")) or _URL.search(told):
        head, comma, _ = told.rpartition(",")
        return head.strip() if comma else told[:-1].strip() if told.endswith(":") else ""
    return told


def _is_trade(text: str) -> bool:
    """Whether a line can be what somebody does: short, no greeting, no sentence, no button, no count."""
    if not 3 <= len(text) <= _LONGEST_HEADLINE or text[-1] in ",!?:;…":
        return False
    if text[-1] == "." and len(text) > 60:
        return False
    if text[0] in "\"'“„«»‘>*-=_<[" or "http" in text or "@" in text.split(" ", 1)[0]:
        return False
    return not _GREETING.match(text) and not _COUNT.search(text) and not _BUTTON.fullmatch(text)


def _company(headline: str) -> str:
    """The employer a headline names; "" where it names none plainly."""
    if _INSTITUTION.match(headline):
        return headline
    if match := _AT.search(headline):
        return match.group(1).strip(" .,|·–—-")
    if "|" not in headline and headline.count(",") == 1:
        after = headline.partition(",")[2].strip()
        return after if after[:1].isupper() else ""
    return ""


_NO_NAMES = frozenset({"me", "recs", "unsubscribe", "settings", "edit", "find", "search"})
_INSTITUTION = re.compile(
    r"univers|institut|hochschule|fachhochschule|école|akadem|academ|college|school|laborator|technische"
    r"|politecnico|museum|musée|muzeum|stadtarchiv",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s<>\"')\]]{1,2000}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_DEGREE = re.compile(
    r"^\s*[·•(]?\s*(?:[123](?:st|nd|rd|er|e|è|\.|º|°|ª)?\+?)\s*\)?\s*(?=$|[,|·–—-])"
)
_AT = re.compile(
    r"(?:\s(?:at|bei|chez|presso|bij|hos|@)\s+|\s(?:en|em|na|no|w|u|v|в)\s+(?=[A-ZÀ-ÞА-Я0-9])|\s@(?=\w))"
    r"([^|·•]{2,80})"
)
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|day|evening)|hallo|guten|liebe[rs]?|sehr geehrte\w*|servus|moin|bonjour"
    r"|bonsoir|salut|ch[eè]re?|hola|buen[oa]s|estimad[oa]|querid[oa]|ol[áa]|bom dia|boa|prezad[oa]|caro|ciao"
    r"|buon\w*|gentile|salve|beste|dag|goede\w*|cześć|dzień|witam|szanown\w*|hej|hei|tere|ahoj|dobrý|vážen\w+"
    r"|здравствуйте|привет|добрый|уважаем\w+|merhaba|sayın|szia|kedves|tisztelt|bună|stimat\w*|γεια|αγαπητ\w+"
    r"|mit freundlichen|viele grüße|beste grüße|best|regards|cordialement|saludos|thanks|thank you|danke|merci)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\d+\s.{0,20}(?:connection|contact|kontakt|collegament|relation|contacto|conex|connexion|mutual|follower"
    r"|message|nachricht|verbinding|znajom|связ|bağlantı)|\d{1,2}:\d{2}",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:accept|decline|ignore|view profile|see profile|reply|view message|connect|follow|respond|interested"
    r"|no thanks|not interested|annehmen|ablehnen|bestätigen|antworten|profil (?:ansehen|anzeigen)"
    r"|nachricht (?:anzeigen|ansehen|lesen)|accepter|refuser|répondre|voir le (?:profil|message)|aceptar|aceitar"
    r"|ignorar|rechazar|recusar|responder|ver (?:el )?(?:perfil|mensaje|mensagem)|accetta|rifiuta|rispondi"
    r"|vedi (?:il )?profilo|visualizza (?:profilo|messaggio)|accepteren|negeren|beantwoorden"
    r"|(?:profiel|bericht) (?:bekijken|weergeven)|akceptuj|odpowiedz|zobacz profil|acceptera|svara|visa profil"
    r"|accepter|besvar|vis profil|godta|svar|hyväksy|vastaa|näytä profiili|přijmout|odpovědět|zobrazit profil"
    r"|принять|ответить|посмотреть профиль|kabul et|yanıtla|profili görüntüle)[\s·|]*",
    re.IGNORECASE,
)


@cache
def _shapes() -> dict[str, tuple[tuple[re.Pattern[str], str], ...]]:
    """Network → shapes of the addresses of pages, and how each is written down."""
    table: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {}
    for network, host, path, canonical, _ in rows("profiles"):
        domain = re.escape(host).replace(r"\.\*", r"(?:\.[a-z]{2,4}){1,2}")
        shape = re.compile(
            rf"(?P<begin>https?://(?:[\w-]{{1,40}}\.){{0,3}}{domain}{re.escape(path)})"
            r"(?P<slug>[\w%~.@-]{1,120})(?=[/?#]|$)",
            re.IGNORECASE,
        )
        table[network] = (*table.get(network, ()), (shape, canonical))
    return table
