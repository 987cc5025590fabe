"""The cookies of one chain of redirects: kept for its length, sent back only to whoever set them.

A landing page may need its session cookie to show the form (CSRF) or the confirmation (flash
message). Nothing outlives the request; the caller gets the final site's cookies and decides. RFC
6265 §5, narrowed: no Path, no Expires but the past, no other site, never over plain http.
"""

import re
from ipaddress import ip_address

from inbox_guard.core.address import organisation
from inbox_guard.web.url import Target

MOST = 20
"""How many cookies are kept."""

LARGEST = 4_096
"""The longest name and value together, in characters (RFC 6265 §6.1)."""

Cookies = tuple[tuple[str, str], ...]


class Jar:
    """Cookies by the site that set them."""

    def __init__(self) -> None:
        """Begin empty."""
        self._kept: dict[tuple[str, str], str] = {}

    def put(self, target: Target, cookies: Cookies) -> None:
        """Keep cookies that the caller holds for the target's site; unusable ones are left out."""
        for name, value in cookies:
            self._keep(site(target.host), name, value)

    def read(self, target: Target, set_cookies: tuple[str, ...]) -> None:
        """Keep what an answer from `target` sets, raw Set-Cookie values in order."""
        for field in set_cookies:
            pair, *attributes = field.split(";")
            name, _, value = (part.strip() for part in pair.partition("="))
            if _ended(attributes):
                self._kept.pop((site(target.host), name), None)
            elif _may_set(target.host, attributes):
                self._keep(site(target.host), name, value)

    def for_site(self, target: Target) -> Cookies:
        """Return the cookies of the target's site."""
        here = site(target.host)
        return tuple((name, value) for (owner, name), value in self._kept.items() if owner == here)

    def field(self, target: Target) -> str:
        """Return the Cookie field's value for a request to the target; "" for none."""
        if target.scheme != "https":
            return ""
        return "; ".join(f"{name}={value}" for name, value in self.for_site(target))

    def _keep(self, owner: str, name: str, value: str) -> None:
        known = (owner, name) in self._kept
        if not (_NAME.fullmatch(name) and _VALUE.fullmatch(value)):
            return
        if len(name) + len(value) <= LARGEST and (known or len(self._kept) < MOST):
            self._kept[owner, name] = value


def site(host: str) -> str:
    """Return the registrable domain of a host; an address is a site of its own."""
    try:
        ip_address(host)
    except ValueError:
        return organisation(host) or host
    return host


_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_VALUE = re.compile(r"[\x20-\x3a\x3c-\x7e]*")  # visible ASCII and spaces, no semicolon, no line end


def _attribute(attributes: list[str], wanted: str) -> str | None:
    for attribute in attributes:
        name, _, value = attribute.partition("=")
        if name.strip().lower() == wanted:
            return value.strip()
    return None


def _ended(attributes: list[str]) -> bool:
    """Whether a cookie is being taken back: servers do it by an age of 0 or a date in 1970."""
    age = _attribute(attributes, "max-age")
    if age is not None:
        return age == "0" or age.startswith("-")
    return "1970" in (_attribute(attributes, "expires") or "")


def _may_set(host: str, attributes: list[str]) -> bool:
    domain = (_attribute(attributes, "domain") or host).lower().removeprefix(".")
    return host == domain or host.endswith(f".{domain}")
