"""A family-run ferry line that plays on its trade; both answers are links that look like buttons."""

from typing import ClassVar

from tests.senders.moves import Move
from tests.senders.newcomers.mould import Newcomer, Words
from tests.senders.traffic import Reply, Visit

_FERRY = """<!DOCTYPE html>
<html lang="{{language}}" class="no-js">
<head>
<meta charset="UTF-8">
<base href="/post/">
<title>{{brand}} · {{title}}</title>
<style>.c-button{display:inline-block;border:2px solid #036;padding:.7em 1.4em;border-radius:4px}</style>
<script type="application/ld+json">{"@context":"https://schema.example","@type":"Organization","name":"Islander"}
</script>
</head>
<body>
<a class="skip" href="#main">{{skip}}</a>
<header class="c-header">
<a href="/" class="c-logo" title="{{brand}}">
<svg viewBox="0 0 40 20" width="80"><path d="M2 12h36l-6 6H8z"/></svg></a>
<ul class="c-nav"><li><a href="/timetables">{{timetables}}</a><li><a href="/fares">{{fares}}</a>
<li><a href="/book">{{book}}</a></ul>
</header>
<main id="main">
{{{main}}}
</main>
<footer class="c-footer">
<p>{{company}}</p>
<a href="https://social.example/islander" title="Facebook"><i class="icon-fb"></i></a>
<a href="/privacy">{{privacy}}</a> <a href="/contact">{{contact}}</a>
</footer>
</body>
</html>
"""


_FERRY_ASK = """
<h1>{{question}}</h1>
<p>{{tale}}</p>
<p>{{deal}}</p>
<div class="c-actions">
<a class="c-button c-button--primary" role="button" href="/book">{{stay}}</a>
<a class="c-button" role="button" href="{{token}}/ashore">{{go}}</a>
</div>
<p><a href="{{token}}/monthly">{{monthly}}</a></p>
"""


_FERRY_DONE = """
<h1>{{landed}}</h1>
<p>{{thanks}}</p>
<p>{{oops}} <a href="{{token}}/aboard">{{aboard}}</a></p>
"""


class IslandFerries(Newcomer):
    """A family-run ferry line that plays on its trade; both answers are links that look like buttons."""

    name = "island-ferries"
    languages = ("en", "sv")
    brand = "Islander Lines"
    words: ClassVar[Words] = {
        "en": {
            "subject": "Summer sailings are open",
            "mail": "Book before the end of the month and the dog travels free.",
            "foot": "Jump ship",
            "title": "Ship's post",
            "skip": "Skip to content",
            "timetables": "Timetables",
            "fares": "Fares",
            "book": "Book a crossing",
            "question": "Man overboard?",
            "tale": "Every fortnight or so we send out the ship's post: new crossings, early-bird fares and"
            " now and then a seal. You have told us you may have seen enough seals.",
            "deal": "If you step ashore we will strike your address from the passenger list for the"
            " ship's post. It makes no odds to any crossing you've booked.",
            "stay": "Stay aboard",
            "go": "Put me ashore",
            "monthly": "Only send me the post once a month",
            "landed": "Mind the gap – you're ashore",
            "thanks": "Thank you for sailing with us. The ship's post won't come to ada@home.test again.",
            "oops": "Pressed it by mistake?",
            "aboard": "Climb back aboard",
            "welcome": "Welcome aboard!",
            "slower": "Once a month it is.",
            "company": "Islander Lines Ltd, The Old Customs House, Oban",
        },
        "sv": {
            "subject": "Nu kan du boka sommarens turer",
            "mail": "Boka före månadsskiftet så åker hunden gratis.",
            "foot": "Hoppa i land",
            "title": "Skeppsposten",
            "skip": "Hoppa till innehållet",
            "timetables": "Tidtabeller",
            "fares": "Priser",
            "book": "Boka en tur",
            "question": "Man överbord?",
            "tale": "Varannan vecka ungefär skickar vi skeppsposten: nya turer, tidiga priser och då och då"
            " en säl. Du har antytt att du kanske har sett nog med sälar.",
            "deal": "Går du i land så stryker vi din adress från passagerarlistan för skeppsposten."
            " Turer du redan har bokat påverkas inte.",
            "stay": "Stanna ombord",
            "go": "Sätt mig i land",
            "monthly": "Skicka bara posten en gång i månaden",
            "landed": "Se upp för glipan – du är i land",
            "thanks": "Tack för att du seglade med oss. Skeppsposten kommer inte till ada@home.test igen.",
            "oops": "Tryckte du fel?",
            "aboard": "Kliv ombord igen",
            "welcome": "Välkommen ombord!",
            "slower": "Då blir det en gång i månaden.",
            "company": "Islander Lines AB, Gamla Tullhuset, Västervik",
        },
    }

    @property
    def way(self) -> str:
        return f"/post/{self.token}"

    def frame(self, part: str) -> Reply:
        return self.lay(_FERRY, main=self.text(part))

    def answer(self, visit: Visit) -> Reply:
        if visit.path == self.way:
            return self.frame(_FERRY_DONE if self.ended else _FERRY_ASK)
        if visit.path == f"{self.way}/ashore":
            self.leave()
            return self.frame(_FERRY_DONE)
        if visit.path == f"{self.way}/monthly":
            self.wrong(Move.SETTLED, visit)
            return self.frame("<h1>{{slower}}</h1>")
        if visit.path == f"{self.way}/aboard":
            self.join(visit)
            return self.frame("<h1>{{welcome}}</h1>")
        return self.around(visit) or self.unknown(visit)
