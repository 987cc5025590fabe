"""S13: what a hostile document costs the whole process, measured from outside of it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.core.test_page_hostile import HOSTILE

ROOT = Path(__file__).parent.parent.parent
MOST_SECONDS = 0.5
MOST_OCTETS = 150_000_000


@pytest.fixture(scope="module")
def weighed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Each document in a fresh process that holds nothing else."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, html in HOSTILE.items():
        (folder / name).write_text(html, encoding="utf-8")
    paths = [str(folder / name) for name in HOSTILE]
    ran = subprocess.run(
        [sys.executable, "-m", "tests.core.weighing", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    return {row["name"]: row for row in rows}


def test_there_are_more_than_eighteen_kinds(weighed: dict[str, dict[str, Any]]) -> None:
    assert len(weighed) == len(HOSTILE) > 18


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_light_as_a_page_and_as_a_mail(
    weighed: dict[str, dict[str, Any]], name: str
) -> None:
    row = weighed[name]
    assert row["page"] < MOST_SECONDS
    assert row["mail"] < MOST_SECONDS
    assert row["held"] < MOST_OCTETS
