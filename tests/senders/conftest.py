"""One stay beside the whole village for all its tests: a minute, with a browser for who has only scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_guard.browser import find
from tests.senders.houses import ALL
from tests.senders.stay import Stay, stay
from tests.senders.village import Village


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Stay:
    folder: Path = tmp_path_factory.mktemp("household")
    with Village(ALL) as village:
        return stay(village, folder, chromium=find())


@pytest.fixture(scope="session")
def lived_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Stay:
    """The same senders in other words, in up to three languages each."""
    folder: Path = tmp_path_factory.mktemp("elsewhere")
    with Village(ALL, languages=3, voice="other") as village:
        return stay(village, folder)


@pytest.fixture
def village() -> Iterator[Village]:
    """An untouched one, with every house once."""
    with Village(ALL, languages=1) as made:
        yield made
