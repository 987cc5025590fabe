"""What a file from outside is to its reader, and what comes out of it."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from inbox_guard.core.known import Known


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name, and its lines with their ends, which may be asked for more than once."""

    name: str
    lines: Callable[[], Iterator[str]]

    def text(self) -> str:
        """The whole file."""
        return "".join(self.lines())


@dataclass(frozen=True, slots=True)
class Lost:
    """A row that could not be understood: where it stands and what was expected there, never its words."""

    file: str
    line: int
    expected: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found. `entries` counts rows, `lost` those not understood; `examples` are the first of them."""

    facts: tuple[Known, ...]
    entries: int
    lost: int
    examples: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Unshaped:
    """A file that is none of the shapes; `line` counts from 1, 0 where no single line is to blame."""

    file: str
    line: int
    says: str


@dataclass(slots=True)
class Tally:
    """Counts while a file is read; a fact is kept once, in the order it was met."""

    facts: dict[Known, None] = field(default_factory=dict)
    entries: int = 0
    lost: int = 0
    examples: list[Lost] = field(default_factory=list)

    def learn(self, facts: Iterable[Known]) -> None:
        """Keep facts."""
        self.facts.update(dict.fromkeys(facts))

    def lose(self, file: str, line: int, expected: str) -> None:
        """Count a row that was not understood."""
        self.lost += 1
        if len(self.examples) < _EXAMPLES:
            self.examples.append(Lost(file, line, expected))

    def found(self) -> Found:
        """What was found in all."""
        return Found(tuple(self.facts), self.entries, self.lost, tuple(self.examples))


def each(
    sources: Sequence[Source], one: Callable[[Source, Tally], Unshaped | None]
) -> Found | Unshaped:
    """Read each file by itself. Among several, those of another shape are passed over.

    Returns the first `Unshaped` when no file has a known shape.
    """
    tally = Tally()
    strange = [unshaped for source in sources if (unshaped := one(source, tally))]
    if len(strange) == len(sources):
        return strange[0] if strange else Unshaped("", 0, "there is no file in it")
    return tally.found()


def is_json(source: Source) -> bool:
    """Whether a file begins as JSON does: with a brace or a bracket."""
    for line in source.lines():
        begins = line.lstrip("\ufeff \t\r\n")
        if begins:
            return begins[0] in "{["
    return False


def json_of(source: Source) -> Any:
    """Return the parsed file, or `Unshaped` that names the line where it stops being JSON (RFC 8259)."""
    try:
        return json.loads(source.text().lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        return Unshaped(source.name, error.lineno, "JSON was expected here, and it is broken")
    except (RecursionError, ValueError):
        return Unshaped(
            source.name, 0, "this JSON is nested deeper, or its numbers are longer, than any export"
        )


def objects(value: object) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON list; nothing where it is no list."""
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))


def words_of(value: object) -> str:
    """A JSON value as text: strings and numbers, "" for everything else."""
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int | float) else ""


_EXAMPLES = 5
