"""Tab-separated tables of our own material, without quoting."""

import csv
from collections.abc import Iterator
from pathlib import Path


def table_rows(file: Path) -> Iterator[list[str]]:
    """The rows of a file, in its order."""
    with file.open(encoding="utf-8") as rows:
        yield from csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
