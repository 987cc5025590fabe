"""A public broadcaster: radios in a table, yes beside no, labels only in the head and for readers."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit, see

_WAVE = """<!DOCTYPE html><html lang="{{language}}"><head><meta charset="utf-8">
<title>{{title}} – {{brand}}</title><link rel="stylesheet" href="/core.css"></head>
<body><header role="banner"><a href="/" class="mark" title="{{home}}"><svg width="60" height="20"
 aria-hidden="true"><rect width="60" height="20"/></svg></a><nav><a href="/tv">TV</a> <a
 href="/radio">{{radio}}</a> <a href="/news">{{newsdesk}}</a> <a href="/login">{{login}}</a></nav>
</header><main>
<h1>{{title}}</h1><p>{{lead}}</p>
<form method="POST" action="/letters/save?id={{token}}" novalidate>
<input type="hidden" name="_csrf" value="{{slip}}">
<table><caption>{{caption}}</caption><thead><tr><td></td><th scope="col">{{yes}}</th><th
 scope="col">{{no}}</th></tr></thead><tbody>
{{{rows}}}
</tbody></table>
<p><input type="submit" value="{{save}}"> <input type="reset" value="{{reset}}"></p></form>
{{{said}}}
<section><h2>{{app}}</h2><p>{{app_text}}</p></section></main>
<footer><a href="/privacy">{{privacy}}</a><a href="/help">{{help}}</a><p>{{editor}}</p></footer>
</body></html>"""


_WAVE_ROW = """<tr><th scope="row">{{what}}<span class="sub">{{about}}</span></th>
<td><input type="radio" name="l[{{key}}]" value="1"{{{in}}} aria-label="{{what}}: {{yes}}"></td>
<td><input type="radio" name="l[{{key}}]" value="0"{{{out}}} aria-label="{{what}}: {{no}}"></td>
</tr>"""


_WAVE_SAID = """<p class="ok" id="ok" tabindex="-1">{{saved}}</p>"""


class WaveBand(Newcomer):
    """A public broadcaster: radios in a table, yes beside no, labels only in the head and for readers."""

    name = "wave-band"
    languages = ("nb", "nl", "ja")
    lists = ("morning", "culture")
    others = ("sport", "kids")
    words: ClassVar[Words] = {
        "nb": {
            "brand": "Rikskringen",
            "subject": "Morgenbrevet: dette bør du få med deg",
            "mail": "God morgen! Her er det viktigste før kaffen er klar.",
            "foot": "Velg bort Morgenbrevet",
            "title": "Brev fra redaksjonen",
            "lead": "Du bestemmer selv. Vi spør ikke hvorfor.",
            "caption": "Hva vil du ha på e-post?",
            "yes": "Ja takk",
            "no": "Nei takk",
            "morning": "Morgenbrevet",
            "morning_about": "hver dag kl. 06",
            "culture": "Kulturuka",
            "culture_about": "hver fredag",
            "sport": "Sportsrunden",
            "sport_about": "hver mandag",
            "kids": "Barnetimen",
            "kids_about": "en gang i måneden",
            "save": "Lagre",
            "reset": "Angre",
            "saved": "Svarene dine er lagret. Du får bare de brevene du har svart ja til.",
            "radio": "Radio",
            "newsdesk": "Nyheter",
            "app": "Visste du at vi har en app?",
            "app_text": "Alle programmene våre, uten reklame.",
            "editor": "Ansvarlig redaktør: Kari Oppdiktet",
        },
        "nl": {
            "brand": "Omroep Middenland",
            "subject": "De Ochtendpost: dit moet je weten",
            "mail": "Goedemorgen! Het belangrijkste nieuws bij de eerste koffie.",
            "foot": "Ochtendpost uitzetten",
            "title": "Post van de redactie",
            "lead": "Jij kiest. Wij vragen niet waarom.",
            "caption": "Wat mag er in je mailbox?",
            "yes": "Wel",
            "no": "Niet",
            "morning": "De Ochtendpost",
            "morning_about": "elke werkdag om 6 uur",
            "culture": "Cultuurweek",
            "culture_about": "op vrijdag",
            "sport": "Langs de lijn",
            "sport_about": "op maandag",
            "kids": "Kinderuurtje",
            "kids_about": "maandelijks",
            "save": "Opslaan",
            "reset": "Herstel",
            "saved": "Je keuze is bewaard. Wat op ‘niet’ staat, sturen we niet meer.",
            "radio": "Radio",
            "newsdesk": "Nieuws",
            "app": "Heb je onze app al?",
            "app_text": "Al onze programma’s, zonder reclame.",
            "editor": "Hoofdredactie: J. de Verzonne",
        },
        "ja": {
            "brand": "みなも放送",
            "subject": "けさのお便り 10月5日",
            "mail": "おはようございます。けさのニュースをお届けします。",
            "foot": "お便りの設定",
            "title": "番組からのお便り",
            "lead": "お届けするお便りをお選びください。",
            "caption": "お便りの一覧",
            "yes": "受け取る",
            "no": "受け取らない",
            "morning": "けさのお便り",
            "morning_about": "毎朝6時",
            "culture": "芸術の窓",
            "culture_about": "毎週金曜日",
            "sport": "スポーツ便り",
            "sport_about": "毎週月曜日",
            "kids": "こどもの時間",
            "kids_about": "毎月1回",
            "save": "この内容で登録する",
            "reset": "元に戻す",
            "saved": "設定を変更しました。「受け取らない」を選んだお便りは今後お届けしません。",
            "radio": "ラジオ",
            "newsdesk": "ニュース",
            "app": "公式アプリのご案内",
            "app_text": "全番組を見逃し配信でお楽しみいただけます。",
            "editor": "みなも放送協会",
        },
    }

    @property
    def way(self) -> str:
        return f"/letters?id={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.asks("id") != self.token:
            return self.around(visit) or self.unknown(visit)
        match visit.method, visit.path:
            case "GET", "/letters":
                return self.choices(said=bool(visit.asks("saved")))
            case "POST", "/letters/save":
                return self.saved(visit)
            case _:
                return self.unknown(visit)

    def saved(self, visit: Visit) -> Reply:
        if not self.honest(visit):
            return self.forbidden()
        for key in (*self.lists, *self.others):
            on = self.book[key] is Status.SUBSCRIBED
            match visit.sends(f"l[{key}]"):
                case "0" if on:
                    self.leave(key)
                case "1" if not on:
                    self.join(visit, key)
                case "0" | "1":
                    pass
                case _:
                    self.wrong(Move.TWISTED, visit)
        return see(f"/letters?id={self.token}&saved=1#ok", 303)

    def choices(self, *, said: bool) -> Reply:
        rows = []
        for key in (*self.lists, *self.others):
            on = self.book[key] is Status.SUBSCRIBED
            marks = {"in": " checked" if on else "", "out": "" if on else " checked"}
            what, about = self.own[key], self.own[f"{key}_about"]
            rows.append(self.text(_WAVE_ROW, key=key, what=what, about=about, **marks))
        slip = self.slip()
        return self.lay(
            _WAVE,
            cookies=self.session(),
            slip=slip,
            rows="\n".join(rows),
            said=self.text(_WAVE_SAID) if said else "",
        )
