"""What `cleanup --yes` does to a village of senders, by the senders' own books."""

from tests.senders.careless import Careless
from tests.senders.houses import ALL
from tests.senders.moves import Move
from tests.senders.sender import Endable, Sender
from tests.senders.stay import Stay
from tests.senders.tongue import LANGUAGES, tongue
from tests.senders.village import Village

# The shares that are reached today, in per cent; to be raised as the engine grows.
LEAST = {
    (Endable.WEB, Endable.MAIL, Endable.BROWSER): 99,
    (Endable.WEB,): 99,
    (Endable.MAIL,): 99,
    (Endable.BROWSER,): 88,
}
# The same in other words, which nothing was tuned on.
LEAST_ELSEWHERE = {(Endable.WEB,): 98, (Endable.MAIL,): 98}


def test_nothing_wrong_is_done_to_anybody(lived: Stay) -> None:
    assert [(key, wrong.move) for key, wrong in lived.wrongs] == []


def test_nobody_is_said_to_be_left_who_still_has_the_address(lived: Stay) -> None:
    assert {one.sender.name for one in lived.false_done} == set()


def test_other_words_for_the_same_do_no_harm(lived_elsewhere: Stay) -> None:
    assert [(key, wrong.move) for key, wrong in lived_elsewhere.wrongs] == []
    assert {one.sender.name for one in lived_elsewhere.false_done} == set()


def test_as_many_subscriptions_are_ended_as_ever(lived: Stay) -> None:
    for ways, least in LEAST.items():
        ended, cases = lived.share(*ways)
        assert 100 * ended >= least * cases, f"{ended} of {cases} {[way.value for way in ways]}"


def test_as_many_are_ended_as_ever_where_other_words_are_used(lived_elsewhere: Stay) -> None:
    for ways, least in LEAST_ELSEWHERE.items():
        ended, cases = lived_elsewhere.share(*ways)
        assert 100 * ended >= least * cases, f"{ended} of {cases} {[way.value for way in ways]}"


def test_what_is_left_to_the_owner_comes_with_a_link_and_a_reason(lived: Stay) -> None:
    speechless = {
        one.sender.key
        for one in lived.told
        for last in (one.attempts[-1].result if one.attempts else None,)
        if one.column == "owner" and not (last and last.owner_url and last.detail)
    }
    assert speechless == set()


def test_one_more_run_asks_nobody_anything(lived: Stay) -> None:
    assert lived.repeated == 0


def test_every_known_flow_and_every_language_stands_in_the_village() -> None:
    rows = {row.strip().rstrip("b") for house in ALL for row in house.row.split(",")}
    assert rows == {str(row) for row in range(1, 37)}
    assert {language for house in ALL for language in house.languages} == set(LANGUAGES)
    endable = [house for house in ALL if house.endable not in {Endable.NOT, Endable.OVER}]
    assert len(endable) >= 36
    assert sum(len(house.languages) for house in endable) >= 80


def test_every_language_has_words_for_everything() -> None:
    known = tongue("en").keys
    assert {language: tongue(language).keys ^ known for language in LANGUAGES} == {
        language: frozenset() for language in LANGUAGES
    }


def test_the_other_voice_says_the_same_things_in_other_words() -> None:
    for language in LANGUAGES:
        usual, other = tongue(language), tongue(language, "other")
        assert other.keys == usual.keys
        changed = {key for key in usual.keys if usual(key) != other(key)}
        assert changed >= {"ask", "leave", "left", "nomore", "pending", "refused"}


def test_a_careless_client_steps_into_every_trap(village: Village) -> None:
    careless = Careless(village)
    careless.visit_all()
    # What no page can bring about is tested on the watch itself (test_watch).
    out_of_reach = {Move.COOKIE, Move.REFERER, Move.STRAY}
    assert {wrong.move for _, wrong in village.wrongs} >= set(Move) - out_of_reach
    believed: list[Sender] = [village.senders[key] for key in careless.claimed]
    assert sum(not one.ended for one in believed) > 40
