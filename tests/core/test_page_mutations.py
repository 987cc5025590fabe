"""Pages altered mechanically, their truth known: nothing wrong is ever pressed, typed, ticked or believed."""

from inbox_guard.core.page import Press, SoFar, read
from inbox_guard.core.vocabulary import Outcome
from tests.core.page_models import ME, altered, wrong_moves


def test_no_alteration_leads_to_a_wrong_move() -> None:
    pages = pressed = 0
    wrong = []
    for model in altered():
        pages += 1
        step = read(model.answer(), SoFar(ME))
        if isinstance(step, Press):
            pressed += 1
            moves = wrong_moves(model, step.request)
        else:
            believed = step.outcome in {Outcome.DONE, Outcome.ALREADY, Outcome.ACCEPTED}
            moves = ["believed it was done"] if believed else []
        wrong += [(model.language, model.kind, model.alteration, move) for move in moves]
    assert wrong == []
    assert pages >= 2_000
    assert pressed >= pages // 2


def test_a_page_as_its_maker_wrote_it_is_pressed_in_every_language() -> None:
    missed = [
        (model.language, model.kind)
        for model in altered(rounds=0)
        if isinstance(read(model.answer(), SoFar(ME)), Press) == (model.kind == "none")
    ]
    assert missed == []
