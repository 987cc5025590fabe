"""What the header block says about how a message was sent: to a list, by a machine, through a provider.

Pure: facts in, signs out. RFC 2919 (List-Id), RFC 2369 (List-*), RFC 8058 (one-click), RFC 3834
(Auto-Submitted), RFC 3464 (delivery reports). Providers and
programs by `core/data/providers.tsv` and `programs.tsv`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from inbox_guard.core.address import Party
from inbox_guard.core.data import rows
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Message
from inbox_guard.core.passed_on import is_carriers_own
from inbox_guard.core.subject import bare


def envelope_signs(message: Message, fields: Mapping[str, str]) -> list[Seen]:
    """Return the signs of bulk and of lists. `fields` holds the topmost value of every field."""
    seen: list[Seen] = []
    if "list-post" in fields:
        seen += _posting(fields["list-post"].strip().lower())
    if message.list_id:
        seen.append(Seen("list-id", message.list_id))
    if "list-unsubscribe" in fields and not _carried(message, fields["list-unsubscribe"]):
        seen.append(_LIST_UNSUBSCRIBE)
        if "list-unsubscribe-post" in fields:
            seen.append(_ONE_CLICK)
    precedence = fields["precedence"].strip().lower() if "precedence" in fields else ""
    if precedence in _BULK:
        seen.append(Seen("precedence", precedence))
    if "feedback-id" in fields and not _ONE_PERSONS_FEEDBACK.search(fields["feedback-id"]):
        seen.append(_FEEDBACK_ID)
    if "return-path" in fields and _for_one_of_many(fields["return-path"]):
        seen.append(_VERP)
    if "[" in message.subject or "igest" in message.subject:
        seen += _subject_of_a_list(message, fields, precedence)
    if _to_itself(message.author, message.recipients):
        seen.append(Seen("to-itself", message.recipients[0].address))
    seen += _providers(fields)
    return seen


_LIST_UNSUBSCRIBE, _ONE_CLICK = Seen("list-unsubscribe"), Seen("one-click")
_FEEDBACK_ID, _VERP = Seen("feedback-id"), Seen("verp")


def _carried(message: Message, way_out: str) -> bool:
    """Whether only an alias service offers a way out, of every mail that it passes on, a friend's too."""
    if message.offers or message.author is None:
        return False
    uris = _URI.findall(way_out)
    return bool(uris) and all(is_carriers_own(uri, message.author) for uri in uris)


_URI = re.compile(r"<([^<>]*+)>")


def _posting(address: str) -> list[Seen]:
    """What List-Post says: a list that everybody may write to, or none."""
    if address.startswith("no"):
        return [Seen("list-post-no", address[:80])]
    if "mailto:" in address:  # Substack names the page of the letter there; nobody posts to it
        return [Seen("list-post", address[:80])]
    return []


def _to_itself(author: Party | None, recipients: Sequence[Party]) -> bool:
    """Whether it went to its own author, and to the others as unseen copies."""
    return author is not None and len(recipients) == 1 and recipients[0].address == author.address


def carrier_signs(author: Party) -> list[Seen]:
    """Return what the author's address says of how it was sent: by a list's robot, from a host for one thing."""
    seen: list[Seen] = []
    if _LIST_ROBOT.match(author.address):
        seen.append(Seen("list-software", author.address))
    if sign := _host_sign(author.domain):
        seen.append(Seen(sign, author.domain))
    return seen


def machine_signs(message: Message, fields: Mapping[str, str]) -> list[Seen]:
    """Return the signs of mail that no person wrote: bounces, absence notes, cron, calendars."""
    seen: list[Seen] = []
    content = fields["content-type"][:_MEDIA_TYPE].lower() if "content-type" in fields else ""
    if content.startswith("multipart/report"):
        content = fields["content-type"].lower()
        seen.append(Seen("bounce", _REPORT.sub("", content)[:60]))
    invites = "content-class" in fields and "calendarmessage" in fields["content-class"]
    if invites or content.startswith("text/calendar"):
        seen.append(Seen("calendar", "text/calendar"))
    if "auto-submitted" in fields or "precedence" in fields:
        seen += _automatic(fields)
    if "return-path" in fields and fields["return-path"].strip() == "<>":
        seen.append(_NULL_RETURN_PATH)
    if message.subject[:1] in _CRON_BEGINS and _CRON.match(message.subject):
        seen.append(Seen("cron", message.subject[:60]))
    return seen


