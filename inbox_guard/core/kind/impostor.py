"""Who a sender pretends to be: a brand's name, an institution's dress, a domain made to be mistaken.

Pure: facts in, signs out, from the header block alone. Names and domains by `core/data/brands.tsv`, words of
throw-away domains by `core/data/lure_words.tsv`. A sign here says that a name and an address do not fit,
never that somebody is a criminal; `core.kind.fraud` asks what they want besides.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from anyascii import anyascii

from inbox_guard.core.address import Party, author, is_shared, organisation
from inbox_guard.core.data import rows
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.message import Message
from inbox_guard.core.script import mixed_letters, mixes


def impostor_signs(
    writer: Party, claims: Sequence[Seen], message: Message, fields: Mapping[str, str]
) -> list[Seen]:
    """Return where the author's domain, answer address and subject do not fit with the rest of the message.

    `claims` are the signs of `dress` that are `OF_A_DOMAIN`.
    """
    domain = writer.domain
    to = [party.domain for party in message.recipients[:3]]
    seen = [] if domain in to else [*claims]  # else it is her own
    if "reply-to" in fields:
        answers = author(fields["reply-to"])
        if answers is not None and _elsewhere(answers.domain, domain):
            seen.append(Seen("reply-elsewhere", answers.address))
    seen += _poses_as_recipient(domain, to)
    if mixed_letters(message.subject):
        seen.append(Seen("mixed-letters", message.subject[:60]))
    if "x-php-originating-script" in fields or "x-php-script" in fields:
        seen.append(Seen("script-sent"))
    return seen


def host_poses(host: str) -> bool:
    """Whether a host wears another name: a whole domain or a brand inside it, A-labels, an edited brand."""
    ours = organisation(host)
    label = ours.partition(".")[0]
    if "xn--" in host:
        return True
    inside = host.removesuffix(ours).strip(".").split(".")
    if any(part in _ENDINGS for part in inside):
        return True
    if label in _owners():
        return False
    parts = {*inside, *_PARTS.split(label)}
    return not parts.isdisjoint(_distinct()) or _flat(label) in _flat_owners()


def lure_words(domain: str) -> int:
    """Count the words of throw-away domains that a registrable domain is put together from."""
    label = organisation(domain).partition(".")[0]
    parts = [part for part in _PARTS.split(label) if part]
    return sum(part in _lures() for part in parts) if len(parts) > 1 else 0


OF_A_DOMAIN = frozenset({"lure-domain", "random-domain", "posing-domain", "name-elsewhere"})
"""Signs that say nothing where the mail went to that same domain."""

_PARTS = re.compile(r"[-_\d]+")
_TOKEN = re.compile(r"\w+")
_ENDINGS = frozenset({"com", "net", "org", "gov", "gouv", "example"})
_INSTITUTION = re.compile(
    r"bank|\bpost\b|paket|parcel|courier|customs|\btax|steuer|finan[zc]|impôt|\bzoll|support|security"
    r"|sicherheit|billing|account|service|help ?desk|admin|\bit[- ]|\bhr\b|payroll|rewards?\b|premi\b|lott"
    r"|refund|rebate|compliance|notification|storage|team\b|office\b|department|mail|delivery|express"
    r"|soporte|seguridad|assistenza|servizio|sicurezza|suporte|banco|banque|banca\b|correo|kunden"
    r"|klantenservice|klient|obsługa|bezpiecze|kundtjänst|kundeservice|asiakaspalvelu|podpora|pošta|posta\b"
    r"|банк|служба|поддержк|почта|müşteri|destek|ügyfél|bancă|relații|τράπεζα|εξυπηρέτηση|カード|銀行|事務局"
    r"|サポート|银行|客服|中心|은행|고객|센터|카드",
    re.IGNORECASE,
)


def dress(writer: Party) -> list[Seen]:
    """Return what an author's name and domain say by themselves."""
    seen: list[Seen] = []
    label = organisation(writer.domain).partition(".")[0]
    shared = is_shared(writer.domain)
    name = unicodedata.normalize("NFKC", writer.name)
    brand = _brand_in(_plain(name))
    respelled = "" if brand or "I" not in name[1:] else _brand_in(name.replace("I", "l").lower())
    if respelled:  # a capital I is read as an l: "iCIoud", "PayPaI"
        seen.append(Seen("mixed-letters", name[:60]))
        brand = respelled
    if brand and label not in _brands()[brand]:
        seen.append(Seen("brand-name", writer.name[:60]))
    if mixed_letters(name):
        seen.append(Seen("mixed-letters", writer.name[:60]))
    if _INSTITUTION.search(name):
        if shared:
            seen.append(Seen("institution-freemail", f"{writer.name[:40]} {writer.address}"))
        elif not _resembles(name, writer.domain):
            seen.append(Seen("name-elsewhere", f"{writer.name[:40]} {writer.domain}"))
    if not shared:
        if host_poses(writer.domain):
            seen.append(Seen("posing-domain", writer.domain))
        words = lure_words(writer.domain)
        if words:
            seen.append(Seen("lure-domain", writer.domain, share=1.0 if words > 1 else 0.6))
        if _made_up(label):
            seen.append(Seen("random-domain", writer.domain))
    return seen


