"""A platform for donations: switches whose words stand apart, a toast, a gift that is nobody's business."""

from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit, see

_CHARITY = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8">
<title>[[title]] | Givenest</title>
<link rel="preconnect" href="https://cdn.example"><style>
.switch input{position:absolute;opacity:0}.switch .slider{display:inline-block;width:40px;height:20px}
.toast{position:fixed;bottom:1rem;right:1rem}.danger{border:1px solid red}</style></head><body>
<div id="app"><header class="gn-top"><a href="/" title="Givenest"><svg width="32" height="32" role="img">
<circle cx="16" cy="16" r="12"/></svg></a><a href="/discover">[[discover]]</a><a href="/start">[[start]]</a>
<div class="lang"><a hreflang="en" href="?lang=en">EN</a> <a hreflang="it" href="?lang=it">IT</a></div></header>
[[toast]]<main><h1>[[title]]</h1><p>[[alias]]</p>
<form id="prefs" method="post" action="/me/[[token]]/mail"><input type="hidden" name="_csrf" value="[[slip]]">
[[rows]]
<div class="row"><div><span id="l9">[[receipts]]</span><small>[[always]]</small></div>
<label class="switch"><input type="checkbox" checked disabled aria-labelledby="l9"><span class="slider"></span>
</label>
</div>
<div class="sticky"><button class="btn btn-solid" type="submit">[[save]]</button>
<button class="btn btn-ghost" type="submit" formaction="/me/[[token]]/mail/none">[[none]]</button></div></form>
<section class="danger"><h2>[[gift]]</h2><p>[[gifttext]]</p>
<form method="post" action="/me/[[token]]/gift/cancel"><input type="hidden" name="_csrf" value="[[slip]]">
<button class="btn">[[giftcancel]]</button></form>
<a href="/me/[[token]]/export">[[data]]</a></section></main>
<footer><a href="/terms">[[terms]]</a> © Givenest</footer></div></body></html>"""


_CHARITY_ROW = """<div class="row"><div class="txt"><span id="l[[n]]">[[label]]</span><small>[[small]]</small>
</div>
<label class="switch" for="t[[n]]"><input id="t[[n]]" type="checkbox" name="on" value="[[value]]"[[ticked]]
 aria-labelledby="l[[n]]"><span class="slider"></span></label></div>"""


class CharityPlatform(Local):
    """A platform for donations: switches whose words stand apart, a toast, a gift that is nobody's business."""

    name = "new-charity"
    languages = ("en", "it", "pt", "cs")
    lists = ("news", "platform")
    others = ("partners",)
    words: ClassVar[Words] = {
        "en": {
            "foot": "Email settings",
            "title": "What lands in your inbox",
            "discover": "Discover causes",
            "start": "Start a fundraiser",
            "l-news": "Stories from Harbour Lifeboats",
            "s-news": "Every other week",
            "l-platform": "Ideas from Givenest",
            "s-platform": "Now and then",
            "l-partners": "Our partners' campaigns",
            "s-partners": "Hand-picked",
            "receipts": "Receipts and security",
            "always": "Always on",
            "save": "Done",
            "none": "Mute everything",
            "gift": "Monthly gift",
            "gifttext": "You give €10 a month to Harbour Lifeboats.",
            "giftcancel": "Cancel",
            "data": "Export my data",
            "terms": "Terms",
            "t-news": "Got it. Harbour Lifeboats won't be in your inbox any more.",
            "t-none": "All quiet. We've switched off every optional email.",
            "t-same": "Saved.",
        },
        "it": {
            "foot": "Gestisci le tue email",
            "title": "Cosa vuoi ricevere",
            "discover": "Scopri le cause",
            "start": "Crea una raccolta",
            "l-news": "Le storie di Scialuppe del Porto",
            "s-news": "Ogni due settimane",
            "l-platform": "Idee da Givenest",
            "s-platform": "Di tanto in tanto",
            "l-partners": "Campagne dei nostri partner",
            "s-partners": "Selezionate per te",
            "receipts": "Ricevute e sicurezza",
            "always": "Sempre attive",
            "save": "Salva le modifiche",
            "none": "Disattiva tutto",
            "gift": "Donazione mensile",
            "gifttext": "Doni 10 € al mese a Scialuppe del Porto.",
            "giftcancel": "Interrompi la donazione",
            "data": "Esporta i miei dati",
            "terms": "Condizioni",
            "t-news": "Fatto! Non riceverai più le storie di Scialuppe del Porto.",
            "t-none": "Fatto! Abbiamo disattivato tutte le email facoltative.",
            "t-same": "Modifiche salvate.",
        },
        "pt": {
            "foot": "Preferências de e-mail",
            "title": "O que chega à sua caixa de entrada",
            "discover": "Descobrir causas",
            "start": "Criar uma campanha",
            "l-news": "Histórias dos Salva-Vidas do Porto",
            "s-news": "De quinze em quinze dias",
            "l-platform": "Ideias da Givenest",
            "s-platform": "De vez em quando",
            "l-partners": "Campanhas dos nossos parceiros",
            "s-partners": "Escolhidas a dedo",
            "receipts": "Recibos e segurança",
            "always": "Sempre ativo",
            "save": "Guardar",
            "none": "Desligar tudo",
            "gift": "Donativo mensal",
            "gifttext": "Doa 10 € por mês aos Salva-Vidas do Porto.",
            "giftcancel": "Cancelar donativo",
            "data": "Exportar os meus dados",
            "terms": "Termos",
            "t-news": "Feito. Os Salva-Vidas do Porto já não lhe vão escrever.",
            "t-none": "Feito. Desligámos todos os e-mails opcionais.",
            "t-same": "Guardado.",
        },
        "cs": {
            "foot": "Nastavení e-mailů",
            "title": "Co vám máme posílat",
            "discover": "Objevte sbírky",
            "start": "Založit sbírku",
            "l-news": "Příběhy Vodní záchranky",
            "s-news": "Jednou za dva týdny",
            "l-platform": "Tipy od Givenestu",
            "s-platform": "Občas",
            "l-partners": "Kampaně našich partnerů",
            "s-partners": "Pečlivě vybrané",
            "receipts": "Potvrzení o platbách a zabezpečení",
            "always": "Vždy zapnuto",
            "save": "Uložit",
            "none": "Vypnout vše",
            "gift": "Pravidelný dar",
            "gifttext": "Přispíváte Vodní záchrance 250 Kč měsíčně.",
            "giftcancel": "Zrušit dar",
            "data": "Stáhnout moje data",
            "terms": "Podmínky",
            "t-news": "Hotovo. Vodní záchranka vám už psát nebude.",
            "t-none": "Hotovo. Vypnuli jsme všechny nepovinné e-maily.",
            "t-same": "Uloženo.",
        },
    }

    @property
    def way(self) -> str:
        return f"/me/{self.token}/mail"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", path if path == self.way:
                return self.centre(visit.asks("ok"))
            case "POST", path if not path.startswith(f"/me/{self.token}/"):
                return self.unknown(visit)
            case "POST", path if not self.honest(visit):
                return self.forbidden()
            case "POST", path if path == self.way:
                return self.sent(visit)
            case "POST", path if path == f"{self.way}/none":
                self.leave(*self.lists)
                return see(f"{self.way}?ok=none", 303)
            case "POST", path if path.endswith("/gift/cancel"):
                self.wrong(Move.ACCOUNT, visit)
                return see(f"{self.way}?ok=same", 303)
            case "GET", path if path.endswith("/export"):
                self.wrong(Move.WIPED, visit)
                return Reply(200, b"{}", kind="application/json")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        on = visit.every("on")
        if "partners" in on:
            self.join(visit, "partners")
        gone = [name for name in self.lists if name not in on and self.on(name)]
        if gone:
            self.leave(*gone)
        return see(f"{self.way}?ok={'news' if 'news' in gone else 'same'}", 303)

    def centre(self, ok: str) -> Reply:
        rows = "".join(
            self.put(
                _CHARITY_ROW,
                n=str(n),
                label=escape(self.t(f"l-{name}")),
                small=escape(self.t(f"s-{name}")),
                value=name,
                ticked=" checked" if self.on(name) else "",
            )
            for n, name in enumerate((*self.lists, *self.others), 1)
        )
        toast = ""
        if ok in {"news", "none", "same"}:
            said = escape(self.t(f"t-{ok}"))
            toast = f'<div class="toast" role="status" aria-live="polite"><span>{said}</span></div>'
        slip = self.slip()
        return self.show(_CHARITY, cookies=self.session(), rows=rows, toast=toast, slip=slip)
