"""Why a mailing says it comes: the sentence found in many languages, and set beside the mailbox."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inbox_guard.core import evidence
from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, body
from inbox_guard.core.claim import Basis, Claim, claims, read_back
from inbox_guard.core.day_named import named, parsed
from inbox_guard.core.evidence import claim as witness
from inbox_guard.core.evidence.reading import clean
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Evidence, First, History, TraceKind
from inbox_guard.core.imprint import companies, postal, responsible
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.mark import Mark, MarkKind
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.sentences import sentences
from inbox_guard.core.verdict import verdict
from inbox_guard.core.vocabulary import Kind, Standing
from tests.core.histories import FIRST, history, trace

CLAIMS = Path(__file__).parents[1] / "messages" / "claims"
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
OWNER = Owner(("mira@home.example",))
ARRIVED = datetime(2024, 6, 1, tzinfo=UTC)


def _rows(name: str) -> list[list[str]]:
    lines = (CLAIMS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _marks(text: str, kind: Kind = Kind.NEWSLETTER, to: str = "mira@home.example") -> list[Mark]:
    raw = (
        f"From: Shop <news@mail.shop.example>\nTo: {to}\nDelivered-To: mira@home.example\n"
        "Subject: June\nMessage-ID: <1@shop.example>\n\nx\n"
    ).encode()
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, ARRIVED, len(raw), raw)
    message = read(fetched, OWNER, ())
    assert isinstance(message, Message)
    return list(evidence.marks(message, kind, Body(text, ())))


def _values(text: str, kind: MarkKind, mail: Kind = Kind.NEWSLETTER) -> list[str]:
    return [mark.value for mark in _marks(text, mail) if mark.kind is kind]


@pytest.mark.parametrize("name", SETS)
def test_nineteen_of_twenty_claims_are_found_as_whole_sentences(name: str) -> None:
    rows = _rows(name)
    found = right = dated = 0
    for _, basis, day, cell in rows:
        text = cell.replace("\\n", "\n")
        wanted = " ".join(text[text.index("⟦") + 1 : text.index("⟧")].split())
        hits = [
            one for one in claims(text.replace("⟦", "").replace("⟧", "")) if wanted in one.sentence
        ]
        found += bool(hits)
        right += any(one.basis == basis for one in hits)
        dated += any(str(one.day or "") == day for one in hits)
    assert found >= 0.95 * len(rows)
    assert right >= 0.92 * len(rows)
    assert dated >= 0.95 * len(rows)


def test_the_sets_of_claims_speak_fifteen_languages() -> None:
    assert len({row[0] for name in SETS for row in _rows(name)}) >= 15


@pytest.mark.parametrize("text", [row[1] for row in _rows("none")])
def test_what_claims_nothing_is_no_claim(text: str) -> None:
    assert claims(text) == ()


BROKEN = {
    "at 72 columns": "You are receiving this because you signed up for the newsletter of the\n"
    "Quayside Theatre on our website.\nUnsubscribe",
    "by a converter of HTML": "You are receiving this because\n\nyou signed up for the newsletter"
    " of the Quayside Theatre\non our website.\n\nUnsubscribe",
    "in the midst of a foot": "© 2024 Quayside\nFacebook | Twitter\n\nYou are receiving this because you"
    " signed up for the newsletter of the Quayside Theatre on our website. | Unsubscribe",
    "run together": "All rights reserved.You are receiving this because you signed up for the"
    " newsletter of the Quayside Theatre on our website.Unsubscribe here.",
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_sentence_is_read_whole(case: str) -> None:
    wanted = (
        "You are receiving this because you signed up for the newsletter of the Quayside Theatre"
        " on our website."
    )
    (found,) = claims(BROKEN[case])
    assert found.sentence == wanted


def test_a_mail_in_html_is_read_as_well() -> None:
    raw = (
        b"Content-Type: text/html; charset=utf-8\n\n<table><tr><td>Shop</td></tr><tr><td>You are getting"
        b" this because <b>you are a customer</b><br>of <a href='https://shop.example'>Shop</a>.</td>"
        b"</tr></table>"
    )
    (found,) = claims(body(raw).text)
    assert (found.basis, found.sentence) == (
        Basis.CUSTOMER,
        "You are getting this because you are a customer of Shop.",
    )


def test_an_answer_is_read_with_its_question() -> None:
    (found,) = claims("Why am I receiving this?\nRegistered users of Planbook get our digest.")
    assert found.basis is Basis.ACCOUNT


def test_what_others_wrote_before_is_not_read() -> None:
    assert claims("> You receive this because you subscribed.\nNo thanks.") == ()


DAYS = {
    "on 3 March 2024": "2024-03-03",
    "March 3rd, 2024": "2024-03-03",
    "am 3. März 2024": "2024-03-03",
    "le 1er mars 2024": "2024-03-01",
    "el 3 de marzo de 2024": "2024-03-03",
    "il 3 marzo 2024": "2024-03-03",
    "op 3 maart 2024": "2024-03-03",
    "dnia 3 marca 2024 r.": "2024-03-03",
    "em 3 de março de 2024": "2024-03-03",
    "3. maaliskuuta 2024": "2024-03-03",
    "3. března 2024": "2024-03-03",
    "3 марта 2024 года": "2024-03-03",
    "3 Mart 2024": "2024-03-03",
    "2024年3月3日": "2024-03-03",
    "2024년 3월 3일": "2024-03-03",
    "2024-03-03": "2024-03-03",
    "03.03.2024": "2024-03-03",
    "3/13/2024": "2024-03-13",
    "13/3/2024": "2024-03-13",
    "3/4/2024": "2024",
    "in March 2024": "2024-03",
    "31 February 2024": "2024-02",
    "2024 lamps": "",
}


@pytest.mark.parametrize("text", DAYS)
def test_a_day_is_read_as_people_name_it(text: str) -> None:
    found = named(text)
    assert str(found[0] if found else "") == DAYS[text]
    assert not found or parsed(DAYS[text]) == replace(found[0], at=0)


def test_a_day_in_figures_is_read_day_first_where_people_write_so() -> None:
    assert str(named("3/4/2024", day_first=True)[0]) == "2024-04-03"


def test_a_claim_is_spelled_with_its_day_site_and_foreign_address() -> None:
    text = "mira@old.example was subscribed: you signed up on 3 March 2024 at lamps.example."
    assert _values(text, MarkKind.CLAIM) == [
        "subscribed; date=2024-03-03; site=lamps.example; address=mira@old.example"
    ]


def test_the_address_it_was_delivered_to_is_nothing_to_note() -> None:
    text = "You are subscribed as Mira+shop@home.example."
    assert _values(text, MarkKind.CLAIM) == ["subscribed"]


def test_the_senders_own_address_is_not_taken_for_the_owners() -> None:
    text = "You signed up by a mail to join@shop.example."
    assert _values(text, MarkKind.CLAIM) == ["subscribed"]


def test_a_link_that_counts_clicks_is_no_site_that_is_spoken_of() -> None:
    text = "You signed up on our website (https://click.mailer.example/c?u=1)."
    assert _values(text, MarkKind.CLAIM) == ["subscribed"]
    text = "https://click.mailer.example/a/page.cgi?u=1 You subscribed to it."
    assert _values(text, MarkKind.CLAIM) == ["subscribed"]
    assert _values("You signed up at https://lamps.example.", MarkKind.CLAIM) == [
        "subscribed; site=lamps.example"
    ]


def test_the_day_of_the_mail_itself_is_no_claimed_day() -> None:
    assert _values("You signed up for the letter of 31 May 2024.", MarkKind.CLAIM) == ["subscribed"]


SOURCES = {
    "We found your address in a public directory.": ["public"],
    "Ihre Adresse haben wir dem Handelsregister entnommen.": ["registry"],
    "Your address was obtained from a purchased list.": ["purchased"],
    "Your details were passed to us by a third party.": ["partner"],
    "You subscribed to our newsletter.": [],
}


@pytest.mark.parametrize("text", SOURCES)
def test_a_source_is_noted_where_one_is_named(text: str) -> None:
    assert _values(text, MarkKind.SOURCE) == SOURCES[text]


def test_no_web_address_is_kept_and_the_sentence_is_not_cut_short() -> None:
    tail = "and " * 40
    text = f"You receive this because you signed up at https://shop.example/t?k=secret {tail}so."
    (found,) = [mark for mark in _marks(text) if mark.kind is MarkKind.CLAIM]
    assert "secret" not in found.quote
    assert found.quote.endswith("so.")


def test_a_reason_that_nobody_knows_is_noted_of_mailings_only() -> None:
    text = "You receive this because the moon is full."
    assert _values(text, MarkKind.CLAIM) == ["unclear"]
    assert _values(text, MarkKind.CLAIM, Kind.PERSONAL) == []


def test_a_receipt_that_speaks_of_an_order_claims_nothing() -> None:
    text = "You bought from us: one lamp."
    assert _values(text, MarkKind.CLAIM, Kind.TRANSACTIONAL) == []
    assert _values(text, MarkKind.CLAIM) == ["customer"]


ADDRESSES = {
    "Lichtwerk GmbH\nHauptstr. 5\n10115 Berlin": ("Lichtwerk GmbH", "Hauptstr. 5, 10115 Berlin"),
    "Fern Ltd | 12 High Street | Leeds LS1 4AB": ("Fern Ltd", "12 High Street, Leeds LS1 4AB"),
    "© Planbook Inc., 1 Main St, Austin, TX 78701": (
        "Planbook Inc.",
        "1 Main St, Austin, TX 78701",
    ),
    "Boulon & Fils SARL\n12 rue de la Paix\n75002 Paris": (
        "Boulon & Fils SARL",
        "12 rue de la Paix, 75002 Paris",
    ),
    "Verdi S.r.l. - Via Roma 3, 20121 Milano": ("Verdi S.r.l.", "Via Roma 3, 20121 Milano"),
    "Fiets B.V., Keizersgracht 12, 1015 CS Amsterdam": (
        "Fiets B.V.",
        "Keizersgracht 12, 1015 CS Amsterdam",
    ),
    "Dom Sp. z o.o.\nul. Długa 5/7\n00-238 Warszawa": (
        "Dom Sp. z o.o.",
        "ul. Długa 5/7, 00-238 Warszawa",
    ),
    "Lampan AB | Storgatan 3 | 114 51 Stockholm": ("Lampan AB", "Storgatan 3, 114 51 Stockholm"),
    "ООО «Маяк», 101000, Москва, ул. Ленина, д. 5": (
        "ООО «Маяк»",
        "101000, Москва, ул. Ленина, д. 5",
    ),
    "株式会社灯台\n〒150-0001 東京都渋谷区神宮前1-2-3": (
        "株式会社灯台",
        "〒150-0001 東京都渋谷区神宮前1-2-3",
    ),
    "Lampehuset AS\nKarl Johans gate 5\n0154 Oslo": (
        "Lampehuset AS",
        "Karl Johans gate 5, 0154 Oslo",
    ),
    "Lampy s.r.o., Dlouhá 15, 110 00 Praha 1": ("Lampy s.r.o.", "Dlouhá 15, 110 00 Praha"),
    "Lámpa Kft., 1052 Budapest, Váci utca 8.": ("Lámpa Kft.", "1052 Budapest, Váci utca 8."),
    "Lampa SRL, Str. Lipscani nr. 5, București 030031": (
        "Lampa SRL",
        "Str. Lipscani nr. 5, București 030031",
    ),
    "Lamba A.Ş. | Bağdat Cad. No: 12, 34710 Kadıköy": (
        "Lamba A.Ş.",
        "Bağdat Cad. No: 12, 34710 Kadıköy",
    ),
    "灯塔有限公司\n上海市静安区南京西路100号": ("灯塔有限公司", "上海市静安区南京西路100号"),
    "주식회사 등대\n서울특별시 강남구 테헤란로 123": (
        "주식회사 등대",
        "서울특별시 강남구 테헤란로 123",
    ),
    "Lampan AB, Hamngatan 1, Kattvik. Du får brevet som kund": (
        "Lampan AB",
        "Hamngatan 1, Kattvik",
    ),
    "Fern Ltd · 12 Corn Street, Harrow Vale · Unsubscribe": (
        "Fern Ltd",
        "12 Corn Street, Harrow Vale",
    ),
    "Faros S.L. | C/ San Roque 9, Gijón": ("Faros S.L.", "C/ San Roque 9, Gijón"),
    "On 3 June 2025, at 10:40 AM, Lina wrote": ("", ""),
    "Orders close 9/28, Also bring your own bags to gate 4, Please": ("", ""),
    "Watch Featuring Release 2, Live": ("", ""),
    "We sold 20457 lamps, most of them in May 12, 200 00 of them by post": ("", ""),
    "In 1052 Budapest was quiet, and so was my street 8.": ("", ""),
    "Call 0800 12345 now: 10 reasons to buy in 2024 Berlin": ("", ""),
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_the_foot_tells_a_company_and_its_address(text: str) -> None:
    company, address = ADDRESSES[text]
    assert responsible(text, "") == company
    assert postal(text).endswith(address)
    assert bool(postal(text)) == bool(address)


def test_a_company_that_is_only_mentioned_does_not_answer_for_the_mail() -> None:
    text = (
        "Yesterday, the shares of Bigmart Inc. fell.\n"
        + "News of the day.\n" * 100
        + "© Harbour Post Ltd\n"
    )
    assert responsible(text, "") == "Harbour Post Ltd"
    assert responsible(text, "Bigmart <news@bigmart.example>") == "Bigmart Inc."


def test_a_way_out_is_noted_in_the_words() -> None:
    assert _values("Lamps.\n\nUnsubscribe from this list", MarkKind.OPT_OUT) == ["words"]
    assert _values("Lamps.", MarkKind.OPT_OUT) == []


# What the claim comes to beside the mailbox.


def _said(*values: str) -> tuple[Mark, ...]:
    return tuple(
        Mark(MarkKind.CLAIM, value, "as it said", "newest@shop.example", FIRST + timedelta(days=at))
        for at, value in enumerate(values)
    )


def _told(one: History) -> dict[str, str]:
    return {
        said.kind: said.says for said in evidence.testimony(one) if said.kind.startswith("claim")
    }


def _claiming(*values: str, **told: object) -> History:
    traces = told.pop("traces", ())
    assert isinstance(traces, tuple)
    return replace(history(*traces, **told), marks=_said(*values))  # type: ignore[arg-type]


def test_a_dated_claim_without_a_confirmation_of_that_time_is_told() -> None:
    told = _told(_claiming("confirmed; date=2023-11-03"))
    assert told == {
        witness.UNSUPPORTED: "they say you confirmed a subscription on 3 November 2023;"
        " your mail of that time holds no such confirmation"
    }


def test_a_claimed_day_before_the_oldest_mail_is_only_told() -> None:
    assert _told(_claiming("confirmed; date=2014-11-03")) == {
        witness.TOLD: "they say you confirmed a subscription on 3 November 2014"
    }


def test_a_claim_with_its_trace_is_supported_and_names_it() -> None:
    one = _claiming("subscribed; date=2024-03-01", traces=(trace(TraceKind.WELCOME, 1),))
    assert _told(one) == {
        witness.SUPPORTED: "they say you subscribed on 1 March 2024; a mail of 2 March 2024 is"
        " consistent with it"
    }


@pytest.mark.parametrize("basis", ["customer", "account", "event", "download", "member"])
def test_dealings_are_supported_by_an_order_and_missed_without_one(basis: str) -> None:
    order = (trace(TraceKind.ORDER, -20),)
    assert set(_told(_claiming(basis, traces=order))) == {witness.SUPPORTED}
    assert set(_told(_claiming(basis))) == {witness.UNSUPPORTED}
    assert set(_told(_claiming(basis, reach_days=100))) == {witness.TOLD}


def test_an_order_of_later_years_does_not_support_an_earlier_claim() -> None:
    order = (trace(TraceKind.ORDER, 90),)
    assert set(_told(_claiming("customer", traces=order))) == {witness.TOLD}


@pytest.mark.parametrize("basis", ["partner", "public", "interest"])
def test_a_source_that_is_not_the_owner_is_an_admission_and_decides_nothing(basis: str) -> None:
    one = _claiming(basis, reach_days=30)
    assert set(_told(one)) == {witness.ADMITS}
    assert verdict(one).standing is Standing.UNSURE


def test_a_claim_about_another_address_or_another_shop_is_a_mismatch() -> None:
    told = _told(_claiming("subscribed; address=mira@old.example"))
    assert (
        told[witness.MISMATCH]
        == "they say it is for mira@old.example, but it came to mira@home.example"
    )
    assert witness.MISMATCH in _told(_claiming("subscribed; site=lamps.example"))
    assert witness.MISMATCH not in _told(_claiming("subscribed; site=www.shop.test"))


def test_mail_that_was_there_before_the_claimed_opt_in_decides() -> None:
    one = _claiming("subscribed; date=2024-05-20", reach_days=10)
    assert verdict(one).standing is Standing.UNCONSENTED
    assert verdict(one).reason == (
        "they say you subscribed on 20 May 2024, but their mail is there since 1 March 2024"
    )


NOT_CONTRADICTED: dict[str, History] = {
    "a few days are no contradiction": _claiming("subscribed; date=2024-03-06", reach_days=10),
    "a month is too rough": _claiming("subscribed; date=2024-05", reach_days=10),
    "days that vary": _claiming(
        "subscribed; date=2024-05-20", "subscribed; date=2024-05-27", reach_days=10
    ),
    "other mail came before": _claiming(
        "subscribed; date=2024-05-20",
        kinds=((Kind.NEWSLETTER, 5), (Kind.TRANSACTIONAL, 1)),
        reach_days=10,
    ),
    "an order may have come before": _claiming(
        "customer; date=2024-05-20", "subscribed; date=2024-05-20", reach_days=10
    ),
    "a welcome tells of it": _claiming(
        "subscribed; date=2024-05-20", traces=(trace(TraceKind.WELCOME, 80),), reach_days=10
    ),
}


@pytest.mark.parametrize("case", NOT_CONTRADICTED)
def test_nothing_softer_than_a_plain_day_contradicts(case: str) -> None:
    assert witness.CONTRADICTED not in _told(NOT_CONTRADICTED[case])
    assert verdict(NOT_CONTRADICTED[case]).standing is not Standing.UNCONSENTED


def test_an_account_known_from_outside_keeps_a_claim_from_being_held_against_them() -> None:
    account = Known(KnownKind.ACCOUNT, "shop.example", "", None, "passwords.csv")
    one = replace(_claiming("subscribed; date=2024-05-20", reach_days=10), known=(account,))
    assert set(_told(one)) == {witness.TOLD}


@pytest.mark.parametrize("kind", [TraceKind.REPLIED, TraceKind.WELCOME, TraceKind.ORDER])
def test_a_real_trace_beats_a_false_claim(kind: TraceKind) -> None:
    one = _claiming("subscribed; date=2024-05-20", traces=(trace(kind, -3),))
    assert verdict(one).standing in (Standing.CONSENTED, Standing.CUSTOMER)


def test_what_a_friend_forwarded_is_not_held_against_her() -> None:
    one = _claiming("subscribed; date=2024-05-20", kinds=((Kind.PERSONAL, 3),), reach_days=10)
    assert _told(one) == {}


def test_without_a_claim_the_witness_is_silent() -> None:
    one = replace(history(), first=First("f@shop.example", FIRST, "", ""))
    assert _told(one) == {}


days = st.dates(date(1990, 1, 1), date(2100, 12, 31)).map(str)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(Basis),
    st.one_of(st.just(""), days),
    st.from_regex(r"[a-z]{1,9}\.test", fullmatch=True),
)
def test_a_claim_is_read_back_as_it_was_written(basis: Basis, day: str, site: str) -> None:
    claim = Claim(basis, parsed(day) if day else None, site, f"a@{site}")
    assert read_back(claim.value) == claim


anything = st.text(st.characters(exclude_characters=">"), max_size=400)


@settings(max_examples=150, deadline=None)
@given(anything, anything)
def test_any_text_is_read_and_a_claims_sentence_stands_in_it(before: str, behind: str) -> None:
    text = f"{before}\nYou receive this because you subscribed on 3 March 2024 {behind}"
    squeezed = "".join(text.split())
    for found in claims(text):
        assert "".join(found.sentence.split()) in squeezed
    for mark in _marks(text):
        if mark.kind is MarkKind.CLAIM:
            assert any(mark.quote == clean(one.sentence, 400) for one in claims(text))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab .!?\n|©", max_size=300))
def test_a_sentence_holds_the_words_of_the_text_in_their_order(text: str) -> None:
    flat = "".join(letter for letter in text if letter in "ab")
    assert "".join(letter for one in sentences(text) for letter in one if letter in "ab") == flat


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_value_in_the_ledger_is_read_back_or_left(value: str) -> None:
    assert read_back(f"subscribed; date={value}") is not None
    found: list[Evidence] = list(witness.testify(_claiming(f"subscribed; {value}")))
    assert found


HOSTILE = {
    "one word": "a" * 1_000_000,
    "claims": "you receive this because you subscribed " * 25_000,
    "capitals": "Abc " * 250_000,
    "numbers": "12345 Ab, " * 100_000,
    "ats": "a@" * 500_000,
    "dots": "a." * 500_000,
    "lines": "A\n" * 500_000,
    "blanks": " \n" * 500_000,
    "forms": "A GmbH & Co. " * 80_000,
    "unspaced": "您订阅了" * 250_000,
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_megabyte_is_read_in_the_blink_of_an_eye(case: str) -> None:
    began = time.process_time()
    claims(HOSTILE[case])
    companies(HOSTILE[case])
    postal(HOSTILE[case])
    assert time.process_time() - began < 3
