"""Cold mail that is written as if to one person: the parts of such a letter, and what two of them prove.

Pure: a message and its words in, signs out. A stranger who sells says where your name comes from,
what there is to buy, and what you should do now; each of these is a *part*. A friend may use any one
of the phrases (`core/data/words/outreach.tsv`), so nothing is outreach without two different parts,
one of which is trade. RFC 5322 §3.6.4 lets anybody thread a mail on an earlier one of their own,
so a thread protects only where it holds words of the reader's.
"""

import re
from collections import Counter
from collections.abc import Sequence, Set
from urllib.parse import urlsplit

from inbox_guard.core.address import Party, is_shared, organisation
from inbox_guard.core.body import Body
from inbox_guard.core.kind import phrases
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Message

WORDS = frozenset(
    {"stranger-intro", "greets-nobody", "sales-ask", "sales-offer", "commerce", "proof", "recruit"}
    | {"link-request", "soft-opt-out", "bump", "asked-for", "wants-yours", "sales-title"}
)
"""The signs that `core/data/words/outreach.tsv` gives; read here, and only in the author's own words."""

_PARTS = (
    frozenset({"stranger-intro", "greets-nobody"}),
    frozenset({"sales-ask", "calendar-link", "minutes"}),
    frozenset({"sales-offer", "commerce-more", "proof"}),
    frozenset({"recruit"}),
    frozenset({"link-request"}),
    frozenset({"soft-opt-out"}),
    frozenset({"bump"}),
    frozenset({"sales-provider", "merge-slip"}),
)
_ANY_PART = frozenset().union(*_PARTS)
_TRADE = frozenset(
    {"sales-offer", "recruit", "link-request", "proof"} | {"sales-provider", "merge-slip"}
)
# What shows that it is a stranger, and not the plumber who was asked for a price.
_STRANGE = frozenset(
    {
        "stranger-intro",
        "greets-nobody",
        "soft-opt-out",
        "offer-more",
        "recruit-more",
        "link-request",
    }
    | {"proof", "sales-provider", "merge-slip", "sales-domain", "sales-title", "tracked"}
    | {"calendar-link", "fake-thread", "self-thread"}
)
_WOOS = frozenset({"stranger-intro", "sales-ask"})
_PARTING = frozenset({"soft-opt-out", "commerce-more"})
_ASKED = frozenset({"asked-for", "wants-yours", "quotes-you", "lead", "service-word"})
_RELAYED = frozenset({"list-unsubscribe", "mixed-provider"})
_TOOLS = frozenset({"sales-domain", "sales-title", "tracked", "calendar-link"})
_LIST = frozenset(
    {"list-post", "list-post-no", "list-software", "list-tag", "forum", "view-online", "claim"}
    | {"many-links", "news-author", "author-news", "issue-number", "news-word"}
    | {"percent-off", "marketing-provider", "bulk-stream", "precedence", "list-id", "long"}
    | {"noreply", "alert-author", "desk-author", "service-stream", "auto-generated", "calendar"}
)
# A spammer's means: what follows from spam is silence, and nothing is asked of it.
_SPAMMED = frozenset(
    {"pills", "scam", "phish", "remove-me", "freemail-bulk", "advert-label", "no-recipient"}
    | {"scrambled", "unauthenticated", "in-junk", "name-in-address", "no-author", "no-date"}
)
_NO_LETTER = _LIST | _SPAMMED
# Less clearly so: one of them is pardoned where the mail server vouches for the sender.
_SPAMMY = frozenset(
    {"quick-money", "undisclosed", "numbered-author", "name-is-address", "shouting"}
)
# Where machinery is beside an advert in the subject, or an affair of the owner's in the first lines,
# a third part is needed.
_BULK = frozenset({"list-unsubscribe", "footer", "feedback-id", "mixed-provider", "verp"})
_BEARS = frozenset(
    {"thread", "quotes", "mail-program", "list-unsubscribe", "one-click", "feedback-id", "verp"}
    | {"mixed-provider", "footer", "advert-words", "advert-more"}
    | {"activity", "notice", "offer", "service-body"}
    | {"campaign", "welcome"}
)


