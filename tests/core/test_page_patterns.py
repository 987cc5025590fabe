"""The patterns that an unsubscriber meets, in eighteen languages: the exact request, or the outcome.

The number in a test's name is that of the pattern in the project's list of them.
"""

from html import escape

import pytest

from inbox_guard.core.exchange import Answer
from inbox_guard.core.page import Press, SoFar, read
from inbox_guard.core.vocabulary import Outcome
from tests.core.page_sayings import TONGUES, Tongue

ME = "ada+lamps@home.example"
URL = "https://mail.lamps.example/p/x?t=k1"
EVERYWHERE = pytest.mark.parametrize("tongue", TONGUES.values(), ids=TONGUES)


def _answer(body: str, url: str = URL, status: int = 200, location: str = "") -> Answer:
    headers = (("content-type", "text/html; charset=utf-8"), ("location", location))
    return Answer(status, headers, body.encode(), url, cookies=(("sid", "s1"),))


def _told(step: object) -> str:
    """A step in one line: the outcome, or the request with its body."""
    if not isinstance(step, Press):
        assert hasattr(step, "outcome")
        outcome = step.outcome
        assert isinstance(outcome, Outcome)
        return outcome.value
    body = step.request.body
    return f"{step.request.method} {step.request.url}" + (
        "" if body is None else f" {body.decode()}"
    )


def _first(body: str, url: str = URL) -> str:
    return _told(read(_answer(body, url), SoFar(ME)))


def _then(first: str, second: str, status: int = 200, location: str = "") -> str:
    """What it does with the answer to the press that it makes on the first page."""
    so_far = SoFar(ME)
    press = read(_answer(first), so_far)
    assert isinstance(press, Press)
    return _told(read(_answer(second, status=status, location=location), so_far.after(press)))


def _page(title: str, *inside: str) -> str:
    body = "".join(inside)
    head = "<!doctype html><html><head><title>Lamps</title></head>"
    return f"{head}<body><h1>{escape(title)}</h1>{body}</body></html>"


def _form(*inside: str, to: str = "/p/go", method: str = "post") -> str:
    return f"<form action='{to}' method={method}>{''.join(inside)}</form>"


def _button(label: str, name: str = "", value: str = "") -> str:
    named = f" name={name} value={value}" if name else ""
    return f"<button type=submit{named}>{escape(label)}</button>"


def _hidden(name: str, value: str) -> str:
    return f"<input type=hidden name='{name}' value='{value}'>"


def _box(
    name: str, label: str, checked: bool = False, kind: str = "checkbox", value: str = "1"
) -> str:
    tick = " checked" if checked else ""
    return f"<label><input type={kind} name={name} value={value}{tick}> {escape(label)}</label>"


GO = "POST https://mail.lamps.example/p/go"


@EVERYWHERE
def test_01_a_page_that_says_success_is_done_and_its_links_are_left_alone(tongue: Tongue) -> None:
    links = f"<a href=/again>{tongue.resubscribe}</a> <a href=/prefs>{tongue.save}</a>"
    for said in tongue.done:
        assert _first(_page("Lamps", f"<p>{said}</p>", links)) == "done"


@EVERYWHERE
def test_02_a_form_without_an_action_goes_to_the_page_with_its_query(tongue: Tongue) -> None:
    for label in tongue.leave:
        page = _page(tongue.heading, f"<form method=post>{_button(label)}</form>")
        assert _first(page) == f"POST {URL} "


@EVERYWHERE
def test_03_a_token_goes_along_and_a_refused_one_is_fetched_once_more(tongue: Tongue) -> None:
    page = _page(tongue.heading, _form(_hidden("_token", "a&b"), _button(tongue.leave[0])))
    assert _first(page) == f"{GO} _token=a%26b"
    assert _then(page, "<p>Page Expired</p>", status=419) == f"GET {URL}"
    assert _then(page, "<h1>Forbidden</h1><p>CSRF token missing.</p>", status=403) == f"GET {URL}"
    so_far = SoFar(ME, page=URL, renewed=True, pressed=2)
    assert _told(read(_answer("", status=419), so_far)) == "failed"


