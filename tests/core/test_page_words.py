"""The word table, checked against itself: no word that must not be pressed reads as one that may."""

from importlib.resources import files

import pytest

from inbox_guard.core.page.claims import claims
from inbox_guard.core.page.labels import Says, says
from inbox_guard.core.page.words import Sense, fold, longest, spelled_out

LATIN = {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs", "tr"}
LANGUAGES = LATIN | {"ru", "ja", "zh", "ko"}


def _rows() -> dict[tuple[str, str], tuple[str, ...]]:
    table = files("inbox_guard.core").joinpath("data/page_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {(sense, language): tuple(spelled_out(stems)) for sense, language, stems in rows}


ROWS = _rows()


def _spoken(stem: str) -> str:
    """A stem as a text that it matches."""
    return " ".join(stem.replace("*", "").replace("~", " ").split())


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_knows_the_words_that_decide(language: str) -> None:
    for sense in (
        "leave",
        "all",
        "confirm",
        "never",
        "done",
        "already",
        "pending",
        "fail",
        "not",
        "if",
    ):
        assert ROWS[sense, language]


def test_every_row_is_of_a_known_sense_and_language_and_stands_once() -> None:
    lines = (
        files("inbox_guard.core").joinpath("data/page_words.tsv").read_text("utf-8").splitlines()
    )
    assert len(ROWS) == sum(bool(line) and not line.startswith("#") for line in lines)
    for sense, language in ROWS:
        assert sense in set(Sense)
        assert language in LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_word_that_must_not_be_pressed_never_reads_as_unsubscribe(language: str) -> None:
    wrong = [stem for stem in ROWS["never", language] if says(_spoken(stem)) is Says.LEAVE]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_word_that_unsubscribes_reads_as_such(language: str) -> None:
    wrong = [stem for stem in ROWS["leave", language] if says(_spoken(stem)) is not Says.LEAVE]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_both_together_are_not_pressed(language: str) -> None:
    keep = _spoken(ROWS["never", language][0])
    for stem in ROWS["leave", language]:
        assert says(f"{_spoken(stem)} / {keep}") is Says.NEVER, stem


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_success_is_believed_plainly_and_not_in_a_question(language: str) -> None:
    for stem in ROWS["done", language]:
        sentence = _spoken(stem)
        assert claims([sentence]).done, stem
        assert not claims([sentence + "?"]).done, stem


# Where the negation stands before the verb; in the others it is a suffix, and the stem differs.
@pytest.mark.parametrize("language", sorted(LANGUAGES - {"ja", "ko", "tr", "zh"}))
def test_success_under_a_negation_or_a_condition_is_not_believed(language: str) -> None:
    no, when = _spoken(ROWS["not", language][0]), _spoken(ROWS["if", language][0])
    for stem in ROWS["done", language]:
        assert not claims([f"{no} {_spoken(stem)}"]).done, stem
        assert not claims([f"{when} x, {_spoken(stem)}"]).done, stem


@pytest.mark.parametrize(
    "sense", ["pending", "fail", "expired", "joined", "login", "human", "script"]
)
def test_bad_news_is_never_success(sense: str) -> None:
    for (row, _), stems in ROWS.items():
        if row == sense:
            assert [stem for stem in stems if claims([_spoken(stem)]).done] == []


def test_the_longest_word_wins_wherever_it_stands() -> None:
    found = longest(fold("Cancelar  ASSINATURA"), Sense.LEAVE, Sense.NEVER)
    assert [match.sense for match in found] == [Sense.LEAVE]


def test_folding_takes_case_accents_and_apostrophes_but_leaves_kana() -> None:
    assert fold("  DÉSINSCRIPTION  d’ici ") == "desinscription d ici"
    assert fold("İPTAL ı") == "iptal i"
    assert fold("ﾒｰﾙが") == "メールが"
