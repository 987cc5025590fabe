"""A dating site: no settings without a login."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.sender import Endable
from tests.senders.traffic import Reply, Visit, see

_DATING = """<!doctype html><html lang="[[lang]]"><head><meta charset="utf-8"><title>Sparkl · [[title]]</title>
<meta name="theme-color" content="#ff5864"></head><body><div class="hero"><h1>Sparkl</h1><p>[[claim]]</p></div>
<div class="card"><h2>[[title]]</h2><p class="note">[[first]]</p>
<form action="/signin" method="post" autocomplete="on">
<input type="hidden" name="next" value="/me/notifications">
<input type="email" name="login" placeholder="[[mail]]" aria-label="[[mail]]">
<input type="password" name="password" placeholder="[[pass]]" aria-label="[[pass]]">
<button type="submit">[[signin]]</button></form>
<a role="button" href="/auth/phone">[[phone]]</a> <a href="/forgot">[[forgot]]</a></div>
<div class="card"><h2>[[new]]</h2><form action="/signup" method="post"><select name="i">
<option>♀<option>♂<option>⚧
</select><input type="email" name="mail" placeholder="[[mail]]"><button>[[signup]]</button></form></div>
<footer><a href="/safety">[[safety]]</a></footer></body></html>"""


class DatingSite(Local):
    """A dating site: no settings without a login."""

    name = "new-dating"
    endable = Endable.NOT
    languages = ("en", "pt", "ru", "zh")
    words: ClassVar[Words] = {
        "en": {
            "foot": "Unsubscribe",
            "title": "Sign in",
            "claim": "Where it clicks",
            "first": "Sign in to change which emails you get.",
            "mail": "Email",
            "pass": "Password",
            "signin": "Sign in",
            "phone": "Continue with your phone number",
            "forgot": "Forgot your password?",
            "new": "New here?",
            "signup": "Find my match",
            "safety": "Dating safely",
        },
        "pt": {
            "foot": "Cancelar inscrição",
            "title": "Entrar",
            "claim": "Onde rola a química",
            "first": "Entre na sua conta para escolher quais e-mails quer receber.",
            "mail": "E-mail",
            "pass": "Senha",
            "signin": "Entrar",
            "phone": "Continuar com o telefone",
            "forgot": "Esqueceu a senha?",
            "new": "É novo por aqui?",
            "signup": "Encontrar meu par",
            "safety": "Segurança",
        },
        "ru": {
            "foot": "Отписаться от рассылки",
            "title": "Вход",
            "claim": "Здесь знакомятся",
            "first": "Войдите, чтобы изменить настройки уведомлений.",
            "mail": "Почта",
            "pass": "Пароль",
            "signin": "Войти",
            "phone": "Войти по номеру телефона",
            "forgot": "Забыли пароль?",
            "new": "Впервые у нас?",
            "signup": "Найти пару",
            "safety": "Безопасность",
        },
        "zh": {
            "foot": "退订",
            "title": "登录",
            "claim": "遇见心动的人",
            "first": "请先登录,再修改邮件通知设置。",
            "mail": "邮箱",
            "pass": "密码",
            "signin": "登录",
            "phone": "使用手机号登录",
            "forgot": "忘记密码?",
            "new": "还没有账号?",
            "signup": "开始寻找",
            "safety": "安全交友",
        },
    }

    @property
    def way(self) -> str:
        return f"/me/notifications?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", "/me/notifications":
                return see("/signin?next=%2Fme%2Fnotifications")
            case "GET", "/signin" | "/forgot" | "/auth/phone" | "/safety" | "/":
                return self.show(_DATING)
            case "POST", "/signin" | "/signup":
                self.wrong(Move.ACCOUNT, visit)
                return self.show(_DATING)
            case _:
                return self.unknown(visit)
