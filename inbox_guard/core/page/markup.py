"""HTML → `Sight`.

Pure and bounded. Of a page with more than 10,000 tags only the beginning is read, and the sight says
so (measured: 100,000 tags cost BeautifulSoup over 1 s with lxml, and html5lib or html.parser far
more). What is hidden from a person is not prose: many pages carry their success message from the
start, waiting for a script to show it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urljoin

from bs4 import BeautifulSoup, CData, NavigableString, PageElement, Tag

from inbox_guard.core.page.sight import Button, Field, Form, Link, Sight


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
_MOST_CONTROLS = 400
_LONGEST_URL = 8_192
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|h[1-6r]|header|html|legend|li|main|nav|noscript|ol|p|pre|section|summary|t(?:able|body|d|foot|h|head|r)"
    r"|ul|a|label"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend"})
_UNSEEN = re.compile(r"script|style|template|svg|math|canvas|object|iframe|audio|video|title")
_HIDING_CLASSES = frozenset({"hidden", "d-none", "hide", "is-hidden", "invisible"})
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OFFSCREEN = re.compile(
    r"(?:left|top|right|text-indent)\s*:\s*-\d{3,}|opacity\s*:\s*0(?![.\d])|height\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_HONEYPOT = re.compile(r"honey|(?:^|[_-])hp(?:$|[_-])|_gotcha|nospam", re.IGNORECASE)
_CAPTCHA = re.compile(r"captcha|cf-turnstile|challenges\.cloudflare", re.IGNORECASE)


@dataclass(slots=True)
class _Draft:
    """A form while it is being read."""

    tag: Tag
    heading: str
    fields: list[Field] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    captcha: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree the walk is."""

    form: _Draft | None = None
    hidden: bool = False
    muted: bool = False
    label: str = ""


class _Walk:
    """One pass over the tree, without recursion: a page may be nested 10,000 deep."""

    def __init__(self, soup: BeautifulSoup, url: str) -> None:
        base = soup.find("base", href=True)
        self._url = url
        self._base = _joined(url, _text(base, "href")) if isinstance(base, Tag) else url
        self._title = _words(soup.title) if soup.title else ""
        self._labels = {
            _text(label, "for"): _words(label)
            for label in soup.find_all("label", attrs={"for": True}, limit=_MOST_CONTROLS)
        }
        self._by_id: dict[str, _Draft] = {}
        self._drafts: list[_Draft] = []
        self._links: list[Link] = []
        self._headings: list[str] = []
        self._blocks: list[str] = []
        self._line: list[str] = []
        self._captcha = self._scripts = False
        self._controls = 0

    def sight(self, cut: bool) -> Sight:
        """What was seen."""
        self._flush()
        return Sight(
            title=self._title,
            headings=tuple(self._headings),
            blocks=tuple(self._blocks),
            forms=tuple(self._form(draft) for draft in self._drafts),
            links=tuple(self._links),
            captcha=self._captcha,
            scripts=self._scripts,
            cut=cut,
        )

    def through(self, root: Tag) -> None:
        """Visit every node once, in the order of the page."""
        stack: list[tuple[PageElement | None, _Place]] = [(root, _Place())]
        while stack:
            node, place = stack.pop()
            if node is None:
                self._flush()
            elif isinstance(node, Tag):
                inner = self._enter(node, place)
                if inner is None:
                    continue
                if _BLOCK.fullmatch(node.name):
                    self._flush()
                    stack.append((None, place))
                stack.extend((child, inner) for child in reversed(node.contents))
            elif type(node) in {NavigableString, CData} and not place.hidden:
                self._say(str(node), place)

    def _say(self, text: str, place: _Place) -> None:
        if place.form and len(place.form.words) < _MOST_CONTROLS:
            place.form.words.append(text)
        if not place.muted:
            self._line.append(text)

    def _flush(self) -> None:
        line = " ".join("".join(self._line).split())
        if line:
            self._blocks.append(line)
        self._line = []

    def _enter(self, tag: Tag, place: _Place) -> _Place | None:
        """Note what a tag is; None when its inside is of no interest."""
        self._notice_captcha(tag, place)
        hidden = place.hidden or _is_hidden(tag)
        match tag.name:
            case "script":
                self._scripts = True
                return None
            case name if _UNSEEN.fullmatch(name):
                return None
            case "form":
                return _Place(self._new_form(tag), hidden, place.muted)
            case "input" | "button" | "select" | "textarea":
                self._flush()
                self._control(tag, place, hidden)
                return None
            case "a" if tag.has_attr("href"):
                self._link(tag, hidden)
                return _Place(place.form, hidden, muted=True, label=place.label)
            case "label":
                self._controls += 1
                label = _words(tag) if self._controls <= _MOST_CONTROLS else ""
                return _Place(place.form, hidden, muted=True, label=label)
            case name if name in _HEADINGS and not hidden and len(self._headings) < 100:
                self._headings.append(_words(tag))
        return _Place(place.form, hidden, place.muted, place.label)

    def _new_form(self, tag: Tag) -> _Draft:
        draft = _Draft(tag, self._headings[-1] if self._headings else "")
        self._drafts.append(draft)
        self._by_id.setdefault(_text(tag, "id"), draft)
        return draft

    def _link(self, tag: Tag, hidden: bool) -> None:
        if hidden or len(self._links) >= _MOST_CONTROLS:
            return
        url = _joined(self._base, _text(tag, "href"))
        text = _words(tag) or _text(tag, "aria-label") or _text(tag, "title")
        self._links.append(Link(url, text, self._headings[-1] if self._headings else ""))

    def _control(self, tag: Tag, place: _Place, hidden: bool) -> None:
        form = self._by_id.get(_text(tag, "form")) if tag.has_attr("form") else place.form
        self._controls += 1
        if form is None or tag.has_attr("disabled") or self._controls > 5 * _MOST_CONTROLS:
            return
        kind = _kind(tag)
        if kind in {"submit", "image"}:
            if not hidden:
                form.buttons.append(self._button(tag))
        elif kind not in {"button", "reset"}:
            label = place.label or self._labels.get(_text(tag, "id"), "")
            form.fields.append(_field(tag, kind, label, hidden))

    def _button(self, tag: Tag) -> Button:
        value = _text(tag, "value")
        label = _words(tag) if tag.name == "button" else value or _text(tag, "alt")
        action = _text(tag, "formaction")
        return Button(
            label=label or _text(tag, "aria-label") or _text(tag, "title"),
            name=_text(tag, "name"),
            value=value,
            action=_joined(self._base, action) if action else "",
            method=_text(tag, "formmethod").lower(),
        )

    def _form(self, draft: _Draft) -> Form:
        action = _text(draft.tag, "action").strip()
        method = _text(draft.tag, "method").strip().lower()
        return Form(
            # Without an action a form goes to the page itself, its query kept (HTML, form submission).
            action=_joined(self._base, action) if action else self._url,
            method="post" if method == "post" else "get",
            fields=tuple(draft.fields),
            buttons=tuple(draft.buttons),
            heading=draft.heading,
            words=" ".join(" ".join(draft.words).split())[:2_000],
            captcha=draft.captcha,
        )

    def _notice_captcha(self, tag: Tag, place: _Place) -> None:
        if tag.name == "script":
            return  # loaded on every page of many a shop, whether a form asks for it or not
        marks = (_text(tag, name) for name in ("class", "src", "id", "name"))
        if any(mark and _CAPTCHA.search(mark[:500]) for mark in marks):
            if place.form:
                place.form.captcha = True
            else:
                self._captcha = True


