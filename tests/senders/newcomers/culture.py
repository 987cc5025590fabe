"""What one does of an evening: the theatre, a festival, the wireless, the paper, the parish, the club."""

from dataclasses import replace
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable, Status
from tests.senders.traffic import Reply, Visit, see

# --- the theatre: two links that look like buttons ---

_STAGE = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="UTF-8"><title>{{title}}</title>
<meta property="og:title" content="{{brand}}"><link rel="icon" href="/favicon.ico">
<style>body{background:#1b0b0b;color:#f7e9d7;font-family:Georgia}.btn{border:1px solid}</style>
</head><body>
<div id="header"><div class="logo"><a href="/">{{brand}}</a></div>
<div class="menu"><div><a href="/season">{{season}}</a></div><div><a href="/tickets">{{tickets}}</a>
</div><div><a href="/house">{{house}}</a></div></div></div>
<div id="main"><div class="inner"><h1>{{head}}</h1>{{{inner}}}</div></div>
<div id="strip"><h4>{{strip}}</h4>
<form action="/subscribe" method="post"><input name="email" type="email" placeholder="{{mail_of}}"
 required><input type="submit" value="{{strip_go}}"></form></div>
<div id="footer">{{box}}<br><a href="/privacy">{{privacy}}</a> - <a href="/contact">{{contact}}</a>
<div class="social"><a href="https://video.example/stage" aria-label="YouTube"><svg
 viewBox="0 0 24 24"><path d="M3 3l18 9-18 9z"/></svg></a></div></div>
<script>console.log("bravo")</script></body></html>"""

_STAGE_ASK = """<p class="big">{{ask}}</p><p>{{alias}}</p>
<div class="buttons"><a role="button" class="btn btn-gold" href="encore?c={{token}}">{{stay}}</a>
<a role="button" class="btn" href="exit?c={{token}}&amp;act=3">{{go}}</a></div>"""

_STAGE_SAID = """<p>{{says}}</p><p><a href="/season">{{see_season}}</a></p>"""


class StageDoor(Newcomer):
    """A theatre: the promise of one click is not kept, a link ends it, and only the title says so."""

    name = "stage-door"
    languages = ("es", "cs", "it")
    one_click = True
    words: ClassVar[Words] = {
        "es": {
            "brand": "Teatro del Farol",
            "subject": "Octubre en el Farol: cinco estrenos",
            "mail": "Vuelve la temporada. Este mes levantamos el telón cinco veces.",
            "foot": "Salir por la puerta de artistas (baja)",
            "title_ask": "Boletín | Teatro del Farol",
            "head_ask": "¿Bajamos el telón?",
            "ask": "Si nos dices que sí, no volveremos a mandarte la programación.",
            "go": "Sí, telón",
            "stay": "¡Otra, otra!",
            "title_done": "Baja realizada: ya no recibirás el boletín",
            "head_done": "Telón",
            "done": "Gracias por tantas noches. Nos vemos en la taquilla.",
            "see_season": "Ver la temporada",
            "title_over": "Boletín | Teatro del Farol",
            "head_over": "La función ya terminó",
            "over": "Tu dirección ya no está en nuestra lista.",
            "season": "Temporada",
            "tickets": "Entradas",
            "house": "El teatro",
            "strip": "La programación, en tu buzón",
            "mail_of": "tu@correo",
            "strip_go": "Quiero recibirla",
            "box": "Taquilla: martes a domingo, de 17 a 21 h",
        },
        "cs": {
            "brand": "Divadlo Lucerna pod schody",
            "subject": "Říjen u nás: pět premiér",
            "mail": "Sezona je zpátky. Tento měsíc zvedneme oponu pětkrát.",
            "foot": "Nechci už program e-mailem",
            "title_ask": "Divadlo Lucerna pod schody",
            "head_ask": "Spustit oponu?",
            "ask": "Když ji spustíte, program už Vám do schránky chodit nebude.",
            "go": "Ano, oponu dolů",
            "stay": "Ještě přídavek!",
            "title_done": "Hotovo, program Vám už nebudeme posílat",
            "head_done": "Opona",
            "done": "Děkujeme za potlesk a těšíme se na Vás u pokladny.",
            "see_season": "Co hrajeme",
            "title_over": "Divadlo Lucerna pod schody",
            "head_over": "Už je dohráno",
            "over": "Vaši adresu v seznamu nemáme.",
            "season": "Repertoár",
            "tickets": "Vstupenky",
            "house": "O divadle",
            "strip": "Program do schránky",
            "mail_of": "vas@email",
            "strip_go": "Chci ho dostávat",
            "box": "Pokladna: út–ne 17–20 h",
        },
        "it": {
            "brand": "Teatro della Lanterna",
            "subject": "Ottobre in Lanterna: cinque debutti",
            "mail": "Riparte la stagione: questo mese il sipario si alza cinque volte.",
            "foot": "Uscire dalla mailing list",
            "title_ask": "Teatro della Lanterna – newsletter",
            "head_ask": "Cala il sipario?",
            "ask": "Se confermi, il cartellone non arriverà più nella tua casella.",
            "go": "Sì, giù il sipario",
            "stay": "Bis!",
            "title_done": "Cancellazione avvenuta: non riceverai più la newsletter",
            "head_done": "Sipario",
            "done": "Grazie di tutte le serate passate insieme. Ci vediamo in biglietteria.",
            "see_season": "Guarda il cartellone",
            "title_over": "Teatro della Lanterna – newsletter",
            "head_over": "Lo spettacolo è finito",
            "over": "Il tuo indirizzo non è più nella nostra lista.",
            "season": "Cartellone",
            "tickets": "Biglietti",
            "house": "Il teatro",
            "strip": "Il cartellone via mail",
            "mail_of": "tua@email",
            "strip_go": "Lo voglio",
            "box": "Biglietteria: mar–dom 17–20",
        },
    }

    @property
    def way(self) -> str:
        return f"/list/exit?c={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/subscribe" or visit.asks("c") != self.token:
            return self.around(visit) or self.unknown(visit)
        match visit.path:
            case "/list/encore":
                self.join(visit)
                return self.stage("ask", _STAGE_ASK)
            case "/list/exit" if self.ended:
                return self.stage("over", _STAGE_SAID)
            case "/list/exit" if visit.asks("act") == "3":
                self.leave(told=False)
                return self.stage("done", _STAGE_SAID)
            case "/list/exit":
                return self.stage("ask", _STAGE_ASK)
            case _:
                return self.unknown(visit)

    def stage(self, act: str, inner: str) -> Reply:
        own = self.own
        return self.lay(
            _STAGE,
            title=own[f"title_{act}"],
            head=own[f"head_{act}"],
            inner=self.text(inner, says=own[act]),
        )


# --- the festival: a dialog that asks whether one is sure ---

_CAMP = """<!doctype html>
<html lang={{language}}>
<meta charset=utf-8>
<meta name=viewport content="width=device-width,initial-scale=1">
<title>{{brand}} 2027</title>
<link rel=stylesheet href=/a/app.9f3c.css>
<body class="bg-sun text-ink">
<nav class="flex gap-4"><a href=/ class=font-black>{{brand}}</a><a href=/lineup>{{lineup}}</a>
<a href=/tickets>{{tickets}}</a><a href=/camping>{{camping}}</a></nav>
<main class="mx-auto max-w-lg py-20">
{{{inner}}}
</main>
<footer class="flex text-xs"><a href=/privacy>{{privacy}}</a><a href=/help>{{help}}</a>
<a href="https://photos.example/camp" title=Instagram><svg class=w-4 viewBox="0 0 4 4"><circle cx=2
 cy=2 r=2 /></svg></a><span>{{date}}</span></footer>
<div id=cc class="fixed bottom-0"><p>{{cookies}}</p><button type=button data-cc=1>{{accept}}</button>
<button type=button data-cc=0>{{decline}}</button></div>
<script>for(const b of document.querySelectorAll('[data-open]'))
b.onclick=()=>document.getElementById(b.dataset.open).showModal()</script>"""

_CAMP_ASK = """<h1 class="text-5xl font-black">{{head}}</h1>
<p class=mt-4>{{lead}}
<p class=mt-2>{{less}}
<button type=button data-open=sure class="mt-8 underline">{{open}}</button>
<dialog id=sure class="rounded-xl p-8"><h2>{{sure}}</h2><p>{{sure_text}}
<form method=post action="{{way}}"><input type=hidden name=_token value={{slip}}><input type=hidden
 name=_method value=DELETE><button class="btn-ghost">{{go}}</button></form>
<form method=dialog><button class="btn-primary" autofocus>{{stay}}</button></form></dialog>"""

_CAMP_DONE = """<div class="banner" role=status>{{done}}</div>
<h1 class="text-5xl font-black">{{bye}}</h1>
<p class=mt-4>{{bye_text}}
<form method=post action="{{way}}/undo" class=mt-8><input type=hidden name=_token value={{slip}}>
<p>{{oops}} <button class=underline>{{undo}}</button></form>"""


class FestivalCamp(Newcomer):
    """A festival: Laravel, a `<dialog>` with the form, the banner after a redirect, and an undo beside it."""

    name = "festival-camp"
    languages = ("pt", "sv", "da")
    words: ClassVar[Words] = {
        "pt": {
            "brand": "Maré Alta",
            "subject": "Os primeiros nomes do Maré Alta 2027",
            "mail": "O cartaz começa a ganhar forma. Bilhetes à venda na sexta.",
            "foot": "Sair da lista do festival",
            "lineup": "Cartaz",
            "tickets": "Bilhetes",
            "camping": "Campismo",
            "head": "Já vais?",
            "lead": "Era tão bom ter-te por cá. Novidades do cartaz, só para quem está na lista.",
            "less": "Prometemos: nunca mais de dois e-mails por mês.",
            "open": "Não quero mais e-mails",
            "sure": "Mesmo, mesmo?",
            "sure_text": "Ficas sem pré-venda e sem novidades.",
            "go": "Mesmo. Tirem-me da lista",
            "stay": "Pensando melhor, fico",
            "done": "Já não estás na lista. Não te enviamos mais nada.",
            "bye": "Até um dia destes",
            "bye_text": "Os bilhetes que já compraste continuam, claro, a valer.",
            "oops": "Foi sem querer?",
            "undo": "Põe-me outra vez na lista",
            "date": "8–11 de julho de 2027",
        },
        "sv": {
            "brand": "Ängsljud",
            "subject": "Första artistsläppet till Ängsljud 2027",
            "mail": "Tio akter är klara. Biljetterna släpps på fredag.",
            "foot": "Lämna festivallistan",
            "lineup": "Artister",
            "tickets": "Biljetter",
            "camping": "Camping",
            "head": "Drar du redan?",
            "lead": "Vi som hade det så fint. Artistsläppen går först till dem på listan.",
            "less": "Aldrig mer än två utskick i månaden, på heder och samvete.",
            "open": "Jag vill inte ha fler utskick",
            "sure": "Helt säkert?",
            "sure_text": "Då missar du förköpet.",
            "go": "Ja, stryk mig",
            "stay": "Nä, jag stannar",
            "done": "Du är struken från listan och får inga fler utskick.",
            "bye": "Vi ses i leran",
            "bye_text": "Biljetter du redan köpt gäller förstås ändå.",
            "oops": "Blev det fel?",
            "undo": "Sätt upp mig igen",
            "date": "8–11 juli 2027",
        },
        "da": {
            "brand": "Engbrus",
            "subject": "De første navne til Engbrus 2027",
            "mail": "Ti navne er på plakaten. Billetsalget åbner fredag.",
            "foot": "Forlad listen",
            "lineup": "Program",
            "tickets": "Billetter",
            "camping": "Camping",
            "head": "Går du allerede?",
            "lead": "Vi havde det ellers så hyggeligt. Navnene kommer først til folk på listen.",
            "less": "Højst to mails om måneden. Spejderære.",
            "open": "Jeg gider ikke flere mails",
            "sure": "Helt sikker?",
            "sure_text": "Så går du glip af forsalget.",
            "go": "Ja, slet mig fra listen",
            "stay": "Nej, jeg bliver",
            "done": "Du er slettet fra listen og hører ikke mere fra os.",
            "bye": "Vi ses i mudderet",
            "bye_text": "Billetter, du allerede har købt, gælder selvfølgelig stadig.",
            "oops": "Var det en fejl?",
            "undo": "Skriv mig på igen",
            "date": "8.–11. juli 2027",
        },
    }

    @property
    def way(self) -> str:
        return f"/bye/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                slip = self.slip()
                inner = self.text(_CAMP_DONE if self.ended else _CAMP_ASK, slip=slip)
                return self.lay(_CAMP, cookies=self.session(), inner=inner)
            case "POST", path if path in {self.way, f"{self.way}/undo"}:
                return self.posted(visit)
            case _:
                return self.around(visit) or self.unknown(visit)

    def posted(self, visit: Visit) -> Reply:
        if not self.honest(visit, "_token"):
            return self.forbidden()
        if visit.path.endswith("/undo"):
            self.join(visit)
        elif visit.sends("_method") == "DELETE":
            self.leave()
        return see(self.url(self.way), 303)


# --- the wireless: a table of yes and no ---

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


# --- the evening paper: a card for every newsletter, a rhythm in every card ---

_LEAF = """<!DOCTYPE html>
<html lang="{{language}}"><head><meta charset="utf-8"><title>{{title}} | {{brand}}</title>
<script async src="/ads/tag.js"></script><script type="application/ld+json">{"@type":"WebPage"}
</script></head><body><div class="ad" data-slot="top"></div>
<header class="masthead"><button type="button" aria-label="{{menu}}">☰</button><a href="/"
 class="title">{{brand}}</a><a class="sub" href="/offer">{{offer}}</a></header>
<section class="hub"><h1>{{title}}</h1><p>{{lead}} {{alias}}</p>{{{flash}}}
<div class="grid">
{{{cards}}}
</div>
<form class="allout" method="post" action="/hub/{{token}}/none"><label><input type="checkbox"
 name="agree" value="yes" required> {{none}}</label> <button type="submit">{{none_go}}</button>
</form></section>
<footer><a href="/privacy">{{privacy}}</a> | <a href="/terms">{{terms}}</a> | <a
 href="/contact">{{contact}}</a><p>© 2026 {{brand}}</p></footer></body></html>"""

_LEAF_CARD = """<article class="card"><img src="/i/{{key}}.webp" alt=""><h3>{{what}}</h3>
<p>{{about}}</p><form method="post" action="/hub/{{token}}/set"><input type="hidden" name="nl"
 value="{{key}}"><label class="vh" for="f-{{key}}">{{rhythm}}</label><select name="freq"
 id="f-{{key}}">{{{options}}}</select><button type="submit">{{apply}}</button></form></article>"""

_LEAF_FLASH = """<div class="flash" role="alert"><strong>{{says}}</strong></div>"""


class EveningLeaf(Newcomer):
    """A newspaper's letters: each a card with its own form and a select of rhythms; one box for none."""

    name = "evening-leaf"
    languages = ("pl", "ru", "fr")
    lists = ("evening", "weekend")
    others = ("books",)
    words: ClassVar[Words] = {
        "pl": {
            "brand": "Gazeta Wieczorna",
            "subject": "Wieczorem: pięć tekstów na dziś",
            "mail": "Dobry wieczór! Oto, co warto przeczytać przed snem.",
            "foot": "Zmień częstotliwość lub zrezygnuj z „Wieczorem”",
            "title": "Twoje newslettery",
            "offer": "Prenumerata od 9,90 zł",
            "lead": "Wysyłamy na adres",
            "evening": "Wieczorem",
            "evening_about": "Najlepsze teksty dnia. To ten list otworzyłeś.",
            "weekend": "Na weekend",
            "weekend_about": "Reportaże i rozmowy.",
            "books": "Półka",
            "books_about": "O książkach, co środę.",
            "rhythm": "Jak często",
            "daily": "codziennie",
            "weekly": "raz w tygodniu",
            "monthly": "raz w miesiącu",
            "never": "w ogóle",
            "apply": "Ustaw",
            "set": "Ustawione. Newslettera „{}” nie będziemy już wysyłać.",
            "changed": "Ustawione. Zmieniliśmy częstotliwość.",
            "none": "Nie chcę żadnych newsletterów redakcji",
            "none_go": "Rezygnuję",
            "none_said": "Zrezygnowano ze wszystkich newsletterów.",
            "missing": "Zaznacz pole, aby potwierdzić.",
        },
        "ru": {
            "brand": "Вечерний листок",
            "subject": "Вечером: пять историй за день",
            "mail": "Добрый вечер! Что стоит прочитать перед сном.",
            "foot": "Реже или никогда",
            "title": "Письма редакции",
            "offer": "Оформить подписку на газету",
            "lead": "Пишем вам на",
            "evening": "Вечером",
            "evening_about": "Главные тексты дня. Вы пришли из этого письма.",
            "weekend": "На выходные",
            "weekend_about": "Репортажи и интервью.",
            "books": "Полка",
            "books_about": "О книгах, по средам.",
            "rhythm": "Как часто",
            "daily": "каждый день",
            "weekly": "раз в неделю",
            "monthly": "раз в месяц",
            "never": "не присылать",
            "apply": "Применить",
            "set": "Готово: письмо «{}» больше приходить не будет.",
            "changed": "Готово: мы изменили частоту.",
            "none": "Не хочу получать никаких писем редакции",
            "none_go": "Отказаться от всего",
            "none_said": "Вы отказались от всех писем редакции.",
            "missing": "Поставьте галочку, чтобы подтвердить.",
        },
        "fr": {
            "brand": "La Feuille du Soir",
            "subject": "Ce soir : cinq articles à lire",
            "mail": "Bonsoir ! Notre sélection avant d’éteindre la lumière.",
            "foot": "Moins souvent, ou plus du tout",
            "title": "Vos lettres d’information",
            "offer": "S’abonner dès 1 €",
            "lead": "Envoyées à",
            "evening": "Ce soir",
            "evening_about": "Le meilleur du jour. C’est la lettre que vous venez d’ouvrir.",
            "weekend": "Le week-end",
            "weekend_about": "Grands reportages et entretiens.",
            "books": "L’étagère",
            "books_about": "Des livres, le mercredi.",
            "rhythm": "À quel rythme",
            "daily": "tous les jours",
            "weekly": "une fois par semaine",
            "monthly": "une fois par mois",
            "never": "plus jamais",
            "apply": "Appliquer",
            "set": "C’est noté : nous ne vous enverrons plus « {} ».",
            "changed": "C’est noté : le rythme est modifié.",
            "none": "Je ne souhaite plus aucune lettre de la rédaction",
            "none_go": "Tout arrêter",
            "none_said": "C’est noté : vous ne recevrez plus aucune lettre de la rédaction.",
            "missing": "Cochez la case pour confirmer.",
        },
    }

    @property
    def way(self) -> str:
        return f"/hub/{self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.hub()
            case "POST", path if path == f"{self.way}/set":
                return self.hub(self.set(visit))
            case "POST", path if path == f"{self.way}/none":
                if visit.sends("agree") != "yes":
                    return self.hub(self.own["missing"])
                self.leave(*self.lists)
                return self.hub(self.own["none_said"])
            case _:
                return self.around(visit) or self.unknown(visit)

    def set(self, visit: Visit) -> str:
        key, freq = visit.sends("nl") or "", visit.sends("freq") or ""
        if key not in self.book or freq not in {"daily", "weekly", "monthly", "never"}:
            self.wrong(Move.TWISTED, visit)
            return ""
        if freq == "never":
            if self.book[key] is Status.SUBSCRIBED:
                self.leave(key)
            return self.own["set"].format(self.own[key])
        if self.book[key] is not Status.SUBSCRIBED:
            self.join(visit, key)
        elif freq != "daily":
            self.wrong(Move.SETTLED, visit)
        return self.own["changed"]

    def hub(self, says: str = "") -> Reply:
        cards = [
            self.text(
                _LEAF_CARD,
                key=key,
                what=self.own[key],
                about=self.own[f"{key}_about"],
                options=self.options("daily" if status is Status.SUBSCRIBED else "never"),
            )
            for key, status in self.book.items()
        ]
        flash = self.text(_LEAF_FLASH, says=says) if says else ""
        return self.lay(_LEAF, flash=flash, cards="\n".join(cards))

    def options(self, chosen: str) -> str:
        return "".join(
            f'<option value="{key}"{" selected" if key == chosen else ""}>{self.own[key]}</option>'
            for key in ("daily", "weekly", "monthly", "never")
        )


# --- the parish: a script from another century, with two radios and an empty field ---

_PARISH = """<HTML>
<HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={{charset}}">
<TITLE>{{title}}</TITLE></HEAD>
<BODY BGCOLOR=#FFFFF0 TEXT=#333333 LINK=#006699>
<CENTER><FONT SIZE=5 COLOR=#663300><B>{{title}}</B></FONT><BR>
<IMG SRC=/img/line.gif WIDTH=480 HEIGHT=4 ALT=""><P>
{{{inner}}}
<HR WIDTH=480><A HREF=/index.html>{{back_home}}</A> | <A HREF="/bbs/bbs.cgi">{{board}}</A> |
<A HREF=/access.html>{{map}}</A>
<P><FONT SIZE=1>{{made}}</FONT></CENTER>
</BODY></HTML>"""

_PARISH_ASK = """{{lead}}
<FORM ACTION=mm.cgi METHOD=POST>
<INPUT TYPE=hidden NAME=bk VALUE=1><INPUT TYPE=hidden NAME=act VALUE=check>
<TABLE BORDER=1 CELLPADDING=5 WIDTH=480>
<TR><TD BGCOLOR=#EEDDBB>{{field}}<TD><INPUT TYPE=text NAME=mail SIZE=32 VALUE="">
<TR><TD BGCOLOR=#EEDDBB>{{which}}<TD><INPUT TYPE=radio NAME=mode VALUE=add CHECKED>{{add}}
<INPUT TYPE=radio NAME=mode VALUE=del>{{del}}
</TABLE>
<P><INPUT TYPE=submit VALUE="{{send}}"> <INPUT TYPE=reset VALUE="{{clear}}">
</FORM>"""

_PARISH_CHECK = """{{sure}}
<TABLE BORDER=1 CELLPADDING=5 WIDTH=480>
<TR><TD BGCOLOR=#EEDDBB>{{field}}<TD>{{mail_given}}
<TR><TD BGCOLOR=#EEDDBB>{{which}}<TD><B>{{mode_said}}</B>
</TABLE>
<TABLE><TR><TD><FORM ACTION=mm.cgi METHOD=POST><INPUT TYPE=hidden NAME=bk VALUE=1>
<INPUT TYPE=hidden NAME=act VALUE=run><INPUT TYPE=hidden NAME=mail VALUE="{{mail_given}}">
<INPUT TYPE=hidden NAME=mode VALUE={{mode}}><INPUT TYPE=submit VALUE="{{yes}}"></FORM>
<TD><FORM ACTION=mm.cgi METHOD=GET><INPUT TYPE=hidden NAME=bk VALUE=1><INPUT TYPE=submit
 VALUE="{{no}}"></FORM></TABLE>"""

_PARISH_SAID = """<FONT COLOR=#990000>{{says}}</FONT>"""


class ParishLetter(Newcomer):
    """A parish on a CGI mailing program: join or leave by radio, the address typed, then "is this right?".

    The link of the letter carries no token, the radio stands at "join", and two of the three pages
    are in the charset of their time.
    """

    name = "parish-letter"
    languages = ("ja", "zh", "ko")
    words: ClassVar[Words] = {
        "ja": {
            "charset": "Shift_JIS",
            "subject": "【寺報メール】十月の行事",
            "mail": "秋も深まってまいりました。今月の法話会のご案内です。",
            "foot": "配信の停止はこちらのページから",
            "title": "光照寺 寺報メール",
            "lead": "寺報メールの登録・停止のお手続きができます。",
            "field": "メールアドレス",
            "which": "お手続き",
            "add": "新規に申し込む",
            "del": "配信を止める",
            "send": "次へ進む",
            "clear": "書き直す",
            "sure": "以下の内容でお間違いありませんか。",
            "yes": "はい",
            "no": "いいえ、戻ります",
            "gone": "配信を止めました。長らくのご愛読、ありがとうございました。",
            "added": "お申し込みを承りました。",
            "unknown": "このアドレスは名簿にございません。",
            "empty": "メールアドレスをご記入ください。",
            "back_home": "トップへ",
            "board": "掲示板",
            "map": "交通案内",
            "made": "光照寺ホームページ係 (1999年開設)",
        },
        "zh": {
            "charset": "UTF-8",
            "subject": "恩泉堂周讯 第四十一期",
            "mail": "平安！本周聚会安排与代祷事项如下。",
            "foot": "周讯登记或取消",
            "title": "恩泉堂周讯邮件",
            "lead": "请填写邮箱，并选择要办理的事项。",
            "field": "电子邮箱",
            "which": "办理事项",
            "add": "我要登记",
            "del": "不再接收",
            "send": "下一步",
            "clear": "重填",
            "sure": "请核对以下内容：",
            "yes": "没错",
            "no": "返回修改",
            "gone": "已为您取消，周讯以后不再寄到您的邮箱。愿平安与您同在。",
            "added": "登记成功，欢迎您！",
            "unknown": "名单中没有这个邮箱。",
            "empty": "请填写邮箱。",
            "back_home": "返回首页",
            "board": "留言板",
            "map": "交通指引",
            "made": "恩泉堂资讯组制作",
        },
        "ko": {
            "charset": "EUC-KR",
            "subject": "[주보메일] 10월 첫째 주 소식",
            "mail": "샬롬! 이번 주 예배와 모임 안내를 드립니다.",
            "foot": "주보메일 신청·중단",
            "title": "샘물교회 주보메일",
            "lead": "주보메일을 새로 신청하시거나 그만 받으실 수 있습니다.",
            "field": "메일 주소",
            "which": "선택",
            "add": "신청합니다",
            "del": "그만 받겠습니다",
            "send": "다음",
            "clear": "다시 쓰기",
            "sure": "아래 내용이 맞습니까?",
            "yes": "예, 맞습니다",
            "no": "아니오",
            "gone": "주보메일을 더 이상 보내 드리지 않겠습니다. 그동안 감사했습니다.",
            "added": "신청되었습니다.",
            "unknown": "명단에 없는 주소입니다.",
            "empty": "메일 주소를 적어 주세요.",
            "back_home": "처음으로",
            "board": "게시판",
            "map": "오시는 길",
            "made": "샘물교회 전산부",
        },
    }

    @property
    def way(self) -> str:
        return "/cgi-bin/mm/mm.cgi?bk=1"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/cgi-bin/mm/mm.cgi":
            return self.unknown(visit)
        if visit.method == "GET":
            return self.old(_PARISH_ASK)
        given, mode = visit.sends("mail") or "", visit.sends("mode") or ""
        if not given:
            return self.old(_PARISH_SAID, says=self.own["empty"])
        if mode not in {"add", "del"}:
            self.wrong(Move.TWISTED, visit)
            return self.old(_PARISH_ASK)
        if mode == "del" and (given.lower() != self.alias or self.ended):
            return self.old(_PARISH_SAID, says=self.own["unknown"])
        if visit.sends("act") != "run":
            said = self.own[mode]
            return self.old(_PARISH_CHECK, mail_given=given, mode=mode, mode_said=said)
        if mode == "add":
            self.join(visit)
            return self.old(_PARISH_SAID, says=self.own["added"])
        self.leave()
        return self.old(_PARISH_SAID, says=self.own["gone"])

    def old(self, inner: str, **more: str) -> Reply:
        """A page in its own charset; the Japanese server leaves it to the META tag to say so."""
        charset = self.own["charset"]
        made = self.lay(_PARISH, inner=self.text(inner, **more))
        kind = "text/html" if self.language == "ja" else f"text/html; charset={charset}"
        return replace(made, body=made.body.decode().encode(charset), kind=kind)


# --- the club: letters in a picture ---

_CLUB = """<!DOCTYPE html>
<html lang="{{language}}" dir="ltr"><head><base href="{{{base}}}"><meta charset="utf-8">
<meta name="generator" content="Joomla! - Open Source Content Management">
<title>{{brand}} - {{title}}</title><link href="/media/acym/css/front.min.css" rel="stylesheet">
</head><body class="site com_acym view-frontusers"><div class="body"><div class="container">
<header><a class="brand" href="/"><span>{{brand}}</span></a>
<ul class="nav menu"><li><a href="/matches">{{matches}}</a></li><li><a href="/table">{{standing}}</a>
</li><li><a href="/join">{{member}}</a></li></ul></header>
<div class="row"><main class="span9">{{{message}}}
<form id="acym_form" action="index.php?option=com_acym&amp;task=unsubscribe" method="post">
<h2>{{title}}</h2><p>{{text}}</p>
<div class="acym__field"><label for="em">{{field}}</label><input type="text" id="em"
 name="user[email]" value="{{alias}}" disabled></div>
<div class="acym__captcha"><img src="index.php?option=com_acym&amp;task=captcha" width="140"
 height="40" alt="{{picture}}"><br><label for="cp">{{type}}</label>
<input type="text" id="cp" name="acym_captcha" size="8" autocomplete="off" required></div>
<input type="hidden" name="key" value="{{token}}"><input type="hidden" name="{{slip}}" value="1">
<button type="submit" class="btn">{{go}}</button></form></main>
<aside class="span3"><div class="moduletable"><h3>{{next}}</h3><p>{{next_match}}</p></div>
<div class="moduletable"><h3>{{sponsors}}</h3><a href="https://brew.example/"><img
 src="/images/brew.png" alt="Brew"></a></div></aside></div></div></div>
<footer><p class="pull-right"><a href="#top">↑</a></p><p>© 2026 {{brand}}</p></footer>
</body></html>"""

_CLUB_MESSAGE = """<div id="system-message-container"><div class="alert alert-error">
<h4 class="alert-heading">{{oh}}</h4><p>{{says}}</p></div></div>"""


class HomeGround(Newcomer):
    """A sport club on a Joomla mailer: the question wants the letters of a picture typed in."""

    name = "home-ground"
    endable = Endable.NOT
    languages = ("tr", "fr", "ru")
    words: ClassVar[Words] = {
        "tr": {
            "brand": "Hayalispor Kulübü",
            "subject": "Pazar günü derbi var!",
            "mail": "Tribünler hazır. Kadro, biletler ve servis saatleri burada.",
            "foot": "Kulüp bülteninden ayrıl",
            "title": "Tribünden ayrılıyor musun?",
            "text": "Bülteni artık almak istemiyorsan aşağıdaki kodu yazıp onayla.",
            "field": "E-posta",
            "picture": "Güvenlik kodu",
            "type": "Resimde gördüğün karakterler",
            "go": "Ayrıl",
            "oh": "Hata",
            "says": "Güvenlik kodu yanlış. Lütfen yeniden dene.",
            "matches": "Fikstür",
            "standing": "Puan durumu",
            "member": "Üye ol",
            "next": "Sıradaki maç",
            "next_match": "11 Ekim Pazar 19.00",
            "sponsors": "Sponsorlarımız",
            "done": "Bültenden ayrıldın.",
        },
        "fr": {
            "brand": "AS Bourg-Inventé",
            "subject": "Derby dimanche : tous au stade !",
            "mail": "Composition, billetterie et horaires des navettes.",
            "foot": "Quitter la lettre du club",
            "title": "Vous quittez le terrain ?",
            "text": "Pour ne plus recevoir la lettre du club, recopiez le code puis validez.",
            "field": "E-mail",
            "picture": "Code de sécurité",
            "type": "Caractères de l’image",
            "go": "Valider ma sortie",
            "oh": "Erreur",
            "says": "Le code recopié est incorrect. Réessayez.",
            "matches": "Calendrier",
            "standing": "Classement",
            "member": "Prendre sa licence",
            "next": "Prochain match",
            "next_match": "Dimanche 11 octobre, 15 h",
            "sponsors": "Nos partenaires",
            "done": "Vous ne recevrez plus la lettre du club.",
        },
        "ru": {
            "brand": "ФК «Выдумка»",
            "subject": "В воскресенье дерби!",
            "mail": "Состав, билеты и расписание автобусов.",
            "foot": "Больше не присылать новости клуба",
            "title": "Покидаете трибуну?",
            "text": "Чтобы не получать новости клуба, введите код с картинки и нажмите кнопку.",
            "field": "Эл. почта",
            "picture": "Защитный код",
            "type": "Символы с картинки",
            "go": "Покинуть",
            "oh": "Ошибка",
            "says": "Код введён неверно. Попробуйте ещё раз.",
            "matches": "Календарь",
            "standing": "Таблица",
            "member": "Стать членом клуба",
            "next": "Следующий матч",
            "next_match": "Воскресенье, 11 октября, 17:00",
            "sponsors": "Партнёры",
            "done": "Новости клуба больше не придут.",
        },
    }

    @property
    def way(self) -> str:
        return f"/index.php?option=com_acym&view=frontusers&layout=unsubscribe&key={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/index.php":
            return self.around(visit) or self.unknown(visit)
        match visit.method, visit.asks("task"):
            case "GET", "captcha":
                return Reply(200, b"GIF89a\x01\x00\x01\x00\x00\x00\x00;", kind="image/gif")
            case "GET", _ if visit.asks("key") == self.token:
                return self.question()
            case "POST", "unsubscribe":
                return self.sent(visit)
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        slip = self.secret(f"slip {self._slips}")
        if visit.sends("key") != self.token or visit.sends(slip) != "1":
            return self.forbidden()
        if visit.sends("acym_captcha") == self.secret("captcha")[:5]:
            self.leave()
            return self.question(self.own["done"], oh="")
        if visit.sends("acym_captcha"):
            self.wrong(Move.TWISTED, visit)
        return self.question(self.own["says"])

    def question(self, says: str = "", **more: str) -> Reply:
        slip = self.slip()
        message = self.text(_CLUB_MESSAGE, says=says, **more) if says else ""
        return self.lay(
            _CLUB, cookies=self.session(), base=self.url("/"), slip=slip, message=message
        )
