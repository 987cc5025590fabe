"""How phrases of unsubscribe pages are read: ``python -m benchmarks.phrases [LANGUAGE …] [--missed]``.

`benchmarks/phrases/*.tsv` (part, sense, language, text) are words on controls and lines of pages in eighteen
languages, written by authors who had not seen the word table. *Harmful* is what would lead to a wrong press
(staying, joining, deleting read as leaving) or to a false success. The word table was widened on these phrases
afterwards: the shares tell what it knows, not what it would make of other pages; for that see
`benchmarks.village --newcomers`.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables import table_rows
from inbox_guard.core.page.claims import claims
from inbox_guard.core.page.confirming import asks_to_leave
from inbox_guard.core.page.labels import says, says_any, says_leave
from inbox_guard.core.page.words import Sense

FOLDER = Path(__file__).with_suffix("")
STAYS = frozenset({"keep", "join", "erase", "less", "other", "save", "list", "reason"})
LEAVES = frozenset({"leave", "leave-all"})


@dataclass(frozen=True)
class Phrase:
    """A phrase, and what it means by its author: `part` is ``control`` or ``text``."""

    part: str
    sense: str
    language: str
    text: str


def phrases() -> Iterator[Phrase]:
    for file in sorted(FOLDER.glob("*.tsv")):
        for row in table_rows(file):
            yield Phrase(*row)


def heard(phrase: Phrase) -> str:
    """What the page engine takes a phrase for."""
    if phrase.part == "control":
        return says(phrase.text).name.lower()
    said = claims([phrase.text])
    for claim in ("fail", "done", "already", "joined", "pending", "expired", "saved"):
        if getattr(said, claim):
            return {"already": "done", "expired": "fail"}.get(claim, claim)
    if asks_to_leave(phrase.text) or says_leave(phrase.text):
        return "ask"
    return "prefs" if says_any(phrase.text, Sense.PREFS) else "-"


def is_harmful(phrase: Phrase) -> bool:
    """Whether a phrase would lead to a wrong press or a false success."""
    taken = heard(phrase)
    if phrase.part == "control":
        return taken == "leave" and phrase.sense in STAYS
    return taken == "done" and phrase.sense != "done"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("language", nargs="*")
    parser.add_argument("--missed", action="store_true", help="list what is not understood")
    asked = parser.parse_args()
    chosen = [one for one in phrases() if not asked.language or one.language in asked.language]
    for part in ("control", "text"):
        cells = Counter((one.sense, heard(one)) for one in chosen if one.part == part)
        print(f"\n{part}: what it means, and what it is taken for")
        for sense in sorted({sense for sense, _ in cells}):
            row = sorted((taken, n) for (of, taken), n in cells.items() if of == sense)
            print(f"  {sense:10}" + "".join(f"{taken:>9} {n:<5}" for taken, n in row))
    harmful = [one for one in chosen if is_harmful(one)]
    print(f"\nharmful: {len(harmful)} of {len(chosen)}")
    for one in harmful:
        print(f"  {one.sense} {one.language}: {one.text}")
    if asked.missed:
        for one in chosen:
            if one.sense in LEAVES and heard(one) != "leave":
                print(f"  missed {one.sense} {one.language}: {one.text}")


if __name__ == "__main__":
    main()
