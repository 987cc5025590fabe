"""Everything there is to see in a message: the header block first, its words where they were fetched.

Pure: facts in, signs out. Each sign is seen by one small module; here is only who is asked, and
of what text: a sender is judged by its own words, not by those it quotes.
"""

from inbox_guard.core.body import Body
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind.envelope import envelope_signs, machine_signs
from inbox_guard.core.kind.hollow import hollow_signs
from inbox_guard.core.kind.impostor import impostor_signs
from inbox_guard.core.kind.links import body_disguise, link_signs, way_out_signs
from inbox_guard.core.kind.people import network_signs, relay_signs, thread_signs
from inbox_guard.core.kind.pitch import house_signs, own_words, pitch_signs
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.kind.wording import body_signs, subject_signs
from inbox_guard.core.kind.writer import writer_of
from inbox_guard.core.message import Message
from inbox_guard.core.passed_on import written_by
from inbox_guard.core.subject import is_passed_on


def look(message: Message, words: Body | None, knows: Correspondents) -> list[Seen]:
    """Return the signs of a message, in the order they were looked for; of the header where `words` is None."""
    seen = _at_header(message, knows)
    if words is not None:
        seen = pitch_signs(message, words) + seen + _at_words(message, words, seen)
    return seen


_LISTS = frozenset({"list-post", "list-software", "list-tag", "forum"})
_SAFETY = frozenset({"code", "reset", "security", "receipt", "invoice", "own-account"})
_OF_NETWORKS = frozenset({"network-digest", "app-mail"})
_TELLS_OF_OTHERS = frozenset({"application", "activity", "network-person"})
_BRIEF = 400  # characters: a few lines, the foot among them
_TERSE = 300  # too little to be judged by its words alone


def _at_header(message: Message, knows: Correspondents) -> list[Seen]:
    fields = message.headers.topmost
    author = message.author
    writer = writer_of(author) if author else None
    seen = [*writer.carriers] if writer else [Seen("no-author", fields.get("from", "")[:80])]
    seen += envelope_signs(message, fields)
    seen += machine_signs(message, fields)
    if author and writer:
        seen += writer.signs
        if writer.networked:
            seen += network_signs(author, message, fields)
        elif "reply-to" in fields:
            seen += relay_signs(author, message, fields["reply-to"])
        if not writer.shared:
            seen += house_signs(writer.house, message) or writer.spare
        seen += impostor_signs(author, writer.claims, message, fields)
    seen += thread_signs(message, fields, knows)
    seen += hollow_signs(message, fields)
    if said := subject_signs(message.subject):
        # "Einladung: …" of a mailing is an advert, and no calendar's.
        if "list-unsubscribe" in fields:
            said = [sight for sight in said if sight.sign != "calendar"]
        seen += said
        seen += _safety(said, seen)
    return seen


def _safety(said: list[Seen], seen: list[Seen]) -> list[Seen]:
    """A network's own mail about a code or a bill; "commented on: reset password" tells of others."""
    safety = [sight.quote for sight in said if sight.sign in _SAFETY]
    if not safety:
        return []
    names = {sight.sign for sight in seen}
    if names.isdisjoint(_OF_NETWORKS) or names & _TELLS_OF_OTHERS:
        return []
    return [Seen("network-security", safety[0])]


def _at_words(message: Message, words: Body, seen: list[Seen]) -> list[Seen]:
    names = {sight.sign for sight in seen}
    in_list = bool(names & _LISTS)
    # Who forges a mail may hide its words in a quote; who is proven may quote what others wrote.
    proven = not in_list and "authenticated" in names
    text = own_words(words.text, message) if proven else words.text
    wrote = written_by(message.author) if message.author else None
    said = body_signs(text, wrote, in_list=in_list)
    if is_passed_on(message.subject):
        said = [sight for sight in said if sight.sign != "freemail-bulk"]
    said += link_signs(words.links, words.text, wrote)
    said += way_out_signs(words.links)
    said += body_disguise(words)
    if words.invites:
        said.append(Seen("calendar", "text/calendar"))
    if len(words.text) < _BRIEF:
        said.append(Seen("brief"))
    if len(words.text) < _TERSE:
        said.append(Seen("terse"))
    return said
