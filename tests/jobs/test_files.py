"""A message by itself, without settings: judged as in the mailbox that it lay in, as its header tells whose."""

import pytest

from benchmarks.judgement import HELD_OUT, OWN, judged, own_cases
from inbox_guard.core.address import author
from inbox_guard.core.delivery import assumed
from inbox_guard.core.headers import split
from inbox_guard.core.vocabulary import Kind
from inbox_guard.jobs.files import judge_file

LETTER = """Received: from mail.choir.example by mx.home.example for <mira@home.example>; 1 Oct 2026
From: "The Secretary" <office@choir.example>
To: Choir office <office@choir.example>
Subject: Notes from the choir, October
Date: Thu, 1 Oct 2026 09:00:00 +0200
Message-ID: <1@choir.example>
Content-Type: text/plain; charset=utf-8

Dear members and friends of the choir,

here is our monthly newsletter. The autumn concert is on the 24th, doors open at seven, tickets at the
bookshop. We welcome three new altos. The summer tour brought in enough for new stands.

You receive this newsletter as a friend of the choir. To unsubscribe, answer with "no more news".
"""


def test_a_file_is_judged_as_a_sweep_would_or_found_to_be_a_fraud() -> None:
    cases = list(own_cases(HELD_OUT))
    other = {
        one.case.path.name: (one.kind, kind)
        for one in judged(cases)
        if (kind := judge_file("", one.case.path.read_bytes(), ()).kind) != one.kind
        and kind is not Kind.SPAM
    }
    assert not other


FRAUDS = (
    "next-a/andrade-bankuppgifter-lookalike-sv.eml",
    "third-d/outlet-fake-shop-sendpulse-en.eml",
)


@pytest.mark.parametrize("name", FRAUDS)
def test_a_fraud_that_its_header_block_hides_is_one_by_its_words(name: str) -> None:
    assert judge_file("", (OWN / name).read_bytes(), ()).kind is Kind.SPAM


def test_a_circular_that_is_addressed_to_its_own_writer_is_no_colleagues() -> None:
    delivered = LETTER.encode()
    assert judge_file("", delivered, ()).kind is Kind.NEWSLETTER
    unknown = delivered.partition(b"\n")[2]
    assert judge_file("", unknown, ()).kind is Kind.NEWSLETTER


MAILBOXES = {
    "noted": ("Delivered-To: ada@home.example\nTo: list@club.example", "ada@home.example"),
    "noted before received": (
        "Received: from a by b for <bo@b.example>; x\nX-Original-To: ada@home.example",
        "ada@home.example",
    ),
    "received last": (
        "Received: from c by d for <Ada@home.example>; x\nReceived: from a by c for <l@c.example>; x",
        "ada@home.example",
    ),
    "received by another first": ("Received: from a by b; x\nReceived: for <l@c.example>; x", ""),
    "addressed": ("To: Ada <ada@home.example>", "ada@home.example"),
    "copied": ("Cc: ada@home.example", "ada@home.example"),
    "to a list": ("To: list@club.example\nList-Id: <list.club.example>", ""),
    "to bulk": ("To: customers@club.example\nPrecedence: bulk", ""),
    "to itself": ("To: Office <office@club.example>", ""),
    "to nobody": ("To: undisclosed-recipients:;", ""),
}


@pytest.mark.parametrize(("fields", "whose"), MAILBOXES.values(), ids=MAILBOXES)
def test_whose_mailbox_it_lay_in_is_read_off_where_nobody_says(fields: str, whose: str) -> None:
    headers, _ = split(f"{fields}\n\n".encode())
    assert assumed(headers, author("office@club.example")) == whose