@EVERYWHERE
def test_04_an_overridden_method_is_sent_as_a_field(tongue: Tongue) -> None:
    page = _page(tongue.heading, _form(_hidden("_method", "put"), _button(tongue.leave[0])))
    assert _first(page) == f"{GO} _method=put"


@EVERYWHERE
def test_05_of_two_submit_buttons_only_the_one_that_leaves_is_sent(tongue: Tongue) -> None:
    for label in tongue.leave:
        for other in (*tongue.keep, tongue.cancel):
            page = _page(
                "Lamps",
                _form(_button(other, "no", "1"), _button(label, "do", "2"), _hidden("c", "9")),
            )
            assert _first(page) == f"{GO} c=9&do=2"


@EVERYWHERE
def test_06_a_link_that_confirms_is_followed_once(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        f"<p>{tongue.question}</p><a href='/in'>{tongue.cancel}</a>",
        f"<a href='/p/x?t=k1&amp;sure=1'>{tongue.leave[1]}</a>",
    )
    assert _first(page) == "GET https://mail.lamps.example/p/x?t=k1&sure=1"


@EVERYWHERE
def test_07_a_second_confirmation_is_given_and_the_same_form_never_twice(tongue: Tongue) -> None:
    first = _page(tongue.heading, _form(_button(tongue.leave[0])))
    second = _page(
        tongue.question,
        _form(_hidden("sure", "1"), _button(tongue.leave[1]), _button(tongue.cancel)),
    )
    assert _then(first, second) == f"{GO} sure=1"
    assert _then(first, first) == "needs_owner"
    assert _then(first, f"<p>{tongue.done[0]}</p>{first}") == "accepted"


@EVERYWHERE
def test_08_a_form_that_a_script_sends_is_sent_by_us(tongue: Tongue) -> None:
    leave = tongue.leave[0]
    token = _hidden("k", "7")
    by_itself = (
        _form(token, _hidden("do", "unsubscribe")) + "<script>document.forms[0].submit()</script>"
    )
    off_screen = _form(token, f"<button style='position:absolute;left:-9999px'>{leave}</button>")
    hidden = _form(
        token,
        f"<a href='#submit'>{leave}</a><input type=submit name=b value=1 style='display:none'>",
    )
    plain = _form(token, f"<button type=button onclick='go()'>{leave}</button>")
    outside = _form(token) + f"<a href='javascript:go()'>{leave}</a>"
    assert _first(_page(tongue.heading, by_itself)) == f"{GO} k=7&do=unsubscribe"
    assert _first(_page(tongue.heading, off_screen)) == f"{GO} k=7"
    assert _first(_page(tongue.heading, hidden)) == f"{GO} k=7&b=1"
    assert _first(_page(tongue.heading, plain)) == f"{GO} k=7"
    assert _first(_page(tongue.heading, outside)) == f"{GO} k=7"
    subscribing = f"<form method=post>{token}</form><script>document.forms[0].submit()</script>"
    assert _first(_page(tongue.sign_up, subscribing)) == "needs_owner"


@EVERYWHERE
def test_08_a_dialog_that_a_script_would_open_is_read(tongue: Tongue) -> None:
    dialog = _form(
        _hidden("k", "7"), _button(tongue.cancel, "n", "1"), _button(tongue.leave[1], "y", "1")
    )

    def page(opener: str) -> str:
        return _page(
            tongue.heading,
            f"<button type=button onclick='ask()'>{opener}</button>",
            f"<div class='modal' style='display:none'>{dialog}</div>",
        )

    assert _first(page(tongue.leave[0])) == f"{GO} k=7&y=1"
    assert _first(page(tongue.keep[0])) == "needs_owner"


@EVERYWHERE
def test_09_what_a_script_sets_on_the_form_is_taken_over(tongue: Tongue) -> None:
    form = (
        f"<form id=f1 action=/wrong method=get>{_hidden('k', '7')}{_button(tongue.leave[0])}</form>"
    )
    script = "var f = document.getElementById('f1'); f.method = 'POST'; f.action = {};"
    readable = f"<script>{script.format(repr('/p/go'))}</script>"
    here = f"<script>{script.format('location.pathname')}</script>"
    computed = f"<script>{script.format('base + path')}</script>"
    assert _first(_page(tongue.heading, form, readable)) == f"{GO} k=7"
    assert _first(_page(tongue.heading, form, here)) == "POST https://mail.lamps.example/p/x k=7"
    assert _first(_page(tongue.heading, form, computed)) == "needs_owner"


