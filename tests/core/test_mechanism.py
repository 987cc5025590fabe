"""What List-Unsubscribe offers: RFC 2369, RFC 8058, RFC 6068."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.mechanism import Mailto, Offer, OneClick, Page, in_order, mechanism, offered
from inbox_guard.core.vocabulary import Mechanism

POST = ("List-Unsubscribe=One-Click",)
URL = "https://shop.example/u?t=a+b"
MAIL = Mailto("leave@shop.example", "", "")

HEADERS: dict[str, tuple[str, tuple[Offer, ...]]] = {
    "one_web_address": (f"<{URL}>", (Page(URL),)),
    "mail_and_web_in_the_sender_s_order": (
        f"<mailto:leave@shop.example>, <{URL}>",
        (MAIL, Page(URL)),
    ),
    "folded_inside_the_brackets": ("<https://shop.example/u\r\n\t?t=a+b>", (Page(URL),)),
    "blanks_inside_the_brackets": (f"< {URL} >", (Page(URL),)),
    "a_comment_with_an_address_in_it": (f"(no <https://evil.test/>) <{URL}>", (Page(URL),)),
    "nested_comments": (f"(a (b) c) <{URL}>", (Page(URL),)),
    "a_comment_that_never_closes_is_text": (f"(write us <{URL}>", (Page(URL),)),
    "parentheses_inside_a_url_stay": ("<https://a.example/(x)>", (Page("https://a.example/(x)"),)),
    "words_between_the_brackets": (f"click here: <{URL}> or not", (Page(URL),)),
    "bare_url": (URL, (Page(URL),)),
    "bare_mailto": ("mailto:leave@shop.example", (MAIL,)),
    "bare_list": (f"mailto:leave@shop.example, {URL}", (MAIL, Page(URL))),
    "bare_url_with_a_comma_in_it": (
        "https://a.example/u?x=1,2",
        (Page("https://a.example/u?x=1,2"),),
    ),
    "bare_words": ("please reply to leave the list", ()),
    "bare_url_among_words": (f"go to {URL} please", ()),
    "encoded_word_q": (
        "=?utf-8?Q?<https://shop.example/u=3Ft=3Da+b>?=",
        (Page(URL),),
    ),
    "encoded_word_b_in_two_pieces": (
        "=?us-ascii?B?PGh0dHBzOi8vc2hvcC5l?=\r\n =?us-ascii?B?eGFtcGxlL3U/dD1hK2I+?=",
        (Page(URL),),
    ),
    "empty": ("", ()),
    "empty_brackets": ("<>", ()),
    "unclosed_bracket": ("<https://shop.example/u", ()),
    "other_schemes": ("<ftp://a.example/>, <javascript:alert(1)>, <tel:+49>, <file:///etc>", ()),
    "no_host": ("<https:///u>, <https://>", ()),
    "broken_host": ("<https://[::1/u>", ()),
    "plain_http_is_a_page": ("<http://a.example/u>", (Page("http://a.example/u"),)),
    "control_characters_dropped": (
        "<https://a.example/\x00u\x1b\x7f>",
        (Page("https://a.example/u"),),
    ),
    "said_twice": (f"<{URL}>, <{URL}>", (Page(URL),)),
    "too_long": ("<https://a.example/" + "x" * 8_200 + ">", ()),
    "scheme_in_capitals": ("<HTTPS://a.example/u>", (Page("HTTPS://a.example/u"),)),
}


@pytest.mark.parametrize(("value", "offers"), HEADERS.values(), ids=HEADERS.keys())
def test_a_header_offers_what_stands_in_its_brackets(value: str, offers: tuple[Offer, ...]) -> None:
    assert offered((value,), ()) == offers


PROMISES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[Offer, ...]]] = {
    "exact": ((f"<{URL}>",), POST, (OneClick(URL), Page(URL))),
    "case_and_blanks_tolerated": (
        (f"<{URL}>",),
        (" list-unsubscribe=ONE-CLICK\r\n",),
        (OneClick(URL), Page(URL)),
    ),
    "no_promise": ((f"<{URL}>",), (), (Page(URL),)),
    "another_promise": ((f"<{URL}>",), ("List-Unsubscribe=One-Click; x=1",), (Page(URL),)),
    "promise_said_twice": ((f"<{URL}>",), POST * 2, (Page(URL),)),
    "two_headers_only_the_topmost_and_never_one_click": (
        ("<https://forged.test/victim>", f"<{URL}>"),
        POST,
        (Page("https://forged.test/victim"),),
    ),
    "two_equal_headers": ((f"<{URL}>", f"<{URL}>"), POST, (Page(URL),)),
    "two_headers_the_topmost_empty": (("", f"<{URL}>"), POST, ()),
    "mailman_left_the_promise_with_a_mailto_only": (
        ("<mailto:leave@shop.example>",),
        POST,
        (MAIL,),
    ),
    "http_is_never_one_click": (("<http://a.example/u>",), POST, (Page("http://a.example/u"),)),
    "no_header_at_all": ((), POST, ()),
}


@pytest.mark.parametrize(("unsubscribe", "post", "offers"), PROMISES.values(), ids=PROMISES.keys())
def test_one_click_needs_https_and_exactly_one_of_each_header(
    unsubscribe: tuple[str, ...], post: tuple[str, ...], offers: tuple[Offer, ...]
) -> None:
    assert offered(unsubscribe, post) == offers


MAILTOS: dict[str, tuple[str, Mailto | None]] = {
    "subject": ("mailto:a@b.example?subject=SIG%20list", Mailto("a@b.example", "SIG list", "")),
    "plus_is_a_plus": (
        "mailto:box+tok+en@b.example?subject=a+b",
        Mailto("box+tok+en@b.example", "a+b", ""),
    ),
    "percent_encoded_address": ("mailto:a%2Bb@b.example", Mailto("a+b@b.example", "", "")),
    "body_with_lines": (
        "mailto:a@b.example?body=one%0D%0Atwo",
        Mailto("a@b.example", "", "one\r\ntwo"),
    ),
    "names_in_any_case": ("mailto:a@b.example?SUBJECT=x", Mailto("a@b.example", "x", "")),
    "html_escaped_ampersand": (
        "mailto:a@b.example?subject=x&amp;body=y",
        Mailto("a@b.example", "x", "y"),
    ),
    "empty_query": ("mailto:a@b.example?", Mailto("a@b.example", "", "")),
    "verp": (
        "mailto:u-7=me=home.example@b.example",
        Mailto("u-7=me=home.example@b.example", "", ""),
    ),
    "fragment_dropped": ("mailto:a@b.example#x", Mailto("a@b.example", "", "")),
    "umlaut_in_the_subject": ("mailto:a@b.example?subject=%C3%BC", Mailto("a@b.example", "ü", "")),
    "crlf_bcc_in_the_subject": ("mailto:a@b.example?subject=x%0d%0aBcc:victim@c.example", None),
    "bare_line_feed_in_the_subject": ("mailto:a@b.example?subject=x%0aBcc:victim@c.example", None),
    "nul_in_the_subject": ("mailto:a@b.example?subject=x%00", None),
    "nul_in_the_body": ("mailto:a@b.example?body=%00", None),
    "line_separator_in_the_subject": ("mailto:a@b.example?subject=x%E2%80%A8y", None),
    "line_feed_in_the_address": ("mailto:a@b.example%0aBcc:v@c.example", None),
    "cc": ("mailto:a@b.example?cc=victim@c.example", None),
    "bcc": ("mailto:a@b.example?bcc=victim@c.example", None),
    "bcc_percent_encoded": ("mailto:a@b.example?%62cc=victim@c.example", None),
    "attach": ("mailto:a@b.example?attach=/etc/passwd", None),
    "from": ("mailto:a@b.example?from=boss@c.example", None),
    "two_recipients": ("mailto:a@b.example,victim@c.example", None),
    "second_recipient_by_to": ("mailto:a@b.example?to=victim@c.example", None),
    "comma_encoded": ("mailto:a@b.example%2Cvictim@c.example", None),
    "two_at_signs": ("mailto:victim%40c.example@b.example", None),
    "quoted_local_part": ("mailto:%22a%20b%22@b.example", None),
    "angle_bracket_in_the_address": ("mailto:a%3Ev@b.example", None),
    "no_recipient": ("mailto:?subject=x", None),
    "no_domain": ("mailto:root", None),
    "address_literal": ("mailto:a@[127.0.0.1]", None),
    "not_utf8": ("mailto:a@b.example?subject=%FF", None),
    "subject_twice": ("mailto:a@b.example?subject=x&subject=y", None),
    "body_of_two_megabytes": ("mailto:a@b.example?body=" + "x" * 2_000_000, None),
    "body_beyond_ten_kilobytes": ("mailto:a@b.example?body=" + "x" * 10_001, None),
}


@pytest.mark.parametrize(("uri", "mail"), MAILTOS.values(), ids=MAILTOS.keys())
def test_a_mailto_reaches_one_person_with_subject_and_body_or_is_dropped(
    uri: str, mail: Mailto | None
) -> None:
    assert offered((f"<{uri}>",), ()) == ((mail,) if mail else ())


def test_a_refused_mailto_leaves_the_other_offers() -> None:
    assert offered((f"<mailto:a@b.example?cc=v@c.example>, <{URL}>",), ()) == (Page(URL),)


def test_an_attempt_walks_one_click_then_mail_then_page() -> None:
    offers = offered((f"<mailto:leave@shop.example>, <{URL}>",), POST)
    walked = [mechanism(offer) for offer in in_order(offers)]
    assert walked == [Mechanism.ONE_CLICK, Mechanism.MAILTO, Mechanism.PAGE]


@given(st.lists(st.text(), max_size=3), st.lists(st.text(), max_size=2))
def test_no_header_text_makes_reading_fail(unsubscribe: list[str], post: list[str]) -> None:
    for offer in offered(tuple(unsubscribe), tuple(post)):
        assert mechanism(offer) in Mechanism


@given(st.text(alphabet="<>()=?,: \\%@&#/.ahtpsmilobq+-\r\n\0", max_size=200))
def test_nothing_offered_carries_a_line_break_into_a_header(value: str) -> None:
    for offer in offered((value,), POST):
        shown = offer.to + offer.subject if isinstance(offer, Mailto) else offer.url
        assert shown.isprintable()


def test_a_hostile_header_is_read_quickly() -> None:
    began = time.process_time()
    for value in ("(" * 65_000, "<" * 65_000, "=?a?q?" * 10_000, "<mailto:" * 8_000, "(<" * 30_000):
        offered((value,), POST)
    assert time.process_time() - began < 1
