"""Fit the two tables that judge mail whose words were read, on lines and messages of our own.

    pip install --group fit
    python -m benchmarks.fit [--mail FOLDER] [--check]

First what texts read like (`inbox_guard/core/data/reads.tsv`): a weight per kind for every word, word
beginning and pair of words, on `benchmarks/lines/*.tsv` (kind, language, part, text), on short whole mails
(`benchmarks/letters/*.tsv`: kind, language, subject, text with " ¶ " for a new paragraph) and on the hand-written
messages of `tests/messages/judged`. Then what every sign weighs beside it (`fitted.tsv`), on those messages,
each read by a table that has not seen its topic; with `--mail` also on a folder of labelled real mail, of
which no word enters any table. Both are multinomial logistic regressions. The messages of
`tests/messages/held_out` are never read here.

With `--check` nothing is written: five folds tell what to expect of lines that were not seen.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.judgement import NOBODY, Case, collected, message_of, own_cases
from benchmarks.tables import table_rows
from inbox_guard.core.body import body
from inbox_guard.core.kind.fitted import READS
from inbox_guard.core.kind.look import look
from inbox_guard.core.kind.reads import features
from inbox_guard.core.message import Message
from inbox_guard.core.vocabulary import Kind

LINES = Path(__file__).parent / "lines"
LETTERS = Path(__file__).parent / "letters"
DATA = Path(__file__).parent.parent / "inbox_guard" / "core" / "data"
CORRECTIONS = Path(__file__).with_name("corrections.tsv")
KINDS = tuple(kind.value for kind in Kind if kind is not Kind.DISCUSSION)
LABELS = frozenset(kind.value for kind in Kind)
FEWEST = 2
"""Texts a feature has to stand in: what stands in one tells that text, not a kind."""
TEXT_STRENGTH, SIGN_STRENGTH = 40.0, 1.0
"""How far weights may grow (the inverse of the penalty on their squares)."""
SAMPLE = 2
"""Messages of a kind below which they say nothing of it."""
OLD_MAIL = 0.5
"""What collected mail counts for beside our own: it is twenty years old, and ours is as mail is today."""
SMALLEST = {"reads": 0.05, "fitted": 0.05}
"""Weights below this in every kind are left out of a table."""
OF_RULES = frozenset({"terse"})
"""Signs that only rules ask for: how short a mail is says little of its kind, and much of how sure to be."""
_PARAGRAPH, _BUTTON = " ¶ ", "<link>"
LEAST_SHARE = 0.0025
INVENTED = frozenset({"mira", "holt", "example", "test"})
"""Words of our invented messages that stand for the reader, and say nothing about a mail."""

Doc = tuple[str, set[str]]


@dataclass(frozen=True)
class Example:
    """A labelled message: its signs, the features of its whole text and of its subject."""

    case: Case
    signs: frozenset[str]
    text: set[str]
    subject: set[str]


@dataclass(frozen=True)
class TextModel:
    """A fitted table of what texts read like, before it is written."""

    column: dict[str, int]
    model: LogisticRegression

    def shares(self, examples: Sequence[Example]) -> np.ndarray:
        """Half the logarithm of each kind's share, a row an example, in the order of `KINDS`."""
        return self.shares_of([one.text for one in examples])

    def shares_of(self, texts: Sequence[Set[str]]) -> np.ndarray:
        """Return the same for texts by their features."""
        rows = self.model.predict_proba(matrix_of(texts, self.column))
        order = [list(self.model.classes_).index(kind) for kind in KINDS]
        return np.log(np.maximum(rows[:, order], LEAST_SHARE)) / 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--mail", type=Path, help="a folder of labelled real mail, with index.tsv")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    lines = list(of_lines())
    if asked.check:
        check(lines)
        return
    ours = [example(case) for case in own_cases()]
    theirs = gathered(asked.mail) if asked.mail else []
    text = text_model(lines, ours)
    write_table("reads", text.model, list(text.column.items()), SMALLEST["reads"])
    signs, vectorizer = sign_model(lines, ours, theirs, text)
    write_table("fitted", signs, list(vectorizer.vocabulary_.items()), SMALLEST["fitted"])
    print(f"{len(lines)} lines, {len(ours)} messages of our own, {len(theirs)} collected")


def of_lines() -> Iterator[Doc]:
    """Every line and every letter: its kind and its features."""
    for kind, _, part, text in _rows_in(LINES):
        yield kind, features(text, "") if part == "subject" else features("", text)
    for kind, _, subject, text in _rows_in(LETTERS):
        yield kind, _told(subject, text.replace(_PARAGRAPH, "\n").replace(_BUTTON, " "))


def _rows_in(folder: Path) -> Iterator[list[str]]:
    for file in sorted(folder.glob("*.tsv")):
        yield from table_rows(file)


def example(case: Case) -> Example:
    """A message as the product sees it once its words are read."""
    message = message_of(case.path)
    return _example(case, message)


def readable(case: Case) -> Example | None:
    """The same of a file that may be no message at all."""
    try:
        return _example(case, message_of(case.path))
    except ValueError:
        return None


def _example(case: Case, message: Message) -> Example:
    words = body(case.path.read_bytes())
    signs = frozenset(sight.sign for sight in look(message, words, NOBODY)) - OF_RULES
    return Example(case, signs, _told(message.subject, words.text), _told(message.subject, ""))


def _told(subject: str, text: str) -> set[str]:
    found = features(subject, text)
    return {feature for feature in found if INVENTED.isdisjoint(feature.strip("*").split())}


