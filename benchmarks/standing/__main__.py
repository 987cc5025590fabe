"""How well standings are judged, on generated mailboxes of three years whose stories are known.

    python -m benchmarks.standing [--seed N] [--mailboxes 200] [--wrong]

Every mailbox tells every story of `stories.py` twice, among ordinary mail, and goes through the whole
path: sweep, ledger, first contacts, judging. Then cohorts: planted ones must be found with every
member, chance must not be taken for one.
"""

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.standing.measure import (
    CLAIMS_ARE_FOUND,
    READ_WHOLE,
    Cohorts,
    Given,
    Reading,
    read,
    told,
)
from benchmarks.standing.shared import TRAITS, cases, crowd
from inbox_guard.core.together.cohorts import cohorts
from inbox_guard.core.vocabulary import Kind, Standing

PLANTED = 24
WHOLE = 10
BESIDE = 200
COLUMNS = (*(standing.value for standing in Standing), "missing")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mailboxes", type=int, default=200)
    parser.add_argument("--wrong", action="store_true", help="name the senders judged wrong")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        readings = list(stories(asked.seed, asked.mailboxes, Path(folder)))
        print_stories([one for reading in readings for one in reading.given], asked.wrong)
        print_claims([one for reading in readings for one in reading.given])
        print_speed(readings)
        print_cohorts(asked.seed, Path(folder))
    print(f"mailboxes with stories in which a cohort was named: {named(readings)}")


def stories(seed: int, mailboxes: int, folder: Path) -> Iterator[Reading]:
    """Read so many mailboxes, one after the other."""
    for number in range(mailboxes):
        yield read(told(seed * 10_000 + number), folder)


def named(readings: Sequence[Reading]) -> str:
    """How many of these mailboxes, none of which holds a plant, heard of a cohort."""
    return f"{sum(bool(one.cohort) for one in readings)} of {len(readings)}"


def print_stories(given: Sequence[Given], name_wrong: bool) -> None:
    """Print, by story, what was expected and what was given."""
    by_story: defaultdict[tuple[str, str], list[Given]] = defaultdict(list)
    for one in given:
        by_story[one.truth.story, one.truth.standing.value].append(one)
    print(f"{'story':26}{'expected':13}" + "".join(f"{name:>13}" for name in COLUMNS) + "   right")
    for (story, expected), ones in by_story.items():
        counted = Counter(one.standing.value if one.standing else "missing" for one in ones)
        row = "".join(f"{counted[name] or '·':>13}" for name in COLUMNS)
        print(f"{story:26}{expected:13}{row}{share(sum(o.right for o in ones), len(ones)):>8}")
    right = sum(one.right for one in given)
    hurt = [
        one
        for one in given
        if one.truth.standing is Standing.CONSENTED and one.standing is Standing.UNCONSENTED
    ]
    print(f"senders: {len(given)} · right: {share(right, len(given))} (bar: 97.0%)")
    print(f"consented called unconsented: {len(hurt)} (bar: 0)")
    for kind in (Kind.OUTREACH, Kind.PLATFORM):
        meant = [one for one in given if one.truth.kind is kind]
        print(f"kind {kind} recognised: {share(sum(o.kind is kind for o in meant), len(meant))}")
    for one in given if name_wrong else ():
        if not one.right:
            print(f"  {one.truth.story}: {one.truth.sender} → {one.standing}, {one.kind}")
            print(f"    {one.reason} ({', '.join(one.because)})")


def print_claims(given: Sequence[Given]) -> None:
    """Print how many claims were seen, of those senders whose first mail is read whole."""
    claiming = [one for one in given if one.claimed and one.standing in READ_WHOLE]
    if not CLAIMS_ARE_FOUND:
        print(f"claims: not measured, nobody looks for them yet ({len(claiming)} would be there)")
        return
    seen = [one for one in claiming if one.claims]
    quiet = [one for one in given if one.claimed is False and one.standing in READ_WHOLE]
    invented = sum(bool(one.claims) for one in quiet)
    print(f"claims extracted: {share(len(seen), len(claiming))} of {len(claiming)} (bar: 90.0%)")
    print(f"claims seen where there is none: {invented} of {len(quiet)}")
    checked: Counter[tuple[bool, str]] = Counter()
    for one in seen:
        about = [witness for witness in one.because if "claim" in witness] or ["nothing"]
        checked.update((one.truth.claim_true, witness) for witness in about)
    for (so, witness), count in sorted(checked.items()):
        print(f"  the claim is {'true' if so else 'false'}, said of it: {witness}: {count}")


def print_speed(readings: Sequence[Reading]) -> None:
    """Print what was read, and how fast."""
    messages = sum(one.messages for one in readings)
    bodies = sum(one.bodies for one in readings)
    firsts = sum(one.first_contacts for one in readings)
    seconds = sum(one.seconds for one in readings)
    print(
        f"messages: {messages} · bodies read: {share(bodies + firsts, messages)} "
        f"({bodies} to tell a kind, {firsts} first contacts) · {messages / seconds:.0f} messages/s"
    )


def print_cohorts(seed: int, folder: Path) -> None:
    """Plant cohorts and look for them; then look where there is none."""
    found = Cohorts()
    for number in range(PLANTED):
        box, plant = crowd(Random(f"plant {seed} {number}"), TRAITS[number % len(TRAITS)])
        found.add(read(box, folder), plant)
    for trait in TRAITS:
        whole, planted = found.whole[trait], found.planted[trait]
        print(f"planted cohorts, {trait}: {whole} of {planted} found with every member")
    print(f"strangers named beside the planted: {found.strays}")
    beside = sum(bool(cohorts(cases(Random(f"chance {seed} {n}")))) for n in range(BESIDE))
    print(f"false cohorts, senders set beside each other: {beside} of {BESIDE} (bar: 5%)")
    empty = [read(crowd(Random(f"whole {seed} {n}"))[0], folder) for n in range(WHOLE)]
    print(f"false cohorts, through the whole path: {named(empty)}")


def share(part: int, of: int) -> str:
    """A share in per cent; nothing of nothing is told as such."""
    return f"{part / of:.1%}" if of else "–"


if __name__ == "__main__":
    main()
