"""Subscriptions that are asked for or have just begun, in words that no list of phrases holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.evidence.near import near
from inbox_guard.core.evidence.subscription import (
    asks_to_confirm,
    has_ended,
    has_just_begun,
    is_off_the_list,
)

ASKS = {
    "en": "Click here to confirm that our letters may come to this address.",
    "de": "Um den Newsletter zu bekommen, bestätigen Sie bitte diese Adresse.",
    "fr": "Pour recevoir la lettre, merci de valider votre inscription.",
    "es": "Confirma que quieres recibir nuestro boletín.",
    "nl": "Bevestig dat je onze nieuwsbrief wilt krijgen.",
}
BEGUN = {
    "en": "You signed up for the letters of Lumen a moment ago.",
    "de": "Du hast dich eben für unseren Brief eingetragen.",
    "fr, with thanks": "Bonjour,\n\nmerci de vous être inscrite à notre lettre.",
    "it": "Ti sei appena iscritta alla nostra lettera.",
    "nl": "Je hebt je zojuist ingeschreven.",
}
NEITHER = {
    "a claim": "You receive this newsletter because you signed up and confirmed it in 2019.",
    "a claim, de": "Sie erhalten diesen Newsletter, weil Sie Ihre Anmeldung bestätigt haben.",
    "an order": "Please confirm your order; the delivery follows.",
    "thanks for something else": "Thank you for reading our newsletter. Merci de votre visite.",
    "thanks, then a claim": "Thanks for reading. You get this because you subscribed.",
    "far apart": "Please confirm the date of our meeting. " + "Tea is served. " * 9 + "Newsletter",
    "nothing": "",
}


@pytest.mark.parametrize("language", ASKS)
def test_a_request_to_confirm_is_seen_in_other_words(language: str) -> None:
    assert asks_to_confirm(ASKS[language]) is not None


@pytest.mark.parametrize("language", BEGUN)
def test_a_subscription_that_has_just_begun_is_seen(language: str) -> None:
    assert has_just_begun(BEGUN[language]) is not None


@pytest.mark.parametrize("case", NEITHER)
def test_a_claim_and_other_confirmations_are_neither(case: str) -> None:
    assert asks_to_confirm(NEITHER[case]) is None
    assert has_just_begun(NEITHER[case]) is None


def test_the_name_of_a_host_asks_for_nothing() -> None:
    at = "Unsubscribe from this newsletter: https://bare-confirm.test/u/8f3a"
    assert asks_to_confirm(at) is None
    assert asks_to_confirm("Write to us about this newsletter: help@confirm.test") is None
    assert asks_to_confirm("Your newsletter: https://lamps.test/confirm/8f3a") is not None


def test_an_end_is_told_and_a_way_out_is_not() -> None:
    assert has_ended("You have been removed from our mailing list.") is not None
    assert has_ended("Sie wurden vom Newsletter von Lumen abgemeldet.") is not None
    assert has_ended("To be removed from our mailing list, click here.") is None
    assert has_ended("Wenn Sie vom Newsletter abgemeldet werden möchten: hier.") is None


@given(st.text(alphabet="ab c", max_size=60), st.integers(0, 10))
def test_two_words_are_near_whichever_comes_first(text: str, within: int) -> None:
    there, back = near("a", "b", within), near("b", "a", within)
    assert (there(text) is None) == (back(text) is None)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    found = asks_to_confirm(text)
    assert found is None or 0 <= found < len(text)


OFF = {
    "en": "Your address is no longer on the list of Lumen.",
    "de": "Ihre Adresse steht nicht mehr im Verteiler von Lumen.",
    "it": "Il tuo indirizzo non è più nella lista di Lumen.",
    "nl": "Je adres staat niet meer op de lijst van Lumen.",
    "sv": "Din adress finns inte längre på listan hos Lumen.",
    "da": "Din adresse er ikke længere på listen.",
}


@pytest.mark.parametrize("language", OFF)
def test_an_address_that_is_off_the_list_is_seen(language: str) -> None:
    assert is_off_the_list(OFF[language]) is not None
    assert is_off_the_list("We no longer sell lamps. Here is our list of shops.") is None
