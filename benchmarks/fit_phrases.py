"""Fit the two tables that read short texts of unsubscribe pages (`core/page/gist.py`).

    pip install --group fit
    python -m benchmarks.fit_phrases [--check]

On `benchmarks/phrases/*.tsv` (part, sense, language, text), phrases of our own, a file an author. With
`--check` nothing is written: every author's phrases are read by tables that have not seen that author, and it
is told how often the likeliest sense is right, and how often where it is sure.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.fit import matrix_of, table_rows, write_table
from inbox_guard.core.page.gist import SURE, features

PHRASES = Path(__file__).parent / "phrases"
PARTS = ("control", "text")
STRENGTH = 10.0
FEWEST = 2
SMALLEST = 0.15


@dataclass(frozen=True)
class Phrase:
    """A phrase with its sense, its author (a file's name) and its features."""

    sense: str
    author: str
    text: str
    features: frozenset[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    for part in PARTS:
        phrases = list(phrases_of(part))
        if asked.check:
            check(part, phrases)
            continue
        model, names = fitted(phrases)
        write_table(f"gist_{part}", model, [(name, at) for at, name in enumerate(names)], SMALLEST)


def phrases_of(part: str) -> Iterator[Phrase]:
    for file in sorted(PHRASES.glob("*.tsv")):
        for of, sense, _, text in table_rows(file):
            if of == part:
                yield Phrase(sense, file.stem, text, frozenset(features(text)))


def fitted(phrases: Sequence[Phrase]) -> tuple[LogisticRegression, list[str]]:
    counts = Counter(feature for phrase in phrases for feature in phrase.features)
    names = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-3, class_weight="balanced")
    return model.fit(_rows(phrases, names), [phrase.sense for phrase in phrases]), names


def _rows(phrases: Sequence[Phrase], names: Sequence[str]) -> csr_matrix:
    column = {name: at for at, name in enumerate(names)}
    return matrix_of([phrase.features for phrase in phrases], column)


def check(part: str, phrases: Sequence[Phrase]) -> None:
    senses = [phrase.sense for phrase in phrases]
    authors = [phrase.author for phrase in phrases]
    cells: Counter[tuple[str, str, bool]] = Counter()
    for seen, unseen in GroupKFold(min(6, len(set(authors)))).split(phrases, groups=authors):
        model, names = fitted([phrases[at] for at in seen])
        shares = model.predict_proba(_rows([phrases[at] for at in unseen], names))
        for at, row in zip(unseen, shares, strict=True):
            best = int(np.argmax(row))
            cells[senses[at], model.classes_[best], bool(row[best] >= SURE)] += 1
    total, right = sum(cells.values()), sum(n for (a, b, _), n in cells.items() if a == b)
    print(f"\n{part}: {total} phrases, likeliest sense right: {right / total:.1%}")
    print(f"{'sense':12}{'phrases':>9}{'right':>8}{'sure':>8}{'of these right':>16}")
    for sense in sorted(set(senses)):
        of = sum(n for (a, _, _), n in cells.items() if a == sense)
        found = sum(n for (a, b, _), n in cells.items() if a == b == sense)
        said = sum(n for (_, b, sure), n in cells.items() if b == sense and sure)
        true = sum(n for (a, b, sure), n in cells.items() if a == b == sense and sure)
        print(f"{sense:12}{of:>9}{found / of:>8.0%}{said:>8}{true / max(1, said):>16.1%}")


if __name__ == "__main__":
    main()
