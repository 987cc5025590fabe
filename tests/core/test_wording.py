"""What has a shape and is on no list of words: counted issues, posts with their answers, Korean endings."""

import pytest

from inbox_guard.core.kind.figures import figure_signs
from inbox_guard.core.kind.reads import features
from inbox_guard.core.kind.wording import body_signs, subject_signs


@pytest.mark.parametrize(
    "subject",
    [
        "Meadow Note 00412: three kinds of rain",
        "Gazzettino del porto n. 88 - la regata",
        "Bryggans blad nr 7 | sommaren är här",
        "Kettle Letters #31: steam",
    ],
)
def test_a_subject_that_counts_its_issues_is_one_of_a_series(subject: str) -> None:
    assert "series" in {sight.sign for sight in subject_signs(subject)}


@pytest.mark.parametrize(
    "subject",
    [
        "Budget 2026: the draft",
        "Re: 12: noon",
        "[infra #88]: disk",
        "Lunch at 12",
        "Flat 6 is free",
    ],
)
def test_a_year_a_ticket_and_an_hour_count_no_issues(subject: str) -> None:
    assert "series" not in {sight.sign for sight in subject_signs(subject)}


@pytest.mark.parametrize(
    "text",
    [
        "Lost ferret, Mill Row\n12 replies\n\nFree hat stand\n3 comments",
        "Wellensittich gesucht: 14 Antworten\nSperrmüll am Freitag: 6 neue Kommentare",
        "Chat roux trouvé, 18 réponses. Coupure d'eau, 41 nouvelles réponses.",
        "谁家的猫 12条评论\n周末停水 3条回复",
    ],
)
def test_posts_with_the_number_of_their_answers_are_a_digest(text: str) -> None:
    assert "post-counts" in {sight.sign for sight in figure_signs(text)}


@pytest.mark.parametrize("text", ["We had 12 replies to our survey.", "", "7 svar\n"])
def test_one_number_of_answers_is_no_digest(text: str) -> None:
    assert "post-counts" not in {sight.sign for sight in figure_signs(text)}


def test_a_count_of_answers_is_seen_in_a_whole_body() -> None:
    seen = body_signs("Lost ferret: 12 replies\nHat stand: 3 replies\n", None, in_list=False)
    assert "post-counts" in {sight.sign for sight in seen}


def test_korean_words_are_one_whatever_ending_they_take() -> None:
    bare, ended = features("", "박물관"), features("", "박물관에서는")
    assert {"박물", "물관"} <= bare & ended
