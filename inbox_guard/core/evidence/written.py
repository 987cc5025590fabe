"""What the owner wrote: whom she wrote to, whom she answered, and whom she asked to stop.

A mail that only unsubscribes or objects is the opposite of consent; an absence note is nothing.
RFC 3834 §5 (Auto-Submitted), RFC 5322 §3.6.4 (In-Reply-To).
"""

import re
from collections.abc import Iterator

from inbox_guard.core.body import Body
from inbox_guard.core.evidence.reading import trace
from inbox_guard.core.evidence.telling import day, of_kind, tell
from inbox_guard.core.history import Correspondents, Evidence, History, Trace, TraceKind
from inbox_guard.core.kind import phrases
from inbox_guard.core.message import Message
from inbox_guard.core.subject import bare

REPLIED = "replied"
WROTE = "wrote"
WROTE_LATER = "wrote-later"


def traces(message: Message, words: Body | None, knows: Correspondents) -> tuple[Trace, ...]:
    """Return one trace per correspondent of the owner's own mail."""
    if message.author is None or _automatic(message):
        return ()
    others = dict.fromkeys(
        party.address
        for party in message.recipients
        if party.address != message.author.address and not _DAEMON.match(party.address)
    )
    answers = bool(set(message.in_reply_to) - knows.own_message_ids)
    stops = _asks_to_stop(message.subject, words)
    return tuple(
        trace(_kind(address, stops=stops, answers=answers), message, address, message.subject)
        for address in others
    )


def may_ask_to_stop(message: Message) -> bool:
    """Whether her words have to be read: an answer is consent, unless all it says is to stop."""
    return message.own and bool(message.in_reply_to)


def testify(history: History) -> Iterator[Evidence]:
    """Yield that the owner answered, or wrote first; a letter after their first mail is a weak sign."""
    replied = of_kind(history, TraceKind.REPLIED)
    if replied:
        yield tell(REPLIED, f"you replied to them on {day(replied[-1].at)}", replied[-1])
        return
    wrote = of_kind(history, TraceKind.WROTE)
    first = next(
        (letter for letter in wrote if _before(letter, history) or _to_them(letter, history)), None
    )
    if first:
        yield tell(WROTE, f"you wrote to them on {day(first.at)}", first)
    elif wrote:
        says = f"you wrote to somebody else there on {day(wrote[0].at)}, after their mail had begun"
        yield tell(WROTE_LATER, says, wrote[0])


def _before(letter: Trace, history: History) -> bool:
    return letter.at <= history.first_seen


def _to_them(letter: Trace, history: History) -> bool:
    return letter.address in history.addresses


def _kind(address: str, *, stops: bool, answers: bool) -> TraceKind:
    local = address.partition("@")[0]
    if stops or _UNSUBSCRIBES.search(local) or _LEAVES_A_LIST.search(local):
        return TraceKind.GOODBYE
    return TraceKind.REPLIED if answers else TraceKind.WROTE


def _automatic(message: Message) -> bool:
    """Absence notes and other mail that a program sent in the owner's name."""
    submitted = message.headers.first("auto-submitted").strip().lower()
    if submitted and submitted != "no":
        return True
    if any(message.headers.has(name) for name in ("x-autoreply", "x-autorespond")):
        return True
    if message.headers.first("precedence").strip().lower() in {"bulk", "junk", "auto_reply"}:
        return True
    hits = phrases.in_subject(message.subject)
    return any(hit.sign == "bounce-words" for hit in hits)


def _asks_to_stop(subject: str, words: Body | None) -> bool:
    if _UNSUBSCRIBES.match(bare(subject)) or _STOP.search(subject):
        return True
    if words is None:
        return False
    hers = _hers(words.text[:_LEAD])
    return bool(_STOP.search(hers)) or bool(_UNSUBSCRIBES.match(hers.strip()))


def _hers(text: str) -> str:
    """What the owner wrote, without what she quotes: a newsletter's foot speaks of leaving too."""
    lines = []
    for line in text.splitlines():
        if _QUOTES.match(line):
            break
        if not line.startswith(">"):
            lines.append(line)
    return "\n".join(lines)


