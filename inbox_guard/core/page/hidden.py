"""What of a page a person does not see, as far as markup and plain style sheets tell.

Pure and bounded. Two degrees: *hidden* is not there at all (its prose is no proof), *off the screen* is
there for whoever sends the form. A text field of either degree is a trap for robots and stays empty.
"""

import re

from bs4 import BeautifulSoup, Tag

_HIDING_CLASSES = frozenset({"hidden", "d-none", "hide", "is-hidden", "invisible"})
_SHY_CLASSES = frozenset(
    {
        "sr-only",
        "visually-hidden",
        "screen-reader-text",
        "visuallyhidden",
        "offscreen",
        "off-screen",
    }
)
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE
)
_OFFSCREEN = re.compile(
    r"(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*-\d{3,}"
    r"|opacity\s*:\s*0(?![.\d])|(?<![-\w])(?:height|width|font-size)\s*:\s*0(?![.\d])"
    r"|clip\s*:\s*rect\(\s*0|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
_RULE = re.compile(r"([^{}@]{1,300})\{([^{}]{0,2000})\}")
_AT_RULE = re.compile(r"@[^{};]{0,300}\{(?:[^{}]{0,5000}\{[^{}]{0,5000}\}){0,200}[^{}]{0,5000}\}")
_SIMPLE = re.compile(r"(?:\w{0,20})([.#])([\w-]{1,80})")
_MOST_STYLE = 30_000


class Hidden:
    """Which classes and ids the style sheets inside a page take out of sight."""

    def __init__(self, soup: BeautifulSoup) -> None:
        """Read the page's own style sheets; those it would fetch are not known."""
        self._gone: set[str] = set()
        self._shy: set[str] = set()
        sheets = " ".join(tag.get_text()[:_MOST_STYLE] for tag in soup.find_all("style", limit=5))
        # What holds on narrow screens or in print only says nothing about this visitor.
        for rule in _RULE.finditer(_AT_RULE.sub(" ", sheets[:_MOST_STYLE])):
            place = self._gone if _HIDING_STYLE.search(rule[2]) else self._shy
            if place is self._gone or _OFFSCREEN.search(rule[2]):
                place.update(_simple(rule[1]))

    def gone(self, tag: Tag) -> bool:
        """Whether an element is hidden with all it holds."""
        if tag.has_attr("hidden") or _text(tag, "aria-hidden") == "true":
            return True
        names = _names(tag)
        return (
            bool(_HIDING_STYLE.search(_text(tag, "style")[:1_000]))
            or not _HIDING_CLASSES.isdisjoint(_text(tag, "class").split())
            or not self._gone.isdisjoint(names)
        )

    def shy(self, tag: Tag) -> bool:
        """Whether an element was moved off the screen or shrunk to nothing."""
        return (
            bool(_OFFSCREEN.search(_text(tag, "style")[:1_000]))
            or not _SHY_CLASSES.isdisjoint(_text(tag, "class").split())
            or not self._shy.isdisjoint(_names(tag))
        )


def _names(tag: Tag) -> set[str]:
    names = {f".{name}" for name in _text(tag, "class").split()[:20]}
    if identity := _text(tag, "id"):
        names.add(f"#{identity}")
    return names


def _simple(selectors: str) -> set[str]:
    """Of a list of selectors those that are one class or id; others depend on where they stand."""
    found = (_SIMPLE.fullmatch(one.strip()) for one in selectors.split(","))
    return {f"{one[1]}{one[2]}" for one in found if one}


def _text(tag: Tag, attribute: str) -> str:
    said = tag.get(attribute)
    return said if isinstance(said, str) else " ".join(said or ())
