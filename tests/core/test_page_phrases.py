"""Phrases of unsubscribe pages, written by people who had not seen the word table: none leads to a wrong press."""

from benchmarks.phrases import LEAVES, heard, is_harmful, phrases

ALL = tuple(phrases())


def test_there_are_phrases_of_every_language() -> None:
    assert len(ALL) > 3_000
    assert len({phrase.language for phrase in ALL}) == 18


def test_nothing_that_stays_joins_or_deletes_is_taken_for_leaving() -> None:
    assert [phrase for phrase in ALL if phrase.part == "control" and is_harmful(phrase)] == []


def test_nothing_but_a_success_is_taken_for_one() -> None:
    assert [phrase for phrase in ALL if phrase.part == "text" and is_harmful(phrase)] == []


def test_most_words_that_leave_are_understood() -> None:
    leaving = [phrase for phrase in ALL if phrase.part == "control" and phrase.sense in LEAVES]
    understood = sum(heard(phrase) == "leave" for phrase in leaving)
    assert understood >= 0.85 * len(leaving), f"{understood} of {len(leaving)}"
