"""The words of a message, whatever its MIME structure claims."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.body import Body, Link, body
from inbox_guard.core.html_text import rendered

MESSAGES = Path(__file__).parent.parent / "messages"


def _typed(content_type: str, content: bytes, *fields: str) -> bytes:
    return "\n".join((f"Content-Type: {content_type}", *fields, "", "")).encode() + content


def test_a_plain_part_that_only_points_elsewhere_gives_way_to_the_html_part() -> None:
    words = body((MESSAGES / "message-newsletter.eml").read_bytes())

    assert words.text == (
        "Frisch vom Berg\u200c\n\nKäse der Woche\n\nDer Bergkäse ist wieder da.\n"
        "Zum Laden\nKeine Post mehr? Hier abmelden\nnichts"
    )
    assert words.links == (
        Link("https://news.kaesekontor.example/laden", "Zum Laden"),
        Link("https://news.kaesekontor.example/aus?k=abc&l=de", "Hier abmelden"),
    )


def test_plain_words_come_first_links_come_from_html_and_attachments_stay_shut() -> None:
    words = body((MESSAGES / "body-footer-after-html.eml").read_bytes())

    assert words.text == (
        "The plain words are here and say enough to be read by themselves.\n\n_____\nFooter of the list."
    )
    assert words.links == (Link("https://boats.example/more", "more"),)


ALTERNATIVES = {
    "said-in-both": (
        "The harbour is open on Sunday, bring warm clothes.",
        "<p>The harbour</p>",
        "The harbour is",
    ),
    "empty-plain": ("  \n ", "<p>The harbour</p>", "The harbour"),
    "only-a-link": ("https://x.example/view", "<p>The harbour</p>", "The harbour"),
    "no-html-reader": ("Your mail program cannot show HTML.", "<p>The harbour</p>", "The harbour"),
    "short-before-long": ("Hello!", "<p>" + "The harbour is open. " * 100 + "</p>", "The harbour"),
    "a-line-before-more": ("Stiff?", "<p>" + "The harbour is open. " * 6 + "</p>", "The harbour"),
    "a-line-before-its-like": (
        "Sunday suits me.",
        "<p>Sun<b>day</b> suits me!</p>",
        "Sunday suits me.",
    ),
    "html-without-words": ("View this mail in a browser.", "<img src=x>", "View this"),
}


@pytest.mark.parametrize(("plain", "html", "begins"), ALTERNATIVES.values(), ids=ALTERNATIVES)
def test_of_two_alternatives_the_one_with_the_words_is_read(
    plain: str, html: str, begins: str
) -> None:
    raw = _typed(
        "multipart/alternative; boundary=b",
        f"--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n{html}\n--b--".encode(),
    )

    assert body(raw).text.startswith(begins)


_NAMES = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
WORDS = {
    "no-type": (b"Subject: x\n\nwords", "words"),
    "crlf": (b"Subject: x\r\n\r\nwo\r\nrds\r\n", "wo\nrds"),
    "header-only": (b"Subject: x\n", ""),
    "utf-8": (_typed("text/plain; charset=UTF-8", "Käse".encode()), "Käse"),
    "undeclared-latin-1": (_typed("text/plain", "Käse".encode("latin-1")), "Käse"),
    "unknown-charset": (_typed("text/plain; charset=klingon", "Käse".encode("latin-1")), "Käse"),
    "utf-7": (_typed("text/plain; charset=utf-7", b"+ADw-script+AD4-"), "+ADw-script+AD4-"),
    "utf-7-html": (_typed("text/html; charset=utf-7", b"+ADw-script+AD4-"), "+ADw-script+AD4-"),
    "page-names-it": (_typed("text/html", _NAMES.format("big5").encode() + b"\xb2\xa3"), "產"),
    "page-names-iso-2022-jp": (
        _typed("text/html", _NAMES.format("iso-2022-jp").encode() + b'\x1b$B$"\x1b(B'),
        "あ",
    ),
    "page-is-converted": (_typed("text/html", _NAMES.format("big5").encode() + "ä".encode()), "ä"),
    "mail-names-another": (
        _typed("text/html; charset=iso-8859-15", _NAMES.format("big5").encode() + b"\xa4"),
        "€",
    ),
    "page-names-utf-7": (
        _typed("text/html", _NAMES.format("utf-7").encode() + b"+ADw-b+AD4-"),
        "+ADw-b+AD4-",
    ),
    "quoted-charset": (_typed('text/plain; charset="iso-8859-15"', b"\xa4"), "€"),
    "quoted-printable": (
        _typed(
            "text/plain; charset=utf-8",
            b"K=C3=A4=\nse =ZZ",
            "Content-Transfer-Encoding: Quoted-Printable",
        ),
        "Käse =ZZ",
    ),
    "base64": (_typed("text/plain", b"d29y\nZHM=\n", "Content-Transfer-Encoding: base64"), "words"),
    "base64-cut": (_typed("text/plain", b"d29yZHM", "Content-Transfer-Encoding: base64"), "words"),
    "base64-with-footer": (
        _typed("text/plain", b"d29yZHM=\n\n-- \n!!", "Content-Transfer-Encoding: base64"),
        "words",
    ),
    "unknown-encoding": (
        _typed("text/plain", b"words", "Content-Transfer-Encoding: x-none"),
        "words",
    ),
    "attachment-alone": (_typed("text/plain", b"words", "Content-Disposition: attachment"), ""),
    "not-text": (_typed("image/png", b"\x89PNG"), ""),
    "attached-message": (_typed("message/rfc822", b"Subject: y\n\nwords"), ""),
    "no-boundary-given": (_typed("multipart/mixed", b"--x\n\nwords\n--x--"), "words"),
    "no-boundary-found": (_typed("multipart/mixed; boundary=b", b"words"), "words"),
    "no-boundary-at-all": (_typed("multipart/mixed", b"words"), "words"),
    "cut-in-the-midst": (
        _typed("multipart/mixed; boundary=b", b"--b\n\nfirst\n--b\n\nsec"),
        "first\n\nsec",
    ),
    "longer-boundary-inside": (
        _typed("multipart/mixed; boundary=b", b"--b\n\nfirst\n--bb\nstill\n--b--"),
        "first\n--bb\nstill",
    ),
    "boundary-in-a-line": (_typed("multipart/mixed; boundary=b", b"--b\n\na --b\n--b--"), "a --b"),
    "part-without-header": (
        _typed("multipart/mixed; boundary=b", b"--b\n\nwords: here\n--b--"),
        "words: here",
    ),
    "preamble-and-epilogue": (
        _typed("multipart/mixed; boundary=b", b"pre\n--b\n\nwords\n--b--\nepi"),
        "words",
    ),
    "type-with-a-comment": (
        _typed("multipart/mixed (so); boundary=b", b"--b\n\nwords\n--b--"),
        "words",
    ),
    "broken-type": (_typed("text", b"words"), "words"),
    "controls-and-bidi": (
        _typed("text/plain; charset=utf-8", "a\x1b[0mb\u202ec\u200bd".encode()),
        "a[0mbcd",
    ),
    "blank-lines": (_typed("text/plain", b"a\n\n\n\n\nb  \t c"), "a\n\nb c"),
}


@pytest.mark.parametrize(("raw", "text"), WORDS.values(), ids=WORDS)
def test_the_words_of_a_message(raw: bytes, text: str) -> None:
    assert body(raw).text == text


PAGES = {
    "script": ("<script>bad()</script><p>good", "good", ()),
    "style-and-title": ("<title>t</title><style>s</style><p>good", "good", ()),
    "comment": ("<!-- c --><!--[if mso]>m<![endif]-->good", "good", ()),
    "hidden-preview": ('<div style="display:none">see this</div>', "see this", ()),
    "entities": ("caf&eacute; &amp; &#8364; &nbsp;x", "café & € x", ()),
    "cells-and-breaks": ("a<br>b<table><tr><td>c<td>d</table>", "a\nb\n\nc\n\nd", ()),
    "line-end-is-a-blank": ("one\r\ntwo", "one two", ()),
    "image-words": ('<img alt="A boat">', "A boat", ()),
    "image-link": (
        '<a href="https://x.example/"><img alt="A boat"></a>',
        "A boat",
        (Link("https://x.example/", "A boat"),),
    ),
    "titled-link": (
        '<a href="https://x.example/" title="Shop"><img src=x></a>',
        "",
        (Link("https://x.example/", "Shop"),),
    ),
    "area": (
        '<map><area href="https://x.example/" alt="Leave">',
        "",
        (Link("https://x.example/", "Leave"),),
    ),
    "link-never-closed": (
        '<a href="https://x.example/1">one<a href="https://x.example/2">two',
        "onetwo",
        (Link("https://x.example/1", "one"), Link("https://x.example/2", "two")),
    ),
    "blanks-around-url": (
        '<a href=" https://x.example/ ">go</a>',
        "go",
        (Link("https://x.example/", "go"),),
    ),
    "mailto": (
        '<a href="mailto:a@b.example">write</a>',
        "write",
        (Link("mailto:a@b.example", "write"),),
    ),
    "leads-nowhere": (
        '<a href="javascript:x">a</a><a href="#top">b</a><a href="cid:1">c</a><a>d</a>',
        "abcd",
        (),
    ),
    "bidi-in-link": (
        '<a href="https://x.example/">a\u202eb</a>',
        "ab",
        (Link("https://x.example/", "ab"),),
    ),
    "zero": ("a\x00b", "ab", ()),
}


@pytest.mark.parametrize(("page", "text", "links"), PAGES.values(), ids=PAGES)
def test_what_an_html_part_says(page: str, text: str, links: tuple[Link, ...]) -> None:
    assert body(_typed("text/html; charset=utf-8", page.encode())) == Body(text, links)


_PROSE = "The minutes were approved and the gate is to be painted before the fair."
HIDDEN = {
    "display": '<div style="color:#fff; display : none">{}</div>',
    "visibility": '<div style="Visibility:Hidden">{}</div>',
    "opacity": '<div style="opacity:0">{}</div>',
    "height": '<div style="max-height:0px;overflow:hidden"><p>{}</p></div>',
    "size": '<p style="color:#ffffff;font-size:1px">{}</p>',
    "inside": '<div style="display:none"><p style="font-size:14px"><br>{}</p></div>',
}


@pytest.mark.parametrize("markup", HIDDEN.values(), ids=HIDDEN)
def test_prose_that_is_hidden_below_what_is_shown_is_counted_and_not_read(markup: str) -> None:
    words = body(_typed("text/html", f"<p>Boats</p>{markup.format(_PROSE)}<p>Oars</p>".encode()))
    assert words.text == "Boats\n\nOars"
    assert words.buried == len(_PROSE)


SHOWN = {
    "preview-line": '<div style="display:none">{}</div><p>Boats</p>',
    "size-inside": '<p>Boats</p><td style="font-size:1px"><p style="font-size:14px">{}</p></td>',
    "size-in-a-style-sheet": '<p>Boats</p><div style="font-size:0"><p class=m>{}</p></div>',
    "relative-size": '<p>Boats</p><p style="font-size:1.2em">{}</p>',
    "behind-it": '<p>Boats</p><br style="display:none"><img style="display:none"><p>{}</p>',
}


@pytest.mark.parametrize("markup", SHOWN.values(), ids=SHOWN)
def test_a_preview_line_and_words_of_their_own_size_are_read(markup: str) -> None:
    words = body(_typed("text/html", markup.format(_PROSE).encode()))
    assert _PROSE in words.text
    assert words.buried == 0


def test_labels_and_links_of_another_layout_are_not_read_twice_and_count_for_nothing() -> None:
    again = f'<b>Boats</b> <a href="https://x.example/">{_PROSE.upper()}</a><p>{_PROSE}</p>'
    page = f'<p>Boats</p><p>{_PROSE}</p><div style="display:none">{again}</div>'
    words = body(_typed("text/html", page.encode()))
    assert words.text == f"Boats\n\n{_PROSE}"
    assert words.buried == 0
    assert [link.url for link in words.links] == ["https://x.example/"]


def test_an_endless_page_keeps_a_thousand_links_and_a_megabyte_of_words() -> None:
    page = b'<a href="https://x.example/">go</a>' * 1_500

    assert len(body(_typed("text/html", page)).links) == 1_000
    assert len(body(_typed("text/plain", b"word " * 500_000)).text) <= 1024 * 1024


_MIXED = b"Content-Type: multipart/mixed; boundary=x\r\n\r\n"
_DEEP = b"".join(
    b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n" % (level, level + 1)
    for level in range(2_000)
)
_DOLLS = b"".join(
    b"--%s\nContent-Type: multipart/mixed; boundary=%s\n\n" % (b"a" * level, b"a" * (level + 1))
    for level in range(1, 40)
)
_HTML = b"Content-Type: text/html\n\n"
HOSTILE = {
    "nested-2,000-deep": b"Content-Type: multipart/mixed; boundary=b0\r\n\r\n"
    + _DEEP
    + b"--b2000\r\n\r\nhi",
    "100,000-parts": _MIXED + b"--x\r\n\r\nhi\r\n" * 100_000,
    "boundary-in-boundary": b"Content-Type: multipart/mixed; boundary=a\n\n"
    + _DOLLS
    + b"--aaa\n\nx\n" * 99_000,
    "always-the-same-boundary": (_MIXED + b"--x\r\n") * 30_000,
    "almost-the-boundary": _MIXED + b"\n--xy" * 400_000,
    "boundary-of-dashes": _MIXED.replace(b"=x", b"=--------") + b"-" * 2_000_000,
    "no-boundary": b"Content-Type: multipart/mixed\n\n" + b"--" * 1_000_000,
    "content-type-of-2-mb": b"Content-Type: "
    + b"multipart/mixed; boundary " * 80_000
    + b"\n\n--x\n\nhi",
    "base64-rubbish": b"Content-Transfer-Encoding: base64\n\n" + bytes(range(256)) * 4_000,
    "quoted-printable-rubbish": b"Content-Transfer-Encoding: quoted-printable\n\n"
    + b"=" * 1_000_000,
    "deep-html": _HTML + b"<div>" * 200_000,
    "tables": _HTML + b"<table><tr><td>" * 66_000,
    "links-never-closed": _HTML + b"<a href=http://x.example><b>" * 36_000,
    "attributes": _HTML + b"<p " + b"a=b " * 250_000 + b">",
    "less-than-signs": _HTML + b"<" * 1_000_000,
    "entities": _HTML + b"&amp" * 250_000,
    "comments": _HTML + b"<!--" * 250_000,
    "hidden-never-closed": _HTML + b"hi" + b"<i style='display:none'>x" * 38_000,
    "buried-again-and-again": _HTML
    + b"a" * 900_000
    + (b"<p style='opacity:0'>" + b"a" * 20 + b"b" + b"a" * 25) * 100,
    "styles-of-blanks": _HTML + (b"<b style='font-size" + b" " * 5_000 + b"'>") * 190,
    "invisible": _HTML.replace(b"html", b"plain") + "\u200b\n".encode() * 250_000,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_body_is_read_in_a_blink(raw: bytes) -> None:
    def seconds() -> float:
        began = process_time()
        body(raw)
        return process_time() - began

    assert min(seconds() for _ in range(3)) < 0.2


@given(st.text(alphabet="<>/=\"'&;!-ab \n", max_size=200) | st.text())
def test_any_markup_can_be_rendered(markup: str) -> None:
    words, links, buried = rendered(markup)

    assert isinstance(words, str)
    assert 0 <= buried <= len(markup)
    assert all(link.url.lower().startswith(("http", "mailto:")) for link in links)