_DAEMON = re.compile(r"(?:mailer-daemon|postmaster|no-?reply|noreply)@", re.IGNORECASE)
_UNSUBSCRIBES = re.compile(
    r"(?:list-?)?(?:un-?subscri|abmeld|abbestell|d[ée]sinscri|d[ée]sabonn|cancelar suscripci"
    r"|descadastr|disiscri|uitschrij|afmeld|wypisz|avregistrer|avprenumer|frameld|odhl[aá]s"
    r"|отпис|退订|配信停止|수신거부)",
    re.IGNORECASE,
)
_LEAVES_A_LIST = re.compile(r"unsub|sign-?off|opt-?out|^(?:leave|remove)\b|-leave$", re.IGNORECASE)
_LEAD = 600
_QUOTES = re.compile(
    r"-{3,}|_{6,}|\s*\*?(?:from|von|de|da|van|od|från|fra)\s?:\*?\s"
    r"|.{0,160}(?:wrote|schrieb|a écrit|escribió|escreveu|ha scritto|schreef|napisał\w?|skrev)"
    r".{0,60}:\s*$",
    re.IGNORECASE,
)
_STOP = re.compile(
    # English
    r"\b(?:(?:take|remove|strike|delete) (?:me|my (?:e-?mail )?(?:address|name)) (?:off|from)"
    r"|unsubscribe (?:me|my|this address)|opt me out|no more (?:e-?mails?|newsletters?|mailings?)\b"
    r"|stop (?:e-?mailing|mailing|sending|contacting) me|do not (?:contact|e-?mail|write to) me"
    r"|(?:never|didn['’]t|did not) (?:signed|sign|subscribed?|asked?) (?:up )?(?:for|to)"
    r"|i object to (?:the|any|your) (?:processing|use)"
    # German
    r"|widerspr(?:eche|uch)\b|unterlassen sie|löschen sie (?:bitte )?(?:meine|mich)"
    r"|(?:streichen|nehmen|entfernen|tragen) sie (?:mich|meine \S{1,20}) (?:bitte )?(?:aus|von)\b"
    r"|melden sie mich (?:bitte )?(?:ab\b|vom)|nicht mehr (?:an)?schreiben"
    r"|keine (?:werbung|newsletter\b|weiteren (?:e-?)?mails)"
    # French, Spanish, Portuguese, Italian
    r"|me (?:retirer|désinscrire|désabonner|supprimer|enlever) de|m['’]enlever de"
    r"|(?:retirez|désinscrivez|désabonnez|supprimez|enlevez)-moi"
    r"|ne (?:plus|me) (?:m['’]|me )?(?:écri|contact|envoy)"
    r"|no me (?:escrib|env[ií])|d[eé]nme de baja|no (?:quiero|deseo) (?:recibir )?más"
    r"|(?:retire|remova)m?-me|não (?:quero|desejo) (?:mais )?receber"
    r"|non scriv(?:ermi|etemi)|(?:toglier|cancellar|rimuover)mi d|(?:toglie|cancella|rimuove)temi d"
    r"|non (?:voglio|desidero) (?:più )?ricevere"
    # Dutch, Scandinavian languages, Polish
    r"|haalt? (?:me|mij) (?:a\.?u\.?b\.? |alstublieft |alsjeblieft )?(?:van|uit)|geen reclame meer"
    r"|(?:verwijder|schrijf) (?:me|mij|mijn (?:e-?mail)?adres) (?:van|uit)"
    r"|ta bort (?:mig|min \S{1,20}) från|inga fler (?:mejl|nyhetsbrev|utskick)"
    r"|(?:fjern|slett?) (?:mig|meg|min \S{1,20}) fra"
    r"|(?:usunąć|usuńcie|wypisać|wypiszcie|wykreślić|wykreślcie) (?:mnie|mój adres)"
    r")",
    re.IGNORECASE,
)
