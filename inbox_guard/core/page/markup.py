"""HTML → `Sight`.

Pure and bounded. Of a page with more than 6,000 tags only the beginning is read, and the sight says
so (measured: 100,000 tags cost BeautifulSoup over 1 s with lxml, and html5lib or html.parser far
more). What is hidden from a person is not prose: many pages carry their success message from the
start, waiting for a script to show it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice

from bs4 import BeautifulSoup, CData, NavigableString, PageElement, Tag

from inbox_guard.core.page.called import Labels, row_of
from inbox_guard.core.page.controls import HANDLE, button_of, field_of, kind_of
from inbox_guard.core.page.hidden import Hidden
from inbox_guard.core.page.scripts import Deeds, deeds, refresh
from inbox_guard.core.page.sight import Button, Field, Form, Link, Sight
from inbox_guard.core.page.tags import MOST_CONTROLS, joined, text_of, words_in


def look(html: str, url: str) -> Sight:
    """Read a page that came from `url`."""
    parts = html.split("<", _MOST_TAGS + 1)
    cut = len(parts) > _MOST_TAGS + 1
    soup = BeautifulSoup("<".join(parts[: _MOST_TAGS + 1]), "lxml")
    walk = _Walk(soup, url)
    walk.through(soup)
    return walk.sight(cut)


def plain(text: str) -> Sight:
    """Read a text/plain answer."""
    return Sight(blocks=tuple(islice(filter(None, map(str.strip, text.splitlines())), 500)))


_MOST_TAGS = 6_000
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6r]|header|html|legend|li|main|nav|noscript|ol|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)"
    r"|ul"
)
_PHRASE = frozenset({"a", "label"})
"""What stands apart from the words around it, and yet in their line."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend"})
_ABOVE, _WITHIN = 4, 6
_LONGEST_LINE = 600
_MOST_ROWS = 30
_UNSEEN = re.compile(r"style|template|svg|math|canvas|object|iframe|audio|video|title")
_CAPTCHA = re.compile(r"captcha|cf-turnstile|challenges\.cloudflare|altcha", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A form while it is being read."""

    tag: Tag
    heading: str
    shared: bool
    begins: int = 0
    fields: list[Field] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    triggers: list[str] = field(default_factory=list)
    captcha: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree the walk is."""

    form: _Draft | None = None
    hidden: bool = False
    shy: bool = False
    disabled: bool = False
    muted: bool = False
    label: str = ""
    legend: str = ""


_Ending = Callable[["_Walk"], None]


class _Walk:
    """One pass over the tree, without recursion: a page may be nested 10,000 deep."""

    def __init__(self, soup: BeautifulSoup, url: str) -> None:
        base = soup.find("base", href=True)
        self._url = url
        self._base = joined(url, text_of(base, "href")) if isinstance(base, Tag) else url
        html = soup.find("html", lang=True)
        self._language = text_of(html, "lang")[:2].lower() if isinstance(html, Tag) else ""
        self._title = words_in(soup.title) if soup.title else ""
        self._labels = Labels(soup)
        self._hiding = Hidden(soup)
        self._by_id: dict[str, _Draft] = {}
        self._drafts: list[_Draft] = []
        self._begins: list[int] = []
        self._links: list[Link] = []
        self._triggers: list[str] = []
        self._live: list[Form] = []
        self._headings: list[str] = []
        self._blocks: list[str] = []
        self._line: list[str] = []
        self._whole: list[str] = []
        self._begun = 0
        self._spoke = False
        self._inline: list[str] = []
        self._refresh = ""
        self._captcha = self._scripts = False
        self._controls = self._below = 0

    def sight(self, cut: bool) -> Sight:
        """What was seen."""
        self._flush()
        does = deeds(self._inline, self._url)
        onward = self._refresh or does.leads_to
        return Sight(
            title=self._title,
            headings=tuple(self._headings),
            blocks=tuple(self._blocks),
            forms=tuple(self._form(draft, does) for draft in self._drafts),
            links=tuple(self._links),
            triggers=tuple(self._triggers),
            live=tuple(self._live),
            captcha=self._captcha,
            scripts=self._scripts,
            onward=joined(self._base, onward) if onward else "",
            cut=cut,
        )

    def through(self, root: Tag) -> None:
        """Visit every node once, in the order of the page."""
        stack: list[tuple[PageElement | _Ending, _Place]] = [(root, _Place())]
        while stack:
            node, place = stack.pop()
            if not isinstance(node, PageElement):
                node(self)
            elif isinstance(node, Tag):
                inner = self._enter(node, place)
                if inner is None:
                    continue
                if ends := _ends_with(node):
                    ends(self)
                    stack.append((ends, place))
                stack.extend((child, inner) for child in reversed(node.contents))
            elif type(node) in {NavigableString, CData} and not place.hidden:
                self._say(str(node), place)

    def _say(self, text: str, place: _Place) -> None:
        if place.form and len(place.form.words) < MOST_CONTROLS:
            place.form.words.append(text)
        if not place.muted:
            self._line.append(text)
        self._whole.append(text)

    def _flush(self) -> None:
        line = " ".join("".join(self._line).split())
        if line:
            self._blocks.append(line)
            self._spoke = True
        self._line = []

    def _end_line(self) -> None:
        """Tell the links of a line what stands in it. Links alone answer the line above: "Leave?" "Yes" "No"."""
        self._flush()
        if self._begun < len(self._links):
            above = self._blocks[-1][:300] if self._blocks and not self._spoke else ""
            line = " ".join(f"{above} {''.join(self._whole)}".split())[:_LONGEST_LINE]
            self._links[self._begun :] = [
                replace(link, line=line) for link in self._links[self._begun :]
            ]
        self._whole, self._begun, self._spoke = [], len(self._links), False

    def _enter(self, tag: Tag, place: _Place) -> _Place | None:
        """Note what a tag is; None when its inside is of no interest."""
        self._notice_captcha(tag, place)
        outer = place
        place = replace(
            place,
            hidden=place.hidden or self._hiding.gone(tag),
            shy=place.shy or self._hiding.shy(tag),
        )
        match tag.name:
            case "script":
                self._script(tag)
                return None
            case "meta":
                self._meta(tag)
            case name if _UNSEEN.fullmatch(name):
                return None
            case "form":
                return replace(place, form=self._new_form(tag))
            case "fieldset":
                return self._fieldset(tag, place)
            case "input" | "button" | "select" | "textarea":
                self._flush()
                self._control(tag, place, outer.hidden)
                return None
            case "a" if tag.has_attr("href"):
                self._link(tag, place)
                return replace(place, muted=True)
            case "label":
                self._controls += 1
                label = words_in(tag) if self._controls <= MOST_CONTROLS else ""
                return replace(place, muted=True, label=label)
            case name if name in _HEADINGS and not place.hidden and len(self._headings) < 100:
                self._headed(words_in(tag), place.form)
        return place

    def _headed(self, heading: str, form: _Draft | None) -> None:
        """Note a heading. One in a form, above all that is to be filled in, is the form's own."""
        self._headings.append(heading)
        if form and heading and all(entry.concealed for entry in form.fields) and not form.buttons:
            form.heading, form.shared = heading, False
            self._below = len(self._headings)

    def _script(self, tag: Tag) -> None:
        self._scripts = True
        if not tag.has_attr("src") and len(self._inline) < 20:
            self._inline.append(tag.get_text())

    def _meta(self, tag: Tag) -> None:
        if text_of(tag, "http-equiv").strip().lower() == "refresh":
            self._refresh = self._refresh or refresh(text_of(tag, "content"))

    def _new_form(self, tag: Tag) -> _Draft:
        self._flush()
        shared = bool(self._drafts) and self._below == len(self._headings)
        heading = self._headings[-1] if self._headings else ""
        draft = _Draft(tag, heading, shared, begins=len(self._blocks))
        self._below = len(self._headings)
        self._drafts.append(draft)
        self._begins.append(draft.begins)
        self._by_id.setdefault(text_of(tag, "id"), draft)
        return draft

    def _fieldset(self, tag: Tag, place: _Place) -> _Place:
        self._controls += 1
        legend = tag.find("legend", recursive=False) if self._controls <= MOST_CONTROLS else None
        return replace(
            place,
            disabled=place.disabled or tag.has_attr("disabled"),
            legend=words_in(legend) if isinstance(legend, Tag) else place.legend,
        )

    def _link(self, tag: Tag, place: _Place) -> None:
        if place.hidden or len(self._links) >= MOST_CONTROLS:
            return
        reference = text_of(tag, "href").strip()
        text = words_in(tag) or text_of(tag, "aria-label") or text_of(tag, "title")
        if reference[:1] in {"#", ""} or reference[:11].lower() == "javascript:":
            self._trigger(text, place, text_of(tag, HANDLE))
        else:
            heading = self._headings[-1] if self._headings else ""
            self._links.append(Link(joined(self._base, reference), text, heading))

    def _trigger(self, text: str, place: _Place, handle: str) -> None:
        triggers = place.form.triggers if place.form else self._triggers
        if text and len(triggers) < 20:
            triggers.append(text)
        if not (text and handle):
            return
        button = Button(text, handle=handle)
        if place.form:
            place.form.buttons.append(button)
        elif len(self._live) < MOST_CONTROLS:
            heading = self._headings[-1] if self._headings else ""
            self._live.append(Form(self._url, "post", (), (button,), heading, "", captcha=False))

    def _control(self, tag: Tag, place: _Place, inside_hidden: bool) -> None:
        form = self._by_id.get(text_of(tag, "form")) if tag.has_attr("form") else place.form
        self._controls += 1
        if tag.has_attr("disabled") or place.disabled or self._controls > 5 * MOST_CONTROLS:
            return
        kind = kind_of(tag)
        if kind == "button" and not place.hidden:
            label = words_in(tag) or text_of(tag, "value") or text_of(tag, "aria-label")
            self._trigger(label, place, text_of(tag, HANDLE))
        if form is None or kind in {"button", "reset"}:
            return
        if kind in {"submit", "image"}:
            row = row_of(tag) if len(form.buttons) < _MOST_ROWS else ""
            form.buttons.append(button_of(tag, self._base, place.hidden, row))
            return
        label = "" if kind == "hidden" else self._labels.of(tag, kind, place.label)
        # A box behind a pretty switch is out of sight, but its label is not.
        switch = bool(label) and kind in {"checkbox", "radio"}
        unseen = inside_hidden if switch else place.hidden or place.shy
        form.fields.append(field_of(tag, kind, label, self._prompt(kind, form, place), unseen))

    def _prompt(self, kind: str, form: _Draft, place: _Place) -> str:
        if place.legend or kind not in {"checkbox", "radio"}:
            return place.legend
        last = self._blocks[-1][:300] if self._blocks else ""
        before = form.fields[-1] if form.fields else None
        # The words of the box before are no prompt for this one.
        return before.prompt if before and before.kind == kind and last == before.label else last

    def _form(self, draft: _Draft, does: Deeds) -> Form:
        action = text_of(draft.tag, "action").strip()
        method = text_of(draft.tag, "method").strip().lower()
        names = tuple(filter(None, (text_of(draft.tag, "id"), text_of(draft.tag, "name"))))
        ours = len(self._drafts) == 1 or any(len(one) > 1 and one in does.text for one in names)
        if ours:
            action, method = does.action or action, does.method or method
        return Form(
            # Without an action a form goes to the page itself, its query kept (HTML, form submission).
            action=joined(self._base, action) if action else self._url,
            method="post" if method == "post" else "get",
            fields=tuple(draft.fields),
            buttons=tuple(draft.buttons),
            heading=draft.heading,
            words=" ".join(" ".join(draft.words).split())[:2_000],
            lines=self._lines_about(draft),
            captcha=draft.captcha,
            shared=draft.shared,
            triggers=tuple(draft.triggers),
            sent_by_script=ours and does.sends,
            elusive=ours and does.elusive,
            handle=text_of(draft.tag, HANDLE),
            language=self._language,
        )

    def _lines_about(self, draft: _Draft) -> tuple[str, ...]:
        """The lines right above a form and its first ones, as far as no other form stands between."""
        # Drafts begin in the order of the page; of those up to here the last is this one.
        begun = bisect_right(self._begins, draft.begins)
        least = self._begins[begun - 2] if begun > 1 else 0
        most = self._begins[begun] if begun < len(self._begins) else len(self._blocks)
        begin, end = max(least, draft.begins - _ABOVE), min(most, draft.begins + _WITHIN)
        return tuple(line[:300] for line in self._blocks[begin:end])

    def _notice_captcha(self, tag: Tag, place: _Place) -> None:
        if tag.name == "script":
            return  # loaded on every page of many a shop, whether a form asks for it or not
        marks = (text_of(tag, name) for name in ("class", "src", "id", "name"))
        if (
            tag.has_attr("data-sitekey")
            or _CAPTCHA.search(tag.name[:50])
            or any(mark and _CAPTCHA.search(mark[:500]) for mark in marks)
        ):
            if place.form:
                place.form.captcha = True
            else:
                self._captcha = True


def _ends_with(tag: Tag) -> _Ending | None:
    """What ends where a tag begins and ends; None where it is in the midst of words."""
    if tag.name in _PHRASE:
        return _Walk._flush
    return _Walk._end_line if _BLOCK.fullmatch(tag.name) else None
