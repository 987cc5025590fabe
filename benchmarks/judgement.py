"""How well kinds are judged, on labelled mail: confusion, precision and recall, and false actions.

    python -m benchmarks.judgement [--mail FOLDER] [--corrections TSV] [--disagreements] [--speed]

First the project's own hand-written messages: those that words, rules and weights were made on
(`tests/messages/judged`), then those that nobody who made them has read (`tests/messages/held_out`: other
topics, mostly other providers); their disagreements are never named. Then, with `--mail`, a folder
with an ``index.tsv`` (columns ``file``, ``class``) of real mail; `--corrections` holds what an eye
found wrong in its labels (``file``, ``class``, ``why``). A *false action* is a message that must be
left alone and is judged a kind that is acted on, while it offers a way out or could be moved.
`--speed` measures only how long the judgement of a header block takes that was read before.
"""

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from inbox_guard.core.address import Owner
from inbox_guard.core.body import body
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import SHIPPED, Tables, judge
from inbox_guard.core.message import Fetched, Message, MessageRef, Unreadable, read
from inbox_guard.core.vocabulary import Kind

MESSAGES = Path(__file__).parent.parent / "tests" / "messages"
OWN = MESSAGES / "judged"
HELD_OUT = MESSAGES / "held_out"
OWNER = Owner(("mira@home.example", "m.holt@work-mail.example", "owner@home.test"))
AUTHSERV = ("mx.home.example",)
NOBODY = Correspondents()
ARRIVED = datetime(2026, 6, 1, tzinfo=UTC)
ACTED_ON = frozenset({Kind.NEWSLETTER, Kind.OUTREACH})
UNREADABLE = "unreadable"

# What the labels of collected mail mean in our words; the rest is told as it is labelled.
CLASSES = {
    "newsletter": Kind.NEWSLETTER.value,
    "discussion-list": Kind.DISCUSSION.value,
    "transactional": Kind.TRANSACTIONAL.value,
    "dsn-auto": Kind.TRANSACTIONAL.value,
    "personal": Kind.PERSONAL.value,
    "spam": Kind.SPAM.value,
    "phishing": Kind.SPAM.value,
}
LEFT_ALONE = frozenset(kind.value for kind in Kind) - {kind.value for kind in ACTED_ON}


@dataclass(frozen=True)
class Case:
    """A message with the label that somebody gave it; `group` says what it must not share with another half."""

    path: Path
    label: str
    group: str


@dataclass(frozen=True)
class Judgement:
    """What was judged; `offers` whether there is a way out, `worded` whether the body was needed."""

    case: Case
    kind: str
    offers: bool
    worded: bool
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--mail", type=Path)
    parser.add_argument(
        "--corrections", type=Path, default=Path(__file__).with_name("corrections.tsv")
    )
    parser.add_argument("--disagreements", action="store_true", help="name every file judged wrong")
    parser.add_argument("--speed", action="store_true", help="time the judgement of header blocks")
    asked = parser.parse_args()
    own = list(own_cases())
    if asked.speed:
        cases = own + (list(collected(asked.mail, asked.corrections)) if asked.mail else [])
        print_speed(cases)
        return
    judge(message_of(own[0].path), None, NOBODY)  # the tables are read once, not per mail
    print_table("own messages, to fit on", judged(own), asked.disagreements)
    print_table("own messages, held out", judged(list(own_cases(HELD_OUT))), disagreements=False)
    if asked.mail:
        cases = list(collected(asked.mail, asked.corrections))
        print_table(f"real mail in {asked.mail.name}/", judged(cases), asked.disagreements)


def own_cases(folder: Path = OWN) -> Iterator[Case]:
    """The hand-written messages of a folder, by the tables beside them."""
    for table in sorted(folder.glob("*.tsv")):
        with table.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                path = folder / table.stem / row["file"]
                yield Case(path, row["kind"], row["topic"])


