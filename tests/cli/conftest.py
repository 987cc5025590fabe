"""A household with three years of the owner's own mail behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.household import Household, days_ago
from tests.letters import sent
from tests.servers.dovecot import Dovecot
from tests.servers.https import WebServer


@pytest.fixture
def house(dovecot: Dovecot, tmp_path: Path) -> Iterator[Household]:
    with WebServer() as web:
        made = Household(dovecot, web, tmp_path)
        made.deliver(
            (sent("friend@friend.test", "Tea on Sunday?", days_ago(900)), days_ago(900)),
            folder="Sent",
        )
        yield made