def _automatic(fields: Mapping[str, str]) -> list[Seen]:
    """What a machine says of itself."""
    automatic = fields.get("auto-submitted", "").strip().lower()
    if automatic.startswith("auto-replied") or fields.get("precedence", "").strip() == "auto_reply":
        return [Seen("auto-replied", automatic)]
    return [Seen("auto-generated", automatic[:40])] if automatic.startswith("auto") else []


_NULL_RETURN_PATH = Seen("null-return-path")
_MEDIA_TYPE = 40  # characters that hold a media type, and no boundary


# Mailbox providers stamp every mail of a person with one: "…:user:proton", "…:Fastmail".
_ONE_PERSONS_FEEDBACK = re.compile(r":(?:proton(?:mail)?|fastmail)\s*$", re.IGNORECASE)
_BULK = frozenset({"bulk", "list", "junk"})
_BOUNCES = re.compile(r"(?:bounces?|return|b|bnc)[-+_.].*\d{4}", re.IGNORECASE)
_BOUNCES_BEGIN = frozenset("bBrR")
_OPAQUE = re.compile(r"[0-9a-fA-F-]{24}")
_LIST_ROBOT = re.compile(r"(?:listserv|majordomo|mailman|sympa|ecartis|mlmmj)@")
_LIST_ADMIN = re.compile(r"[\w.]-(?:owner|bounces|admin|request)(?:\+[^@]*)?@", re.IGNORECASE)
_TAGGED = re.compile(r"\[([^\]]{2,30})\]")
_LIST_FIELDS = ("list-unsubscribe", "mailing-list")
# Mailman: "x Digest, Vol 3, Issue 12"; LISTSERV: "X-L Digest - 1 May to 2 May (#2026-11)"; Yahoo!: "Digest Number
# 12"; Google Groups: "Digest for x@googlegroups.com"; groups.io: "x@groups.io Digest #12"; ezmlm: "Digest of x@…".
_DIGEST = re.compile(
    r"Digest(?:, Vol \d| - .{3,40}\(#| (?:Number|Issue) \d| #\d| (?:for|of) \S+@| v\d| V\d)|\[\w-]+\] Digest\b"
)
# What gateways and desks put in brackets: [EXTERN], [Spam], [Ticket 12], [#118-33], [Kunde-4711].
_NO_LIST = re.compile(
    r"#|\d{3}|^(?:ext|e?xtern\w*|external.*|\W*spam(?:verdacht|suspect|[?*!: ].*)?\W*|suspect(?:ed)?\b.*"
    r"|warning|caution|secure|encrypted"
    r"|sicher|verschlüsselt|confidential|intern\w*|urgent|action.*|important|wichtig|test|solved|gelöst"
    r"|(?:ticket|case|request|incident|fall|anfrage|vorgang|dossier|caso|zaak|sprawa)\b.*)$",
    re.IGNORECASE,
)
_REPORT = re.compile(r"boundary=\S+")
_CRON_BEGINS = frozenset("cCaAlL*[")
_CRON = re.compile(
    r"^(?:cron <|anacron job|logwatch for|\*{2,3} ?(?:problem|recovery|acknowledgement)"
    r"|\[(?:firing|resolved|alerting|no data|ok)(?::\d{1,4})?\] )",
    re.IGNORECASE,
)


