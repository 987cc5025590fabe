"""Networks: whether a person speaks in a mail that a network sent, and what she is called.

Pure. Facts by `core/data/networks.tsv`; what a network writes into a subject when a person wrote
("sent you a message") by the rows `person-…` of `core/data/words/activity.tsv`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from inbox_guard.core.address import Party, author, is_shared, organisation
from inbox_guard.core.data import rows
from inbox_guard.core.headers import Headers
from inbox_guard.core.subject import bare

_NAMED = frozenset({"person-wrote", "person-asks"})
_NAMELESS = frozenset({"person-about"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a network's mail: a person by name, or nobody by name (`name` is "").

    `person` says whether the words are a person's; `network` is the network as it spells itself. Not
    `sure` is who is only named in Reply-To: a booking of her room names the host there as well.
    """

    network: str
    person: bool
    name: str
    sure: bool = True


def voice(writer: Party, headers: Headers, subject: str) -> Voice | None:
    """Return who speaks in a mail by `writer`; None when its domain is no network's.

    What the network's own fields say comes first, then its address, then a display name that says
    "via", then a Reply-To that names somebody and the words of the subject.
    """
    network = _network(writer.domain)
    if network is None:
        return None
    shown, dressed = _shown(network, writer.name)
    told = _told(network, writer, headers)
    if told is False:
        return Voice(network.name, person=False, name="")
    if shown and (told or dressed):
        return Voice(network.name, person=True, name=shown)
    answered = _answered(network, writer, headers)
    named = _said(subject)
    name = _shown(network, named)[0]
    if name:  # "a message from LinkedIn" is the network's own
        return Voice(network.name, person=True, name=answered or shown or name)
    if answered:
        return Voice(network.name, person=True, name=answered, sure=told is True)
    said = told is True and _by_field(network, headers)
    return Voice(network.name, person=said or _about(subject), name="")


def speaks_for_people(domain: str) -> bool:
    """Return whether a domain is a network's: what `voice` knows of."""
    return _network(domain) is not None


@dataclass(frozen=True, slots=True)
class _Network:
    """A network as the table tells: (field or "local", value, whether a person speaks)."""

    name: str
    signs: tuple[tuple[str, str, bool], ...]


def _told(network: _Network, writer: Party, headers: Headers) -> bool | None:
    """Whether a person speaks, by the first sign of the table that fits; None when none does."""
    local = writer.address.partition("@")[0].partition("+")[0]
    for where, value, person in network.signs:
        if where == "local":
            seen = local
        elif where == "host":
            seen = writer.domain
        else:
            seen = headers.first(where).strip().lower()
        if seen and _fits(seen, value):
            return person
    return None


def _by_field(network: _Network, headers: Headers) -> bool:
    """Whether a header field says so, which needs no name beside it."""
    fields = (sign for sign in network.signs if sign[0] not in {"local", "host"})
    fitting = (person for where, value, person in fields if _fits(_field(headers, where), value))
    return next(fitting, False)


def _field(headers: Headers, name: str) -> str:
    return headers.first(name).strip().lower()


def _fits(seen: str, value: str) -> bool:
    if value.startswith("*"):
        return value.strip("*") in seen
    return seen.startswith(value[:-1]) if value.endswith("*") else seen == value


def _answered(network: _Network, writer: Party, headers: Headers) -> str:
    """Whom an answer would reach, where the network's own relay stands in Reply-To under a person's name."""
    return _shown(network, relayed(writer, headers.first("reply-to")))[0]


def relayed(writer: Party, reply_to: str) -> str:
    """The name in a Reply-To whose address is of the writer's organisation and looks like a relay's, else ""."""
    if not reply_to or is_shared(writer.domain):
        return ""
    reader = author(reply_to[:_LONGEST])
    if reader is None or reader.address == writer.address or reader.name == writer.name:
        return ""
    if organisation(reader.domain) != organisation(writer.domain):
        return ""
    return reader.name if _RELAY.search(reader.address.partition("@")[0]) else ""