# Names that are words of a language as well: they count only where a display name begins with them.
_COMMON = frozenset(
    {
        "apple",
        "orange",
        "meta",
        "wise",
        "chase",
        "bring",
        "outlook",
        "steam",
        "vero",
        "nav",
        "ups",
        "ing",
    }
    | {
        "posti",
        "stripe",
        "kraken",
        "telegram",
        "evri",
        "costco",
        "disney",
        "norton",
        "hermes paket",
    }
)


def _brand_in(name: str) -> str:
    """The first brand whose words stand in a lower-case name."""
    words = _TOKEN.findall(name)
    for index, word in enumerate(words):
        for brand in _by_first_word().get(word, ()):
            wanted = brand.split()
            if words[index : index + len(wanted)] == wanted and (not index or brand not in _COMMON):
                return brand
    return ""


def _elsewhere(answers: str, writes: str) -> bool:
    """Whether answers go to somebody else: another organisation, or from a firm to freemail."""
    if organisation(answers) == organisation(writes):
        return False
    return is_shared(answers) or is_shared(writes) or lure_words(answers) > 0


def _poses_as_recipient(theirs: str, recipients: Iterable[str]) -> list[Seen]:
    """A domain that is read as the one the mail went to: rn for m, vv for w, 0 for o."""
    for ours in recipients:
        if ours != theirs and _near(theirs, ours) and not is_shared(ours):
            return [Seen("posing-domain", f"{theirs} / {ours}")]
    return []


@lru_cache(maxsize=8_192)
def _near(one: str, other: str) -> bool:
    """Equal once look-alike letters are made one, where the name is long enough to be no accident."""
    one, other = organisation(one), organisation(other)
    return len(other) >= 8 and one != other and _flat(one) == _flat(other)


def _flat(domain: str) -> str:
    """A domain with the letters made one that are read for each other."""
    flat = domain.replace("rn", "m").replace("vv", "w").replace("cl", "d")
    return flat.translate(_READ_AS)


_READ_AS = str.maketrans("01358|!", "olesbll")
_LOOKALIKES = str.maketrans(
    "аеорсхуіјѕқԁοαρνικΑΒΕΖΗΙΚΜΝΟΡΤΧАВЕКМНОРСТХІ",
    "aeopcxyijsqdoapvikABEZHIKMNOPTXABEKMHOPCTXI",
)


def _plain(name: str) -> str:
    """Lower case, Greek and Cyrillic letters that stand among Latin ones read as what they look like."""
    return (name.translate(_LOOKALIKES) if mixes(name) else name).lower()


def _resembles(name: str, domain: str) -> bool:
    """Whether a telling word of the name, or its first letters, stand in the domain, in Latin letters.

    Sounds are enough: ホクトカード is read as hokutokado, 한빛생명 as hanbichsaengmyeong.
    """
    flat = domain.replace("-", "")
    return _stands_in(_latin(name), flat) or _stands_in(_latin(name.translate(_UMLAUTS)), flat)


def _stands_in(words: Sequence[str], flat: str) -> bool:
    """Whether words in Latin letters fit a domain without its hyphens."""
    telling = [word for word in words if len(word) > 2 and len(_INSTITUTION.sub("", word)) > 3]
    if not telling or any(word[:5] in flat for word in telling):
        return True  # "Support Team" claims nothing that a domain could contradict
    first = "".join(word[0] for word in words)
    return len(first) > 2 and first in flat


def _latin(name: str) -> list[str]:
    """The words of a name as a domain would write them."""
    return [word for written in _TOKEN.findall(name) if (word := anyascii(written).lower())]


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_VOWELS = re.compile(r"[aeiouyäöü]")
_HEAP = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}|[a-z]\d+[a-z]+\d|\d{3,}|^[a-z]{2,4}\d{2,}$")


def _made_up(label: str) -> bool:
    """Whether a label looks typed at random: a heap of consonants, letters and digits in turn."""
    return len(label) > 4 and _HEAP.search(label) is not None


@cache
def _brands() -> dict[str, frozenset[str]]:
    """Name in words → the labels of its owner's domains."""
    return {name: frozenset(labels.split()) for name, labels in rows("brands")}


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for brand in _brands():
        first = brand.split()[0]
        table[first] = (*table.get(first, ()), brand)
    return table


@cache
def _owners() -> frozenset[str]:
    return frozenset(label for labels in _brands().values() for label in labels)


@cache
def _flat_owners() -> frozenset[str]:
    return frozenset(_flat(label) for label in _owners() if len(label) > 4)


@cache
def _distinct() -> frozenset[str]:
    """Names of one word that mean nothing else, for finding them inside domains."""
    return frozenset(
        brand
        for brand in _brands()
        if brand.isascii() and " " not in brand and len(brand) > 2 and brand not in _COMMON
    ) - {"irs", "gls", "ctt", "dkb", "n26"}


@cache
def _lures() -> frozenset[str]:
    return frozenset(word for _, words in rows("lure_words") for word in words.split())