@cache
def _fingerprints() -> dict[str, tuple[tuple[str, bool, Seen], ...]]:
    """Header field → (a part of its value, whether it may stand anywhere, the sign of a provider or program)."""
    table: dict[str, tuple[tuple[str, bool, Seen], ...]] = {}
    for field, begins, sign, name in rows("providers") + rows("programs"):
        row = (begins.removeprefix("*"), begins.startswith("*"), Seen(sign, name))
        table[field] = (*table.get(field, ()), row)
    return table


def _subject_of_a_list(message: Message, fields: Mapping[str, str], precedence: str) -> list[Seen]:
    """The tag that a list puts before its subjects, and the subjects of its digests."""
    seen: list[Seen] = []
    if "[" in message.subject[:12] and _tagged(message.subject):
        # Letters put their name in brackets too, and name a list; they answer nobody and promise one click.
        talk = message.in_reply_to or "list-unsubscribe-post" not in fields
        listed = talk and (message.list_id or precedence == "list")
        if listed or _relayed(fields) or (message.in_reply_to and not _addressed(message)):
            seen.append(Seen("list-tag", message.subject[:60]))
    if "Digest" in message.subject and _DIGEST.search(message.subject):
        mailed = precedence in _BULK or not fields.keys().isdisjoint(_LIST_FIELDS)
        if mailed:
            seen.append(Seen("list-digest", message.subject[:60]))
    return seen


def _relayed(fields: Mapping[str, str]) -> bool:
    """Whether the robot of a list passed it on."""
    sent_by = fields.get("sender", "") or fields.get("return-path", "")
    return _LIST_ADMIN.search(sent_by) is not None


def _addressed(message: Message) -> bool:
    """Whether it names its reader among its recipients, which mail of a list does not."""
    return any(party.address == message.alias for party in message.recipients)


def _tagged(subject: str) -> bool:
    """Whether a subject begins with the tag of a list, and not of a gateway or a help desk."""
    tag = _TAGGED.match(bare(subject))
    return tag is not None and not _NO_LIST.search(tag.group(1).strip())


def _for_one_of_many(return_path: str) -> bool:
    """Whether a return path holds a recipient, or the number of a recipient or a mailing."""
    local = return_path.strip().lstrip("<").partition("@")[0]
    if "=" in local or (local[:1] in _BOUNCES_BEGIN and _BOUNCES.match(local)):
        return True
    return len(local) >= 24 and _OPAQUE.search(local) is not None


def _host_sign(domain: str) -> str:
    """What the labels before an own domain say: ``news.shop.example``, ``notify.bank.example``; or ""."""
    known = _hosts()
    for label in domain.split(".")[:-2]:
        if sign := known.get(label) or known.get(_HOST_WORD.split(label)[0]):
            return sign
    return ""


_HOST_WORD = re.compile(r"[-_\d]")


@cache
def _hosts() -> dict[str, str]:
    """Label of a host → sign."""
    return {word: sign for sign, words in rows("host_signs") for word in words.split()}


def _providers(fields: Mapping[str, str]) -> list[Seen]:
    """What only a provider or a mail program writes."""
    seen: list[Seen] = []
    for field in _stamped().intersection(fields):
        value = fields[field]
        usual = len(value) <= _USUAL and field not in _OF_ONE_MAIL
        if stamps := _usual_stamps(field, value) if usual else _stamps(field, value):
            seen += stamps
    return sorted(seen) if len(seen) > 1 else seen


@cache
def _stamped() -> frozenset[str]:
    return frozenset(_fingerprints())


def _stamps(field: str, value: str) -> tuple[Seen, ...]:
    value = value.strip().lower()
    return tuple(
        [
            sign
            for part, anywhere, sign in _fingerprints()[field]
            if (part in value if anywhere else value.startswith(part))
        ]
    )


# Authors, lists and programs come back mail by mail; what holds the number of one mail does not.
_OF_ONE_MAIL = frozenset({"list-unsubscribe", "feedback-id"})
_USUAL = 256  # characters
_usual_stamps = lru_cache(maxsize=8_192)(_stamps)