def pitched(names: Set[str]) -> bool:
    """Whether these signs are two different parts of a cold letter, one of them trade, and no mailing's."""
    if names.isdisjoint(_ANY_PART) or not names.isdisjoint(_NO_LETTER):
        return False
    if len(names & _SPAMMY) > ("authenticated" in names):
        return False
    parts = sum(1 for part in _PARTS if part & names)
    if _sequenced(names):
        return True
    if parts < 2 or not names & _STRANGE:
        return False
    doubtful = "lead" in names or "service-word" in names or ("offer" in names and names & _BULK)
    if names & _TRADE or (names >= _WOOS and names & _TOOLS) or names >= _PARTING:
        return parts > (2 if doubtful else 1)
    hinted = "commerce-more" in names or names >= {"soft-opt-out", "commerce"}
    return hinted and parts > (3 if doubtful else 2)


def speaks_for_a_person(names: Set[str]) -> bool:
    """Return whether something shows that a mail was asked for, or comes from somebody the owner knows."""
    return bool(names & _OF_A_PERSON)


_OF_A_PERSON = frozenset({"asked-for", "wants-yours", "quotes-you", "same-house", "known-author"})


def _sequenced(names: Set[str]) -> bool:
    """Whether it comes back to a mail of its own as a sequence does: with an ask, or by a tool of the trade."""
    if names >= {"bump", "self-thread", "sales-ask"}:
        return not names & _ASKED
    again = names >= {"bump", "self-thread"} or names >= {"bump", "soft-opt-out"}
    return again and bool(names & (_TOOLS | _RELAYED))


def bared(seen: Sequence[Seen], names: Set[str]) -> Sequence[Seen]:
    """Take from a cold letter what only tells how it was carried: machinery, a thread, a mail program.

    `names` are those of the signs in `seen`.

    A sequence tool writes List-Unsubscribe, a relay Feedback-ID, a follow-up References; none of it
    makes a pitch a newsletter, a notice or a letter of a friend.
    """
    if not pitched(names):
        return seen
    return [sight for sight in seen if sight.sign not in _BEARS]


def pitch_signs(message: Message, words: Body) -> list[Seen]:
    """Return the parts of a cold letter that a body holds, in the words of its author."""
    own, quoted = _own_words(words.text, message)
    own = _CITED.sub(" ", own)
    counted: dict[str, Counter[str]] = {}
    for hit in phrases.in_body(own):
        if hit.sign in WORDS:
            counted.setdefault(hit.sign, Counter())[hit.quote.lower()] += 1
    for sign, pattern in _SHAPES:
        if match := pattern.search(own):
            counted.setdefault(sign, Counter())[match.group().strip()[: phrases.QUOTED]] += 1
    if "link-request" in counted:
        counted.pop("wants-yours", None)  # "what do you charge" asks for the price of a link
    seen = [
        Seen(sign, next(iter(quotes)), 1.0 if len(quotes) > 1 else _ALONE.get(sign, 1.0))
        for sign, quotes in counted.items()
    ]
    for sign, more in _MORE.items():
        if len(found := counted.get(sign, ())) > 1:
            seen.append(Seen(more, ", ".join(sorted(found))[: phrases.QUOTED]))
    seen += _linked(words, message.author)
    if quoted:
        seen.append(Seen(quoted))
    if len(own) > _LETTER:
        seen.append(Seen("long"))
    return seen


def own_words(text: str, message: Message) -> str:
    """Return a text without the first mail that it quotes of somebody else, and what follows that."""
    cut, who = _quote(text)
    author = message.author
    if cut is None or author is None or not text[:cut].strip() or _theirs(who, author):
        return text
    return text[:cut]


def house_signs(house: str, message: Message) -> list[Seen]:
    """Return whether a mail is a colleague's: from the organisation that it was delivered to."""
    if message.authentication.passed is False or not _at_home(house, message):
        return []
    return [Seen("same-house", house)]