def text_model(lines: Sequence[Doc], examples: Sequence[Example]) -> TextModel:
    """Fit what texts read like; a message counts twice, and its subject once more by itself."""
    told = [one for one in examples if one.case.label in KINDS]
    docs = [*lines, *((one.case.label, one.text) for one in told for _ in range(2))]
    docs += [(one.case.label, one.subject) for one in told]
    texts = [*(found for _, found in lines), *(one.text for one in told)]
    counts = Counter(feature for found in texts for feature in found)
    names = sorted(feature for feature, count in counts.items() if count >= FEWEST)
    column = {name: at for at, name in enumerate(names)}
    model = LogisticRegression(C=TEXT_STRENGTH, max_iter=200, tol=1e-3, class_weight="balanced")
    matrix = matrix_of([found for _, found in docs], column)
    return _without_the_small(names, model.fit(matrix, [kind for kind, _ in docs]))


def _without_the_small(names: Sequence[str], model: LogisticRegression) -> TextModel:
    """The model as its table will be: what is not written is not known, and does not count as a word."""
    kept = np.flatnonzero(np.abs(model.coef_).max(axis=0) >= SMALLEST["reads"])
    model.coef_ = model.coef_[:, kept]
    model.n_features_in_ = len(kept)
    return TextModel({names[at]: place for place, at in enumerate(kept)}, model)


def sign_model(
    lines: Sequence[Doc], ours: Sequence[Example], theirs: Sequence[Example], text: TextModel
) -> tuple[LogisticRegression, DictVectorizer]:
    """Fit what signs weigh. Our messages are read by tables that have not seen their topics."""
    unseen = np.zeros((len(ours), len(KINDS)))
    groups = [one.case.group for one in ours]
    for fitted_on, left_out in GroupKFold(5).split(ours, groups=groups):
        partly = text_model(lines, [ours[at] for at in fitted_on])
        unseen[left_out] = partly.shares([ours[at] for at in left_out])
    rows = [*_rows(ours, unseen), *(_rows(theirs, text.shares(theirs)) if theirs else ())]
    labels = [one.case.label for one in (*ours, *theirs)]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=SIGN_STRENGTH, max_iter=3000)
    weights = [*_balanced(ours, len(ours)), *_balanced(theirs, OLD_MAIL * len(ours))]
    return model.fit(vectorizer.fit_transform(rows), labels, sample_weight=weights), vectorizer


def _rows(examples: Sequence[Example], shares: np.ndarray) -> Iterator[dict[str, float]]:
    for one, row in zip(examples, shares, strict=True):
        yield dict.fromkeys(one.signs, 1.0) | {
            f"{READS}{kind}": value for kind, value in zip(KINDS, row, strict=True)
        }


def gathered(mail: Path) -> list[Example]:
    """Collected mail of every kind of which there is enough: all kinds count the same."""
    found = [
        one
        for case in collected(mail, CORRECTIONS)
        if case.label in LABELS and (one := readable(case))
    ]
    counts = Counter(one.case.label for one in found)
    return [one for one in found if counts[one.case.label] >= SAMPLE]


def _balanced(examples: Sequence[Example], altogether: float) -> list[float]:
    """Weights that make every kind count the same, and add up to so much."""
    counts = Counter(one.case.label for one in examples)
    return [altogether / len(counts) / counts[one.case.label] for one in examples]


def matrix_of(docs: Sequence[Set[str]], column: dict[str, int]) -> csr_matrix:
    """A row a text, a column a known feature; every row has the length 1."""
    data: list[float] = []
    indices: list[int] = []
    ends = [0]
    for found in docs:
        known = sorted(column[feature] for feature in found if feature in column)
        indices += known
        data += [1 / np.sqrt(len(known))] * len(known) if known else []
        ends.append(len(indices))
    return csr_matrix((data, indices, ends), shape=(len(docs), len(column)))


def write_table(
    table: str, model: LogisticRegression, names: Sequence[tuple[str, int]], smallest: float
) -> None:
    """Write a table of `core/data` in hundredths: a row of classes, one of bias, one a feature."""
    weights = model.coef_.T
    rows = [
        "# Weights per kind, in hundredths; written by a fit of benchmarks/. See core/linear.py.",
        "\t".join(("@kind", *model.classes_)),
        "\t".join(("@bias", *(str(round(value * 100)) for value in model.intercept_))),
    ]
    rows += [
        "\t".join((name, *(str(round(value * 100)) for value in weights[at])))
        for name, at in sorted(names)
        if np.abs(weights[at]).max() >= smallest
    ]
    (DATA / f"{table}.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{table}.tsv: {len(rows) - 3} features")


def check(lines: Sequence[Doc]) -> None:
    """Print how often lines are told that the fit has not seen."""
    kinds = [kind for kind, _ in lines]
    counts = Counter(feature for _, found in lines for feature in found)
    column = {name: at for at, name in enumerate(n for n, c in counts.items() if c >= FEWEST)}
    model = LogisticRegression(C=TEXT_STRENGTH, max_iter=600, class_weight="balanced")
    said = cross_val_predict(model, matrix_of([found for _, found in lines], column), kinds, cv=5)
    cells = Counter(zip(kinds, said, strict=True))
    for kind in KINDS:
        row = [cells[kind, other] for other in KINDS]
        right = row[KINDS.index(kind)] / max(1, sum(row))
        print(f"{kind:16}" + "".join(f"{count:6}" for count in row) + f"{right:8.1%}")
    print(f"{len(lines)} lines, right: {np.mean(np.array(kinds) == said):.1%}")


if __name__ == "__main__":
    main()