@EVERYWHERE
def test_10_the_button_for_those_without_scripts_is_ours(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        "<script>go()</script><p>…</p>",
        _form(_hidden("k", "7"), f"<noscript>{_button(tongue.leave[0])}</noscript>"),
    )
    assert _first(page) == f"{GO} k=7"


def test_11_a_page_of_scripts_is_for_the_owner() -> None:
    for page in (
        "<div id=root></div><script src=/a.js></script>",
        "<title>Unsubscribe</title><div id=app><p>Loading</p></div><script>boot()</script>",
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
    ):
        assert _first(page) == "needs_owner"


@EVERYWHERE
def test_13_a_refresh_or_a_plain_script_that_leads_on_is_followed_by_get(tongue: Tongue) -> None:
    aim = "GET https://mail.lamps.example/p/next?t=2"
    for going in (
        "<meta http-equiv=refresh content='0; url=/p/next?t=2'>",
        "<meta http-equiv=Refresh content='5;URL=\"/p/next?t=2\"'>",
        "<script>window.location.href = '/p/next?t=2';</script>",
        "<script>setTimeout(function () { location.replace('/p/next?t=2'); }, 300)</script>",
    ):
        assert _first(f"<html><head>{going}</head><body><p>…</p></body></html>") == aim
        assert (
            _first(f"<html><head>{going}</head><body><p>{tongue.done[0]}</p></body></html>")
            == "done"
        )
        refused = f"<html><head>{going}</head><body><p>{tongue.failed}</p></body></html>"
        assert _first(refused) == "failed"
    for not_going in (
        "<meta http-equiv=refresh content='600; url=/p/next'>",
        "<meta http-equiv=refresh content='0; url=http://mail.lamps.example/plain'>",
        "<meta http-equiv=refresh content='0; url=/resubscribe?t=1'>",
        "<meta http-equiv=refresh content='0; url=javascript:go()'>",
        "<script>if (old) { location = '/p/next' }</script>",
    ):
        assert (
            _first(f"<html><head>{not_going}</head><body><p>…</p></body></html>") == "needs_owner"
        )


@EVERYWHERE
def test_14_boxes_that_keep_are_unticked_and_nothing_is_ticked(tongue: Tongue) -> None:
    page = _page(
        "Lamps",
        _form(
            f"<p>{tongue.receive}</p>",
            _hidden("k", "7"),
            _box("l", "Lamp news", checked=True, value="a"),
            _box("l", "Shades", value="b"),
            _box("l", "Bulbs", checked=True, value="c"),
            _box("o", tongue.orders, checked=True),
            "<input name=name value=Ada>",
            _button(tongue.save, "s", "1"),
        ),
    )
    assert _first(page) == f"{GO} k=7&o=1&name=Ada&s=1"
    unticked = page.replace(" checked", "", 1).replace(" checked", "", 1)
    assert _then(page, unticked.replace("<p>", f"<p>{tongue.saved}</p><p>", 1)) == "done"
    assert _then(page, page.replace("<p>", f"<p>{tongue.saved}</p><p>", 1)) == "needs_owner"
    assert _then(page, f"<p>{tongue.saved}</p>") == "accepted"


@EVERYWHERE
def test_14_untick_to_leave_is_read_as_keep(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        _form(
            f"<p>{tongue.untick}.</p>",
            _box("a", "Lamp news", checked=True),
            _box("b", "Shades"),
            _button(tongue.save),
        ),
    )
    assert _first(page) == f"{GO} "


@EVERYWHERE
def test_15_boxes_that_leave_are_ticked(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        _form(
            f"<p>{tongue.which}:</p>",
            _box("a", "Lamp news"),
            _box("b", "Shades"),
            _button(tongue.leave[0]),
        ),
    )
    assert _first(page) == f"{GO} a=1&b=1"
    legend = _page(
        "Lamps",
        _form(
            f"<fieldset><legend>{tongue.which}</legend>",
            _box("a", "Lamp news"),
            _box("b", "Shades"),
            "</fieldset>",
            _button(tongue.confirm),
        ),
    )
    assert _first(legend) == f"{GO} a=1&b=1"


