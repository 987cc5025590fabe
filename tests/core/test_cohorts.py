"""Shared sources: a planted one is found with all its members, chance is not taken for one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.sender import SenderId, SenderKind, Speaker
from inbox_guard.core.together import Case, together
from inbox_guard.core.together.cohorts import cohorts
from inbox_guard.core.verdict import Verdict
from inbox_guard.core.vocabulary import Kind, Mechanism, Standing
from tests.core.histories import history

BEGIN = datetime(2023, 1, 1, tzinfo=UTC)
NAMES = ("Mira", "Mira Holt", "M. Holt", "Ms Holt", "mira", "Holt", "Mira H", "Dr Holt")


def case(
    number: int,
    day: int,
    name: str = "",
    *,
    standing: Standing = Standing.UNCONSENTED,
    organisation: str = "",
) -> Case:
    """An unasked newsletter that began on a day and greets the owner by a name."""
    house = organisation or f"sender-{number}.test"
    at = BEGIN + timedelta(days=day)
    marks = (Mark(MarkKind.SALUTED, name, name, f"{number}@x", at),) if name else ()
    made = replace(
        history(),
        number=number,
        speaker=Speaker(SenderId(SenderKind.ADDRESS, f"news@{house}"), house, house),
        first_seen=at,
        marks=marks,
    )
    return Case(made, Verdict(Kind.NEWSLETTER, standing, (), "no trace"))


def strangers(dice: Random, count: int) -> list[Case]:
    return [case(n, dice.randrange(1095), dice.choice(NAMES)) for n in range(1, count + 1)]


def test_six_of_sixty_that_share_a_misspelt_name_and_a_month_are_found() -> None:
    for seed in range(20):
        dice = Random(seed)
        planted = [case(100 + n, 500 + dice.randrange(25), "Mira Hlot") for n in range(6)]
        found = cohorts([*strangers(dice, 54), *planted])
        assert [one.quote for one in found][:1] == ["Mira Hlot"]
        assert set(found[0].members) == {100, 101, 102, 103, 104, 105}


def test_random_mailboxes_hold_a_cohort_in_fewer_than_one_of_twenty() -> None:
    held = sum(bool(cohorts(strangers(Random(1000 + seed), 60))) for seed in range(200))
    assert held <= 10


def test_a_busy_month_is_no_cohort() -> None:
    """After a fair half of all strangers begin at once; the names among them are still chance."""
    held = 0
    for seed in range(100):
        dice = Random(seed)
        days = [dice.randrange(20) + 300 if n % 2 else dice.randrange(1095) for n in range(60)]
        people = [case(n + 1, day, dice.choice(NAMES)) for n, day in enumerate(days)]
        held += bool(cohorts(people))
    assert held <= 5


def test_the_lists_of_one_house_are_one_sender() -> None:
    one_house = [case(n, 500 + n, "Mira Hlot", organisation="acme.test") for n in range(1, 7)]
    assert cohorts([*strangers(Random(1), 50), *one_house]) == ()


def test_what_the_owners_own_shop_calls_her_is_no_mistake() -> None:
    shop = case(200, 5, "Mira Hlot", standing=Standing.CUSTOMER)
    planted = [case(100 + n, 500 + n, "Mira Hlot") for n in range(6)]
    assert cohorts([*strangers(Random(1), 54), *planted, shop]) == ()


def test_nothing_is_said_of_nobody() -> None:
    assert cohorts([]) == ()
    assert not together([])


def test_a_member_is_told_once_hedged_and_the_same_whatever_the_order() -> None:
    planted = [case(100 + n, 500 + n, "Mira Hlot") for n in range(6)]
    everybody = [*strangers(Random(1), 54), *planted]
    told = together(everybody)
    (says,) = [one.says for one in told[100] if one.kind == "cohort"]
    assert "consistent with one shared list" in says
    assert "“Mira Hlot”" in says
    assert told == together(list(reversed(everybody)))


def doubtful(number: int, day: int, name: str, *, listed: bool = True) -> Case:
    """A sender of short mailings that were called service mail; nothing tells how it began."""
    sure = case(number, day, name)
    offers = (Mechanism.ONE_CLICK,) if listed else ()
    kinds = history(kinds=((Kind.TRANSACTIONAL, 1),), mechanisms=offers).kinds
    left_alone = replace(sure.verdict, kind=Kind.TRANSACTIONAL)
    return Case(replace(sure.history, kinds=kinds), left_alone)


def members(cases: list[Case]) -> set[int]:
    return {number for one in cohorts(cases) for number in one.members}


def test_whose_kind_is_unsure_is_named_beside_those_that_are_sure() -> None:
    planted = [case(100 + n, 500 + n, "Mira Hlot") for n in range(5)]
    found = cohorts([*strangers(Random(1), 54), *planted, doubtful(90, 490, "Mira Hlot")])
    assert found[0].members == (90, 100, 101, 102, 103, 104)
    assert found[0].organisations == 6
    assert found[0].days == 14


def test_whose_kind_is_unsure_makes_no_cohort_and_joins_no_other_one() -> None:
    unsure = [doubtful(100 + n, 500 + n, "Mira Hlot") for n in range(6)]
    two = [case(200 + n, 500 + n, "Mira Hlot") for n in range(2)]
    assert members([*strangers(Random(1), 54), *unsure, *two]) == set()
    planted = [case(100 + n, 500 + n, "Mira Hlot") for n in range(5)]
    others = {
        "another name": doubtful(90, 502, "Mira Hold"),
        "another month": doubtful(90, 540, "Mira Hlot"),
        "no list": doubtful(90, 502, "Mira Hlot", listed=False),
        "dealings": replace(
            doubtful(90, 502, "Mira Hlot"),
            verdict=Verdict(Kind.TRANSACTIONAL, Standing.UNSURE, (), ""),
        ),
    }
    for why, other in others.items():
        assert members([*strangers(Random(1), 54), *planted, other]) == set(range(100, 105)), why


def test_with_the_unsure_a_cohort_still_began_within_one_window() -> None:
    planted = [case(100 + n, 500 + 4 * n, "Mira Hlot") for n in range(5)]
    unsure = [doubtful(90, 488, "Mira Hlot"), doubtful(91, 489, "Mira Hlot")]
    late = doubtful(92, 528, "Mira Hlot")
    (found, *_) = cohorts([*strangers(Random(1), 54), *planted, *unsure, late])
    assert found.members == (90, 91, 100, 101, 102, 103, 104)
    assert found.days <= 30


def test_another_list_of_a_house_is_no_second_member() -> None:
    planted = [case(100 + n, 500 + n, "Mira Hlot") for n in range(5)]
    twin = doubtful(90, 502, "Mira Hlot")
    speaker = replace(twin.history.speaker, organisation="sender-100.example")
    twin = replace(twin, history=replace(twin.history, speaker=speaker))
    assert members([*strangers(Random(1), 54), *planted, twin]) == set(range(100, 105))
