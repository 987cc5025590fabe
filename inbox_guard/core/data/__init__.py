"""The tables of the house: facts about the world that change without our code, one file a subject.

A table is a tab-separated text file beside this module, named ``<name>.tsv``, UTF-8. Lines that begin
with ``#`` are comments and say where a group of rows comes from; empty lines are skipped.
"""

from functools import cache
from importlib import resources


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table `name` (with or without ``.tsv``), in file order, cells stripped.

    Raises FileNotFoundError for a table that was not shipped: a mistake in the code, not in the mail.
    """
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in _lines(name)
        if line.strip() and not line.startswith("#")
    )


def keyed(name: str) -> dict[str, str]:
    """Return a large table by the first cell of its rows, the rest of each as it is written there.

    For tables of which a mail asks a few hundred rows out of a hundred thousand. Raises as `rows`.
    """
    parts = (line.partition("\t") for line in _lines(name) if not line.startswith("#"))
    return {key: rest for key, _, rest in parts}


def _lines(name: str) -> list[str]:
    table = resources.files(__package__) / f"{name.removesuffix('.tsv')}.tsv"
    return table.read_text(encoding="utf-8").split("\n")[:-1]
