"""The text: 80 columns, and nothing in it that a terminal would obey."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.report.month import MonthlyReporter
from inbox_guard.report.plain import width
from inbox_guard.report.text import COLUMNS, fill

from .hostile import HTML, TERMINAL, everywhere
from .rich_month import rich
from .sample import ZONE, Told, empty, month


def text_of(facts, language: str = "en") -> str:
    [(_, rendered)] = MonthlyReporter().render(facts, ["text"], language, ZONE).files
    return rendered.decode()


def obeyed(text: str) -> list[str]:
    """What a terminal would not simply draw."""
    return [
        character
        for character in text
        if (unicodedata.category(character)[0] == "C" and character != "\n")
        or unicodedata.category(character) in {"Zl", "Zp"}
    ]


@pytest.mark.parametrize("payload", TERMINAL.values(), ids=TERMINAL)
def test_no_control_character_of_a_stranger_reaches_the_terminal(payload):
    assert obeyed(text_of(everywhere(payload))) == []


@pytest.mark.parametrize("payload", TERMINAL.values(), ids=TERMINAL)
def test_a_stranger_cannot_begin_a_line_of_the_report(payload):
    lines = text_of(everywhere(payload)).splitlines()
    assert not [line for line in lines if line.startswith(("OWNED", "[ok]", "two"))]


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    "facts",
    [rich(), empty(), month(Told(name="W" * 300, subject="長い件名" * 40))],
    ids=["rich", "empty", "long"],
)
def test_no_line_is_wider_than_eighty_columns(facts, language):
    assert max(width(line) for line in text_of(facts, language).splitlines()) <= COLUMNS


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_any_words_are_tamed_and_fit(text):
    rendered = text_of(everywhere(text))
    assert obeyed(rendered) == []
    assert max(width(line) for line in rendered.splitlines()) <= COLUMNS


def test_the_words_in_front_of_the_facts_stand_in_one_column():
    lines = text_of(month(Told())).splitlines()
    block = lines[lines.index("1.  Acme Deals (new) [recorded]") + 1 :]
    facts = [line for line in block[: block.index("")] if line[4] != " "]
    assert {line[:4] for line in facts} == {"    "}
    starts = {4 + len(line[4:].split("  ")[0].ljust(13)) + 2 for line in facts}
    assert {line[: min(starts)][-2:] for line in facts} == {"  "}
    assert len(starts) == 1


def test_a_word_longer_than_a_line_is_cut_and_not_lost():
    lines = fill("a" * 200, "  ")
    assert "".join(line.strip() for line in lines) == "a" * 200
    assert max(map(len, lines)) == COLUMNS


def test_markup_is_shown_as_the_characters_that_were_sent():
    assert HTML["script"] in text_of(month(Told(name=HTML["script"])))
