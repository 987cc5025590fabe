"""A department store's own contact choices, built in 2009: yes or no for each channel, in a table."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.sender import Status
from tests.senders.traffic import Reply, Visit

_STREET = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
 "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="{{language}}">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{{brand}} - {{title}}</title>
<style type="text/css">td{padding:6px 14px} .ribbon{background:#e8f3ea;border:1px solid #9c9}</style></head>
<body>
<div id="wrap">
<div id="top"><a href="/"><b>{{brand}}</b></a>
<form action="/search" method="get"><input type="text" name="q" placeholder="{{search}}" />
<input type="image" alt="{{search}}" src="data:," /></form>
<ul><li><a href="/women">{{women}}</a></li><li><a href="/men">{{men}}</a></li>
<li><a href="/home">{{house}}</a></li>
<li><a href="/sale" style="color:#c00">{{sale}}</a></li></ul></div>
{{{ribbon}}}
<h2>{{title}}</h2>
<p>{{intro}}</p>
<form id="aspnetForm" action="preferences.aspx?id={{token}}" method="post">
<input type="hidden" name="__VIEWSTATE" value="{{state}}" />
<table border="0" cellspacing="0" summary="">
<tr><td>{{first}}</td><td colspan="2"><input type="text" name="ctl00$fn" value="Ada" maxlength="40" /></td></tr>
<tr><td>{{store}}</td><td colspan="2"><select name="ctl00$store"><option value="0">-</option>
<option value="14" selected="selected">Kingsbridge</option><option value="22">Harrogate</option></select></td></tr>
<tr><th>{{channel}}</th><th>{{aye}}</th><th>{{nay}}</th></tr>
{{{rows}}}
<tr><td>{{often}}</td><td><label><input type="radio" name="ctl00$often" value="all" checked="checked" />
{{everything}}</label></td>
<td><label><input type="radio" name="ctl00$often" value="wk" /> {{weekly}}</label></td></tr>
<tr><td></td><td colspan="2"><input type="submit" name="ctl00$btnGo" value="{{update}}" />
<input type="reset" value="{{reset}}" /></td></tr>
</table>
</form>
<p><small>{{orders}}</small></p>
<div id="foot"><a href="/stores">{{stores}}</a> | <a href="/privacy">{{privacy}}</a> |
<a href="/contact">{{contact}}</a></div>
</div></body></html>
"""


_STREET_ROW = """<tr><td>{{label}}</td>
<td><input type="radio" id="{{key}}_1" name="ctl00${{key}}" value="Y"{{{on}}} />
<label for="{{key}}_1">{{aye}}</label></td>
<td><input type="radio" id="{{key}}_0" name="ctl00${{key}}" value="N"{{{off}}} />
<label for="{{key}}_0">{{nay}}</label></td>
</tr>
"""


class HighStreet(Newcomer):
    """A department store's own contact choices, built in 2009: yes or no for each channel, in a table."""

    name = "high-street"
    languages = ("en", "nl")
    brand = "Harcourt & Sons"
    lists = ("email", "post")
    others = ("text",)
    words: ClassVar[Words] = {
        "en": {
            "subject": "The linen event starts Thursday",
            "mail": "Up to a third off bedding in store and online, while stocks last.",
            "foot": "Update your contact choices or opt out",
            "title": "How we keep in touch",
            "women": "Women",
            "men": "Men",
            "house": "Home",
            "sale": "Sale",
            "intro": "Choose the ways in which you are happy for Harcourt & Sons to send you news, offers"
            " and invitations.",
            "first": "First name",
            "store": "Your favourite store",
            "channel": "I would like to hear from you by",
            "aye": "Yes please",
            "nay": "No thank you",
            "email": "Email",
            "post": "Post",
            "text": "Text message",
            "often": "How many emails?",
            "everything": "All of them",
            "weekly": "Weekly round-up",
            "update": "Update my choices",
            "reset": "Start again",
            "orders": "We will always contact you about orders, deliveries and product recalls.",
            "stores": "Store finder",
            "off": "Thank you. You will no longer receive marketing from us by email.",
            "saved": "Thank you. Your choices have been updated.",
        },
        "nl": {
            "subject": "Vanaf donderdag: de linnenweken",
            "mail": "Tot een derde korting op beddengoed, in de winkel en online.",
            "foot": "Contactvoorkeuren wijzigen of afmelden",
            "title": "Zo houden we contact",
            "women": "Dames",
            "men": "Heren",
            "house": "Wonen",
            "sale": "Opruiming",
            "intro": "Geef aan op welke manieren Harcourt & Sons u nieuws, aanbiedingen en uitnodigingen mag"
            " sturen.",
            "first": "Voornaam",
            "store": "Uw favoriete winkel",
            "channel": "Ik hoor graag van u via",
            "aye": "Ja, graag",
            "nay": "Nee, dank u",
            "email": "E-mail",
            "post": "Post",
            "text": "Sms",
            "often": "Hoeveel e-mails?",
            "everything": "Allemaal",
            "weekly": "Weekoverzicht",
            "update": "Mijn keuze bewaren",
            "reset": "Opnieuw beginnen",
            "orders": "Over bestellingen, bezorging en terugroepacties nemen wij altijd contact met u op.",
            "stores": "Winkels",
            "off": "Bedankt. U ontvangt van ons geen reclame meer per e-mail.",
            "saved": "Bedankt. Uw keuze is bewaard.",
        },
    }

    @property
    def way(self) -> str:
        return f"/crm/preferences.aspx?id={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/crm/preferences.aspx":
            return self.around(visit) or self.unknown(visit)
        if visit.asks("id") != self.token:
            return self.unknown(visit)
        if visit.method != "POST":
            return self.centre()
        if visit.sends("__VIEWSTATE") != self.secret("state"):
            return Reply(500, b"<h1>Server Error in '/crm' Application.</h1>")
        return self.sent(visit)

    def sent(self, visit: Visit) -> Reply:
        if visit.sends("ctl00$text") == "Y" and self.book["text"] is not Status.SUBSCRIBED:
            self.join(visit, "text")
        gone = [one for one in self.lists if visit.sends(f"ctl00${one}") == "N"]
        was = self.ended
        fresh = [one for one in gone if self.book[one] is Status.SUBSCRIBED]
        if fresh:
            self.leave(*fresh)
        elif visit.sends("ctl00$often") == "wk":
            self.wrong(Move.SETTLED, visit)
        for one in self.lists:
            if one not in gone and self.book[one] is Status.LEFT:
                self.join(visit, one)
        return self.centre("off" if self.ended and not was else "saved")

    def centre(self, said: str = "") -> Reply:
        ribbon = f'<div class="ribbon"><p>{self.own[said]}</p></div>' if said else ""
        rows = ""
        for key, status in self.book.items():
            yes = status is Status.SUBSCRIBED
            mark = ' checked="checked"'
            rows += self.text(
                _STREET_ROW,
                key=key,
                label=self.own[key],
                on=mark if yes else "",
                off="" if yes else mark,
            )
        return self.lay(_STREET, ribbon=ribbon, rows=rows, state=self.secret("state"))
