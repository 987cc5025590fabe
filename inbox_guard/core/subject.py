"""What mail programs put before a subject: ``Re:``, ``AW:``, ``回复：`` to answer, ``WG:`` to pass a mail on.

RFC 5322 §3.6.5 knows ``Re: `` alone; the others are what programs write in their own language, some with a
count in brackets.
"""

import re

_ANSWERS = r"re|aw|sv|antw|odp|ynt|res|rif|r|vá|απ|回复|回覆|答复|答覆|返信|회신|답장"
_PASSED_ON = r"fwd?|wg|tr|rv|enc|i|doorst|vb|pd|vl|ilt|转发|轉寄|轉發|転送|전달"
_EITHER = "vs"  # Finnish for an answer, Danish and Norwegian for what is passed on
_COLON = r"\s?(?:\[\d{1,3}\])?\s?[:\uff1a]"
_PREFIXES = re.compile(rf"(?:\s*(?:{_ANSWERS}|{_PASSED_ON}|{_EITHER}){_COLON})+\s*", re.IGNORECASE)
_PASSES_ON = re.compile(rf"\s*(?:{_PASSED_ON}|{_EITHER}){_COLON}", re.IGNORECASE)


def goes_on(subject: str) -> bool:
    """Return whether a subject begins as one of an answer, or of mail passed on."""
    return _may(subject) and _PREFIXES.match(subject) is not None


def is_passed_on(subject: str) -> bool:
    """Return whether a subject begins as one of mail that somebody passed on."""
    return _may(subject) and _PASSES_ON.match(subject) is not None


def bare(subject: str) -> str:
    """Return a subject without what programs put before it, however often they did."""
    return _PREFIXES.sub("", subject, count=1) if goes_on(subject) else subject


def _may(subject: str) -> bool:
    return ":" in subject or not subject.isascii()
