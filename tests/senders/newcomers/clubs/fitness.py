"""A fitness app's web view: all of it is drawn by a script, which talks JSON."""

import json
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, data

_FIT = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8"><title>Stride</title>
<meta name="viewport" content="width=device-width,viewport-fit=cover"><style>
.xl{font-size:1.6em;padding:1em;background:#111;color:#fff}.t{border:0;background:none;text-decoration:underline}
.sheet{position:fixed;bottom:0;left:0;right:0;background:#fff;padding:2em}[hidden]{display:none}</style></head>
<body><div id="root"></div><noscript>[[noscript]]</noscript>
<script id="state" type="application/json">[[state]]</script>
<script>
(function () {
  var s = JSON.parse(document.getElementById('state').textContent), w = s.w;
  var root = document.getElementById('root');
  function h(tag, cls, text, click) {
    var e = document.createElement(tag); e.className = cls; e.textContent = text;
    if (click) { e.addEventListener('click', click); } return e;
  }
  function send(mode) {
    fetch('/api/v3/mail', {method: 'POST', headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({key: s.key, mode: mode})}).then(function (r) { r.ok ? end(mode) : oops(); });
  }
  function draw() { root.replaceChildren.apply(root, arguments); }
  function oops() { draw(h('p', '', w.oops)); }
  function end(mode) { draw(h('h1', '', w[mode + 'h']), h('p', '', w[mode + 't'] || '')); }
  function sheet() {
    var d = h('div', 'sheet', ''); d.setAttribute('role', 'dialog');
    d.append(h('h2', '', w.sure), h('button', 'xl', w.nope, start),
      h('button', 't', w.yes, function () { send('off'); }));
    root.append(d);
  }
  function start() {
    draw(h('h1', '', w.head), h('p', '', w.text), h('button', 'xl', w.keep, function () { send('all'); }),
      h('button', 't', w.recap, function () { send('recap'); }), h('button', 't', w.stop, sheet));
  }
  setTimeout(start, 150);
}());
</script></body></html>"""


class FitnessApp(Local):
    """A fitness app's web view: all of it is drawn by a script, which talks JSON."""

    name = "new-fitness"
    via = "browser"
    endable = Endable.BROWSER
    languages = ("en", "sv", "ko")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Too many emails?",
            "noscript": "Stride needs JavaScript.",
            "head": "Losing your streak?",
            "text": "People who read our mails move 23% more. Just saying.",
            "keep": "Keep me moving 💪",
            "recap": "Only the monthly recap",
            "stop": "Stop emailing me",
            "sure": "Sure sure?",
            "nope": "Nope, I'll stay",
            "yes": "Yep, stop",
            "offh": "Cool down.",
            "offt": "That's it, no more emails from Stride. Your workouts are still in the app.",
            "allh": "That's the spirit!",
            "allt": "You'll keep hearing from us.",
            "recaph": "Once a month it is.",
            "oops": "Something went wrong. Try again later.",
        },
        "sv": {
            "foot": "För många mejl?",
            "noscript": "Stride kräver JavaScript.",
            "head": "Ska du bryta din svit?",
            "text": "De som läser våra mejl rör sig 23 % mer. Bara så du vet.",
            "keep": "Fortsätt peppa mig 💪",
            "recap": "Bara månadens sammanfattning",
            "stop": "Sluta mejla mig",
            "sure": "Helt säker?",
            "nope": "Nej, jag är kvar",
            "yes": "Ja, sluta",
            "offh": "Dags att varva ner.",
            "offt": "Klart. Du får inga fler mejl från Stride.",
            "allh": "Grymt!",
            "allt": "Då fortsätter vi att höras.",
            "recaph": "En gång i månaden blir det.",
            "oops": "Något gick fel. Försök igen senare.",
        },
        "ko": {
            "foot": "메일이 너무 많나요?",
            "noscript": "JavaScript를 켜 주세요.",
            "head": "연속 기록을 멈추시겠어요?",
            "text": "메일을 읽는 회원은 23% 더 움직입니다.",
            "keep": "계속 받을래요 💪",
            "recap": "월간 요약만 받기",
            "stop": "메일 그만 받기",
            "sure": "정말 그만 받으시겠어요?",
            "nope": "아니요",
            "yes": "네, 그만 받을게요",
            "offh": "수고하셨어요.",
            "offt": "완료되었습니다. 이제 Stride에서 메일을 보내지 않습니다.",
            "allh": "좋아요!",
            "allt": "계속 소식을 보내 드릴게요.",
            "recaph": "한 달에 한 번만 보내 드릴게요.",
            "oops": "오류가 발생했습니다. 나중에 다시 시도해 주세요.",
        },
    }

    @property
    def way(self) -> str:
        return f"/m/mail/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                state = {"key": self.token, "w": dict(self.words[self.language])}
                return self.show(_FIT, state=json.dumps(state, ensure_ascii=False))
            case "POST", "/api/v3/mail":
                return self.sent(visit)
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        try:
            said = json.loads(visit.body)
        except ValueError:
            said = None
        if not isinstance(said, dict) or said.get("key") != self.token:
            return data({"error": "bad_request"}, 400)
        match said.get("mode"):
            case "off":
                self.leave()
            case "recap":
                self.wrong(Move.SETTLED, visit)
            case "all":
                self.join(visit)
            case _:
                return data({"error": "bad_mode"}, 422)
        return Reply(204)
