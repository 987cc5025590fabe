"""Names that are drawn like others are shown so that a person sees it."""

from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.script import CLOSE, OPEN, told_apart

CYRILLIC_A, CYRILLIC_P, GREEK_O = "\u0430", "\u0440", "\u03bf"


def test_letters_of_another_alphabet_within_a_word_are_told_apart() -> None:
    assert told_apart(f"P{CYRILLIC_A}ypal Service") == f"P‹{CYRILLIC_A}›ypal Service"
    assert told_apart(f"{CYRILLIC_P}{CYRILLIC_A}ypal") == f"‹{CYRILLIC_P}{CYRILLIC_A}›ypal"
    assert told_apart(f"Micr{GREEK_O}s{GREEK_O}ft") == f"Micr‹{GREEK_O}›s‹{GREEK_O}›ft"


def test_a_name_in_one_alphabet_is_shown_as_it_is() -> None:
    for name in ("Анна Петрова", "Ελένη", "Żółć naïve", "Привет Anna", "山田 太郎", "Zoë"):
        assert told_apart(name) == name


@given(st.text())
def test_nothing_but_marks_is_added_to_any_text(text: str) -> None:
    bare = str.maketrans("", "", OPEN + CLOSE)
    assert told_apart(text).translate(bare) == text.translate(bare)