@EVERYWHERE
def test_16_never_is_chosen_among_radios_and_in_selects(tongue: Tongue) -> None:
    radios = _form(
        f"<p>{tongue.receive}</p>",
        _box("f", tongue.weekly, checked=True, kind="radio", value="w"),
        _box("f", tongue.pause, kind="radio", value="p"),
        _box("f", tongue.less, kind="radio", value="l"),
        _box("f", tongue.never, kind="radio", value="n"),
        _button(tongue.save),
    )
    select = _form(
        f"<p>{tongue.receive}</p>",
        f"<select name=f><option value=w selected>{tongue.weekly}<option value=n>{tongue.never}</select>",
        _button(tongue.save),
    )
    assert _first(_page("Lamps", radios)) == f"{GO} f=n"
    assert _first(_page("Lamps", select)) == f"{GO} f=n"


@EVERYWHERE
def test_16_less_often_and_a_pause_are_no_way_out(tongue: Tongue) -> None:
    page = _form(
        _box("f", tongue.weekly, checked=True, kind="radio", value="w"),
        _box("f", tongue.pause, kind="radio", value="p"),
        _box("f", tongue.less, kind="radio", value="l"),
        _button(tongue.save),
    )
    assert _first(_page("Lamps", page)) == "needs_owner"


@EVERYWHERE
def test_17_the_way_out_of_everything_is_preferred(tongue: Tongue) -> None:
    page = _page(
        "Lamps",
        _form(
            f"<p>{tongue.receive}</p>",
            _box("a", "Lamp news", checked=True),
            _box("b", "Shades"),
            _box("all", tongue.leave_all),
            _button(tongue.save),
        ),
        f"<a href=/p/one>{tongue.leave[0]}</a>",
    )
    assert _first(page) == f"{GO} all=1"


@EVERYWHERE
def test_18_a_narrow_box_that_is_ticked_does_not_do(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        _form(
            _box("one", "Lamp news", checked=True),
            _box("all", tongue.leave_all),
            _button(tongue.leave[0]),
        ),
    )
    assert _first(page) == f"{GO} one=1&all=1"


@EVERYWHERE
def test_19_a_survey_is_sent_and_not_answered(tongue: Tongue) -> None:
    def page(required: str) -> str:
        return _page(
            tongue.heading,
            _form(
                _hidden("k", "7"),
                f"<p>{tongue.why}</p>",
                f"<label><input type=radio name=w value=1{required}>{tongue.spam}</label>",
                f"<label><input type=radio name=w value=2{required}>{tongue.too_many}</label>",
                f"<label><input type=radio name=w value=3{required}>{tongue.other}</label>",
                "<textarea name=more></textarea>",
                _button(tongue.leave[0]),
            ),
        )

    assert _first(page("")) == f"{GO} k=7&more="
    assert _first(page(" required")) == f"{GO} k=7&w=3&more="
    text = _form("<textarea name=why required></textarea>", _button(tongue.leave[0]))
    assert _first(_page(tongue.heading, text)) == "needs_owner"


@EVERYWHERE
def test_20_a_survey_after_success_is_left_alone(tongue: Tongue) -> None:
    survey = _form(f"<p>{tongue.why}</p><textarea name=more></textarea>", _button(tongue.save))
    first = _page(tongue.heading, _form(_button(tongue.leave[0])))
    assert _then(first, _page("Lamps", f"<p>{tongue.done[0]}</p>", survey)) == "done"
    assert _then(first, _page("Lamps", survey)) == "accepted"


@EVERYWHERE
def test_21_the_way_back_on_the_success_page_is_not_taken(tongue: Tongue) -> None:
    first = _page(tongue.heading, _form(_hidden("unsubscribed", "1"), _button(tongue.leave[0])))
    back = _form(_hidden("unsubscribed", "0"), _button(tongue.resubscribe))
    assert _then(first, _page("Lamps", f"<p>{tongue.done[0]}</p>", back)) == "done"
    assert _then(first, _page("Lamps", back)) == "accepted"
    disguised = _form(_hidden("unsubscribed", "0"), _button(tongue.leave[0]), to="/p/back")
    assert _first(_page("Lamps", disguised)) == "needs_owner"


