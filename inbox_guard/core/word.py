"""The owner's word and whom it covers. Law 9: it outranks everything, is dated, and no rule overwrites it."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from inbox_guard.core.history import History, Word
from inbox_guard.core.sender import SenderId, SenderKind

FOLDER = "folder:"


@dataclass(frozen=True, slots=True)
class Covered:
    """What of a sender a word may name: its identity, addresses, organisation and the folders it lies in."""

    number: int
    sender: SenderId
    addresses: tuple[str, ...]
    organisation: str
    folders: tuple[str, ...] = ()


def covered(history: History) -> Covered:
    """Return what of a remembered sender a word may name."""
    return Covered(
        history.number,
        history.speaker.sender,
        history.addresses,
        history.speaker.organisation,
        history.folders,
    )


def covers(target: str, sender: Covered) -> bool:
    """Whether a word on `target` is about `sender`.

    A target is an address, a domain (with or without ``@``; its subdomains too), a List-Id, the
    ledger's number, a pattern (``*@acme.test``) or ``folder:NAME``.
    """
    target = target.strip()
    if target.lower().startswith(FOLDER):
        return target[len(FOLDER) :] in sender.folders
    wanted = target.lower().removeprefix("<").removesuffix(">")
    number = numbered(wanted)
    if number is not None:
        return number == sender.number
    names = {sender.sender.value.lower(), *sender.addresses}
    if any(character in wanted for character in "*?["):
        return any(fnmatchcase(name, wanted) for name in names)
    if wanted in names:
        return True
    if sender.sender.kind is SenderKind.PERSON:
        return False  # a word on linkedin.com is not about one person who speaks through it
    domain = wanted.removeprefix("@")
    if "@" in domain or "." not in domain:
        return False
    hosts = {address.rpartition("@")[2] for address in sender.addresses} | {sender.organisation}
    return any(host == domain or host.endswith("." + domain) for host in hosts)


def numbered(target: str) -> int | None:
    """Return the ledger's number that a target is (``12`` or ``#12``), None when it is none."""
    digits = target.strip().removeprefix("#")
    # "²" is a digit to Python and no number, and a number may be too long for any ledger.
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else None


def names_exactly(target: str, sender: Covered) -> bool:
    """Whether a word names this very sender: what transactional mail needs before it is moved."""
    wanted = target.strip().lower().removeprefix("<").removesuffix(">")
    exact = {sender.sender.value.lower(), str(sender.number), f"#{sender.number}"}
    if sender.sender.kind is SenderKind.ADDRESS:
        exact |= set(sender.addresses)
    return wanted in exact


def newest(words: tuple[Word, ...]) -> Word | None:
    """The owner's last word; None when she has not spoken."""
    return max(words, key=lambda word: word.at, default=None)
