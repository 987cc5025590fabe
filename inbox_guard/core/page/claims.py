"""What a page's words claim: that the address is off the list, that a mail was sent, that it failed …

Pure: blocks of visible text in, claims out. A claim counts only where it is plainly made: not under
a negation ("you have not been unsubscribed"), not in a question, not as a promise ("you will be
unsubscribed once you confirm").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inbox_guard.core.page.words import Match, Sense, fold, matches, speaks


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as the page has it, folded for matching, and whether it asks."""

    text: str
    folded: str
    asks: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """The first sentence that makes each claim; "" where none does. Quotes are fit to be shown."""

    done: str = ""
    already: str = ""
    pending: str = ""
    joined: str = ""
    saved: str = ""
    fail: str = ""
    expired: str = ""
    login: str = ""
    human: str = ""
    script: str = ""


def claims(blocks: Iterable[str]) -> Claims:
    """Read what blocks of visible text claim; the first 20,000 characters and 400 sentences count."""
    said: dict[str, str] = {}
    for sentence in _sentences(blocks):
        for claim in _claims_of(sentence):
            said.setdefault(claim, _quote(sentence.text))
    return Claims(**said)


def promises(block: str) -> bool:
    """Whether it says that mail would end, if or once something is done: "Confirm, and you are off the list"."""
    return any(
        _depends(match, sentence.folded)
        for sentence in _sentences([block])
        if not sentence.asks
        for match in matches(sentence.folded, Sense.DONE)
    )


_MOST_TEXT = 20_000
_MOST_SENTENCES = 400
_LONGEST_SENTENCE = 600

_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
_CLAUSE = re.compile(r"[,;:–—、，；：|]")
_ASKS = re.compile(r"[?？]\W*$")
_LETTERS = re.compile(r"\w+")
_NOT_TO_BE_SHOWN = re.compile(r"\S*(?:://|@|%|\?\w+=)\S*|[\x00-\x1f\x7f-\x9f]+")

# A claim that a negation would turn round, and one that is itself the bad news.
_GUARDED = (Sense.DONE, Sense.PENDING, Sense.JOINED, Sense.SAVED)
_LITERAL = (Sense.ALREADY, Sense.FAIL, Sense.EXPIRED, Sense.LOGIN, Sense.HUMAN, Sense.SCRIPT)


def _sentences(blocks: Iterable[str]) -> Iterator[Sentence]:
    text = seen = 0
    for block in blocks:
        for part in _END.split(block):
            if not (part := part.strip()[:_LONGEST_SENTENCE]):
                continue
            text += len(part)
            seen += 1
            if text > _MOST_TEXT or seen > _MOST_SENTENCES:
                return
            yield Sentence(part, fold(part), bool(_ASKS.search(part)))


def _claims_of(sentence: Sentence) -> Iterator[str]:
    if sentence.asks:
        return
    folded = sentence.folded
    guarded = tuple(matches(folded, *_GUARDED))
    said = {
        match.sense
        for match in matches(folded, *_LITERAL)
        if not (_conditional(match, folded) or _part_of_done(match, folded, guarded))
    }
    said |= {
        match.sense
        for match in guarded
        if not (
            _denied(match, folded)
            or _conditional(match, folded)
            or _promised(match, folded)
            or _swallowed(match, guarded)
        )
    }
    if any(_is_all_of(match, folded) for match in matches(folded, Sense.STATE)):
        said.add(Sense.DONE)
    if Sense.ALREADY in said:
        said.discard(Sense.DONE)  # "you are already unsubscribed" holds both
    yield from (sense.value for sense in said)


def _denied(match: Match, folded: str) -> bool:
    """Whether a negation or a "not yet" stands before the words in their clause, or among them."""
    breaks = [found.end() for found in _CLAUSE.finditer(folded, 0, match.start)]
    begin = breaks[-1] if breaks else 0
    around = (folded[begin : match.start], *match.gaps)
    senses = [Sense.NOT, Sense.AHEAD] + ([Sense.ASKED] if match.sense is Sense.DONE else [])
    return any(speaks(part, *senses, language=match.language) for part in around if part)


def _depends(match: Match, folded: str) -> bool:
    """Whether a condition or a "not yet" stands by the words, and nothing that turns them round."""
    around = (folded[: match.start], *match.gaps)
    language = match.language
    if any(speaks(part, Sense.NOT, Sense.ASKED, language=language) for part in around if part):
        return False
    ahead = any(speaks(part, Sense.AHEAD, language=language) for part in around if part)
    return ahead or _conditional(match, folded) or _promised(match, folded)


def _swallowed(match: Match, others: tuple[Match, ...]) -> bool:
    """Whether "subscribed" was only found inside "unsubscribed": 订阅成功 stands in 取消订阅成功."""
    return match.sense is Sense.JOINED and any(
        other.sense is Sense.DONE and other.start < match.end and match.start < other.end
        for other in others
    )


def _part_of_done(match: Match, folded: str, others: tuple[Match, ...]) -> bool:
    """Whether "not on the list" was only found inside "no longer on the list", which tells of an end."""
    if match.sense is not Sense.ALREADY:
        return False
    text = folded[match.start : match.end]
    return any(
        other.sense is Sense.DONE
        and other.start <= match.start
        and match.end <= other.end
        and not any(gap in text or text.split()[0] in gap.split() for gap in other.gaps if gap)
        for other in others
    )


def _conditional(match: Match, folded: str) -> bool:
    around = (folded[: match.start], *match.gaps)
    return any(speaks(part, Sense.IF, language=match.language) for part in around if part)


def _promised(match: Match, folded: str) -> bool:
    """Whether a condition follows in the same clause, or begins the next: "no more mail, once you confirm".

    "You are off the list, if that was a mistake sign up again" holds no condition of its being done.
    """
    if match.sense is not Sense.DONE:
        return False
    ends = _CLAUSE.search(folded, match.end)
    rest = folded[match.end : ends.start() if ends else len(folded)]
    if rest and speaks(rest, Sense.IF, language=match.language):
        return True
    then = folded[ends.end() :].strip() if ends else ""
    conditions = (one for one in matches(then, Sense.IF) if one.language == match.language)
    return any(one.start == 0 for one in conditions) and not speaks(then, Sense.NEVER, Sense.JOIN)


def _is_all_of(match: Match, folded: str) -> bool:
    rest = folded[: match.start] + " " + folded[match.end :]
    return not _LETTERS.search(rest)


def _quote(text: str) -> str:
    """A sentence fit for ledger and report: no URL, address or token, at most 120 characters."""
    shown = " ".join(_NOT_TO_BE_SHOWN.sub("…", text).split())
    return shown if len(shown) <= 120 else shown[:119] + "…"
