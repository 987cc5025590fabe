"""The grammar of an address field: names, comments, groups and addr-specs, as they are written.

Pure, total, and linear in the length of the field. What a mention means is for `core.address`.
RFC 5322 §3.4 (address lists, groups), §3.2.2 (comments), §4.4 (source routes, not read).
"""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mention:
    """One mailbox of a field: its addr-spec as written, and every name beside it (phrase, then comments)."""

    address: str
    names: tuple[str, ...]


def mentions(address_field: str, *, forgiving: bool = False) -> tuple[Mention, ...] | None:
    """Return the mailboxes of an address field in order, those of its groups included.

    None when any part of it cannot be read in exactly one way; `forgiving` leaves such parts out and
    returns the rest (at most 1,000).
    """
    simple = _SIMPLE.fullmatch(address_field)
    if simple:
        name = simple[1] or (simple[2] or "").strip()
        return (Mention(simple[3], (name,) if name else ()),)
    found: list[Mention] = []
    for element in _elements(address_field):
        if element.readable:
            found.append(element.mention())
        elif element.broken and not forgiving:
            return None
    return tuple(found[:_MOST])


_MOST = 1_000
_SIMPLE = re.compile(
    r"\s*+(?:\"([^\"\\]*+)\"\s*+|([^\"<>(),:;@\\\[\]]*+))"
    r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]++@[A-Za-z0-9.-]++)>\s*+"
)
# No alternative ever gives back what it took, so an unclosed quote or bracket is read only once.
# An encoded word is one token: mailers leave commas and colons in it, against RFC 2047 §5(3).
_TOKEN = re.compile(
    r"\"(?P<quoted>(?:[^\"\\]|\\.)*+)(?P<quote_end>\"?)"
    r"|<(?P<angle>(?:[^<>\"]|\"(?:[^\"\\]|\\.)*+\")*+)(?P<angle_end>>?)"
    r"|(?P<text>=\?[^?\s]{1,40}+\?[bBqQ]\?[^?<>\"]*+\?=|[^\"<>()\[\],:;=]++|=|\[[^\[\]]*+\])"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_COMMENT = re.compile(r"[^()\\]++|\\.|.", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(slots=True)
class _Element:
    """What stands between two commas; `written` keeps the quotes that `phrase` has lost."""

    phrase: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    angle: str | None = None
    broken: bool = False

    @property
    def readable(self) -> bool:
        """Whether it is a mailbox: not broken, and not the nothing between two commas."""
        return not self.broken and (self.angle is not None or bool("".join(self.written).strip()))

    def mention(self) -> Mention:
        if self.angle is None:
            return Mention("".join(self.written), tuple(self.comments))
        name = "".join(self.phrase).strip()
        return Mention(self.angle, (*((name,) if name else ()), *self.comments))


def _elements(text: str) -> list[_Element]:
    elements = [_Element()]
    at, in_group = 0, False
    while at < len(text) and len(elements) <= 2 * _MOST:
        element = elements[-1]
        if text[at] == "(":
            at = _comment(text, at, element)
            continue
        token = _TOKEN.match(text, at)
        if token is None:  # cannot be: the last alternative takes any character
            break
        at = token.end()
        match token["sign"]:
            case "," | ";" as sign:
                in_group = in_group and sign == ","
                elements.append(_Element())
            case ":" if not in_group and element.angle is None:
                # The name of a group is nobody's mailbox; one that looks like an address is a trick.
                elements[-1] = _Element(broken=element.broken or "@" in "".join(element.written))
                in_group = True
            case None:
                _take(element, token)
            case _:
                element.broken = True
    return elements


def _take(element: _Element, token: re.Match[str]) -> None:
    """Add a quoted string, an angle-addr or words to the element they stand in."""
    if token["angle"] is not None:
        element.broken |= not token["angle_end"] or element.angle is not None
        element.angle = token["angle"]
        return
    # Words after the bracket belong to no grammar: which address they go with would be a guess.
    element.broken |= element.angle is not None and bool(token[0].strip())
    element.written.append(token[0])
    if token["quoted"] is None:
        element.phrase.append(token[0])
    else:
        element.broken |= not token["quote_end"]
        element.phrase.append(_ESCAPED.sub(r"\1", token["quoted"]))


def _comment(text: str, at: int, element: _Element) -> int:
    """Read the comment (comments nest) that begins at `at` into `element`; return where it ends."""
    depth = 0
    for piece in _COMMENT.finditer(text, at):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if depth == 0:
            element.comments.append(_ESCAPED.sub(r"\1", text[at + 1 : piece.start()]))
            return piece.end()
    element.broken = True
    return len(text)
