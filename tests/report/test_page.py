"""The HTML page: nothing of a stranger's becomes markup, and nothing is loaded from anywhere."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.report.month import MonthlyReporter

from .hostile import HTML, TERMINAL, everywhere
from .rich_month import rich
from .sample import ZONE, empty, month


class Outline(HTMLParser):
    """Collects every element with its attribute names, everything that is not an element, and ids."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.others: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.attributes.extend((tag, name, value or "") for name, value in attrs)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)

    def unknown_decl(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)


def page_of(facts, language: str = "en") -> str:
    [(_, rendered)] = MonthlyReporter().render(facts, ["html"], language, ZONE).files
    return rendered.decode()


def outline(page: str) -> Outline:
    read = Outline()
    read.feed(page)
    read.close()
    return read


BENIGN = outline(page_of(everywhere("benign")))


@pytest.mark.parametrize("payload", [*HTML.values(), *TERMINAL.values()], ids=[*HTML, *TERMINAL])
def test_hostile_words_in_every_field_leave_the_elements_of_the_page_as_they_are(payload):
    hostile = outline(page_of(everywhere(payload)))
    assert hostile.elements == BENIGN.elements
    assert hostile.others == ["doctype html"]


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_no_text_at_all_becomes_an_element(text):
    assert outline(page_of(everywhere(text))).elements == BENIGN.elements


@pytest.mark.parametrize("facts", [rich(), empty(), month()], ids=["rich", "empty", "nobody"])
def test_the_page_refers_to_nothing_outside_of_itself(facts):
    read = outline(page_of(facts))
    assert {tag for tag, _ in read.elements}.isdisjoint(
        {"script", "a", "img", "link", "iframe", "object", "form", "base", "svg"}
    )
    referring = {"href", "src", "srcset", "action", "background", "poster", "data", "cite"}
    assert not [name for _, name, _ in read.attributes if name in referring or name[:2] == "on"]
    assert not re.search(r"@import|url\s*\(", page_of(facts))


def test_the_policy_of_the_page_forbids_everything_but_its_own_style():
    head = page_of(rich()).split("</head>")[0]
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in head


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_page_names_its_language_and_every_column(language):
    read = outline(page_of(rich(), language))
    assert ("html", "lang", language) in read.attributes
    headers = [names for tag, names in read.elements if tag == "th"]
    assert headers
    assert all("scope" in names for names in headers)


def test_every_section_is_named_by_its_heading():
    read = outline(page_of(rich()))
    ids = {value for _, name, value in read.attributes if name == "id"}
    named = [value for tag, name, value in read.attributes if name == "aria-labelledby"]
    assert named
    assert set(named) == ids


def test_the_style_knows_the_dark_the_phone_and_the_printer():
    page = page_of(rich())
    for wanted in ("prefers-color-scheme: dark", "max-width: 40rem", "@media print"):
        assert wanted in page


def test_words_stay_readable_on_their_ground():
    """WCAG 2.2 §1.4.3 wants 4.5:1; every rule that sets both colours is measured."""
    style = page_of(empty()).split("<style>")[1].split("</style>")[0]
    pairs = re.findall(r"background: (#[0-9a-f]{6}); color: (#[0-9a-f]{6})", style)
    assert len(pairs) >= 14
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    for ground, ink in (
        ("#f7f5f0", "#5a6462"),
        ("#fffefb", "#5a6462"),
        ("#fdf3dc", "#5c5236"),
        ("#f7f5f0", "#2f6b5e"),
        ("#171b1b", "#a7afac"),
        ("#1e2322", "#a7afac"),
        ("#322a15", "#d3c59d"),
    ):
        assert ground in style
        assert ink in style
        assert contrast(ground, ink) >= 4.5


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
