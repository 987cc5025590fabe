"""An open-source project's own tool: terse, and the drop is only queued (202, plain text)."""

from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit, data, see, text

_TOOL = """<!doctype html><meta charset=utf-8><html lang=[[lang]]><title>subscription [[short]]</title>
<style>body{font:14px/1.4 monospace;max-width:70ch;margin:2em auto}form{display:inline}</style>
<p><a href=/>lists.[[domain]]</a> / <a href=/release-announce/>release-announce</a> / [[short]]
<h3>[[short]]</h3>
<pre>
[[list]]     release-announce
[[addr]]     a**@home.test
[[since]]    2024-03-02
[[state]]    [[now]]
</pre>
[[forms]]
<p><a href=/s/[[token]].json>json</a> | <a href=/release-announce/atom.xml>atom</a> |
 <a href=https://code.example/lists/issues>[[bugs]]</a>
<hr><small>[[version]]</small>"""


_TOOL_FORMS = """<form method=post action=/s/[[token]]/digest><input type=hidden name=csrf value=[[slip]]>
<button>[[digest]]</button></form>
<form method=post><input type=hidden name=csrf value=[[slip]]><input type=hidden name=op value=drop>
<button>[[drop]]</button></form>
<form method=post action=/s/[[token]]/rotate><input type=hidden name=csrf value=[[slip]]>
<button>[[rotate]]</button></form>"""


_TOOL_AGAIN = """<form method=post><input type=hidden name=csrf value=[[slip]]><input type=hidden name=op
 value=add>
<button>[[add]]</button></form>"""


class ProjectTool(Local):
    """An open-source project's own tool: terse, and the drop is only queued (202, plain text)."""

    name = "new-project"
    languages = ("en", "cs", "zh")
    words: ClassVar[Words] = {
        "en": {
            "foot": "sub",
            "list": "list ",
            "addr": "addr ",
            "since": "since",
            "state": "state",
            "active": "active",
            "removed": "removed",
            "digest": "monthly digest instead",
            "drop": "drop subscription",
            "rotate": "rotate key",
            "add": "re-add",
            "bugs": "bugs",
            "version": "mlctl 0.9.3. No tracking, no images, no nonsense.",
            "queued": "202 queued: drop release-announce\nruns within 10 minutes\n",
            "stale": "403 stale form, go back and reload",
        },
        "cs": {
            "foot": "správa odběru",
            "list": "seznam ",
            "addr": "adresa ",
            "since": "od     ",
            "state": "stav   ",
            "active": "aktivní",
            "removed": "odstraněn",
            "digest": "raději měsíční souhrn",
            "drop": "zrušit odběr",
            "rotate": "vygenerovat nový klíč",
            "add": "obnovit",
            "bugs": "nahlásit chybu",
            "version": "mlctl 0.9.3. Bez sledování, bez obrázků.",
            "queued": "202 zařazeno do fronty: zrušení release-announce\nprovede se do 10 minut\n",
            "stale": "403 formulář vypršel, načtěte stránku znovu",
        },
        "zh": {
            "foot": "管理订阅",
            "list": "列表",
            "addr": "地址",
            "since": "起始",
            "state": "状态",
            "active": "有效",
            "removed": "已移除",
            "digest": "改为每月摘要",
            "drop": "取消订阅",
            "rotate": "更换密钥",
            "add": "恢复",
            "bugs": "反馈问题",
            "version": "mlctl 0.9.3。无跟踪,无图片。",
            "queued": "202 已加入队列:取消订阅 release-announce\n将在 10 分钟内处理\n",
            "stale": "403 表单已过期,请刷新页面",
        },
    }

    @property
    def way(self) -> str:
        return f"/s/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.state()
            case "GET", path if path == f"{self.way}.json":
                return data({"list": "release-announce", "active": self.on("news")})
            case "POST", path if path.startswith(self.way):
                return self.sent(visit, path.removeprefix(self.way))
            case "GET", "/" | "/release-announce/":
                return self.show("<!doctype html><title>lists</title><h3>release-announce</h3>")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit, what: str) -> Reply:
        if not self.honest(visit, "csrf"):
            return text(self.t("stale"), 403)
        match what, visit.sends("op"):
            case "", "drop":
                self.leave(told=False)
                return text(self.t("queued"), 202)
            case "", "add":
                self.join(visit)
            case "/digest", _:
                self.wrong(Move.SETTLED, visit)
        return see(self.way, 303)

    def state(self) -> Reply:
        slip = self.slip()
        forms = self.put(_TOOL_AGAIN if self.ended else _TOOL_FORMS, slip=slip)
        return self.show(
            _TOOL,
            cookies=self.session(),
            short=self.token[:8],
            now=escape(self.t("removed" if self.ended else "active")),
            forms=forms,
        )
