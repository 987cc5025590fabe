"""S6 on real wires: a house with its own prefixes, in a network namespace, and every packet that leaves it.

It needs a network of its own (``unshare``, ``ip``); where that cannot be had it fails.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.web.house import OPEN, PLACES, PUBLIC, ROUTES, UNGUARDED

ROOT = Path(__file__).parent.parent.parent
# Who is not root becomes it in a user namespace, where the machine lets her.
UNSHARE = ["unshare", *(["-r"] if os.geteuid() else []), "-n", "-m", "--propagation", "private"]
HOUSE = [*UNSHARE, sys.executable, "-m", "tests.web.house"]
TLS_OUTSIDE = [[PUBLIC, 443], ["2606:2800:220:1::1", 443]]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    ran = subprocess.run(HOUSE, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert ran.returncode == 0, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


def _outside(row: dict[str, Any]) -> bool:
    return all(dialled in TLS_OUTSIDE for dialled in row["dialled"])


def test_every_way_to_every_neighbour_was_walked(rows: list[dict[str, Any]]) -> None:
    walked = {(row["way"], row["place"]) for row in rows}
    assert walked == {(way, place) for way in (*ROUTES, UNGUARDED) for place in PLACES}


def test_no_packet_is_sent_to_anybody_on_our_own_wire(rows: list[dict[str, Any]]) -> None:
    guarded = [row for row in rows if row["way"] != UNGUARDED]
    assert [row for row in guarded if not _outside(row)] == []
    assert [row for row in guarded if [PUBLIC, 443] not in row["dialled"]] == []
    inside = [row for row in guarded if row["place"] not in OPEN]
    assert [row for row in inside if row["outcome"] not in ("blocked", "needs_owner")] == []


@pytest.mark.parametrize("place", OPEN)
def test_the_rest_of_the_world_stays_open(rows: list[dict[str, Any]], place: str) -> None:
    there = [row for row in rows if row["place"] == place and row["way"] != UNGUARDED]
    assert [row["outcome"] for row in there] == ["done"] * len(ROUTES)


@pytest.mark.parametrize(
    "place",
    [
        "the NAS by global IPv6",
        "a name of theirs for its global IPv6",
        "a public A beside the NAS's AAAA",
        "a neighbour on a prefix without an address of ours",
        "the router's global IPv6",
        "a neighbour with public IPv4",
        "our own public IPv4",
    ],
)
def test_what_is_public_by_number_and_inside_by_position_is_named_as_our_own(
    rows: list[dict[str, Any]], place: str
) -> None:
    followed = [row for row in rows if row["place"] == place and row["outcome"] == "blocked"]
    assert followed
    assert {row["rule"] for row in followed} == {"address-own"}


def test_a_client_without_a_guard_reaches_every_one_of_them(rows: list[dict[str, Any]]) -> None:
    led = {row["place"] for row in rows if row["way"] == UNGUARDED and not _outside(row)}
    assert led == set(PLACES) - set(OPEN)
