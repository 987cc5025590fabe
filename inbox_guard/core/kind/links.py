"""What the links of a message give away: a target that hides, or another one than they show.

Pure and linear: links and text in, signs out; nothing is resolved or fetched. At most 200 links are read.
RFC 3986 §3.2 (authority), RFC 5890 (A-labels). A quote names a host, never a path: it may be a key.
"""

import re
from collections.abc import Sequence

from inbox_guard.core.address import Party, is_shared, organisation
from inbox_guard.core.body import Body, Link
from inbox_guard.core.kind.impostor import host_poses, lure_words
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.script import mixed_letters


def link_signs(links: Sequence[Link], text: str, author: Party | None) -> list[Seen]:
    """Return the signs of links that hide where they lead."""
    shown = [(host_of(link.url), link.text) for link in links[:_MOST]]
    shown += [(host_of(url), "") for url in _URL.findall(text)[:_MOST]]
    shown = [(host, label) for host, label in shown if host]
    if not shown:
        return []
    ours = organisation(author.domain) if author else ""
    seen: list[Seen] = []
    for host, label in shown:
        seen += _of_one(host, label, ours)
    kept = {sight.sign: sight for sight in reversed(seen)}
    own = any(organisation(host) == ours for host, _ in shown)
    if not own and author is not None and not is_shared(author.domain):
        kept["links-elsewhere"] = Seen("links-elsewhere", shown[0][0][:60])
    if (
        not own
        and len(_URL.sub("", text).strip()) < _BARE
        and len({host for host, _ in shown}) == 1
    ):
        kept["bare-link"] = Seen("bare-link", shown[0][0][:60])
    return list(kept.values())


def way_out_signs(links: Sequence[Link]) -> list[Seen]:
    """Return what the links of a body say: how many there are, and whether one leads off a list."""
    seen: list[Seen] = []
    if len({link.url for link in links}) > _MANY_LINKS:
        seen.append(Seen("many-links"))
    for link in links[-_LAST_LINKS:]:  # the way out stands at the end
        if way := _WAY_OUT.search(link.url):
            seen.append(Seen("unsubscribe-link", way.group()))
            break
    return seen


def body_disguise(words: Body) -> list[Seen]:
    """Return what a body hides apart from its links: cut words, buried prose, mixed letters, files that run."""
    seen: list[Seen] = []
    if words.cut_words > 1:
        seen.append(Seen("cut-words"))
    if words.buried >= _BURIED:
        seen.append(Seen("buried-words"))
    if word := mixed_letters(words.text[:_READ]):
        seen.append(Seen("mixed-letters", word[:60]))
    risky = next((name for name in words.files if name.endswith(_RISKY)), "")
    if risky:
        seen.append(Seen("risky-file", risky[:60]))
    return seen


def host_of(url: str) -> str:
    """Return the host of a web address in lower case, "" where there is none to be read."""
    found = _AUTHORITY.match(url.strip())
    if found is None:
        return ""
    host = found[1].rpartition("@")[2].lower()
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    host = host.partition(":")[0].strip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


_MANY_LINKS = 7  # the median newsletter of 2002 to 2017 that we read has 11, service mail at most 2
_LAST_LINKS = 12
_WAY_OUT = re.compile(
    r"unsub|opt[-_]?out|optout|abmeld|abbestell|austrag|d[eé]sinscri|d[eé]sabonn|dar[-_]?baja|/baja\b"
    r"|descadastr|disiscri|cancellati|afmeld|uitschrijv|wypis|odhlas|otpis|avregistr|avanmal|framelding"
    r"|peruuta|leiratkoz|dezabon|signoff|leave[-_/=]|remove[-_/=]",
    re.IGNORECASE,
)
_BURIED = 100  # characters; other layouts of a mail, which hide as well, repeat links and labels
_MOST = 200
_READ = 6_000
_RISKY = (
    *(".html", ".htm", ".shtml", ".xhtml", ".svg", ".hta", ".js", ".jse", ".vbs", ".vbe", ".wsf"),
    *(
        ".exe",
        ".scr",
        ".com",
        ".bat",
        ".cmd",
        ".ps1",
        ".lnk",
        ".url",
        ".iso",
        ".img",
        ".vhd",
        ".rar",
    ),
    *(
        ".r00",
        ".r01",
        ".z",
        ".7z",
        ".ace",
        ".gz",
        ".cab",
        ".jar",
        ".xlsm",
        ".docm",
        ".xlam",
        ".one",
    ),
)
_BARE = 160
_AUTHORITY = re.compile(r"https?:[/\\]{1,3}([^/\\?#\s\"<>]{1,300})", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]{3,500}", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:https?://)?((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,18})(?:[/?:#]\S*)?", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\[[0-9a-f:.]+\]|(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}", re.IGNORECASE
)
_SHORTENERS = frozenset(
    {"bit.ly", "tinyurl.com", "goo.gl", "t.co", "ow.ly", "is.gd", "cutt.ly", "rb.gy", "rebrand.ly"}
    | {"shorturl.at", "t.ly", "s.id", "tiny.cc", "bl.ink", "v.gd", "qrco.de", "clck.ru", "lnkd.in"}
    | {"kutt.it", "u.to", "shorter.me", "adf.ly", "short.gy", "buff.ly", "soo.gd", "x.gd", "n9.cl"}
)
_HOSTERS = frozenset(
    {
        "web.app",
        "firebaseapp.com",
        "pages.dev",
        "workers.dev",
        "r2.dev",
        "netlify.app",
        "vercel.app",
    }
    | {
        "weebly.com",
        "weeblysite.com",
        "wixsite.com",
        "blogspot.com",
        "glitch.me",
        "000webhostapp.com",
    }
    | {
        "ipfs.io",
        "dweb.link",
        "herokuapp.com",
        "azurewebsites.net",
        "web.core.windows.net",
        "repl.co",
    }
    | {"jotform.com", "typeform.com", "formstack.com", "forms.gle", "square.site", "webflow.io"}
    | {"translate.goog", "github.io", "telegra.ph", "ngrok.io", "ngrok-free.app", "duckdns.org"}
)
_FREE_ENDINGS = (
    "tk",
    "ml",
    "ga",
    "cf",
    "gq",
    "top",
    "xyz",
    "icu",
    "cyou",
    "sbs",
    "buzz",
    "click",
    "cfd",
)


def _of_one(host: str, label: str, ours: str) -> list[Seen]:
    seen: list[Seen] = []
    if _NUMBER.fullmatch(host):
        return [Seen("link-number", host[:60])]
    theirs = organisation(host)
    if theirs != ours and host_poses(host):
        seen.append(Seen("link-poses", host[:60]))
    if theirs in _SHORTENERS:
        seen.append(Seen("link-short", host[:60]))
    elif theirs in _HOSTERS or any(host.endswith("." + hoster) for hoster in _HOSTERS):
        seen.append(Seen("link-hosted", host[:60]))
    elif host.rpartition(".")[2] in _FREE_ENDINGS:
        seen.append(Seen("link-hosted", host[:60], share=0.6))
    if theirs != ours and lure_words(host):
        seen.append(Seen("link-lure", host[:60]))
    said = _LABEL.fullmatch(label.strip()) if "." in label and len(label) < 300 else None
    if said and organisation(said[1].lower()) not in (theirs, ours):
        seen.append(Seen("link-shows-other", f"{said[1][:40]} / {host[:40]}"))
    return seen
