"""Who a From field names, whose an address is, and which organisation stands behind it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import (
    Owner,
    Party,
    author,
    is_shared,
    organisation,
    organisation_of,
    parties,
)
from inbox_guard.core.data import rows

READABLE = {
    "plain": ("ada@home.example", Party("", "ada@home.example")),
    "name": ("Ada Morgen <Ada@Home.Example>", Party("Ada Morgen", "ada@home.example")),
    "quoted": ('"Morgen, Ada" <ada@home.example>', Party("Morgen, Ada", "ada@home.example")),
    "escaped": (
        r'"Ada \"A\" Morgen" <ada@home.example>',
        Party('Ada "A" Morgen', "ada@home.example"),
    ),
    "comment-as-name": (
        "ada@home.example (Ada (the) Morgen)",
        Party("Ada (the) Morgen", "ada@home.example"),
    ),
    "comment-inside": ("Ada <ada@(our)home.example>", Party("Ada", "ada@home.example")),
    "encoded": ("=?utf-8?q?J=C3=B6rg?= <j@home.example>", Party("Jörg", "j@home.example")),
    "encoded-with-comma": (
        "=?utf-8?q?Weg,_J=C3=B6rg?= <j@home.example>",
        Party("Weg, Jörg", "j@home.example"),
    ),
    "encoded-in-quotes": (
        '"=?utf-8?q?J=C3=B6rg?=" <j@home.example>',
        Party("Jörg", "j@home.example"),
    ),
    "comma-in-name": (
        "Ada Morgen, Lamps & Shades <ada@lamps.example>",
        Party("Ada Morgen, Lamps & Shades", "ada@lamps.example"),
    ),
    "commas-in-name": (
        "Club, Günter Höhn, Kassier <kasse@verein.example>",
        Party("Club, Günter Höhn, Kassier", "kasse@verein.example"),
    ),
    "brackets-in-name": (
        "[Forge] Bot <bot@forge.example>",
        Party("[Forge] Bot", "bot@forge.example"),
    ),
    "obsolete-blanks": ("ada . m @ home . example", Party("", "ada.m@home.example")),
    "group-of-one": ("Us: ada@home.example;", Party("", "ada@home.example")),
    "idn": ("Käse <post@käse.example>", Party("Käse", "post@xn--kse-qla.example")),
    "idn-capital": ("post@KÄSE.example", Party("", "post@xn--kse-qla.example")),
    "smtputf8": ("Jörg <jörg@home.example>", Party("Jörg", "jörg@home.example")),
    "literal": ("x@[192.0.2.1]", Party("", "x@[192.0.2.1]")),
    "local-host": ("Cron Daemon <root@localhost>", Party("Cron Daemon", "root@localhost")),
    "needless-quotes": ('"ada"@home.example', Party("", "ada@home.example")),
    "needed-quotes": ('"ada m"@home.example', Party("", '"ada m"@home.example')),
    "final-dot": ("ada@home.example.", Party("", "ada@home.example")),
    "trailing-comma": ("ada@home.example,", Party("", "ada@home.example")),
    "own-address-as-name": (
        "ada@home.example <ada@home.example>",
        Party("ada@home.example", "ada@home.example"),
    ),
    "same-organisation": (
        '"info@acme.example" <x@news.acme.example>',
        Party("info@acme.example", "x@news.acme.example"),
    ),
    "at-in-name": ("Sales @ Acme <x@acme.example>", Party("Sales @ Acme", "x@acme.example")),
    "bidi-override": ("\u202eadA <ada@home.example>", Party("adA", "ada@home.example")),
}

# CVE-2023-27043 and its relatives: each of these has been read as alice@good.example by some mailer.
DRESSED = {
    "bare": "alice@good.example <x@evil.example>",
    "bare-without-blank": "alice@good.example<x@evil.example>",
    "quoted": '"alice@good.example" <x@evil.example>',
    "quoted-with-brackets": '"<alice@good.example>" <x@evil.example>',
    "encoded": "=?utf-8?q?alice=40good.example?= <x@evil.example>",
    "encoded-in-base64": "=?utf-8?b?YWxpY2VAZ29vZC5leGFtcGxl?= <x@evil.example>",
    "two-brackets": "<alice@good.example> <x@evil.example>",
    "comment": "x@evil.example (alice@good.example)",
    "comment-before": "(alice@good.example) x@evil.example",
    "comment-with-bracket": "alice@good.example(<x@evil.example>)",
    "comment-in-bracket": "<x(alice@good.example)@evil.example>",
    "comma": "alice@good.example, x@evil.example",
    "comma-before-a-name": "alice@good.example, Alice <x@evil.example>",
    "comma-after-a-bracket": "<alice@good.example>, Alice <x@evil.example>",
    "comma-in-full-width": "alice＠good.example, Alice <x@evil.example>",
    "comma-behind-quotes": '"alice@good.example", Alice <x@evil.example>',
    "comma-behind-an-encoded-word": "=?utf-8?q?alice=40good.example?=, Alice <x@evil.example>",
    "comma-behind-a-comment": "(alice@good.example) Al, Alice <x@evil.example>",
    "comma-in-two-halves": "alice, @good.example <x@evil.example>",
    "semicolon": "alice@good.example; x@evil.example",
    "group-named-so": "alice@good.example: x@evil.example;",
    "source-route": "<@good.example:x@evil.example>",
    "quoted-local-part": '"alice@good.example"@evil.example',
    "two-at": "alice@good.example@evil.example",
    "two-words": "alice@good.example x@evil.example",
    "word-after": "<x@evil.example> alice@good.example",
    "literal-in-the-midst": "alice@[good.example]x@evil.example",
    "full-width": "alice＠good．example <x@evil.example>",
    "zero-width": "alice@go\u200bod.example <x@evil.example>",
    "freemail-neighbour": '"alice@gmail.com" <mallory@gmail.com>',
}

UNREADABLE = {
    "empty": "",
    "blank": " \t ",
    "nobody": "undisclosed-recipients:;",
    "no-address": "Ada Morgen",
    "empty-brackets": "MAILER-DAEMON <>",
    "open-quote": '"Ada <ada@home.example>',
    "open-bracket": "Ada <ada@home.example",
    "open-comment": "ada@home.example (Ada",
    "encoded-address": "=?utf-8?q?ada=40home.example?=",
    "encoded-local-part": "=?utf-8?q?ada?=@home.example",
    "invisible": "ad\u200ba@home.example",
    "control": "a\x01da@home.example",
    "no-domain": "ada@",
    "empty-label": "ada@home..example",
    "bad-idn": "ada@\u2460\ufe0f-\u200d.example",
    "several": "ada@home.example, bo@home.example",
    "several-of-one-name": "Ada, <ada@home.example>",
    "too-long": "a" * 600 + "@home.example",
}


@pytest.mark.parametrize(("field", "party"), READABLE.values(), ids=READABLE)
def test_a_from_field_that_reads_one_way_names_its_author(field: str, party: Party) -> None:
    assert author(field) == party


@pytest.mark.parametrize("field", DRESSED.values(), ids=DRESSED)
def test_an_author_dressed_as_somebody_else_is_nobody(field: str) -> None:
    assert author(field) is None


@pytest.mark.parametrize("field", UNREADABLE.values(), ids=UNREADABLE)
def test_a_from_field_that_names_not_exactly_one_author_names_nobody(field: str) -> None:
    assert author(field) is None


def test_recipients_are_read_as_far_as_they_can_be() -> None:
    field = 'bo@b.example, "Office, The" <o@firm.example>, nobody, Us: c@c.example, <d@d.example>;,, <broken'

    assert [party.address for party in parties(field)] == [
        "bo@b.example",
        "o@firm.example",
        "c@c.example",
        "d@d.example",
    ]


def test_a_recipient_dressed_as_somebody_else_is_the_one_in_brackets() -> None:
    assert parties("alice@good.example <x@evil.example>")[0].address == "x@evil.example"


def test_an_endless_field_is_cut_at_a_thousand_recipients() -> None:
    assert len(parties(", ".join(f"a{number}@b.example" for number in range(5_000)))) == 1_000


@given(st.text(alphabet='a@.<>(),:;"\\[] =?_\n\té＠\u202e', max_size=60) | st.text())
def test_no_field_makes_the_reader_raise(field: str) -> None:
    named = author(field)

    assert named is None or named in parties(field)


@given(
    st.lists(st.emails(), min_size=2, max_size=4, unique=True),
    st.sampled_from([", ", ";", " ", "\n "]),
)
def test_several_addresses_never_make_one_author(addresses: list[str], between: str) -> None:
    assert author(between.join(addresses)) is None


OWNS = {
    "exact": ("ada@home.example", True),
    "any-case": ("Ada@HOME.example", True),
    "tag": ("ada+shop@home.example", True),
    "tagged-entry": ("bo+list@home.example", True),
    "entry-without-its-tag": ("bo@home.example", False),
    "catch-all": ("anything@own.example", True),
    "under-the-catch-all": ("anything@sub.own.example", False),
    "catch-all-without-local-part": ("@own.example", False),
    "idn-entry": ("ada@xn--kse-qla.example", True),
    "stranger": ("ada@elsewhere.example", False),
    "longer-name": ("xada@home.example", False),
    "nothing": ("", False),
    "no-at": ("ada", False),
}


@pytest.mark.parametrize(("address", "hers"), OWNS.values(), ids=OWNS)
def test_the_owner_owns_her_addresses_their_tags_and_her_catch_all(
    address: str, *, hers: bool
) -> None:
    owner = Owner(("Ada@home.example", "bo+list@home.example", "@own.example", "ada@käse.example"))

    assert owner.owns(address) is hers


ORGANISATIONS = {
    "registrable": ("shop.example.co.uk", "example.co.uk"),
    "reserved-suffix": ("shop.acme.test", "acme.test"),
    "itself": ("acme.example", "acme.example"),
    "suffix-alone": ("co.uk", "co.uk"),
    "private-suffix": ("someone.github.io", "someone.github.io"),
    "single-label": ("localhost", "localhost"),
    "literal": ("[192.0.2.1]", "[192.0.2.1]"),
    "bare-number": ("192.0.2.1", "192.0.2.1"),
    "case-and-dot": ("News.ACME.Example.", "acme.example"),
    "none": ("", ""),
}


@pytest.mark.parametrize(("domain", "expected"), ORGANISATIONS.values(), ids=ORGANISATIONS)
def test_an_organisation_is_the_registrable_domain(domain: str, expected: str) -> None:
    assert organisation(domain) == expected


@given(st.text())
def test_no_domain_makes_an_organisation_raise(domain: str) -> None:
    assert isinstance(organisation(domain), str)
    assert is_shared(domain) in (True, False)


def test_strangers_at_a_shared_domain_are_each_their_own_organisation() -> None:
    assert organisation_of("Mallory@GMAIL.com") == "mallory@gmail.com"
    assert organisation_of("shop@u17.ct.sendgrid.net") == "shop@u17.ct.sendgrid.net"
    assert organisation_of("news@mail.acme.example") == "acme.example"


def test_a_freemail_providers_own_hosts_are_not_shared() -> None:
    assert is_shared("gmx.net")
    assert not is_shared("mailings.gmx.net")


@pytest.mark.parametrize("table", ["freemail", "shared_domains"])
def test_every_shared_domain_stands_once_and_says_why(table: str) -> None:
    domains = [row[0] for row in rows(table)]

    assert len(domains) == len(set(domains))
    assert all(len(row) == 3 and all(row) and row[0] == row[0].lower() for row in rows(table))
