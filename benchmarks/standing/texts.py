"""The words of the generated mailboxes, by what they are for and in which language (`texts.tsv`)."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

TABLE = Path(__file__).with_name("texts.tsv")


class Text(NamedTuple):
    """A subject and a body with ``{fields}`` still open."""

    subject: str
    body: str

    def filled(self, fields: Mapping[str, str]) -> "Text":
        """Return the text with every field filled in."""
        return Text(self.subject.format_map(fields), self.body.format_map(fields))


def one(dice: Random, what: str, language: str) -> Text:
    """Draw a text; where a language has none for this, an English one."""
    table = _table()
    return dice.choice(table.get((what, language)) or table[what, "en"])


def languages(what: str) -> tuple[str, ...]:
    """The languages that have words for something."""
    return tuple(sorted(language for of, language in _table() if of == what))


@cache
def _table() -> dict[tuple[str, str], list[Text]]:
    found: defaultdict[tuple[str, str], list[Text]] = defaultdict(list)
    with TABLE.open(encoding="utf-8", newline="") as lines:
        told = (line for line in lines if not line.startswith("#"))
        for what, language, subject, body in csv.reader(
            told, delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            found[what, language].append(Text(subject, body.replace("\\n", "\n")))
    return dict(found)
