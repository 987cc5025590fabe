"""What the senders' web pages show. Pure: a sender and a hidden token in, HTML out."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType

from inbox_guard.demo.letters import Sender


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a page says in one language."""

    question: str
    button: str
    done: str
    expired: str


PHRASES: Mapping[str, Phrases] = MappingProxyType(
    {
        "en": Phrases(
            "Do you want to unsubscribe from our emails?",
            "Unsubscribe",
            "You have been unsubscribed and will not receive any more emails from this list.",
            "This link has expired. Nothing was changed.",
        ),
        "de": Phrases(
            "Möchten Sie sich wirklich von unserem Newsletter abmelden?",
            "Jetzt abmelden",
            "Sie wurden erfolgreich abgemeldet und erhalten keine weiteren E-Mails von uns.",
            "Dieser Link ist abgelaufen. Es wurde nichts geändert.",
        ),
        "fr": Phrases(
            "Voulez-vous vous désabonner de notre lettre ?",
            "Se désabonner",
            "Vous avez été désabonné avec succès. Vous ne recevrez plus nos messages.",
            "Ce lien a expiré. Rien n'a été modifié.",
        ),
        "es": Phrases(
            "¿Quiere darse de baja de nuestro boletín?",
            "Darme de baja",
            "Su suscripción ha sido cancelada. No recibirá más correos nuestros.",
            "Este enlace ha caducado. No se ha cambiado nada.",
        ),
    }
)


def confirm(sender: Sender, slip: str) -> str:
    """One question, one button, one hidden token."""
    words = PHRASES[sender.language]
    return _page(sender, f"<h1>{words.question}</h1>\n{_leave_form(sender, slip, words.button)}")


def survey(sender: Sender, slip: str) -> str:
    """The page that pleads: a survey first and large, the way out last and small."""
    here = f"/p/{sender.token}"
    return _page(
        sender,
        f"""<h1>Please don't go!</h1>
<p>We would hate to lose you. Tell us why you are leaving and we will do better.</p>
<form method="post" action="{here}/survey">
<label><input type="radio" name="reason" value="often"> Too many emails</label>
<label><input type="radio" name="reason" value="boring"> Not relevant to me</label>
<label><input type="radio" name="reason" value="never"> I never signed up</label>
<textarea name="comment" placeholder="Anything else?"></textarea>
<button type="submit" name="send" value="survey">Send feedback</button>
</form>
<p><a href="{here}/stay">Keep my subscription</a></p>
{_leave_form(sender, slip, "Unsubscribe me anyway")}""",
    )


def login(sender: Sender) -> str:
    """A page that lets nobody go who has no account."""
    return _page(
        sender,
        """<h1>Log in to manage your email settings</h1>
<form method="post" action="/login">
<label>Email <input type="email" name="email"></label>
<label>Password <input type="password" name="password"></label>
<button type="submit">Log in</button>
</form>
<p><a href="/forgot">Forgot your password?</a></p>""",
    )


def done(sender: Sender) -> str:
    """The goodbye."""
    return _page(sender, f"<h1>{PHRASES[sender.language].done}</h1>")


def expired(sender: Sender) -> str:
    """What a wrong or used hidden token gets."""
    return _page(sender, f"<h1>{PHRASES[sender.language].expired}</h1>")


def thanks(sender: Sender) -> str:
    """What the survey gets: feedback taken, and nobody unsubscribed."""
    return _page(sender, "<h1>Thank you for your feedback!</h1><p>It helps us a lot.</p>")


def _leave_form(sender: Sender, slip: str, button: str) -> str:
    return f"""<form method="post" action="/p/{sender.token}/confirm">
<input type="hidden" name="slip" value="{slip}">
<button type="submit" name="action" value="unsubscribe">{button}</button>
</form>"""


def _page(sender: Sender, content: str) -> str:
    name = escape(sender.name)
    return f"""<!doctype html>
<html lang="{sender.language}">
<head><meta charset="utf-8"><title>{name}</title></head>
<body>
<header><a href="/">{name}</a></header>
<main>
{content}
</main>
</body>
</html>
"""
