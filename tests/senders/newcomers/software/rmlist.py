"""A developer's weekly letter, its page written by hand like a terminal: upper case, no quotes."""

from typing import ClassVar

from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit


class RemoveList(Newcomer):
    """A developer's weekly letter, its page written by hand like a terminal: upper case, no quotes."""

    name = "rmlist"
    brand = "The Weekly Linker"
    languages = ("en", "pl")
    words: ClassVar[Words] = {
        "en": {
            "subject": "Weekly Linker #212: why your build is slow",
            "mail": "In this issue: incremental linking, a debugger for build graphs, and three jobs.",
            "foot": "rm me",
            "title": "linker(1)",
            "ask": "remove {{alias}} from the weekly? [y/N]",
            "yes": "y",
            "no": "N",
            "kept": "aborted. nothing changed.",
            "done": "removed. issue #213 will have to do without you. exit 0",
            "rss": "there is also an rss feed, and it knows nothing about you.",
            "archive": "archive",
            "jobs": "jobs",
            "bad": "no such subscriber. exit 1",
        },
        "pl": {
            "subject": "Weekly Linker nr 212: czemu kompilacja się wlecze",
            "mail": "W tym numerze: linkowanie przyrostowe, debugger grafu kompilacji i trzy oferty pracy.",
            "foot": "rm ja",
            "title": "linker(1)",
            "ask": "skreślić {{alias}} z tygodnika? [t/N]",
            "yes": "t",
            "no": "N",
            "kept": "przerwano. nic się nie zmieniło.",
            "done": "skreślono. numer 213 wyjdzie już bez ciebie. exit 0",
            "rss": "jest jeszcze kanał rss, a ten nic o tobie nie wie.",
            "archive": "archiwum",
            "jobs": "praca",
            "bad": "nie ma takiego subskrybenta. exit 1",
        },
    }

    PAGE = """<HTML LANG={{language}}><HEAD><META CHARSET=utf-8><TITLE>{{title}}</TITLE>
<STYLE>BODY{background:#111;color:#9f9;font:15px monospace;max-width:70ch;margin:2em auto}
INPUT{font:inherit;background:#111;color:#ff9;border:1px solid}</STYLE>
<BODY><PRE>
 _ _       _
| (_)_ _ | |_____ _ _
| | | ' \\| / / -_) '_|
|_|_|_||_|_\\_\\___|_|
</PRE>
<P><A HREF=/>~</A> <A HREF=/archive>{{archive}}</A> <A HREF=/jobs>{{jobs}}</A> <A HREF=/rss.xml>rss</A>
<HR>
{{{body}}}
<HR>
<P><SMALL>hand-made since 2014. <A HREF=mailto:root@{{domain}}>root@{{domain}}</A></SMALL>
</BODY></HTML>"""
    ASK = """<P>$ linker rm {{short}}
<P>{{{question}}}
<FORM METHOD=POST ACTION=/cgi-bin/rm>
<INPUT TYPE=HIDDEN NAME=k VALUE={{token}}>
<INPUT TYPE=SUBMIT NAME=a VALUE={{yes}}> <INPUT TYPE=SUBMIT NAME=a VALUE={{no}}>
</FORM>"""

    @property
    def way(self) -> str:
        return f"/cgi-bin/rm?k={self.token}"

    def answer(self, visit: Visit) -> Reply:
        if visit.path != "/cgi-bin/rm":
            known = visit.path in {"/", "/archive", "/jobs", "/rss.xml"}
            return self._say("<P>212 ... 1" if known else "<P>404", 200 if known else 404)
        if visit.method == "GET" and visit.asks("k") == self.token:
            question = self.text(self.own["ask"])
            body = self.text(self.ASK, question=question, short=self.token[:7])
            return self.lay(self.PAGE, body=body)
        if visit.sends("k") != self.token:
            return self._say("<P>{{bad}}")
        if visit.sends("a") != self.own["yes"]:
            return self._say("<P>{{kept}}")
        self.leave()
        return self._say("<P>{{done}}<P>{{rss}}")

    def _say(self, body: str, code: int = 200) -> Reply:
        return self.lay(self.PAGE, code=code, body=self.text(body))
