"""What many rooms' tests need: real servers, started once for all of them."""

from collections.abc import Iterator

import pytest

from tests.servers.dovecot import Dovecot
from tests.servers.postgres import Postgres


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A real Dovecot on loopback; give each test a user of its own (`add_user`)."""
    with Dovecot() as server:
        yield server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A real PostgreSQL; `database()` makes an empty one."""
    with Postgres() as server:
        yield server
