"""Read the URL that a stranger chose, more strictly than any client that will use it.

A URL comes in, a `Target` goes out, or `NotPublic` with the rule that refused. Parsers disagree
about backslashes, userinfo, escapes and number spellings, and each disagreement has been a way
round a guard; so nothing that two parsers could read differently is read at all. Nothing is looked
up here. RFC 3986 §3 (narrowed), RFC 1123 §2.1 (host names), UTS #46 and RFC 5891 (IDN), RFC 6761
(special-use names).
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from unicodedata import category
from urllib.parse import quote, urljoin

import idna

from inbox_guard.core.exchange import host as shown_host
from inbox_guard.errors import NotPublic, SettingsError
from inbox_guard.web.rule import Rule

LONGEST = 8_192
"""The longest URL that is read, in characters."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes. `host` is an A-label name, or a literal in its shortest spelling.

    `path` is the origin-form (RFC 9112 §3.2.1): path and query, percent-encoded, without fragment.
    `private` says that the owner excepted this host from the rules about port and address.
    """

    scheme: str
    host: str
    port: int
    path: str
    literal: bool
    private: bool

    @property
    def authority(self) -> str:
        """The Host field's value (RFC 9110 §7.2): the port only when it is not the scheme's own."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def url(self) -> str:
        """The URL as it was understood, without a fragment."""
        return f"{self.scheme}://{self.authority}{self.path}"


@dataclass(frozen=True, slots=True)
class PrivateHosts:
    """The hosts of `GUARD_PRIVATE_HOSTS`, normalised: names and literals, and ``.suffix``es."""

    exact: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()

    @classmethod
    def of(cls, entries: tuple[str, ...]) -> "PrivateHosts":
        """Read the setting's entries; raises `SettingsError` for one that is no host."""
        exact: set[str] = set()
        suffixes: list[str] = []
        for entry in entries:
            name = entry.strip().removeprefix(".")
            try:
                host, literal = _host(f"[{name.strip('[]')}]" if ":" in name else name)
            except _Refusal as refusal:
                raise SettingsError(
                    f"GUARD_PRIVATE_HOSTS: {entry!r} is not a host name, an address"
                    f" or a .suffix ({refusal.rule})"
                ) from refusal
            if entry.strip().startswith(".") and not literal:
                suffixes.append(f".{host}")
            else:
                exact.add(host)
        return cls(frozenset(exact), tuple(suffixes))

    def cover(self, host: str) -> bool:
        """Whether the owner excepted this (normalised) host."""
        return host in self.exact or host.endswith(self.suffixes)


def parse(url: str, private: PrivateHosts, hop: int = 0) -> Target:
    """Return where `url` leads; raises `NotPublic` unless every parser would agree that it does."""
    try:
        return _parse(url, private)
    except _Refusal as refusal:
        raise NotPublic(refusal.rule.value, _shown(url), hop) from None


def follow(base: Target, location: str, private: PrivateHosts, hop: int) -> Target:
    """Return where a Location field leads from `base`; raises `NotPublic` as `parse` does.

    Anything with a scheme is parsed as it stands: the standard library's `urljoin` would repair
    ``http:/127.0.0.1`` and drop tabs before a guard could see them.
    """
    try:
        _refuse_characters(location)
    except _Refusal as refusal:
        raise NotPublic(refusal.rule.value, base.host, hop) from None
    if _SCHEME.match(location):
        return parse(location, private, hop)
    if location.startswith("//"):
        return parse(f"{base.scheme}:{location}", private, hop)
    return parse(urljoin(base.url, location), private, hop)


_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
_AUTHORITY = re.compile(r"//([^/?#]*)([^#]*)")
_HOST_AND_PORT = re.compile(r"(\[[0-9A-Fa-f:.]*\]|[^:\[\]]*)(?::([^:\[\]]*))?")
_DECIMAL_PORT = re.compile(r"[0-9]{1,5}", re.ASCII)
_DOTTED_QUAD = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})", re.ASCII)
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_TOP_LABEL = re.compile(r"[a-z]+|xn--[a-z0-9\-]+", re.ASCII)
_SHOWABLE = re.compile(r"(?:[A-Za-z0-9.:\-]|[^\x00-\x7f])*")
_PORTS = {"http": 80, "https": 443}
_REFUSED = frozenset('\\`|^<>"{}')
_REFUSED_CATEGORIES = frozenset({"Cc", "Cs", "Zs", "Zl", "Zp"})
_VISIBLE_ASCII = "".join(map(chr, range(0x21, 0x7F)))

