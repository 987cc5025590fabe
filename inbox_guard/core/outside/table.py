"""Tables in text (CSV, RFC 4180 and its dialects): comma, semicolon or tab, a preamble, any quoting.

Rows come one by one, so a file of any length is read in little memory.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

Titles = Mapping[str, int]
"""The title of each column, in lower case with single blanks → its place."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table. `line` is where it ends in the file; `broken` when it cannot be taken apart."""

    line: int
    titles: Titles
    cells: tuple[str, ...]
    broken: bool = False

    def get(self, *titles: str) -> str:
        """The first cell under these titles that holds something; "" when none does."""
        for title in titles:
            place = self.titles.get(title)
            if place is not None and place < len(self.cells) and self.cells[place].strip():
                return self.cells[place].strip()
        return ""


def table(lines: Iterable[str], fits: Callable[[Titles], bool]) -> Iterator[Row] | None:
    """Return the rows below the first line whose titles fit; None when there is none among the first lines.

    Exports put notes above their titles (LinkedIn), and write semicolons where a comma is for decimals.
    """
    waiting = iter(lines)
    head = list(islice(waiting, _PREAMBLE))
    for number, line in enumerate(head, 1):
        for delimiter in _DELIMITERS:
            titles = _titles(line, delimiter)
            if fits(titles):
                return _rows(chain(head[number:], waiting), delimiter, titles, number)
    return None


def plain(lines: Iterable[str], columns: tuple[str, ...]) -> Iterator[Row] | None:
    """Return the rows of a table without titles that has exactly these columns, judged by its first row."""
    waiting = iter(lines)
    first = next(waiting, "")
    for delimiter in _DELIMITERS:
        if len(_cells(first, delimiter)) == len(columns):
            titles = {title: place for place, title in enumerate(columns)}
            return _rows(chain((first,), waiting), delimiter, titles, 0)
    return None


def split_lines(text: str) -> list[str]:
    """Split text into lines as a file does, their ends kept: at CR, LF and CRLF only."""
    return _LINE.findall(text)


_PREAMBLE = 20
_DELIMITERS = (",", ";", "\t")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+")


def _rows(lines: Iterable[str], delimiter: str, titles: Titles, before: int) -> Iterator[Row]:
    # `universal` ends: a bare CR inside an unquoted cell is an error for the csv module
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(before + reader.line_num, titles, (), broken=True)
            continue
        if any(cell.strip() for cell in cells):
            yield Row(before + reader.line_num, titles, tuple(cells))


def _titles(line: str, delimiter: str) -> Titles:
    cells = _cells(line.lstrip("\ufeff"), delimiter)
    named = [(" ".join(cell.casefold().split()), place) for place, cell in enumerate(cells)]
    return {title: place for title, place in reversed(named) if title}


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        return []
