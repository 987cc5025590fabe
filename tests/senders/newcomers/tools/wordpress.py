"""A blog's newsletter plugin: one word of a sentence is the link, comments and sign-up all around."""

from html import escape
from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.local import Local, Words
from tests.senders.traffic import Reply, Visit, see

_WP = """<!DOCTYPE html>
<html lang="[[lang]]"><head><meta charset="UTF-8" /><title>Newsletter &#8211; [[blog]]</title>
<meta name="generator" content="WordPress 6.4.2" /><link rel="pingback" href="/xmlrpc.php" />
<style id="wp-block-library-inline-css">.wp-block-search__button{margin-left:.6em}</style>
<script src="/wp-includes/js/jquery/jquery.min.js" id="jquery-core-js"></script></head>
<body class="page-template-default page page-id-9 wp-embed-responsive"><div id="page" class="site">
<a class="skip-link screen-reader-text" href="#content">[[skip]]</a>
<header id="masthead"><p class="site-title"><a href="/" rel="home">[[blog]]</a></p>
<nav><ul id="menu-main"><li class="menu-item"><a href="/about/">[[about]]</a></li>
<li class="menu-item"><a href="/contact/">[[contact]]</a></li></ul></nav></header>
<div id="content"><main><article id="post-9" class="post-9 page hentry"><header><h1
 class="entry-title">Newsletter</h1>
</header><div class="entry-content"><div class="tnp-page">[[body]]</div></div></article>
<div id="comments"><h3 id="reply-title">[[reply]]</h3><form action="/wp-comments-post.php" method="post"
 id="commentform">
<p><label for="comment">[[comment]]</label><textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">[[yourname]]</label><input id="author" name="author"></p>
<p><input name="submit" type="submit" id="submit" value="[[postit]]"><input
 type='hidden' name='comment_post_ID' value='9'>
</p></form></div></main>
<aside id="secondary"><section class="widget"><form role="search" method="get" action="/"><label>[[search]]
<input type="search" name="s"></label><button type="submit">[[search]]</button></form></section>
<section class="widget tnp-widget"><h2>[[widget]]</h2><form method="post" action="/?na=s">
<input type="hidden" name="nlang" value=""><input class="tnp-email" type="email" name="ne" required>
<label><input type="checkbox" name="ny" required> [[agree]]</label>
<input class="tnp-submit" type="submit" value="[[signup]]"></form></section>
<section class="widget"><h2>Meta</h2><ul><li><a href="/wp-login.php">[[login]]</a></li></ul></section></aside>
</div>
<footer id="colophon"><a href="https://wordpress.example/">[[proud]]</a></footer></div></body></html>"""


