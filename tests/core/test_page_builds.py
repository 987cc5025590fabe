"""How pages are built: labels in odd places, questions with Yes and No, rows of lists, steps one after another."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from inbox_guard.core.attempt import Result
from inbox_guard.core.exchange import Answer
from inbox_guard.core.page import Press, SoFar, one_click_result, read
from inbox_guard.core.page.markup import look
from inbox_guard.core.vocabulary import Outcome

ME = "ada@home.example"
OPENED = "https://mail.lamps.example/u/8f3a91c2?list=weekly"
START = SoFar(ME, opened=OPENED)
ONCE = replace(START, pressed=1, submitted=True)


def _answer(body: str, title: str = "") -> Answer:
    page = f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()
    return Answer(200, (("content-type", "text/html; charset=utf-8"),), page, OPENED)


def _sent(body: str, so_far: SoFar = START) -> str:
    """What would be sent, or what came of it."""
    step = read(_answer(body), so_far)
    if isinstance(step, Result):
        return step.outcome.value
    return (step.request.body or b"").decode() or step.request.url


def _labels(inside: str) -> list[str]:
    (form,) = look(f"<form method=post>{inside}</form>", OPENED).forms
    return [entry.label for entry in form.fields if entry.kind != "hidden"]


SWITCH = (
    "<span><input type=hidden name=a value=0><input type=checkbox name=a checked><i></i></span>"
)


@pytest.mark.parametrize(
    ("inside", "labels"),
    [
        ("<b id=x>Weekly</b><div><input type=checkbox name=a aria-labelledby=x></div>", ["Weekly"]),
        (
            f"<ul><li><div>Weekly <small>on Sundays</small></div>{SWITCH}</ul>",
            ["Weekly on Sundays"],
        ),
        ("<table><tr><td>Weekly<td><select name=a><option>Yes</select></table>", ["Weekly"]),
        (
            "<table><tr><th><th>Yes<th>No<tr><td>Weekly<td><input type=radio name=a value=1>"
            "<td><input type=radio name=a value=0></table>",
            ["Yes", "No"],
        ),
        ("<input type=checkbox name=a title='Weekly news'>", ["Weekly news"]),
    ],
    ids=["pointed at", "row of a switch", "cell before", "head of the column", "title"],
)
def test_a_control_is_called_what_a_person_would_call_it(inside: str, labels: list[str]) -> None:
    assert _labels(inside) == labels


def _asked(question: str, *answers: tuple[str, str], action: str = "") -> str:
    radios = "".join(
        f"<input type=radio name=a id=r{value} value={value}><label for=r{value}>{label}</label>"
        for label, value in answers
    )
    legend = f"<fieldset><legend><h1>{question}</h1></legend>{radios}</fieldset>"
    return f"<h2>Cookies</h2><form method=post action='{action}'>{legend}<button>Continue</button></form>"


def test_a_question_is_answered_with_the_yes_or_no_that_leaves() -> None:
    yes_no = (("Yes", "1"), ("No", "0"))
    assert _sent(_asked("Do you want to stop getting mails about lamps?", *yes_no)) == "a=1"
    assert _sent(_asked("May we send you our newsletter?", *yes_no)) == "a=0"
    longer = (("Ja, stop ermee", "1"), ("Nee, laat maar doorlopen", "0"))
    assert _sent(_asked("Wilt u deze nieuwsbrief niet langer ontvangen?", *longer)) == "a=1"
    assert _sent(_asked("Are you over eighteen?", *yes_no)) == "needs_owner"


def test_a_question_about_receiving_is_not_answered_no_where_the_form_unsubscribes() -> None:
    answers = (("Sí", "1"), ("No", "0"))
    asked = _asked("¿Desea dejar de recibir avisos?", *answers, action="/unsubscribe/8f3a")
    assert _sent(asked) == "a=1"
    unknown = _asked("¿Y qué hay de recibir avisos?", *answers, action="/unsubscribe/8f3a")
    assert _sent(unknown) == "needs_owner"


def _centre(*inside: str, heading: str = "Your newsletters") -> str:
    return f"<h1>{heading}</h1><form method=post>{''.join(inside)}<button>Save</button></form>"


def test_a_select_that_leaves_is_set_to_yes_and_one_of_another_matter_is_left() -> None:
    select = "<p>{} <select name={}><option value=N>no<option value=Y>yes</select>"
    assert _sent(_centre(select.format("Unsubscribe me from all mail", "u"))) == "u=Y"
    weekly = "<p>Weekly news <select name=w><option value=Y>yes<option value=N>no</select>"
    age = select.format("Are you over eighteen?", "a").replace(
        "value=N>no", "value=Y selected>yes", 1
    )
    assert (
        _sent(_centre(weekly, age.replace("<option value=Y>yes<", "<option value=N>no<")))
        == "w=N&a=Y"
    )


def test_a_name_that_only_ends_in_no_mail_ticks_nothing() -> None:
    assert _sent(_centre("<input type=checkbox name=torino_mail value=1>")) == "needs_owner"
    assert _sent(_centre("<input type=checkbox name=no_mail value=1>")) == "no_mail=1"


def test_two_buttons_that_say_yes_and_no_answer_the_question_above_them() -> None:
    buttons = "<button name=k value=1>Yes!</button><button name=k value=0>No</button>"
    page = f"<h1>{{}}</h1><form method=post>{buttons}</form>"
    assert _sent(page.format("Do you still want mail from us?")) == "k=0"
    assert _sent(page.format("Do you want to unsubscribe?")) == "k=1"
    assert _sent(page.format("Shall we part?")) == "needs_owner"
    leaving = page.replace("method=post", "method=post action=/unsubscribe/8f3a")
    assert _sent(leaving.format("Ĉu ĉesigi newsletter?")) == "needs_owner"
    assert _sent(page.format("Would you not rather keep receiving mail from us?")) == "needs_owner"


def test_the_one_button_of_a_form_does_what_its_boxes_say() -> None:
    radio = "<p><input type=radio name=r value={}> {}"
    radios = radio.format("a checked", "Weekly") + radio.format("b", "Nothing, thanks")
    asked = "<h1>What would you like to hear about?</h1>"
    form = f"{asked}<form method=post>{radios}{{}}<button>So be it</button></form>"
    assert _sent(form.format("")) == "r=b"
    assert _sent(form.format("<input type=email name=e>")) == "needs_owner"
    assert _sent(form.format("<button>Or so</button>")) == "needs_owner"


def test_questions_about_each_list_are_answered_no() -> None:
    select = "<tr><td>{}<td><select name={}><option value=Y{}>yes<option value=N{}>no</select>"
    rows = select.format("Weekly", "w", " selected", "") + select.format(
        "Offers", "o", "", " selected"
    )
    assert _sent(_centre(f"<table>{rows}</table>")) == "w=N&o=N"
    head = "<tr><th>What<th>Yes<th>No"
    row = "<tr><td>Weekly news<td><input type=radio name=w value=1 checked><td><input type=radio name=w value=0>"
    assert _sent(_centre(f"<table>{head}{row}</table>")) == "w=0"


def test_the_opposite_of_subscribing_is_told_by_its_code() -> None:
    radio = "<input type=radio name=do value={} id={}{}><label for={}>{}</label>"
    pair = radio.format("add", "r1", " checked", "r1", "Subscribe")
    assert _sent(_centre(pair, radio.format("del", "r2", "", "r2", "Cessation"))) == "do=del"
    assert (
        _sent(_centre(pair, radio.format("change", "r2", "", "r2", "Cessation"))) == "needs_owner"
    )


def test_a_button_is_told_by_the_code_it_sends_where_its_words_are_not_understood() -> None:
    button = "<form method=post><button name=op value={}>{}</button></form>"
    assert _sent(button.format("all_off", "Rien de rien")) == "op=all_off"
    assert _sent(button.format("all_off", "Keep me subscribed")) == "accepted"  # by its URL
    assert _sent(button.format("feedback", "Rien de rien")) == "needs_owner"


def test_a_button_that_leaves_takes_the_widest_of_the_scopes_offered() -> None:
    scopes = "".join(
        f"<p><input type=radio name=s value={value} required> {label}</p>"
        for label, value in (("Tips", "t"), ("Weekly lamps", "w"), ("All of these", "e"))
    )
    assert _sent(f"<form method=post>{scopes}<button>Unsubscribe</button></form>") == "s=e"
    assert (
        _sent(
            f"<form method=post>{scopes.replace('All of these', 'Oil')}<button>Unsubscribe</button></form>"
        )
        == "needs_owner"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Please confirm that you want to unsubscribe by clicking <a href=/go>here</a>.",
        "Want to unsubscribe? <a href=/go>Click here</a>.",
        "<h1>Do you want to unsubscribe?</h1><a href=/go>Yes</a> <a href=/stay>No, stay subscribed</a>",
        "Um sich abzumelden, klicken Sie <a href=/go>hier</a>.",
        "配信停止は<a href=/go>こちら</a>",
    ],
)
def test_a_link_that_says_nothing_itself_is_told_by_its_line(line: str) -> None:
    assert _sent(f"<p>{line}</p>") == "https://mail.lamps.example/go"


@pytest.mark.parametrize(
    "line",
    [
        "You were unsubscribed, click <a href=/go>here</a> if that was a mistake.",
        "If you do not want to unsubscribe, click <a href=/go>here</a>.",
        "To unsubscribe write to us; read the news <a href=/go>here</a> or <a href=/on>here</a>.",
        "Read all about our new lamps <a href=/go>here</a>.",
        "<h1>Do you want to unsubscribe?</h1><p>Think again.</p><a href=/go>Yes</a>",
        "<a href=/go>here</a>",
        "Left our newsletter? <a href=/go>Click here</a>.",
    ],
)
def test_a_link_is_not_told_by_a_line_that_says_something_else(line: str) -> None:
    assert _sent(f"<p>{line}</p>") in {"needs_owner", "done", "accepted"}


def _rows(*lists: tuple[str, str], label: str = "Unsubscribe") -> str:
    return "".join(
        f"<div><b>{name}</b><form method=post action=/off/{code}><button>{label}</button></form></div>"
        for name, code in lists
    )


def test_of_several_lists_the_one_that_the_mail_came_from_is_left() -> None:
    rows = _rows(("Evening mail", "evening"), ("Night mail", "night"))
    called = replace(START, opened="https://mail.lamps.example/u/8f3a91c2")
    step = read(_answer(rows), replace(called, called=("", "news", "Lamps: Night Mail", "Oil")))
    assert isinstance(step, Press)
    assert step.request.url.endswith("/off/night")
    assert _sent(rows, called) == "needs_owner"
    assert _sent(rows, replace(called, called=("Evening mail and Night mail",))) == "needs_owner"


def test_of_several_lists_the_one_that_the_opened_address_names_is_left() -> None:
    step = read(_answer(_rows(("Das Blatt", "weekly"), ("Das Heft", "daily"))), START)
    assert isinstance(step, Press)
    assert step.request.url.endswith("/off/weekly")


def test_what_stands_before_a_colon_means_the_same_in_every_row() -> None:
    rows = "".join(
        f"<form method=post action=/{code}><button>{label}</button></form>"
        for label, code in (
            ("Switch off: newsletter", "weekly"),
            ("Switch off: Ohm", "ohm"),
            ("Switch on: Volt", "volt"),
        )
    )
    here = replace(START, opened="https://mail.lamps.example/u/8f3a91c2?list=ohm")
    step = read(_answer(rows), here)
    assert isinstance(step, Press)
    assert step.label == "Switch off: Ohm"


STEP_ONE = _centre("<p><input type=checkbox name=k value=a checked> Weekly news</p>")


def test_a_plain_question_outweighs_the_promise_below_it() -> None:
    ask = "<form method=post><h1>Do you want to unsubscribe?</h1><p>{}</p>{}</form>"
    promise = "You will get no more mail from us."
    assert _sent(ask.format(promise, "<button name=t value=1>Yes</button>")) == "t=1"
    over = "<p>You have been unsubscribed.</p><form method=post><button>Yes</button></form>"
    assert _sent(over) in {"needs_owner", "done"}


def test_a_box_is_told_by_its_name_where_its_words_are_not_understood() -> None:
    box = "<input type=checkbox name={} value=1> Bitte Ruhe"
    assert _sent(_centre(box.format("NOEMAIL"))) == "NOEMAIL=1"
    assert _sent(_centre(box.format("PURGE"))) == "needs_owner"


def test_the_last_page_of_several_is_confirmed() -> None:
    press = read(_answer(STEP_ONE), START)
    assert isinstance(press, Press)
    then = START.after(press)
    review = "<p>Your details:</p><form method=post><input type=hidden name=t value=1>{}</form>"
    assert _sent(review.format("<button name=c value=1>Confirm</button>"), then) == "t=1&c=1"
    asks = "<textarea name=why></textarea><button name=c value=1>Confirm</button>"
    assert _sent(review.format(asks), then) != "t=1&why=&c=1"
    assert _sent(review.format("<button name=c value=1>Confirm</button>"), START) == "needs_owner"
    nothing = "<form method=post><button name=c value=1>Continue cheering</button></form>"
    assert _sent(nothing, then) != "c=1"


def test_once_it_is_said_to_be_over_no_other_list_is_left() -> None:
    page = "<p>You have been unsubscribed from Weekly.</p>" + _rows(
        ("Flood warnings", "floods"), label="Unsubscribe from flood warnings"
    )
    assert _sent(page, ONCE) == "done"


def test_a_question_in_answer_to_one_click_is_no_success() -> None:
    now = datetime(2026, 11, 22, tzinfo=UTC)
    asks = "<h1>Zal het zo zijn?</h1><form method=post><input type=hidden name=t><button>Jawel</button></form>"
    assert one_click_result(_answer(asks), now).outcome is Outcome.FAILED
    why = "<h1>Why did you leave?</h1><form method=post><input type=radio name=r> Dull<button>Tell</button></form>"
    assert one_click_result(_answer(f"<p>Tak.</p>{why}"), now).outcome is Outcome.ACCEPTED
    centre = (
        "<form method=post><input type=checkbox name=k checked> Blatt<button>Gut</button></form>"
    )
    assert one_click_result(_answer(centre), now).outcome is Outcome.FAILED
    box = "<input type=checkbox checked> Ja"
    joining = f"<form method=post><input type=email name=e>{box}<button>Ei</button></form>"
    assert one_click_result(_answer(joining), now).outcome is Outcome.ACCEPTED
    search = "<h1>Lost?</h1><form method=get action=/find><input name=q><button>Go</button></form>"
    assert one_click_result(_answer(search), now).outcome is Outcome.ACCEPTED


def test_a_page_that_asks_is_not_taken_for_the_end_of_its_link() -> None:
    back = "<form method=post><input type=hidden name=t value=8f3a91c2><button>{}</button></form>"
    assert _sent(back.format("Resubscribe")) == "accepted"
    assert _sent("<h1>Mm?</h1>" + back.format("I am staying")) == "needs_owner"