def _shown(network: _Network, name: str) -> tuple[str, bool]:
    """A person's name without the network's dress, and whether it wore one; "" for the network itself."""
    own = _dress(network.name).sub("", name[:_LONGEST]).strip(_EDGES)
    itself = _itself(network.name)
    if not own or itself.search(own) or network.name.lower() == own.lower():
        return "", False  # "LinkedIn", "Your XING team": the network itself. Xing Li is a person.
    if _OFFICE.fullmatch(own):
        return "", False
    return _ASIDE.sub("", own).strip(_EDGES) or own, own != name.strip(_EDGES)


def _said(subject: str) -> str:
    """The name of who wrote as a subject tells it, before or behind words of the table; "" for nobody."""
    subject = bare(subject[:_LONGEST])
    quoted = _QUOTES.match(subject)
    if quoted:
        return quoted.group(1)
    for match in _wrote(subject):
        if _PREPOSITION.search(match.group()):
            name = _name_behind(subject[match.end() :])
        else:
            name = _SENTENCE.split(subject[: match.start()])[-1].strip(_EDGES)
        name = _ASIDE.sub("", name).strip(_EDGES)
        if name and len(name) <= _LONGEST_NAME:
            return name
    return ""


def _about(subject: str) -> bool:
    """Whether a subject tells of somebody's words without a name: ``new message about your listing``."""
    return any(True for _ in _wrote(subject[:_LONGEST], _NAMELESS))


def _name_behind(text: str) -> str:
    """The name that follows the words, up to the next mark: ``from Ann: "Blue chair"``."""
    return _NAME_ENDS.split(text.lstrip(" :"), maxsplit=1)[0].strip(_EDGES)


def _wrote(subject: str, signs: frozenset[str] = _NAMED) -> Iterator[re.Match[str]]:
    """Where the words of the table stand in a subject, the first of them first."""
    by_word, unspaced = _words(signs)
    for token in _TOKEN.finditer(subject):
        for shape in by_word.get(token.group().lower(), ()):
            if match := shape.match(subject, token.start()):
                yield match
    if not subject.isascii():
        for shape in unspaced:
            if match := shape.search(subject):
                yield match


_LONGEST = 300
_LONGEST_NAME = 60
_EDGES = " \t,;:|·-–—()[]\"'“”„«»‘’"
_TOKEN = re.compile(r"\w+")
_NAME_ENDS = re.compile(
    r"[:|\"“„«(!?–—]|\s-\s|,"
    r"|\s(?:about|on|at|über|zu|auf|bei|au sujet|à propos|sur|sobre|su|per|over|om|aan)(?![\w-])",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"([\w.@-][^:\"“„«»]{0,40}?)\s?:\s?[\"“„«].")
_SENTENCE = re.compile(r"[!?:|\]]\s|\.\s(?=\S{4})|\s[-–—]\s")
_ASIDE = re.compile(r"(?<=\S)\s?\([^()]{0,80}\)?$")  # ``Paul (@paulx)``, ``Jildou (21)``
_PREPOSITION = re.compile(
    r"\W(?:from|with|von|de|da|di|van|od|från|fra|от|la|από|від|käyttäjältä|henkilöltä|tőle)$",
    re.IGNORECASE,
)
# A relay holds the number of a conversation; an address of a desk is a word.
_RELAY = re.compile(r"\d|[+_.-]|reply|answer|antwort|conv", re.IGNORECASE)
_OFFICE = re.compile(
    r"(?:no-?reply|do ?not ?reply|notifications?|updates?|messages?|messenger|info|support|team"
    r"|customer (?:service|care)|kundenservice|nachrichten|service|security|help|news|jobs?)",
    re.IGNORECASE,
)
_UNSPACED = frozenset({"ja", "zh", "ko"})