class WordPressPlugin(Local):
    """A blog's newsletter plugin: one word of a sentence is the link, comments and sign-up all around."""

    name = "new-wordpress"
    languages = ("en", "de", "pl", "it")
    others = ("blog",)
    words: ClassVar[Words] = {
        "en": {
            "foot": "Change your subscription",
            "blog": "The Sourdough Diaries",
            "skip": "Skip to content",
            "about": "About me",
            "contact": "Say hello",
            "reply": "Leave a Reply",
            "comment": "Comment",
            "yourname": "Name",
            "postit": "Post Comment",
            "search": "Search",
            "widget": "Never miss a loaf",
            "agree": "By continuing, you accept the privacy policy",
            "signup": "Subscribe",
            "login": "Log in",
            "proud": "Proudly powered by WordPress",
            "before": "Please confirm that you want to unsubscribe by clicking",
            "here": "here",
            "after": ".",
            "edit": "Or did you only want to edit your profile?",
            "gone": "Goodbye, your subscription has been deleted. If you did this by accident you can "
            "reactivate it",
            "hello": "Your subscription is active.",
            "lost": "Subscriber not found, it probably has already been removed. No further action needed.",
        },
        "de": {
            "foot": "Abonnement ändern",
            "blog": "Tagebuch eines Brotbäckers",
            "skip": "Zum Inhalt springen",
            "about": "Über mich",
            "contact": "Schreib mir",
            "reply": "Schreibe einen Kommentar",
            "comment": "Kommentar",
            "yourname": "Name",
            "postit": "Kommentar abschicken",
            "search": "Suchen",
            "widget": "Kein Brot verpassen",
            "agree": "Indem Sie fortfahren, akzeptieren Sie unsere Datenschutzerklärung",
            "signup": "Abonnieren",
            "login": "Anmelden",
            "proud": "Stolz präsentiert von WordPress",
            "before": "Bitte bestätigen, dass Sie wollen Ihr Abonnement kündigen, indem Sie klicken",
            "here": "hier",
            "after": ".",
            "edit": "Oder wollten Sie Ihr Profil bearbeiten?",
            "gone": "Auf Wiedersehen, Ihr Abonnement wurde gelöscht. Wenn das ein Versehen war, können "
            "Sie es wieder aktivieren",
            "hello": "Ihr Abonnement ist aktiv.",
            "lost": "Abonnent nicht gefunden, er wurde wahrscheinlich schon entfernt.",
        },
        "pl": {
            "foot": "Zmień subskrypcję",
            "blog": "Chleb na zakwasie",
            "skip": "Przejdź do treści",
            "about": "O mnie",
            "contact": "Kontakt",
            "reply": "Dodaj komentarz",
            "comment": "Komentarz",
            "yourname": "Nazwa",
            "postit": "Opublikuj komentarz",
            "search": "Szukaj",
            "widget": "Nowe przepisy na e-mail",
            "agree": "Akceptuję politykę prywatności",
            "signup": "Zapisz się",
            "login": "Zaloguj się",
            "proud": "Dumnie wspierane przez WordPressa",
            "before": "Aby potwierdzić rezygnację z newslettera, kliknij",
            "here": "tutaj",
            "after": ".",
            "edit": "A może chcesz tylko zmienić swoje dane?",
            "gone": "Do widzenia, Twoja subskrypcja została usunięta. Jeśli to pomyłka, możesz ją "
            "przywrócić",
            "hello": "Twoja subskrypcja jest aktywna.",
            "lost": "Nie znaleziono subskrybenta, prawdopodobnie został już usunięty.",
        },
        "it": {
            "foot": "Modifica la tua iscrizione",
            "blog": "Diario di un lievito madre",
            "skip": "Vai al contenuto",
            "about": "Chi sono",
            "contact": "Scrivimi",
            "reply": "Lascia un commento",
            "comment": "Commento",
            "yourname": "Nome",
            "postit": "Invia commento",
            "search": "Cerca",
            "widget": "Una ricetta a settimana",
            "agree": "Proseguendo accetti la privacy policy",
            "signup": "Iscriviti",
            "login": "Accedi",
            "proud": "Orgogliosamente alimentato da WordPress",
            "before": "Per confermare che vuoi cancellarti, clicca",
            "here": "qui",
            "after": ", grazie.",
            "edit": "O volevi solo modificare il profilo?",
            "gone": "Arrivederci, la tua iscrizione è stata eliminata. Se è stato un errore puoi "
            "riattivarla",
            "hello": "La tua iscrizione è attiva.",
            "lost": "Iscritto non trovato, probabilmente è già stato rimosso.",
        },
    }

    @property
    def way(self) -> str:
        return f"/?na=u&nk=12-{self.token}&nek=44"

    def answer(self, visit: Visit) -> Reply:
        if visit.path == "/wp-comments-post.php" and visit.method == "POST":
            self.wrong(Move.SURVEY, visit)
            return see("/newsletter/")
        if visit.path == "/wp-login.php" and visit.method == "POST":
            self.wrong(Move.ACCOUNT, visit)
            return self.forbidden()
        if visit.path not in {"/", "/newsletter/"}:
            return self.unknown(visit)
        if visit.asks("na") == "s" and visit.method == "POST":
            self.join(visit, "blog")
            return self.framed("<p>[[hello]]</p>")
        if visit.asks("nk") != f"12-{self.token}":
            return self.framed("<p>…</p>")
        return self.asked(visit)

    def asked(self, visit: Visit) -> Reply:
        there = f"/newsletter/?nm=unsubscribed&nk=12-{self.token}"
        match visit.asks("na") or visit.asks("nm"):
            case "u" if self.ended:
                return self.framed("<p>[[lost]]</p>")
            case "u":
                return self.framed(
                    '<p>[[before]] <a href="/?na=uc&amp;nk=12-[[token]]&amp;nek=44">[[here]]</a>[[after]]</p>'
                    '<p><a href="/?na=profile&amp;nk=12-[[token]]">[[edit]]</a></p>'
                )
            case "uc":
                if not self.ended:
                    self.leave()
                return see(there)
            case "unsubscribed" if self.ended:
                again = '<a href="/?na=reactivate&amp;nk=12-[[token]]">[[here]]</a>'
                return self.framed(f"<p>[[gone]] {again}.</p>")
            case "reactivate":
                self.join(visit)
                return self.framed("<p>[[hello]]</p>")
            case _:
                return self.framed(f"<p>{escape(self.alias)}</p>")

    def framed(self, body: str) -> Reply:
        return self.show(_WP, body=self.put(body))
