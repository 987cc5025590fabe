"""One browser for the tricks that leave it in order; those that may not get one of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.street import Street


@pytest.fixture(scope="module")
def street(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Street]:
    folder: Path = tmp_path_factory.mktemp("street")
    with Street(folder) as made:
        yield made
