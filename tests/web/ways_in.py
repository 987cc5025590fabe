"""Where a landing page may try to lead: every way of leading, to every kind of place inside the house.

A `Way` is what a page does (a refresh, a form, a script …), a `Place` what it names. Each pair is walked
by `jobs.walk` with the real `GuardedWeb`, see ``street.py``. All names and numbers are the test's own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_network

from tests.servers.https import Behaviour, head, page, raw, redirect, reply

SHOP = "https://shop.test"
OWN_NETWORKS = (ip_network("2a00:1:2:3::/64"), ip_network("45.1.2.0/24"))
"""What the pretended machine finds on its own wire: public by number, inside by position."""

Script = dict[str, Behaviour]


@dataclass(frozen=True)
class Way:
    """How a page leads on. `script`: the answers of ``shop.test``, by route, when the way leads to a URL.

    `followed`: an honest page that leads so is followed, so the way is open to a public place.
    """

    name: str
    script: Callable[[str], Script]
    followed: bool = True
    one_click: bool = False


@dataclass(frozen=True)
class Place:
    """Where it leads. `names` is DNS as in ``vectors.tsv``; `aliases` are CNAMEs, ``name=target,…``.

    `harmless`: the walk may end well without it: the only look-up was public, or the URL was dropped.
    """

    name: str
    url: str
    names: str = ""
    aliases: str = ""
    harmless: bool = False


def _refresh(url: str) -> Script:
    return {"/u": page(f'<meta http-equiv="refresh" content="0; url={url}"><p>One moment.')}


def _odd_refresh(url: str) -> Script:
    return {"/u": page(f"<META content=\"0,URL='{url}'\" HTTP-EQUIV=Refresh><p>One moment.")}


def _refresh_field(url: str) -> Script:
    return {"/u": page("<p>One moment.", [("Refresh", f"0;url={url}")])}


def _form(method: str) -> Callable[[str], Script]:
    return lambda url: {
        "/u": page(
            f'<h1>Unsubscribe</h1><form method="{method}" action="{url}">'
            "<input type=hidden name=k value=7><button>Unsubscribe</button></form>"
        )
    }


def _formaction(url: str) -> Script:
    return {
        "/u": page(
            "<h1>Unsubscribe</h1><form method=post action=/here><input type=hidden name=k value=7>"
            f'<button formaction="{url}">Unsubscribe</button></form>'
        )
    }


def _base(url: str) -> Script:
    return {
        "/u": page(
            f'<base href="{url}"><h1>Unsubscribe</h1><form method=post action="out">'
            "<input type=hidden name=k value=7><button>Unsubscribe</button></form>"
        )
    }


def _base_and_link(url: str) -> Script:
    return {
        "/u": page(
            f'<base href="{url}"><h1>Your mail</h1><a href="out?unsubscribe">Unsubscribe</a>'
        )
    }


def _link(url: str) -> Script:
    return {"/u": page(f'<h1>Your mail</h1><a href="{url}">Unsubscribe</a>')}


def _script(text: str) -> Callable[[str], Script]:
    return lambda url: {"/u": page(f"<script>{text.replace('URL', url)}</script>")}


def _script_sends(url: str) -> Script:
    return {
        "/u": page(
            "<h1>Unsubscribe</h1><form id=leave method=post action=/here>"
            "<input type=hidden name=k value=7><button>Unsubscribe</button></form><script>var f ="
            f' document.getElementById("leave"); f.action = "{url}"; f.submit()</script>'
        )
    }


def _location(status: int) -> Callable[[str], Script]:
    return lambda url: {"/u": redirect(url, status)}


def _location_after(url: str) -> Script:
    return {
        "GET /u": page(
            "<h1>Unsubscribe</h1><form method=post action=/u><input type=hidden name=k value=7>"
            "<button>Unsubscribe</button></form>"
        ),
        "POST /u": redirect(url, 303),
    }


def _cookie(url: str) -> Script:
    host = url.partition("://")[2].partition("/")[0]
    setting = [("Set-Cookie", f"s=1; Domain={host}"), ("Set-Cookie", "t=2; Domain=test")]
    return {"/u": redirect(url, headers=setting)}


_FORM_HERE = (
    "<h1>Unsubscribe</h1><form method=post action=/here><input type=hidden name=k value=7>"
    "<button>Unsubscribe</button></form>"
)


def _authority(url: str) -> str:
    name, _, port = url.partition("://")[2].partition("/")[0].partition(":")
    return f"{name}:{port or 443}"


def _alternative(url: str) -> Script:
    alternatives = f'h2="{_authority(url)}"; ma=86400, h3="{_authority(url)}"'
    return {"/u": page(_FORM_HERE, [("Alt-Svc", alternatives), ("Alt-Used", _authority(url))])}


def _hints(url: str) -> Script:
    link = f"<{url}>; rel=preload; as=script, <{url}>; rel=preconnect"
    body = _FORM_HERE.encode()
    fields = [("Link", link), ("Content-Type", "text/html"), ("Content-Length", str(len(body)))]
    return {"/u": raw(head(103, [("Link", link)]) + head(200, fields) + body)}


def _embedded(url: str) -> Script:
    return {
        "/u": page(
            f'<link rel=stylesheet href="{url}"><img src="{url}"><iframe src="{url}"></iframe>'
            f'<script src="{url}"></script><object data="{url}"></object>{_FORM_HERE}'
        )
    }


def _proxy(url: str) -> Script:
    return {"/u": reply(305, b"use it", [("Location", url), ("Proxy-Authenticate", "Basic")])}


def _json(url: str) -> Script:
    body = f'{{"success": false, "redirect": "{url}", "location": "{url}"}}'.encode()
    return {"/u": reply(200, body, [("Content-Type", "application/json")])}


def _one_click(status: int) -> Callable[[str], Script]:
    return lambda url: {"POST /u": redirect(url, status), "GET /u": page("<p>Nothing here.")}


WAYS = (
    Way("meta refresh", _refresh),
    Way("meta refresh, oddly written", _odd_refresh),
    Way("Refresh field", _refresh_field, followed=False),
    Way("form action, POST", _form("post")),
    Way("form action, GET", _form("get")),
    Way("formaction of a button", _formaction),
    Way("base href and a form", _base),
    Way("base href and a link", _base_and_link),
    Way("link", _link),
    Way("script, location =", _script('window.location.href = "URL";')),
    Way("script, location.replace", _script('setTimeout(function(){location.replace("URL")}, 9)')),
    Way("script that sends a form", _script_sends),
    Way("Location, 302", _location(302)),
    Way("Location, 308", _location(308)),
    Way("Location after a form, 303", _location_after),
    Way("Location and a cookie for the place", _cookie),
    Way("Alt-Svc", _alternative, followed=False),
    Way("103 and Link: preload", _hints, followed=False),
    Way("embedded resources", _embedded, followed=False),
    Way("305 use proxy", _proxy, followed=False),
    Way("JSON that names it", _json, followed=False),
    Way("one-click answered 307", _one_click(307), followed=False, one_click=True),
    Way("one-click answered 302", _one_click(302), followed=False, one_click=True),
)

PUBLIC_PLACE = Place("a public name", "https://out.shop.test/out")

PLACES = (
    Place("private IPv4", "https://192.168.1.1/out"),
    Place("this machine", "https://127.0.0.1/out"),
    Place("this machine as 0.0.0.0", "https://0.0.0.0/out"),
    Place("metadata", "https://169.254.169.254/out"),
    Place("Docker's bridge", "https://172.17.0.1/out"),
    Place("overlay network", "https://100.100.100.100/out"),
    Place("IPv6 loopback", "https://[::1]/out"),
    Place("IPv6 unique local", "https://[fd00::1]/out"),
    Place("IPv6 link-local with a zone", "https://[fe80::1%25eth0]/out"),
    Place("IPv4-mapped", "https://[::ffff:192.168.1.1]/out"),
    Place("NAT64", "https://[64:ff9b::c0a8:101]/out"),
    Place("NAT64 by the network's own prefix", "https://[2a00:1:9:64::c0a8:101]/out"),
    Place("6to4", "https://[2002:c0a8:101::1]/out"),
    Place("name of theirs, private A", "https://in.shop.test/out", "in.shop.test=192.168.1.1"),
    Place("name of theirs, private AAAA", "https://in.shop.test/out", "in.shop.test=fd00::1"),
    Place(
        "name of theirs, public and private",
        "https://in.shop.test/out",
        "in.shop.test=93.184.215.14+10.0.0.1",
    ),
    Place(
        "name of theirs, changing by family",
        "https://in.shop.test/out",
        "in.shop.test=93.184.215.14+::ffff:10.0.0.1",
    ),
    Place(
        "CNAME to a private name",
        "https://in.shop.test/out",
        "router.home.test=192.168.1.1",
        "in.shop.test=router.home.test",
    ),
    Place(
        "CNAME chain of six",
        "https://in.shop.test/out",
        "f.test=10.0.0.1",
        "in.shop.test=a.test,a.test=b.test,b.test=c.test,c.test=d.test,d.test=f.test",
    ),
    Place("CNAME to localhost", "https://in.shop.test/out", "", "in.shop.test=localhost"),
    Place(
        "rebinding, another name",
        "https://flip.shop.test/out",
        "flip.shop.test=93.184.215.14;192.168.1.1",
        harmless=True,
    ),
    Place("rebinding, the page's own name", "/out", "shop.test=93.184.215.14;192.168.1.1"),
    Place("rebinding to nothing, then inside", "/out", "shop.test=93.184.215.14;none;127.0.0.1"),
    Place("rebinding by TTL 0 to IPv6", "/out", "shop.test=93.184.215.14;::1"),
    Place("on-link global IPv6", "https://nas.shop.test/out", "nas.shop.test=2a00:1:2:3::10"),
    Place("on-link global IPv6, literal", "https://[2a00:1:2:3::10]/out"),
    Place("on-link public IPv4", "https://nas.shop.test/out", "nas.shop.test=45.1.2.77"),
    Place("port 22", "https://shop.test:22/out"),
    Place("port 8443 of a public name", "https://shop.test:8443/out"),
    Place("port 0 and a sign", "https://shop.test:+443/out"),
    Place("down to http", "http://shop.test/out"),
    Place("userinfo", "https://shop.test@192.168.1.1/out"),
    Place("userinfo with a password", "https://shop.test:443@192.168.1.1/out"),
    Place("backslash", "https://shop.test\\@192.168.1.1/out"),
    Place("host in escapes", "https://%31%39%32.168.1.1/out"),
    Place("escaped dots", "https://192%2e168%2e1%2e1/out"),
    Place("full-width dots", "https://192\u3002168\uff0e1\uff611/out"),
    Place("circled digits", "https://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/out"),
    Place("soft hyphen in localhost", "https://loc\xadalhost/out"),
    Place("decimal number", "https://3232235777/out"),
    Place("hexadecimal number", "https://0xc0a80101/out"),
    Place("octal number", "https://0300.0250.1.1/out"),
    Place("short number", "https://192.168.257/out"),
    Place("very long host", f"https://{'a.' * 400}192.168.1.1/out"),
    Place("very long URL", f"https://192.168.1.1/{'x' * 9_000}", harmless=True),
    Place("single label", "https://router/out", "router=192.168.1.1"),
    Place("trailing dot", "https://in.shop.test./out", "in.shop.test=192.168.1.1"),
    Place("mDNS name", "https://nas.local/out", "nas.local=192.168.1.5"),
    Place(
        "container's host", "https://host.docker.internal/out", "host.docker.internal=172.17.0.1"
    ),
    Place("MagicDNS name", "https://nas.tail1.ts.net/out", "nas.tail1.ts.net=100.101.102.103"),
    Place("name of the hosts file", "https://localhost.localdomain/out"),
    Place("zone in DNS", "https://in.shop.test/out", "in.shop.test=fe80::1%eth0"),
    Place("protocol-relative", "//192.168.1.1/out"),
    Place("one slash", "https:/192.168.1.1/out"),
    Place("three slashes", "https:///192.168.1.1/out"),
    Place("file", "file:///etc/passwd"),
    Place("gopher", "gopher://192.168.1.1:6379/_FLUSHALL"),
    Place("javascript", "javascript:fetch('https://192.168.1.1/')"),
)

# The special-purpose registries of IANA (RFC 6890 and its updates), multicast, and what was special once:
# written down here a second time, so that the guard's own table is not its own judge.
SPECIAL = (
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
    *("172.16.0.0/12", "192.0.0.0/24", "192.0.0.0/29", "192.0.0.8/32", "192.0.0.9/32"),
    *("192.0.0.10/32", "192.0.0.170/31", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24"),
    *("192.88.99.0/24", "192.88.99.2/32", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15"),
    *("198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32"),
    *("::/128", "::1/128", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96"),
    *("64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001::/32", "2001:1::1/128"),
    *("2001:1::2/128", "2001:1::3/128", "2001:2::/48", "2001:3::/32", "2001:4:112::/48"),
    *("2001:10::/28", "2001:20::/28", "2001:30::/28", "2001:db8::/32", "2002::/16"),
    *("2620:4f:8000::/48", "3ffe::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10"),
    *("fec0::/10", "ff00::/8"),
)
