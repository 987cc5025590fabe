"""What an HTML part says to a reader: its words in order, and where its links lead.

Pure and total. lxml's event interface builds no tree: depth costs nothing, and 1 MB of hostile markup
takes a tenth of a second where BeautifulSoup's tree takes three. Nothing is fetched, run or laid out.
Of CSS only the ``style`` of an element is read, for whether it hides: words that are hidden above all
others are the preview line and count as words, those that are hidden below do not. WHATWG HTML §15.3 says
which elements begin a line.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an HTML part: where it leads and what it says."""

    url: str
    text: str


class Rendered(NamedTuple):
    """The raw words of a page (line breaks at blocks, not yet tidy) and its links, in order.

    `buried` counts the characters of prose that CSS hides below the words that are shown, and that is not
    shown as well: mails carry their words once more for narrow screens.
    """

    words: str
    links: tuple[Link, ...]
    buried: int


def rendered(markup: str) -> Rendered:
    """Return what a page says.

    A link says its words, else the alternative text or title of what it shows. Only http, https and
    mailto links are kept, at most 1,000; what follows the 60,000th tag or run of words is not read.
    """
    reader = _Reader()
    parser = etree.HTMLParser(
        target=reader,  # type: ignore[arg-type]  # lxml-stubs want bytes too; lxml 6 hands out str
        encoding="utf-8",
        no_network=True,
    )
    page = markup.replace("\0", "").encode("utf-8", "replace")
    try:
        for at in range(0, len(page), _CHUNK):
            parser.feed(page[at : at + _CHUNK])
            if reader.events > _MOST_EVENTS:
                break
        parser.close()
    except etree.LxmlError:  # an empty page, or none at all: what was read so far stays
        pass
    words = "".join(reader.words)
    buried = sum(len(prose) for prose in reader.buried if prose not in words)
    return Rendered(words, tuple(reader.links), buried)


_UNSEEN = frozenset({"script", "style", "title", "template", "object", "select", "textarea"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "center", "dd", "div", "dl", "dt"}
    | {"fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)
_CHUNK = 16 * 1024
_MOST_EVENTS = 60_000  # several times what a long newsletter has
_MOST_LINKS = 1_000
_LONGEST_URL = 8_192
_LONGEST_LABEL = 500
_LEADS = ("http://", "https://", "mailto:")
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0*)?\s*(?:;|$)|max-height\s*:\s*0",
    re.IGNORECASE,
)
_SIZE = re.compile(r"font-size\s*:\s*([\w.%]{1,12})", re.IGNORECASE)
_SIZES_THAT_HIDE = frozenset({"1px", "2px", "1pt", "2pt"})
"""0 is what templates set around columns, with the size of their words in a style sheet."""
_PROSE = 40
"""Characters in one run that are more than a label of the other layout."""
_MOST_BURIED = 50


@dataclass(slots=True)
class _Reader:
    """Gathers words and links from parser events."""

    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    unseen: str = ""
    url: str = ""
    label: list[str] = field(default_factory=list)
    instead: str = ""
    events: int = 0
    shown: bool = False
    buried: list[str] = field(default_factory=list)
    depth: int = 0
    hidden_from: int = 0
    sizes: list[tuple[int, bool]] = field(default_factory=list)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.events += 1
        self.depth += 1
        if "style" in attributes:
            self._style(attributes["style"])
        if self.unseen:
            return
        if tag in _UNSEEN:
            self.unseen = tag
        elif tag in ("a", "area"):
            self._finish()
            self.url = attributes.get("href", "").strip()[:_LONGEST_URL]
            self.instead = attributes.get("title") or attributes.get("alt") or ""
            if tag == "area":
                self._finish()
        elif tag == "img":
            alternative = attributes.get("alt", "")
            self.instead = alternative or self.instead
            self.words.append(f" {alternative} " if alternative else "")
        elif tag in _BLOCKS or tag in ("br", "hr"):
            self._say("\n")

    def end(self, tag: str) -> None:
        if self.depth == self.hidden_from:
            self.hidden_from = 0
        if self.sizes and self.sizes[-1][0] == self.depth:
            self.sizes.pop()
        self.depth -= 1
        if tag == self.unseen:
            self.unseen = ""
        elif tag == "a":
            self._finish()
        elif tag in _BLOCKS and not self.unseen:
            self._say("\n")

    def data(self, text: str) -> None:
        self.events += 1
        if self.unseen:
            return
        # A line end inside markup is a blank (WHATWG HTML §3.2.5.3); blocks alone break lines.
        text = text.replace("\r", " ").replace("\n", " ")
        hidden = self.hidden_from or (self.sizes and self.sizes[-1][1])
        if hidden and self.shown:
            if len(text.strip()) >= _PROSE and not self.url and len(self.buried) < _MOST_BURIED:
                self.buried.append(text.strip())
            return
        self.shown = self.shown or (not hidden and any(map(str.isalnum, text)))
        self._say(text)

    def close(self) -> None:
        self._finish()

    def _style(self, style: str) -> None:
        """Note whether an element hides what is in it."""
        if not self.hidden_from and _HIDES.search(style):
            self.hidden_from = self.depth
        if size := _SIZE.search(style):
            self.sizes.append((self.depth, size[1].lower() in _SIZES_THAT_HIDE))

    def _say(self, text: str) -> None:
        self.words.append(text)
        if self.url:
            self.label.append(text)

    def _finish(self) -> None:
        """Close the open link, if any."""
        if self.url.lower().startswith(_LEADS) and len(self.links) < _MOST_LINKS:
            said = " ".join("".join(self.label).split()) or " ".join(self.instead.split())
            self.links.append(Link(self.url, said[:_LONGEST_LABEL]))
        self.url, self.instead = "", ""
        self.label.clear()
