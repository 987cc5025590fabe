"""Whom the owner's word is about."""

import pytest

from inbox_guard.core.sender import SenderId, SenderKind
from inbox_guard.core.word import Covered, covers

SHOP = Covered(12, SenderId(SenderKind.ADDRESS, "news@shop.test"), ("news@shop.test",), "shop.test")


@pytest.mark.parametrize("target", ["12", "#12", " 12 "])
def test_a_number_is_the_ledgers(target: str) -> None:
    assert covers(target, SHOP)


@pytest.mark.parametrize("target", ["²", "1²", "٣", "9" * 5_000, "#", ""])
def test_what_only_looks_like_a_number_is_about_nobody(target: str) -> None:
    assert not covers(target, SHOP)
