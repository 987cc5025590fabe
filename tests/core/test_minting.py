"""A fresh address reaches the owner, holds a name, and cannot be mistaken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner, parties
from inbox_guard.core.minting import LETTERS, Style, bases, minted

OWNER = Owner(("mira@home.example", "mira+old@home.example", "@mine.example"))

NAMES: dict[str, tuple[str, str]] = {
    "https://www.shop.co.uk/join?x=1": ("mira+shop-k3f9@home.example", "shop.co.uk"),
    "lamps.example": ("mira+lamps-k3f9@home.example", "lamps.example"),
    "Zoë's Café": ("mira+zoescafe-k3f9@home.example", "Zoë's Café"),
    "x" * 90: (f"mira+{'x' * 20}-k3f9@home.example", "x" * 80),
}


@pytest.mark.parametrize("written", NAMES)
def test_a_fresh_address_holds_the_name_and_unguessable_letters(written: str) -> None:
    made = minted(written, "mira@home.example", "k3f9")
    assert made is not None
    assert (made.address, made.made_for) == NAMES[written]


def test_a_catch_all_domain_comes_first_and_a_tagged_address_is_no_base() -> None:
    assert bases(OWNER, None) == ("@mine.example", "mira@home.example")
    assert bases(OWNER, Style.PLUS) == ("mira@home.example",)
    assert bases(Owner(("mira@home.example",)), Style.CATCH_ALL) == ()
    made = minted("lamps.example", "@mine.example", "k3f9")
    assert made is not None
    assert made.address == "lamps-k3f9@mine.example"


@given(
    st.text(), st.sampled_from(bases(OWNER, None)), st.lists(st.sampled_from(LETTERS), max_size=4)
)
def test_whatever_is_made_is_an_address_of_the_owners(
    written: str, base: str, letters: list[str]
) -> None:
    made = minted(written, base, letters)
    if made is not None:
        assert OWNER.owns(made.address)
        assert [party.address for party in parties(made.address)] == [made.address]
