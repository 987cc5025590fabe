"""Reading URLs more strictly than anybody who will use them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.errors import NotPublic, SettingsError
from inbox_guard.web.rule import Rule
from inbox_guard.web.url import LONGEST, PrivateHosts, parse

NONE = PrivateHosts()


@pytest.mark.parametrize(
    ("url", "understood", "authority"),
    [
        ("https://shop.example", "https://shop.example/", "shop.example"),
        ("HTTPS://SHOP.Example:443/U", "https://shop.example/U", "shop.example"),
        ("http://shop.example:443/", "http://shop.example:443/", "shop.example:443"),
        ("https://shop.example.?t=1", "https://shop.example/?t=1", "shop.example"),
        ("https://shop.example/a#b@c", "https://shop.example/a", "shop.example"),
        ("https://bücher.example/ä?ö=ü", None, "xn--bcher-kva.example"),
        ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/", None),
        ("https://r3---sn-a5.example/", "https://r3---sn-a5.example/", None),
        ("https://[2606:2800:220:1:0:0:0:1]:443/", "https://[2606:2800:220:1::1]/", None),
        ("https://93.184.215.14:80/", "https://93.184.215.14:80/", "93.184.215.14:80"),
        ("https://shop.example/a%20b%zz?c[]=d@e;f", None, None),
        ("https://shop.example//a/../b/./c", "https://shop.example//a/../b/./c", None),
    ],
)
def test_what_an_ordinary_url_means(url: str, understood: str | None, authority: str | None):
    target = parse(url, NONE)
    assert target.url == (understood or target.url)
    assert target.authority == (authority or target.authority)
    assert parse(target.url, NONE) == target


def test_letters_of_the_path_are_escaped_and_escapes_kept():
    assert parse("https://shop.example/ä/%C3%A4?ö=%zz[]", NONE).path == (
        "/%C3%A4/%C3%A4?%C3%B6=%zz[]"
    )


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("", Rule.URL_SCHEME),
        ("shop.example/u", Rule.URL_SCHEME),
        ("mailto:u@shop.example", Rule.URL_SCHEME),
        ("https:", Rule.URL_SHAPE),
        ("https://", Rule.URL_SHAPE),
        ("https://?u", Rule.URL_SHAPE),
        ("https://:443/", Rule.HOST_SYNTAX),
        ("https://shop.example:/", Rule.URL_PORT),
        ("https://shop.example:0/", Rule.URL_PORT),
        ("https://shop.example:65979/", Rule.URL_PORT),
        ("https://shop.example:+443/", Rule.URL_PORT),
        ("https://shop.example:４４３/", Rule.URL_PORT),
        ("https://shop.example:443:443/", Rule.HOST_SYNTAX),
        ("https://u@shop.example/", Rule.URL_USERINFO),
        ("https://shop.example/a b", Rule.URL_CHARACTERS),
        ("https://shop.example/a\u00a0b", Rule.URL_CHARACTERS),
        ("https://shop.example/a\u2028b", Rule.URL_CHARACTERS),
        ("https://shop.example/a\x85b", Rule.URL_CHARACTERS),
        ("https://shop.example/a\x00", Rule.URL_CHARACTERS),
        ("https://shop.example/\ud800", Rule.URL_CHARACTERS),
        *((f"https://shop.example/{c}", Rule.URL_CHARACTERS) for c in '\\`|^<>"{}'),
        ("https://shop.example/" + "x" * LONGEST, Rule.URL_LENGTH),
        ("https://shop..example/", Rule.HOST_SYNTAX),
        ("https://shop.example../", Rule.HOST_SYNTAX),
        ("https://.shop.example/", Rule.HOST_SYNTAX),
        ("https://-shop.example/", Rule.HOST_SYNTAX),
        ("https://my_shop.example/", Rule.HOST_SYNTAX),
        ("https://shop.e1/", Rule.HOST_SYNTAX),
        ("https://shop.0x/", Rule.HOST_NUMBER),
        ("https://1.2.3.4.5/", Rule.HOST_NUMBER),
        ("https://256.1.1.1/", Rule.HOST_NUMBER),
        (f"https://{'a' * 64}.example/", Rule.HOST_SYNTAX),
        (f"https://{'a.' * 124}example/", Rule.HOST_SYNTAX),
        (f"https://{'ä' * 300}.example/", Rule.HOST_SYNTAX),
        ("https://xn--a.example/", Rule.HOST_IDN),
        ("https://exa\u202emple.example/", Rule.HOST_IDN),
        ("https://[::1/", Rule.HOST_SYNTAX),
        ("https://[]/", Rule.HOST_SYNTAX),
        ("https://[127.0.0.1]/", Rule.HOST_SYNTAX),
        ("https://[v1.a]/", Rule.HOST_SYNTAX),
        ("https://::1/", Rule.HOST_SYNTAX),
    ],
)
def test_what_is_not_read_at_all(url: str, rule: Rule):
    with pytest.raises(NotPublic) as refusal:
        parse(url, NONE)
    assert refusal.value.rule == rule


@given(st.text(max_size=80), st.sampled_from(["", "https://", "http://shop.test", "https://["]))
def test_any_text_is_read_or_refused_with_a_host_that_may_be_shown(text: str, start: str):
    try:
        target = parse(start + text, NONE)
    except NotPublic as refusal:
        shown = refusal.host
    else:
        shown = target.host
        assert target.path.isascii()
        assert target.path.isprintable()
        assert parse(target.url, NONE) == target
    assert shown.isascii()
    assert shown.isprintable() or not shown
    assert len(shown) <= 253


def test_a_refusal_shows_neither_password_nor_token():
    with pytest.raises(NotPublic) as refusal:
        parse("https://user:geheim@shop.example/token?t=token", NONE)
    assert refusal.value.host == "shop.example"
    assert "geheim" not in str(refusal.value)
    assert "token" not in str(refusal.value)


EXCEPTED = PrivateHosts.of(
    (
        "lists.home.arpa",
        ".test",
        ".lan",
        "NAS",
        "192.168.1.5",
        "fd00::5",
        "[fd00::6]",
        "bücher.example",
    )
)


@pytest.mark.parametrize(
    "url",
    [
        "http://lists.home.arpa:8080/u",
        "https://news.shop.test:8443/u",
        "https://printer.lan/u",
        "http://nas:8080/u",
        "https://192.168.1.5:444/",
        "https://[fd00:0::5]:444/",
        "https://[fd00::6]/",
        "https://BÜCHER.example:444/",
    ],
)
def test_an_excepted_host_may_be_anywhere_on_any_port(url: str):
    assert parse(url, EXCEPTED).private


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("http://lists.home.arpa:99999/", Rule.URL_PORT),
        ("http://u@lists.home.arpa/", Rule.URL_USERINFO),
        ("http://lists.home.arpa/a b", Rule.URL_CHARACTERS),
        ("ftp://lists.home.arpa/", Rule.URL_SCHEME),
        ("http://lists%2ehome.arpa/", Rule.URL_ESCAPED_HOST),
        ("http://sub.lists.home.arpa/", Rule.HOST_SPECIAL_USE),
        ("http://test/", Rule.HOST_SINGLE_LABEL),
        ("http://nas.example:8080/", Rule.URL_PORT),
        ("http://shop.attest:8080/", Rule.URL_PORT),
        ("http://192.168.1.6:8080/", Rule.URL_PORT),
        ("http://192.168.1.05/", Rule.HOST_NUMBER),
    ],
)
def test_an_exception_lifts_nothing_else_and_covers_nobody_else(url: str, rule: Rule):
    with pytest.raises(NotPublic) as refusal:
        parse(url, EXCEPTED)
    assert refusal.value.rule == rule


@pytest.mark.parametrize(
    "entry", ["", ".", "*", "*.test", "10.0.0.0/8", "https://nas.lan", "a b", "1.2"]
)
def test_an_exception_that_is_no_host_is_a_settings_error(entry: str):
    with pytest.raises(SettingsError, match="GUARD_PRIVATE_HOSTS"):
        PrivateHosts.of((entry,))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://shop.example\\token", "shop.example"),
        ("https://shop.example%2ftoken", "shop.example"),
        ("https://sh\x1bop.example/", "sh"),
        ("https://bücher.example:22/", "b?cher.example"),
        ("not a url", ""),
    ],
)
def test_what_is_shown_of_a_refused_url(url: str, shown: str):
    with pytest.raises(NotPublic) as refusal:
        parse(url, NONE)
    assert refusal.value.host == shown


def test_every_rule_has_a_name_of_its_own_that_may_be_written_down():
    assert len({rule.value for rule in Rule}) == len(Rule)
    assert all(rule.value.replace("-", "").isalpha() for rule in Rule)