def collected(folder: Path, corrections: Path | None) -> Iterable[Case]:
    """Real mail with labels, as corrected by eye."""
    mended: dict[str, str] = {}
    if corrections:
        with corrections.open(encoding="utf-8") as lines:
            mended = {row["file"]: row["class"] for row in csv.DictReader(lines, delimiter="\t")}
    with (folder / "index.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            label = mended.get(row["file"], row["class"])
            yield Case(folder / row["file"], CLASSES.get(label, label), label)


def judged(cases: Sequence[Case], tables: Tables = SHIPPED) -> list[Judgement]:
    """Judge each message as a sweep does: by its header, then with its words where they are needed."""
    for case in cases[:50]:
        _judge(case, tables)  # loads words and tables, which is no message's own time
    return [_judge(case, tables) for case in cases]


def _judge(case: Case, tables: Tables) -> Judgement:
    raw = case.path.read_bytes()
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, ARRIVED, len(raw), raw)
    began = time.perf_counter()
    message = read(fetched, OWNER, AUTHSERV)
    if isinstance(message, Unreadable):
        return Judgement(case, UNREADABLE, False, False, time.perf_counter() - began)
    message = replace(message, own=False)
    found = judge(message, None, NOBODY, tables)
    worded = not found.certain
    if worded:
        found = judge(message, body(raw), NOBODY, tables)
    took = time.perf_counter() - began
    return Judgement(case, found.kind.value, _offers(message), worded, took)


def print_speed(cases: Sequence[Case], rounds: int = 9) -> None:
    """Print what one judgement from parsed headers costs: the fastest round, in processor time."""
    messages = [message for case in cases if isinstance(message := _read(case), Message)]
    took: list[float] = []
    for _ in range(rounds):
        began = time.process_time()
        for message in messages:
            judge(message, None, NOBODY)
        took.append(time.process_time() - began)
    each = min(took) / len(messages) * 1e6
    print(f"{len(messages)} header blocks, read before: {each:.1f} µs each")


def message_of(path: Path) -> Message:
    """The message in a file of ours, as somebody's else."""
    message = _read(Case(path, "", ""))
    if not isinstance(message, Message):
        raise ValueError(f"{path}: no message")
    return message


def _read(case: Case) -> Message | Unreadable:
    raw = case.path.read_bytes()
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, ARRIVED, len(raw), raw)
    message = read(fetched, OWNER, AUTHSERV)
    return replace(message, own=False) if isinstance(message, Message) else message


def _offers(message: Message) -> bool:
    return bool(message.offers)


def print_table(title: str, found: Sequence[Judgement], disagreements: bool) -> None:
    """Print confusion, precision and recall, false actions, the share of bodies and the time."""
    if not found:
        return
    print(f"\n{title}: {len(found)} messages")
    cells = Counter((one.case.label, one.kind) for one in found)
    labels = sorted({label for label, _ in cells})
    kinds = sorted({kind for _, kind in cells})
    print(f"{'label':22}" + "".join(f"{kind:>14}" for kind in kinds) + f"{'recall':>9}")
    for label in labels:
        row = [cells[label, kind] for kind in kinds]
        recall = f"{cells[label, label] / sum(row):9.1%}" if label in set(Kind) else f"{'':9}"
        print(f"{label:22}" + "".join(f"{count or '·':>14}" for count in row) + recall)
    precision = []
    for kind in kinds:
        column = sum(cells[label, kind] for label in labels)
        precision.append(f"{cells[kind, kind] / column:13.1%}" if kind in labels else f"{'':13}")
    print(f"{'precision':22}" + "".join(f"{text:>14}" for text in precision))
    acted = {kind.value for kind in ACTED_ON}
    false = [one for one in found if one.case.label in LEFT_ALONE and one.kind in acted]
    print(
        f"false actions: {len(false)} ({sum(one.offers for one in false)} with a way out) · "
        f"bodies needed: {sum(one.worded for one in found) / len(found):.1%} · "
        f"median {sorted(one.seconds for one in found)[len(found) // 2] * 1e6:.0f} µs, "
        f"slowest {max(one.seconds for one in found) * 1e3:.0f} ms"
    )
    for one in found if disagreements else ():
        if one.case.label != one.kind:
            print(
                f"  {one.case.path.parent.name}/{one.case.path.name}: {one.case.label} → {one.kind}"
            )


if __name__ == "__main__":
    main()
