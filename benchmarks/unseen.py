"""How well our own mail is judged by tables that were not fitted on mail like it.

    python -m benchmarks.unseen [--by topic|author] [--folds N] [--disagreements]

By topic (the default): our hand-written messages in two halves that share neither a topic nor a mail
provider; each half is judged by tables fitted on the other, less whatever shares a topic with it. By author:
every author's mail by tables that have seen nothing of that author. Lines and letters (`benchmarks/lines`,
`benchmarks/letters`) belong to no topic and are in both; lists of words, rules and margins are those of today,
and were made by people who had read most of these messages. Nothing is written. Takes two minutes a fold.
"""

import argparse
import zlib
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.fit import KINDS, Doc, Example, TextModel, example, of_lines, sign_model, text_model
from benchmarks.judgement import judged, message_of, own_cases, print_table
from inbox_guard.core.kind import Tables
from inbox_guard.core.kind.fitted import of_reading
from inbox_guard.core.kind.reads import Reading, features
from inbox_guard.core.provider import provider
from inbox_guard.core.vocabulary import Kind

Fold = tuple[list[int], list[int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--by", choices=("topic", "author"), default="topic")
    parser.add_argument("--folds", type=int, default=6, help="parts, by author")
    parser.add_argument("--disagreements", action="store_true", help="name every file judged wrong")
    asked = parser.parse_args()
    ours = [example(case) for case in own_cases()]
    lines = list(of_lines())
    found = []
    for fitted_on, left_out in halves(ours) if asked.by == "topic" else authors(ours, asked.folds):
        tables = tables_of(lines, [ours[at] for at in fitted_on])
        found += judged([ours[at].case for at in left_out], tables)
        print(f"judged {len(left_out)} by tables fitted on {len(fitted_on)}", flush=True)
    print_table(f"own messages, by {asked.by} unseen", found, asked.disagreements)


def halves(ours: Sequence[Example]) -> Iterator[Fold]:
    """Yield both ways round: whom the tables are fitted on, and whom they judge."""
    halved = [_half(_provider(one) or one.case.group) for one in ours]
    for half in (0, 1):
        left_out = [at for at, its in enumerate(halved) if its == half]
        topics = {ours[at].case.group for at in left_out}
        yield (
            [
                at
                for at, its in enumerate(halved)
                if its != half and ours[at].case.group not in topics
            ],
            left_out,
        )


def authors(ours: Sequence[Example], folds: int) -> Iterator[Fold]:
    """Yield the same author by author, the authors dealt out to so many folds, the largest first."""
    sizes: dict[str, int] = {}
    for one in ours:
        author = one.case.path.parent.name
        sizes[author] = sizes.get(author, 0) + 1
    parts: list[set[str]] = [set() for _ in range(folds)]
    for author in sorted(sizes, key=lambda author: (-sizes[author], author)):
        min(parts, key=lambda part: sum(map(sizes.__getitem__, part))).add(author)
    for part in parts:
        yield _apart(ours, part)


def _apart(ours: Sequence[Example], part: Set[str]) -> Fold:
    inside = [one.case.path.parent.name in part for one in ours]
    return (
        [at for at, its in enumerate(inside) if not its],
        [at for at, its in enumerate(inside) if its],
    )


def _provider(one: Example) -> str:
    """The mail provider that sent a message, "" where it seems to be the sender's own server."""
    found = provider(message_of(one.case.path))
    return found.name if found else ""


def _half(name: str) -> int:
    return zlib.crc32(name.encode()) & 1


@dataclass(frozen=True)
class Fitted:
    """Both models of a fit, asked as the tables are that are written from them."""

    text: TextModel
    signs: LogisticRegression
    columns: DictVectorizer

    def reads(self, subject: str, text: str) -> Reading | None:
        """Return what a mail reads like, as `kind.reads` does."""
        found = features(subject, text)
        if found.isdisjoint(self.text.column):
            return None
        halved = self.text.shares_of([found])[0]
        return Reading(
            {Kind(kind): float(np.exp(2 * half)) for kind, half in zip(KINDS, halved, strict=True)},
            (),
        )

    def scores(self, names: Set[str], reading: Reading | None) -> dict[Kind, float]:
        """Return the logarithm of each kind's probability, as `kind.fitted` does."""
        row = dict.fromkeys(names, 1.0) | dict(of_reading(reading))
        told = self.signs.predict_log_proba(self.columns.transform([row]))[0]
        return {Kind(kind): float(one) for kind, one in zip(self.signs.classes_, told, strict=True)}


def tables_of(lines: Sequence[Doc], fitted_on: Sequence[Example]) -> Tables:
    """Fit both tables on some of the messages alone."""
    text = text_model(lines, fitted_on)
    fitted = Fitted(text, *sign_model(lines, fitted_on, (), text))
    return Tables(fitted.reads, fitted.scores)


if __name__ == "__main__":
    main()