@EVERYWHERE
def test_22_of_sister_links_only_the_one_that_leaves_is_followed(tongue: Tongue) -> None:
    page = _page(
        "Lamps",
        f"<a href=/follow_list>{tongue.subscribe}</a> <a href=/unfollow_list>{tongue.leave[0]}</a>"
        f" <a href='/x?a=confirm-subscription'>{tongue.leave[0]}</a> <a href=/optin>{tongue.leave[0]}</a>",
    )
    assert _first(page) == "GET https://mail.lamps.example/unfollow_list"


@EVERYWHERE
def test_23_only_the_subscribed_address_is_typed_and_only_to_leave(tongue: Tongue) -> None:
    field = f"<label for=e>{tongue.email}</label><input id=e type=text name=q7 required>"
    page = _page(tongue.heading, _form(field, _button(tongue.leave[0])))
    assert _first(page) == f"{GO} q7=ada%2Blamps%40home.example"
    assert _told(read(_answer(page), SoFar(""))) == "needs_owner"
    assert _first(_page(tongue.sign_up, _form(field, _button(tongue.confirm)))) == "needs_owner"
    fits = page.replace("<form", "<p>a•••@home.example</p><form").replace(
        "</form>", "a***@home.example</form>"
    )
    assert _first(fits) == f"{GO} q7=ada%2Blamps%40home.example"
    anothers = page.replace("</form>", "<p>b***@work.example</p></form>")
    assert _first(anothers) == "needs_owner"


@EVERYWHERE
def test_24_an_address_that_is_shown_goes_along_as_it_is(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        _form(
            "<input type=email name=m value='a***@home.example' readonly>",
            "<input type=email name=d value='x' disabled>",
            _button(tongue.leave[0]),
        ),
    )
    assert _first(page) == f"{GO} m=a%2A%2A%2A%40home.example"


@EVERYWHERE
def test_25_a_block_that_subscribes_is_not_the_way(tongue: Tongue) -> None:
    as_found = _form(
        "<input type=email name=email>", _hidden("action", "0"), _button("OK"), to="/home"
    )
    assert _first(_page("Newsletter", as_found)) == "needs_owner"
    asking = _form(
        "<input type=email name=email>",
        f"<select name=action><option value=0>{tongue.subscribe}<option value=1>{tongue.leave[0]}</select>",
        _button("OK"),
        to="/home",
    )
    assert _first(_page("Newsletter", asking)) == (
        "POST https://mail.lamps.example/home email=ada%2Blamps%40home.example&action=1"
    )


@EVERYWHERE
def test_26_other_forms_around_are_not_touched(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        _form("<input name=q>", _button("Go"), to="/search", method="get"),
        _form("<input name=u><input type=password name=p>", _button(tongue.login), to="/in"),
        _form(_hidden("k", "7"), _button(tongue.leave[0])),
        f"<h2>{tongue.sign_up}</h2>",
        _form("<input type=email name=email required>", _button(tongue.subscribe), to="/join"),
        f"<h2>{tongue.cookies}</h2>",
        _form(_box("ads", "Marketing", checked=True), _button(tongue.save), to="/cookies"),
    )
    assert _first(page) == f"{GO} k=7"
    alone = page.replace(_form(_hidden("k", "7"), _button(tongue.leave[0])), "")
    assert _first(alone.replace(f"<h1>{tongue.heading}</h1>", "")) == "needs_owner"


@EVERYWHERE
def test_27_a_login_form_is_the_owners_unless_a_button_leaves_without_it(tongue: Tongue) -> None:
    inputs = "<input type=email name=email><input type=password name=password>"
    wall = _page("Lamps", _form(inputs, _button(tongue.login, "login", "1")))
    assert _first(wall) == "needs_owner"
    only = _page("Lamps", _form(inputs, _button(tongue.leave[0], "go", "1")))
    assert _first(only) == "needs_owner"
    mailman = _page(
        "Lamps",
        _form(
            inputs,
            _button(tongue.login, "login", "1"),
            _button(tongue.leave[0], "login-unsub", "u"),
        ),
    )
    assert _first(mailman) == f"{GO} email=ada%2Blamps%40home.example&password=&login-unsub=u"
    assert _then(mailman, f"<p>{tongue.pending}</p>") == "pending"
    flash = _page("Lamps", f"<p>{tongue.done[0]}</p>", _form(inputs, _button(tongue.login)))
    assert _first(flash) == "done"