# RFC 6761, 6762 (and its appendix G), 7686, 8375, 9476 and ICANN's .internal; .localdomain is what
# distributions put into /etc/hosts.
_SPECIAL_USE = (
    *(".local", ".localhost", ".localdomain", ".internal", ".intranet", ".private", ".corp"),
    *(".home", ".lan", ".home.arpa", ".onion", ".alt", ".invalid"),
)


class _Refusal(Exception):
    def __init__(self, rule: Rule) -> None:
        super().__init__(rule)
        self.rule = rule


def _parse(url: str, private: PrivateHosts) -> Target:
    _refuse_characters(url)
    scheme_part = _SCHEME.match(url)
    scheme = scheme_part[1].lower() if scheme_part else ""
    if scheme_part is None or scheme not in _PORTS:
        raise _Refusal(Rule.URL_SCHEME)
    parts = _AUTHORITY.match(url, scheme_part.end())
    if parts is None or not parts[1]:
        raise _Refusal(Rule.URL_SHAPE)
    authority, path = parts[1], parts[2]
    name, port_text = _split_port(authority)
    host, literal = _host(name)
    excepted = private.cover(host)
    port = _port(port_text, scheme, excepted)
    if not excepted and not literal:
        _refuse_local_name(host)
    path = quote(path if path.startswith("/") else f"/{path}", safe=_VISIBLE_ASCII)
    return Target(scheme, host, port, path, literal, excepted)


def _refuse_characters(url: str) -> None:
    if len(url) > LONGEST:
        raise _Refusal(Rule.URL_LENGTH)
    if any(c in _REFUSED or category(c) in _REFUSED_CATEGORIES for c in url):
        raise _Refusal(Rule.URL_CHARACTERS)


def _split_port(authority: str) -> tuple[str, str | None]:
    if "@" in authority:
        raise _Refusal(Rule.URL_USERINFO)
    if "%" in authority:
        raise _Refusal(Rule.URL_ESCAPED_HOST)
    parts = _HOST_AND_PORT.fullmatch(authority)
    if parts is None:
        raise _Refusal(Rule.HOST_SYNTAX)
    return parts[1], parts[2]


def _port(text: str | None, scheme: str, excepted: bool) -> int:
    if text is None:
        return _PORTS[scheme]
    if not _DECIMAL_PORT.fullmatch(text):
        raise _Refusal(Rule.URL_PORT)
    port = int(text)
    if not 0 < port < 65_536 or (port not in _PORTS.values() and not excepted):
        raise _Refusal(Rule.URL_PORT)
    return port


def _host(name: str) -> tuple[str, bool]:
    """Return the normalised host and whether it is a literal address."""
    if name.startswith("["):
        try:
            return str(IPv6Address(name[1:-1])), True
        except ValueError:
            raise _Refusal(Rule.HOST_SYNTAX) from None
    if _DOTTED_QUAD.fullmatch(name):
        try:
            return str(IPv4Address(name)), True
        except ValueError:
            raise _Refusal(Rule.HOST_NUMBER) from None
    host = _a_labels(name.removesuffix(".")).lower()
    labels = host.split(".")
    # After IDN mapping: circled digits and full-width dots have become a dotted quad by now.
    if _NUMBER.fullmatch(labels[-1]):
        raise _Refusal(Rule.HOST_NUMBER)
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _Refusal(Rule.HOST_SYNTAX)
    return host, False


def _a_labels(name: str) -> str:
    if name.isascii() and "xn--" not in name.lower():
        return name
    if len(name) > 253:  # the mapping below is not linear in the length
        raise _Refusal(Rule.HOST_SYNTAX)
    try:
        return idna.encode(name, uts46=True, std3_rules=True).decode("ascii").removesuffix(".")
    except idna.IDNAError:
        raise _Refusal(Rule.HOST_IDN) from None


def _refuse_local_name(host: str) -> None:
    top = host.rpartition(".")[2]
    if f".{host}".endswith(_SPECIAL_USE):
        raise _Refusal(Rule.HOST_SPECIAL_USE)
    if "." not in host:
        raise _Refusal(Rule.HOST_SINGLE_LABEL)
    if not _TOP_LABEL.fullmatch(top):
        raise _Refusal(Rule.HOST_SYNTAX)


def _shown(url: str) -> str:
    """The host of a refused URL, made harmless for terminals, logs and reports.

    It ends where no host could go on, since some parsers begin the path at a backslash.
    """
    host = _SHOWABLE.match(shown_host(url[:LONGEST]))
    return "".join(c if c.isascii() else "?" for c in host[0][:253]) if host else ""