def spare_signs(house: str) -> list[Seen]:
    """Return whether an organisation's domain looks like one that was bought to sell from."""
    return [Seen("sales-domain", house)] if _SPARE_DOMAIN.match(house) else []


def _at_home(house: str, message: Message) -> bool:
    """Whether it was delivered to this organisation; where no header tells, whether it is addressed to it.

    Who sends blind copies writes to itself, and who sells sets colleagues of its own in copy.
    """
    if message.alias:
        return organisation(message.alias.rpartition("@")[2]) == house
    writer = message.author.address if message.author else ""
    return any(
        organisation(party.domain) == house and party.address != writer
        for party in message.recipients
    )


def answers_itself(message: Message, answered: Set[str]) -> bool:
    """Whether every Message-ID a mail answers was made by its author's own domain: a follow-up, no answer."""
    author = message.author
    if author is None or not answered or is_shared(author.domain):
        return False
    house = organisation(author.domain)
    return all(organisation(name.rpartition("@")[2].lower()) == house for name in answered)


_READ = 4_000
_MORE = {"commerce": "commerce-more", "sales-offer": "offer-more", "recruit": "recruit-more"}
# What stands in quotation marks is somebody else's: a friend who complains of such mail quotes it.
_CITED = re.compile(
    r"“[^”\n]{3,200}”|„[^“”\n]{3,200}[“”]|«[^»\n]{3,200}»|「[^」\n]{3,200}」|『[^』\n]{3,200}』"
    r"|(?<!\w)\"[^\"\n]{3,200}\"(?!\w)|(?<!\w)'[^'\n]{3,200}'(?!\w)"
)
_LETTER = 3_500  # characters; a letter to a stranger has a few hundred, a newsletter thousands
_ALONE = {
    # One phrase of a part that friends use too carries less than two.
    "stranger-intro": 0.8,
    "sales-ask": 0.8,
    "sales-offer": 0.7,
    "recruit": 0.6,
    "link-request": 0.8,
}

_NUMBER = r"(?:1[05]|[23][05]|45|ten|fifteen|twenty|thirty|zehn|fünfzehn|dix|quinze|diez|dieci|tien|dziesięć)"
_MINUTES = (
    rf"\b{_NUMBER}(?:[-–\s]{{1,2}}|['’])?(?:min(?:s|ut\w*|\.)?|minut\w*|perc|мин\w*|dakika\w*|dk)\b"
    r"|(?:10|15|20|30|45|十五|二十|三十)\s?(?:分|분)"
)
_MONEY = (
    r"(?:[$€£¥₹₽]|\b(?:USD|EUR|GBP|CHF|AED|PLN|RMB)\s?)\s?\d[\d.,]{0,12}k?"
    r"|(?<![\d.,])\d[\d.,]{0,12}\s?(?:k\b|€|\$|£|EUR\b|USD\b|GBP\b|CHF\b|euros?\b|zł|kr\b|:-|Kč|₽|руб|TL\b|₺|円|元|원|万円|만원)"
)
_SHAPES = (
    ("minutes", re.compile(_MINUTES, re.IGNORECASE)),
    ("commerce", re.compile(_MONEY, re.IGNORECASE)),
    ("commerce", re.compile(r"\b\d{1,3}(?:[.,]\d)?\s?(?:%|percent\b|prozent\b|proc\b|проц)")),
    (
        "proof",  # "cut their close from 9 days to 2", "raised bookings by 30 %", "18 brands last year"
        re.compile(
            r"\b(?:cut|reduc\w+|increas\w+|grew|rais\w+|boost\w+|sav\w+|doubl\w+|tripl\w+|gesenkt|senk\w+"
            r"|gesteiger\w+|steiger\w+|augment\w+|rédui\w+|aument\w+|redu\w+|ridott\w+|verhoog\w+"
            r"|bespaar\w+|zwiększy\w+|ökade|øgede|økte|kasvatti|zvýšil\w*|увелич\w+|сократил\w*)\b"
            r"[^.\n?!]{0,70}?\d{1,4}\s?(?:%|x\b|percent|prozent|procent|проц)",
            re.IGNORECASE,
        ),
    ),
)
_SPARE_DOMAIN = re.compile(
    r"(?:try|get|use|meet|join|go|hello|team|with)-?[a-z]{5,}[\w-]*\.|[\w-]+-(?:hq|team)\."
)
_CALENDARS = frozenset(
    {"calendly.com", "cal.com", "savvycal.com", "zcal.co", "tidycal.com", "chilipiper.com"}
    | {"oncehub.com", "youcanbook.me", "appointlet.com", "koalendar.com", "meetingbird.com"}
    | {"calendar.app.google", "meetings.hubspot.com", "meetings-eu1.hubspot.com"}
)
_MEETING_HOST = re.compile(r"(?:meetings?|termine?|book|booking|calendar|agenda)\.")
_TRACKING_HOST = re.compile(r"(?:trk|track|tracking|click|clicks|links?|go|t|sl|ct|open)\d?\.")
_TRACKERS = frozenset(
    {"sidekickopen.com", "hubspotlinks.com", "mailtrack.io", "yesware.com", "mixmax.com"}
)


