"""What structure tells where words do not: a question above a button, ticks that are gone, no way left."""

import pytest

from inbox_guard.core.attempt import Result
from inbox_guard.core.exchange import Answer
from inbox_guard.core.page import Press, SoFar, read
from inbox_guard.core.vocabulary import Outcome

ME = "ada@home.example"
OPENED = "https://mail.lamps.example/u/8f3a91c2"
START = SoFar(ME, opened=OPENED)
TOKEN = "<input type=hidden name=t value=8f3a91c2>"


def _answer(body: str, url: str = OPENED) -> Answer:
    page = f"<html><body>{body}</body></html>".encode()
    return Answer(200, (("content-type", "text/html; charset=utf-8"),), page, url)


def _outcome(body: str, url: str = OPENED, so_far: SoFar = START) -> str:
    step = read(_answer(body, url), so_far)
    return step.outcome.value if isinstance(step, Result) else f"press {step.label}"


def _form(*inside: str) -> str:
    return f"<form method=post>{TOKEN}{''.join(inside)}</form>"


@pytest.mark.parametrize(
    "question",
    [
        "Do you want to stop our newsletter?",
        "Möchten Sie unseren Newsletter nicht mehr bekommen?",
        "Ne souhaitez-vous plus recevoir notre lettre ?",
        "Už nechcete dostávat náš zpravodaj?",
    ],
)
def test_a_bare_button_below_the_question_whether_one_wants_to_leave_is_pressed(
    question: str,
) -> None:
    assert _outcome(f"<h1>{question}</h1>" + _form("<button>OK</button>")) == "press OK"


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Did you unsubscribe by accident?</h1>" + _form("<button>OK</button>"),
        "<h1>Left our newsletter?</h1>" + _form("<button>OK</button>"),
        "<h1>Do you want to unsubscribe?</h1>" + _form("<input name=q>", "<button>OK</button>"),
        "<h1>Do you want to unsubscribe?</h1><h2>Subscribe</h2>" + _form("<button>OK</button>"),
    ],
    ids=["over", "what is over", "something to fill in", "another heading"],
)
def test_a_bare_button_below_anything_else_is_not(page: str) -> None:
    assert _outcome(page) == "needs_owner"


def _centre(ticked: bool, told: str = "") -> str:
    on = " checked" if ticked else ""
    return told + _form(
        f"<p><label><input type=checkbox name=k value=a{on}> Weekly news</label></p>",
        f"<p><label><input type=checkbox name=k value=b{on}> Offers</label></p>",
        "<p><label><input type=checkbox name=out value=1> Unsubscribe me from all mail</label></p>",
        "<button>Save</button>",
    )


def test_lists_that_are_unticked_after_leaving_all_are_proof_with_saved() -> None:
    press = read(_answer(_centre(True)), START)
    assert isinstance(press, Press)
    assert b"out=1" in (press.request.body or b"")
    saved = "<p>Your settings have been saved.</p>"
    assert _outcome(_centre(False, saved), so_far=START.after(press)) == "done"
    assert _outcome(_centre(False), so_far=START.after(press)) != "done"
    assert _outcome(_centre(True, saved), so_far=START.after(press)) != "done"


def test_a_box_that_comes_back_unticked_proves_nothing_where_no_list_was_ticked() -> None:
    press = read(_answer(_centre(False)), START)
    assert isinstance(press, Press)
    saved = "<p>Your settings have been saved.</p>"
    assert _outcome(_centre(False, saved), so_far=START.after(press)) != "done"


def test_a_page_that_knows_nothing_of_the_link_leaves_nothing_to_press() -> None:
    shop = "<p>Welcome.</p><form action=/search><input name=q><button>Go</button></form>"
    assert _outcome(shop, "https://mail.lamps.example/bye") == "accepted"
    assert _outcome(shop) == "needs_owner"
    assert _outcome(shop, "https://mail.lamps.example/bye?u=8f3a91c2") == "needs_owner"


def test_a_page_that_offers_only_the_way_back_leaves_nothing_to_press() -> None:
    back = "<p>Xyzzy.</p><a href='/resubscribe/8f3a91c2'>Plugh</a>"
    assert _outcome(back) == "accepted"
    assert _outcome(back + "<a href='/frob/8f3a91c2'>Frotz</a>") == "needs_owner"


def test_an_answer_that_says_both_is_not_asked_again() -> None:
    both = "<p>You have been unsubscribed.</p><p>Something went wrong.</p>"
    step = read(_answer(both), SoFar(ME, pressed=1))
    assert isinstance(step, Result)
    assert step.outcome is Outcome.ACCEPTED
