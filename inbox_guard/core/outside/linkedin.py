"""LinkedIn's export (Settings, Data privacy, Get a copy of your data): whom the owner is connected with.

Of Connections.csv, Invitations.csv and messages.csv is kept with whom and since when; never a word
that was written. A person is kept under the name and under the profile's address (`core.known.page`):
people share names, and mail shows more often a name than an address.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from inbox_guard.core.known import Known, KnownKind, page
from inbox_guard.core.outside.found import Found, Source, Tally, Unshaped
from inbox_guard.core.outside.moments import moment
from inbox_guard.core.outside.site import address
from inbox_guard.core.outside.table import Row, table
from inbox_guard.core.sender import person_key

NETWORK = "linkedin"
CONNECTIONS, INVITATIONS, MESSAGES = "Connections.csv", "Invitations.csv", "messages.csv"
SHAPES = (
    "LinkedIn's export as a zip or a folder",
    f"a single {CONNECTIONS} (First Name, Last Name, URL, …, Connected On)",
    f"a single {INVITATIONS} (From, To, Sent At, …, Direction)",
    f"a single {MESSAGES} (CONVERSATION ID, FROM, …, TO, …, DATE)",
)


def read(sources: Sequence[Source]) -> Found | Unshaped:
    """Read the files of one export together: other files tell which of the people the owner is."""
    tally = Tally()
    parts: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        parts[_part(source)].append(source)
    for source in parts[CONNECTIONS]:
        _dated(source, CONNECTIONS, _connection, tally)
    for source in parts[INVITATIONS]:
        _dated(source, INVITATIONS, _invitation, tally)
    named = _named_owner(parts["Profile.csv"], parts[INVITATIONS])
    for source in parts[MESSAGES]:
        _messages(source, named, tally)
    if not any(parts[part] for part in (CONNECTIONS, INVITATIONS, MESSAGES)):
        name = sources[0].name if len(sources) == 1 else ""
        return Unshaped(name, 1, "none of LinkedIn's lists has its titles here")
    return tally.found()


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody by the keys the ledger knows people under: the name's, then the profile's."""

    keys: tuple[str, ...]


def _person(name: str, url: str) -> _Person:
    profile = page(url)
    keys = (person_key(NETWORK, name), profile if "/" in profile else "")
    return _Person(tuple(key for key in keys if key))


def _part(source: Source) -> str:
    """Return which file of the export this is, by its titles: people rename files."""
    return next((part for part in _TITLES if _table(source, part) is not None), "")


def _table(source: Source, part: str) -> Iterator[Row] | None:
    return table(source.lines(), lambda titles: _TITLES[part] <= titles.keys())


def _rows(source: Source, part: str) -> Iterator[Row]:
    yield from _table(source, part) or ()


# --- connections and invitations -----------------------------------------------------------------


_Facts = Callable[[Row, datetime, str], Iterable[Known]]


def _dated(source: Source, part: str, facts_of: _Facts, tally: Tally) -> None:
    newest: datetime | None = None
    for row in _rows(source, part):
        tally.entries += 1
        at = moment(row.get("connected on", "sent at"), american=True)
        if row.broken or at is None:
            tally.lose(source.name, row.line, "a person with a date was expected")
            continue
        newest = max(newest or at, at)
        tally.learn(facts_of(row, at, source.name))
    tally.learn(_reach(part, newest, source.name))


def _connection(row: Row, at: datetime, file: str) -> Iterator[Known]:
    """Yield a connection; of somebody who left LinkedIn a row without a name stays, which yields nothing."""
    name = f"{row.get('first name')} {row.get('last name')}"
    person = _person(name, row.get("url"))
    mail = address(row.get("email address"))
    for key in (*person.keys, *((mail,) if mail else ())):
        yield Known(KnownKind.CONNECTION, key, row.get("company")[:_WORDS], at, file)


def _invitation(row: Row, at: datetime, file: str) -> Iterator[Known]:
    """Yield whom the owner invited; who invited her is told by a connection without this."""
    if row.get("direction").casefold() == "outgoing":
        for key in _person(row.get("to"), row.get("inviteeprofileurl")).keys:
            yield Known(KnownKind.INVITED, key, "", at, file)


def _reach(part: str, newest: datetime | None, file: str) -> Iterable[Known]:
    return (Known(KnownKind.EXPORT, NETWORK, part, newest, file),) if newest else ()


# --- messages ------------------------------------------------------------------------------------


def _messages(source: Source, named: str, tally: Tally) -> None:
    """Keep the first message of the owner to each person."""
    owner = _owner(source, named)
    first: dict[str, datetime] = {}
    newest: datetime | None = None
    for row in _rows(source, MESSAGES):
        tally.entries += 1
        at = moment(row.get("date"), american=True)
        if row.broken or at is None:
            tally.lose(source.name, row.line, "a message with a date was expected")
            continue
        newest = max(newest or at, at)
        if row.get("folder").casefold() == "draft" or not _is(owner, _writer(row)):
            continue
        for key in (key for person in _recipients(row) for key in person.keys):
            first[key] = min(first.get(key, at), at)
    if not owner:
        tally.lose(source.name, 0, "it does not show which of the people in it you are")
    tally.learn(Known(KnownKind.MESSAGED, key, "", at, source.name) for key, at in first.items())
    tally.learn(_reach(MESSAGES, newest, source.name))


def _owner(source: Source, named: str) -> str:
    """Return the owner's key: as the export names her, where that name writes or is written to here.

    Else the person who is in more conversations than anybody else; "" on a tie.
    """
    talks: dict[str, set[str]] = defaultdict(set)
    for row in _rows(source, MESSAGES):
        for person in (_writer(row), *_recipients(row)):
            if named in person.keys:
                return named
            for key in person.keys[-1:]:
                talks[key].add(row.get("conversation id"))
    order = sorted(talks, key=lambda key: -len(talks[key]))
    if not order or (len(order) > 1 and len(talks[order[0]]) == len(talks[order[1]])):
        return ""
    return order[0]


def _named_owner(profiles: Sequence[Source], invitations: Sequence[Source]) -> str:
    """Return the owner's key where the export names her: in her profile, else in her invitations."""
    for source in profiles:
        for row in _rows(source, "Profile.csv"):
            key = person_key(NETWORK, f"{row.get('first name')} {row.get('last name')}")
            if key:
                return key
    for source in invitations:
        for row in _rows(source, INVITATIONS):
            outgoing = row.get("direction").casefold() == "outgoing"
            key = person_key(NETWORK, row.get("from" if outgoing else "to"))
            if key and row.get("direction"):
                return key
    return ""


def _is(owner: str, person: _Person) -> bool:
    return bool(owner) and owner in person.keys


def _writer(row: Row) -> _Person:
    return _person(row.get("from"), row.get("sender profile url"))


def _recipients(row: Row) -> Iterator[_Person]:
    """Yield the people of a TO cell; names may hold commas, so they are cut only where addresses agree."""
    to, urls = row.get("to"), [url for url in row.get("recipient profile urls").split(",") if url]
    names = [to] if len(urls) <= 1 else to.split(",")
    if len(names) == len(urls):
        yield from map(_person, names, urls)
    else:
        yield from (_person(name, "") for name in names)
        yield from (_person("", url) for url in urls)


_WORDS = 80
_TITLES: dict[str, frozenset[str]] = {
    CONNECTIONS: frozenset({"first name", "last name", "connected on"}),
    INVITATIONS: frozenset({"from", "to", "sent at", "direction"}),
    MESSAGES: frozenset({"conversation id", "from", "to", "date"}),
    "Profile.csv": frozenset({"first name", "last name", "headline"}),
}
