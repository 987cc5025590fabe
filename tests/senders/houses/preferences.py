"""Preference centres: HubSpot, Pardot, Marketo, Campaign Monitor and their like."""

from tests.senders import markup as m
from tests.senders.moves import Move
from tests.senders.sender import Sender
from tests.senders.traffic import Reply, Visit


class KeepBoxes(Sender):
    """Every ticked box is kept; what is unticked and not ours is a sign-up."""

    name = "keep-boxes"
    row = "34"
    patterns = (14,)
    languages = ("en", "de", "fr", "es", "sv", "ru", "ja")
    lists = ("news", "offers")
    others = ("events",)

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.centre()
            case "POST", self.way:
                self.sent(visit)
                return self.centre("saved")
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> None:
        kept = visit.every("keep")
        if "events" in kept:
            self.join(visit, "events")
        gone = [name for name in self.lists if name not in kept]
        if gone:
            self.leave(*gone)

    def centre(self, *told: str) -> Reply:
        says = self.says
        on = {name: status.value == "subscribed" for name, status in self.book.items()}
        made = m.form(
            "",
            m.para(says("keep_hint")),
            m.box("keep", "news", says("weekly"), ticked=on["news"]),
            m.box("keep", "offers", says("offers"), ticked=on["offers"]),
            m.box("keep", "events", says("events"), ticked=on["events"]),
            *self.more(),
            m.button(says("save")),
        )
        return self.page("".join(m.para(says(k)) for k in told) + m.head(says("prefs")) + made)

    def more(self) -> tuple[str, ...]:
        return ()


class GlobalBox(KeepBoxes):
    """The same with a box below that leaves everything."""

    name = "global-box"
    patterns = (14, 17)
    languages = ("en", "it", "pl", "da", "tr", "cs", "zh", "ko")

    def more(self) -> tuple[str, ...]:
        return (m.box("optout", "1", self.says("everything")),)

    def sent(self, visit: Visit) -> None:
        if visit.sends("optout") == "1":
            self.leave(*self.lists)
        else:
            super().sent(visit)


class GlobalForm(KeepBoxes):
    """Two forms: the boxes, and below them one button that leaves everything."""

    name = "global-form"
    patterns = (14, 17)
    languages = ("en", "de", "pt", "nb", "ru")

    def answer(self, visit: Visit) -> Reply:
        if (visit.method, visit.path) == ("POST", f"{self.way}/all"):
            self.leave(*self.lists)
            return self.tells("left")
        if (visit.method, visit.path) == ("GET", self.way):
            return self.both()
        return super().answer(visit)

    def both(self) -> Reply:
        says = self.says
        boxes = self.centre().body.decode()
        button = m.form(f"{self.way}/all", m.hidden("t", self.token), m.button(says("everything")))
        return Reply(200, boxes.replace("</body>", f"{button}</body>").encode())


class LeaveBoxes(Sender):
    """Ticked means left, and nothing is ticked."""

    name = "leave-boxes"
    row = "34"
    patterns = (15,)
    languages = ("en", "de", "fr", "nl", "fi", "ja")
    lists = ("news", "offers")

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.centre()
            case "POST", self.way:
                if gone := [name for name in visit.every("leave") if name in self.lists]:
                    self.leave(*gone)
                    return self.tells("left")
                return self.centre()
            case _:
                return self.unknown(visit)

    def centre(self) -> Reply:
        says = self.says
        boxes = (
            m.box("leave", "news", says("weekly")),
            m.box("leave", "offers", says("offers")),
        )
        made = m.form("", m.group(says("leave_hint"), *boxes), m.button(says("leave")))
        return self.page(m.head(says("ask")) + made)


class Radios(Sender):
    """Weekly, monthly, a pause, never: only the last one is what was meant."""

    name = "radios"
    row = "34"
    patterns = (16,)
    languages = ("en", "de", "es", "nl", "pl", "ru", "ja")

    def answer(self, visit: Visit) -> Reply:
        match visit.method, visit.path:
            case "GET", self.way:
                return self.centre()
            case "POST", self.way:
                return self.sent(visit)
            case _:
                return self.unknown(visit)

    def sent(self, visit: Visit) -> Reply:
        match visit.sends("often"):
            case "never":
                self.leave()
                return self.tells("saved", "nomore")
            case "pause" | "monthly":
                self.wrong(Move.SETTLED, visit)
                return self.tells("saved")
            case _:
                return self.tells("saved")

    def centre(self) -> Reply:
        says = self.says
        made = m.form(
            "",
            m.group(
                says("how_often"),
                m.radio("often", "weekly", says("weekly"), chosen=True),
                m.radio("often", "monthly", says("monthly")),
                m.radio("often", "pause", says("pause")),
                m.radio("often", "never", says("never")),
            ),
            m.button(says("save")),
        )
        return self.page(m.head(says("prefs")) + made)


class Selects(Radios):
    """The same as a list to choose from."""

    name = "selects"
    languages = ("en", "fr", "it", "tr", "zh")

    def centre(self) -> Reply:
        says = self.says
        options = tuple((key, says(key)) for key in ("weekly", "monthly", "pause", "never"))
        made = m.form(
            "", m.choice("often", says("how_often"), options, "weekly"), m.button(says("save"))
        )
        return self.page(m.head(says("prefs")) + made)


class Pardot(Sender):
    """A masked address that nobody may change, and one box to leave."""

    name = "pardot"
    row = "34"
    patterns = (17, 24)
    languages = ("en", "de", "sv", "ko")

    def answer(self, visit: Visit) -> Reply:
        says = self.says
        if visit.path != self.way:
            return self.unknown(visit)
        if visit.method == "POST":
            if visit.sends("email") != "a****@h****.test":
                self.wrong(Move.TWISTED, visit)
            if visit.sends("opted_out") == "1":
                self.leave()
                return self.tells("saved", "nomore")
            return self.tells("saved")
        made = m.form(
            "",
            m.line("email", says("email"), "a****@h****.test", more="readonly"),
            m.box("opted_out", "1", says("everything")),
            m.button(says("confirm")),
        )
        return self.page(m.head(says("prefs")) + made)