@EVERYWHERE
def test_28_29_what_waits_for_a_mail_or_a_moderator_is_pending(tongue: Tongue) -> None:
    first = _page(tongue.heading, _form(_button(tongue.leave[0])))
    for said in (tongue.pending, tongue.moderator):
        assert _then(first, f"<p>{said}</p>") == "pending"


def test_30_write_to_us_is_for_the_owner() -> None:
    page = "<p>Online removal is not offered. <a href='mailto:office@lamps.example'>unsubscribe</a></p>"
    assert _first(page) == "needs_owner"


@EVERYWHERE
def test_31_who_is_off_already_is_so_whatever_the_status(tongue: Tongue) -> None:
    for said in tongue.already:
        for status in (200, 404, 422):
            assert _told(read(_answer(f"<p>{said}</p>", status=status), SoFar(ME))) == "already"


@EVERYWHERE
def test_32_an_expired_link_fails_and_asks_for_nothing(tongue: Tongue) -> None:
    renew = _form("<input type=email name=email>", _button(tongue.confirm))
    for status in (200, 401, 403, 410):
        step = read(_answer(f"<p>{tongue.expired}</p>{renew}", status=status), SoFar(ME))
        assert _told(step) == "failed"


@EVERYWHERE
def test_33_a_human_check_is_the_owners(tongue: Tongue) -> None:
    for check in (
        "<div class=h-captcha data-sitekey=x></div>",
        "<div class=cf-turnstile></div>",
        "<div id=c data-sitekey=abc></div>",
        "<label>Security code <input name=code></label>",
    ):
        page = _page(tongue.heading, _form(check, _button(tongue.leave[0])))
        assert _first(page) == "needs_owner"


@EVERYWHERE
def test_34_traps_for_robots_stay_empty(tongue: Tongue) -> None:
    page = _page(
        tongue.heading,
        "<style>.x9 { display: none } #y { position: absolute; left: -5000px }</style>",
        _form(
            _hidden("k", "7"),
            "<div style='position:absolute; left:-5000px'><input name=b_1></div>",
            "<p class=x9><input type=email name=email2></p><input id=y name=email3>",
            f"<label>{tongue.blank}<input name=email4></label>",
            "<input name=email5 tabindex=-1><input name=website_hp type=email>",
            _button(tongue.leave[0]),
        ),
    )
    sent = "b_1=&email2=&email3=&email4=&email5=&website_hp="
    assert _first(page) == f"{GO} k=7&{sent}"


@EVERYWHERE
def test_35_a_dark_pattern_is_read_by_its_words(tongue: Tongue) -> None:
    for keep in (*tongue.keep, tongue.pause, tongue.less):
        page = _page(
            "Please don't go!",
            f"<a class='btn btn-primary btn-lg' id=unsubscribe href=/u/keep>{keep}</a>",
            f"<small><a class=muted id=keep href=/u/out>{tongue.leave[0]}</a></small>",
        )
        assert _first(page) == "GET https://mail.lamps.example/u/out"
        assert _first(_page("Lamps", f"<a href=/u/unsubscribe>{keep}</a>")) == "needs_owner"


@EVERYWHERE
def test_36_a_bare_verb_is_pressed_only_below_words_that_leave(tongue: Tongue) -> None:
    form = f"<form action=/p/unsubscribe?k=7 method=post>{_button(tongue.confirm)}</form>"
    assert (
        _first(_page(tongue.heading, form)) == "POST https://mail.lamps.example/p/unsubscribe?k=7 "
    )
    assert _first(_page(tongue.sign_up, form)) == "needs_owner"
    assert _first(_page("Lamps", _form(_button(tongue.confirm)))) == "needs_owner"