def _kind(tag: Tag) -> str:
    if tag.name in {"select", "textarea"}:
        return tag.name
    fallback = "submit" if tag.name == "button" else "text"
    return _text(tag, "type").strip().lower() or fallback


def _field(tag: Tag, kind: str, label: str, hidden: bool) -> Field:
    name = _text(tag, "name")
    shy = bool(_OFFSCREEN.search(_text(tag, "style")) or _HONEYPOT.search(name))
    return Field(
        kind=kind,
        name=name,
        value=_value(tag, kind),
        label=label or _text(tag, "aria-label") or _beside(tag),
        checked=tag.has_attr("checked"),
        required=tag.has_attr("required"),
        concealed=hidden or shy or kind == "hidden",
    )


def _value(tag: Tag, kind: str) -> str:
    if kind == "textarea":
        return tag.get_text()
    if kind == "select":
        options = tag.find_all("option", limit=_MOST_CONTROLS)
        chosen = next((one for one in options if one.has_attr("selected")), None)
        option = chosen or (options[0] if options else None)
        if option is None:
            return ""
        return _text(option, "value") if option.has_attr("value") else _words(option)
    if kind in {"checkbox", "radio"}:
        return _text(tag, "value") if tag.has_attr("value") else "on"
    return _text(tag, "value")


def _beside(tag: Tag) -> str:
    """The words right after a box that has no label."""
    after = tag.next_sibling
    return " ".join(str(after).split()) if type(after) is NavigableString else ""


def _is_hidden(tag: Tag) -> bool:
    if tag.has_attr("hidden") or _text(tag, "aria-hidden") == "true":
        return True
    classes = tag.get("class") or ()
    return bool(_HIDING_STYLE.search(_text(tag, "style"))) or not _HIDING_CLASSES.isdisjoint(
        classes
    )


def _text(tag: Tag, attribute: str) -> str:
    said = tag.get(attribute)
    return said if isinstance(said, str) else " ".join(said or ())


def _words(tag: Tag) -> str:
    """The words inside a small element; of a large one the beginning."""
    inside = tuple(islice(_inside(tag), 60))
    said = " ".join(str(node) for node in inside if type(node) is NavigableString)
    images = " ".join(_text(node, "alt") for node in inside if isinstance(node, Tag))
    return (" ".join(said.split()) or " ".join(images.split()))[:300]


def _inside(tag: Tag) -> Iterator[PageElement]:
    """What a tag holds, in order. `Tag.descendants` first walks to the deepest last child: quadratic."""
    stack = list(reversed(tag.contents))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Tag):
            stack.extend(reversed(node.contents))


def _joined(base: str, reference: str) -> str:
    try:
        joined = urljoin(base, reference.strip()[:_LONGEST_URL])
    except ValueError:
        return ""
    return joined if len(joined) < _LONGEST_URL else ""