@cache
def _words(
    signs: frozenset[str],
) -> tuple[dict[str, tuple[re.Pattern[str], ...]], tuple[re.Pattern[str], ...]]:
    """The words of a person who wrote: by their first word, and those of scripts without spaces."""
    by_word: dict[str, tuple[re.Pattern[str], ...]] = {}
    unspaced: list[re.Pattern[str]] = []
    for sign, _, language, cell in rows("words/activity"):
        if sign not in signs:
            continue
        for phrase in cell.split(" | "):
            if language in _UNSPACED:
                unspaced.append(re.compile(re.escape(phrase)))
            else:
                words = [word.lower() for word in phrase.split()]
                spelled = r"\W{1,3}".join(map(_spelled, words)) + r"\b"
                spelled = spelled.replace(r"\W{1,3}~", r"(?:\W{1,3}\w+){0,2}")
                first = words[0]
                by_word[first] = (*by_word.get(first, ()), re.compile(spelled, re.IGNORECASE))
    return by_word, tuple(unspaced)


def _spelled(word: str) -> str:
    """A word of the table as a shape: ``écrit*`` may go on, ``~`` is a gap of two words."""
    if word == "~":
        return "~"
    open_end = r"\w*" if word.endswith("*") else ""
    return re.escape(word.rstrip("*")) + open_end


@lru_cache(maxsize=16_384)
def _network(domain: str) -> _Network | None:
    """The network of a domain: by its own name, a parent's, or with any public suffix (``ebay.*``)."""
    labels = domain.split(".")
    hosts = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    whose = organisation(domain)
    if "." in whose and domain.endswith(whose):
        label = whose.partition(".")[0]
        front = domain.removesuffix(whose)
        hosts += [f"{front[at:]}{label}.*" for at in _starts(front)]
    return next((_networks()[host] for host in hosts if host in _networks()), None)


def _starts(front: str) -> list[int]:
    """Where the labels of ``mail.members.`` begin, and where they end."""
    return [0, *(at + 1 for at, letter in enumerate(front) if letter == ".")]


@cache
def _networks() -> dict[str, _Network]:
    """Every network by each of its domains; header fields are asked before hosts and local parts."""
    table = rows("networks")
    signs: dict[str, list[tuple[str, str, bool]]] = {}
    order = {"host": 1, "local": 2}
    for name, where, value, speaks, _ in sorted(table, key=lambda row: order.get(row[1], 0)):
        if where != "domain":
            signs.setdefault(name, []).append((where, value, speaks == "person"))
    return {
        value: _Network(name, tuple(signs.get(name, ())))
        for name, where, value, _, _ in table
        if where == "domain"
    }


_THROUGH = (
    "via|through|from|on|über|auf|bei|von|sur|par|por|en|em|no|na|tramite|su|pela|pelo|op|på|hos|i|przez|w"
    "|через|в|kautta|üzerinden|přes"
)
_MEMBER = r"(?:member|mitglied|membre|miembro|utente|lid|user|nutzer|gebruiker)"


@cache
def _dress(network: str) -> re.Pattern[str]:
    """What a network puts round a person's name: ``via LinkedIn``, ``(über XING)``, ``eBay Member: ``."""
    name = re.escape(network)
    return re.compile(
        rf"^{name}[\s-]{{0,2}}{_MEMBER}\s{{0,2}}[:–-]\s{{0,2}}|^{_MEMBER} {name}\s{{0,2}}[:–-]\s{{0,2}}"
        rf"|[\s,|–-]{{0,3}}[(\[](?:[^()\[\]]{{0,30}}\s)?{name}(?:\s[^()\[\]]{{0,20}})?[)\]]\W{{0,3}}$"
        rf"|[\s(,|–-]{{1,3}}(?:{_THROUGH})\s{name}(?:\.\w{{2,3}})?\W{{0,3}}$"
        rf"|\s{{0,2}}[|–,@·-]\s{{0,2}}{name}(?:\s?marketplace)?\W{{0,3}}$",
        re.IGNORECASE,
    )


@cache
def _itself(network: str) -> re.Pattern[str]:
    """The network's own name as a word, spelled as it spells itself."""
    return re.compile(rf"(?<!\w){re.escape(network)}(?!\w)")