@EVERYWHERE
def test_36_a_question_in_the_form_tells_what_a_bare_verb_confirms(tongue: Tongue) -> None:
    form = _form(
        f"<p>{tongue.question}</p>",
        _hidden("action", "signoff"),
        _button(tongue.confirm, "yes", "1"),
        _button(tongue.cancel, "no", "1"),
    )
    assert _first(_page("Lamps", form)) == f"{GO} action=signoff&yes=1"


@EVERYWHERE
def test_36_a_bare_verb_below_another_question_is_left_alone(tongue: Tongue) -> None:
    token = _hidden("k", "unsubscribe")
    for asked in (
        f"{tongue.question} {tongue.keep[0]}?",
        f"{tongue.keep[0]}?",
        f"{tongue.sign_up}?",
    ):
        page = _page("Lamps", _form(f"<p>{asked}</p>", token, _button(tongue.confirm)))
        assert _first(page) == "needs_owner"


def test_36_after_success_a_bare_verb_is_the_owners() -> None:
    back = _form("<p>Unsubscribed by accident?</p>", _button("Continue"), to="/p/unsubscribe")
    page = _page("Unsubscribe", "<p>You have been unsubscribed.</p>", back)
    assert _first(page) == "done"
    assert _first(_page("Unsubscribed by mistake?", back)) == "needs_owner"
    unclear = _form(_hidden("do", "unsubscribe"), _button("Continue"))
    page = _page("Unsubscribe", "<p>You have been unsubscribed.</p>", unclear)
    assert _first(page) == "needs_owner"


@EVERYWHERE
def test_37_the_privacy_block_is_left_alone(tongue: Tongue) -> None:
    privacy = _form(
        _box("d", tongue.delete, kind="radio", value="wipe"),
        _box("d", "Export", kind="radio", value="export"),
        _button(tongue.confirm),
        to="/subscription/unsubscribe/data",
    )
    page = _page(tongue.heading, _form(_hidden("k", "7"), _button(tongue.leave[0])), privacy)
    assert _first(page) == f"{GO} k=7"
    assert _first(_page(tongue.heading, privacy)) == "needs_owner"
    worded = _form(_hidden("k", "7"), _button(f"{tongue.leave[0]} – {tongue.delete}"))
    assert _first(_page(tongue.heading, worded)) == "needs_owner"


@EVERYWHERE
def test_38_a_form_that_logs_out_is_left_alone(tongue: Tongue) -> None:
    out = _form(_hidden("_method", "delete"), _button(tongue.confirm), to="/session")
    assert _first(_page(tongue.heading, out)) == "needs_owner"
    named = _form(_hidden("_method", "delete"), _button(tongue.leave[0]), to="/users/sign_out")
    assert _first(_page("Lamps", named)) == "needs_owner"


@EVERYWHERE
def test_39_text_that_waits_for_a_script_proves_nothing(tongue: Tongue) -> None:
    said = tongue.done[0]
    for hidden in (
        f"<p hidden>{said}</p>",
        f"<style>.ok {{ display: none }}</style><p class=ok>{said}</p>",
        f"<script>show('{said}')</script>",
        f"<template>{said}</template>",
    ):
        assert _first(_page("Lamps", hidden)) != "done"


@EVERYWHERE
def test_40_a_silent_answer_is_accepted_and_no_link_there_is_followed(tongue: Tongue) -> None:
    first = _page(tongue.heading, _form(_button(tongue.leave[0])))
    block = _form("<input type=email name=email>", _button(tongue.leave[0], "un", "1"), to="/block")
    home = _page("Lamps", f"<p>Hello</p><a href=/newsletter/out>{tongue.leave[0]}</a>{block}")
    assert _then(first, home) == "accepted"
    assert _then(first, "", status=302, location="/") == "GET https://mail.lamps.example/"
    assert _then(first, "", status=302, location="https://elsewhere.example/") == "accepted"


@EVERYWHERE
def test_42_behind_a_wrapper_only_the_final_host_is_posted_to(tongue: Tongue) -> None:
    page = _page(
        tongue.heading, _form(_button(tongue.leave[0]), to="https://links.tracker.example/u")
    )
    assert _first(page) == "needs_owner"
    there = _page(tongue.heading, _form(_button(tongue.leave[0])))
    final = "https://mail.lamps.example/landing?t=1"
    assert _first(there, final) == f"{GO} "
