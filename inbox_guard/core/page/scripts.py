"""What the scripts inside a page plainly do with its forms and its address. No script is ever run.

Pure: script text in, facts out. Only what can be read with certainty counts: a form that is sent, a
literal method or action, a page that does nothing but lead to another one.
"""

import re
from dataclasses import dataclass

_SENDS = re.compile(r"\.(?:submit|requestSubmit|click)\s*\(\s*\)")
_METHOD = re.compile(r"\.method\s*=\s*[\"'](post|get)[\"']", re.IGNORECASE)
_ACTION = re.compile(r"\.action\s*=(?!=)\s*([^;\n}]{1,500})")
_LITERAL = re.compile(r"[\"']([^\"'\\]{0,500})[\"']")
_HERE = re.compile(r"(?:window\.|document\.)?location\.(pathname|href)")
_GO = (
    r"(?:(?:window|document|self|top)\.)?location(?:\.href)?=[\"']([^\"'\\]{1,2000})[\"'];?"
    r"|(?:(?:window|document|self|top)\.)?location\.(?:replace|assign)\([\"']([^\"'\\]{1,2000})[\"']\);?"
)
_ONLY_GOES = re.compile(
    rf"(?:{_GO})"
    rf"|(?:window\.)?setTimeout\((?:function\(\)|\(\)=>)\{{(?:{_GO})\}},\d{{1,6}}\);?"
    rf"|window\.onload=(?:function\(\)|\(\)=>)\{{(?:{_GO})\}};?"
    rf"|\(?(?:function\(\)|\(\)=>)\{{(?:{_GO})\}}\)?\(\)\)?;?"
)
_COMMENT = re.compile(r"/\*[^*]{0,2000}\*/|(?:^|(?<=[\s;{}]))//[^\n]{0,2000}|<!--|-->")
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the scripts do. `action` is "" when it is not set; `elusive`: it is set to what cannot be read.

    `text` is the text of the scripts that touch forms, to see which form they name.
    """

    sends: bool = False
    method: str = ""
    action: str = ""
    elusive: bool = False
    leads_to: str = ""
    text: str = ""


def deeds(scripts: list[str], url: str) -> Deeds:
    """Read the inline scripts of a page that came from `url`."""
    touching: list[str] = []
    leads_to = ""
    for script in scripts:
        text = _COMMENT.sub(" ", script[:_MOST])
        leads_to = leads_to or _only_goes(text)
        if _SENDS.search(text) or _METHOD.search(text) or _ACTION.search(text):
            touching.append(text)
    text = "\n".join(touching)[:_MOST]
    method = _METHOD.search(text)
    action = _ACTION.search(text)
    target, elusive = _readable(action[1].strip(), url) if action else ("", False)
    return Deeds(
        sends=bool(_SENDS.search(text)),
        method=method[1].lower() if method else "",
        action=target,
        elusive=elusive,
        leads_to=leads_to,
        text=text,
    )


def refresh(content: str) -> str:
    """Return where a ``<meta http-equiv=refresh>`` leads; "" when it reloads the page or waits too long.

    HTML Living Standard, "Refresh state"; a wait of over 60 s is a page kept fresh, not a redirect.
    """
    seconds, _, rest = content.strip()[:4_000].replace(",", ";", 1).partition(";")
    wait = seconds.strip().partition(".")[0]
    if not (wait.isascii() and wait.isdigit()) or len(wait) > 4 or int(wait) > 60:
        return ""
    rest = rest.strip()
    if rest[:3].lower() == "url":
        rest = rest[3:].lstrip().removeprefix("=").strip()
    return rest.strip("\"'").strip()


def _only_goes(script: str) -> str:
    if len(script) > 4_000:
        return ""
    found = _ONLY_GOES.fullmatch(re.sub(r"\s+", "", script))
    return next((target for target in found.groups() if target), "") if found else ""


def _readable(value: str, url: str) -> tuple[str, bool]:
    if literal := _LITERAL.fullmatch(value):
        return literal[1], False
    if here := _HERE.fullmatch(value):
        return (url.partition("?")[0] if here[1] == "pathname" else url), False
    return "", True
