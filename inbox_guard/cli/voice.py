"""How the command line speaks: sentences to stderr, tables and JSON Lines to stdout, nothing live in them."""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

JsonValue = str | int | float | bool | None | Sequence["JsonValue"] | Mapping[str, "JsonValue"]

# C0, C1, bidi overrides and line separators: what a stranger could use to speak to a terminal.
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs"})


def visible(text: str) -> str:
    """Return `text` with every control, format and separator character shown as ``·``; spaces stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        "·" if unicodedata.category(character) in _HIDDEN else character for character in text
    )


def say(text: str) -> None:
    """Say a line to the person, on stdout."""
    sys.stdout.write(_lines(text) + "\n")


def complain(text: str) -> None:
    """Say a line on stderr."""
    lines = [visible(line) for line in text.splitlines()] or [""]
    sys.stderr.write("inbox-guard: " + "\n  ".join(lines) + "\n")
    sys.stderr.flush()


def emit(row: Mapping[str, JsonValue]) -> None:
    """Write one JSON line; lone surrogates from broken mail are escaped, so it is always valid UTF-8."""
    sys.stdout.write(json.dumps(row, ensure_ascii=True) + "\n")


def table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table to stdout, as wide as the terminal, without colour where NO_COLOR or a pipe says so."""
    console = Console(
        file=sys.stdout,
        highlight=False,
        markup=False,
        emoji=False,
        width=None if sys.stdout.isatty() else int(os.environ.get("COLUMNS", "120")),
    )
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for title in titles:
        drawn.add_column(title, overflow="fold", no_wrap=title in ("#", "kind", "mails"))
    for row in rows:
        drawn.add_row(*(Text(_lines(cell)) for cell in row))
    console.print(drawn)


def _lines(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))
