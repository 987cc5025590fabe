"""A telecom: what it may send is set in the customer's account, behind a code by SMS."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, see

PREPAID = """<!doctype html>
<html lang="{{language}}" dir="ltr"><head><meta charset="utf-8"><title>{{title}}</title><meta name="viewport"
 content="width=device-width"><link rel="stylesheet" href="/sso/static/mds.css">
<style>.otp{letter-spacing:.4em}</style>
</head><body class="mds sso"><header class="mds-bar"><a href="https://www.{{domain}}/"><svg
 viewBox="0 0 60 20" role="img"
 aria-label="{{brand}}"><circle cx="10" cy="10" r="9" fill="#7a00c8"/></svg></a></header>
<main class="sso-card"><h1>{{title}}</h1><p>{{intro}}</p>
<form method="post" action="/sso/otp" autocomplete="off"><input type="hidden" name="goto" value="{{goto}}">
<label class="mds-field"><span>{{phone}}</span><input type="tel" name="msisdn" inputmode="tel" required></label>
<button class="mds-btn mds-btn--primary" type="submit">{{code}}</button></form>
<p class="or"><span>{{or}}</span></p>
<form method="post" action="/sso/login"><input type="hidden" name="goto" value="{{goto}}">
<label><span>{{user}}</span><input name="user" autocomplete="username"></label>
<label><span>{{secret}}</span><input name="pass" type="password" autocomplete="current-password"></label>
<button class="mds-btn" type="submit">{{enter}}</button> <a href="/sso/forgot">{{forgot}}</a></form>
<p><a href="/sso/register">{{register}}</a></p></main>
<footer><a href="https://www.{{domain}}/privacy">{{privacy}}</a> · <a
 href="https://www.{{domain}}/help">{{help}}</a></footer>
</body></html>"""


class Prepaid(Newcomer):
    """A telecom: what it may send is set in the customer's account, behind a code by SMS."""

    name = "prepaid"
    brand = "Violeta"
    endable = Endable.NOT
    languages = ("es", "it", "pl", "en")
    words: ClassVar[Words] = {
        "es": {
            "title": "Mi Violeta",
            "intro": "Para gestionar tus comunicaciones comerciales, identifícate con tu línea.",
            "phone": "Número de móvil",
            "code": "Recibir código por SMS",
            "or": "o bien",
            "user": "DNI o correo",
            "secret": "Contraseña",
            "enter": "Entrar",
            "forgot": "He olvidado mi contraseña",
            "register": "Crear una cuenta",
            "foot": "Darse de baja de las comunicaciones",
        },
        "it": {
            "title": "Area clienti Violeta",
            "intro": "Per gestire i consensi commerciali accedi con il tuo numero di cellulare.",
            "phone": "Numero di cellulare",
            "code": "Invia il codice via SMS",
            "or": "oppure",
            "user": "Codice fiscale o e-mail",
            "secret": "Password",
            "enter": "Accedi",
            "forgot": "Password dimenticata?",
            "register": "Registrati",
            "foot": "Revoca il consenso alle comunicazioni commerciali",
        },
        "pl": {
            "title": "Mój Violeta",
            "intro": "Aby zmienić zgody marketingowe, zaloguj się swoim numerem telefonu.",
            "phone": "Numer telefonu",
            "code": "Wyślij kod SMS",
            "or": "lub",
            "user": "E-mail",
            "secret": "Hasło",
            "enter": "Zaloguj się",
            "forgot": "Nie pamiętam hasła",
            "register": "Załóż konto",
            "foot": "Rezygnacja z informacji handlowych",
        },
        "en": {
            "title": "My Violeta",
            "intro": "To manage your marketing permissions, please verify it's you.",
            "phone": "Mobile number",
            "code": "Text me a code",
            "or": "or",
            "user": "E-mail or customer number",
            "secret": "Password",
            "enter": "Sign in",
            "forgot": "Forgotten your password?",
            "register": "Create an account",
            "foot": "Opt out of marketing",
        },
    }

    @property
    def partners(self) -> tuple[str, ...]:
        return (f"id.{self.domain}",)

    @property
    def way(self) -> str:
        return f"/r/{self.token}?u=optout"

    def answer(self, visit: Visit) -> Reply:
        if visit.host == self.host:
            return see(self.url("/sso/auth?goto=consents", self.partners[0]), 307)
        if visit.method == "POST":
            self.wrong(Move.ACCOUNT, visit)
        if visit.path in {"/sso/auth", "/sso/otp", "/sso/login"}:
            return self.lay(PREPAID, goto="consents")
        return self.unknown(visit)