def _linked(words: Body, author: Party | None) -> list[Seen]:
    """A calendar to book, or links that count who clicks."""
    seen: dict[str, Seen] = {}
    for link in words.links[:20]:
        host = _host(link.url)
        home = organisation(host)
        if host in _CALENDARS or home in _CALENDARS or _MEETING_HOST.match(host):
            seen.setdefault("calendar-link", Seen("calendar-link", host))
        elif home in _TRACKERS or (
            author is not None
            and _TRACKING_HOST.match(host)
            and home == organisation(author.domain)
        ):
            seen.setdefault("tracked", Seen("tracked", host))
    for calendar in _CALENDARS:
        if f"{calendar}/" in words.text[:_READ]:
            seen.setdefault("calendar-link", Seen("calendar-link", calendar))
    return sorted(seen.values())


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


_HEADER_LINE = re.compile(
    r"^[>*\s]{0,4}(?:from|von|de|da|van|od|fra|från|lähettäjä|gönderen|kimden|от|差出人|发件人|寄件者"
    r"|보낸 사람)\s?\*?\s?[:\uff1a]\*?\s*(?P<who>.{0,200})$",
    re.IGNORECASE | re.MULTILINE,
)
_QUOTED_LINE = re.compile(r"^>", re.MULTILINE)


def _own_words(text: str, message: Message) -> tuple[str, str]:
    """The words of the author alone, and whose words are quoted below them ("" where none are).

    What is quoted from the author, or from their own house, stays: it is the first mail of a sequence.
    """
    text = text[:_READ]
    cut, who = _quote(text)
    if cut is None:
        return text, ""
    author = message.author
    if author is not None and _theirs(who, author):
        return text, "self-thread"
    addresses = {party.address for party in message.recipients} | {message.alias} - {""}
    answered = message.in_reply_to or message.headers.first("references")
    if answered and any(address in who.lower() for address in addresses):
        return text[:cut], "quotes-you"
    return text[:cut], ""


def _quote(text: str) -> tuple[int | None, str]:
    """Where the first quoted mail begins, and the lines that say whose it is."""
    header = _HEADER_LINE.search(text)
    marked = _QUOTED_LINE.search(text)
    if header and (marked is None or header.start() <= marked.start()):
        return header.start(), header["who"]
    if marked:
        before = text[: marked.start()].rstrip()
        begin = max(0, before.rfind("\n", 0, max(0, before.rfind("\n"))))
        return marked.start(), before[begin:]
    return None, ""


def _theirs(who: str, author: Party) -> bool:
    """Whether a line names the author, or somebody of the author's own house."""
    who = who.lower()
    if author.address in who or (len(author.name) > 3 and author.name.lower() in who):
        return True
    return not is_shared(author.domain) and f"@{author.domain}" in who
