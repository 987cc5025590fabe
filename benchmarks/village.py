"""Walk through the senders' village and read the senders' books: ``python -m benchmarks.village``.

Every sender stands on loopback with the flow of one that is known (see ``tests/senders/houses``), and
mails one newsletter. ``cleanup --yes`` runs four times while the clock goes on (at once, after 2, 3 and
48 hours), with the real ledger and the real web client behind the guard. What then stands in a
sender's own book is the truth. A careless client walks through a second village, to show that the
traps in it bite.

Thirty senders, the same in every run, are left out: nobody looks at their pages to make the engine
better (`left_out`). With `--newcomers` 72 other senders stand there, whose authors had not seen the engine nor its
words; of two batches of them nobody has read a page (`UNREAD`). The table "by half" shows both halves.

`endable` are the cases that any program could end without the owner: by web, by mail, by a browser.
`false` are claims of an end (`done`, `already`) while the sender still has the address on its list.
Exit status 1 after a wrong move or a false claim.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from inbox_guard.browser import find
from inbox_guard.core.vocabulary import Outcome
from tests.senders.careless import Careless
from tests.senders.houses import ALL
from tests.senders.newcomers import ALL as NEWCOMERS
from tests.senders.sender import Endable, Status
from tests.senders.stay import Stay, Told, stay
from tests.senders.tongue import LANGUAGES
from tests.senders.village import Village

_COLUMNS = ("pending", "owner", "failed", "false")


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("--no-mail", action="store_true", help="the owner has no SMTP settings")
    reader.add_argument("--only", default="", help="senders whose name contains this")
    reader.add_argument(
        "--every", action="store_true", help="list every case, not only the open ones"
    )
    reader.add_argument("--no-careless", action="store_true", help="leave the careless client out")
    reader.add_argument("--other", action="store_true", help="the senders use other words")
    reader.add_argument("--newcomers", action="store_true", help="the senders nothing was tuned on")
    reader.add_argument("--no-browser", action="store_true", help="the owner has no browser")
    chosen = reader.parse_args()
    chromium = None if chosen.no_browser else find()
    kinds = NEWCOMERS if chosen.newcomers else ALL
    houses = [house for house in kinds if chosen.only in house.name]
    began = time.perf_counter()
    voice = "other" if chosen.other else ""
    with Village(houses, voice=voice) as village, tempfile.TemporaryDirectory() as folder:
        lived = stay(village, Path(folder), mail=not chosen.no_mail, chromium=chromium)
    seconds = time.perf_counter() - began
    print_tables(lived)
    print_lists(lived, chosen.every)
    print_sums(lived, len(houses), seconds)
    if not chosen.no_careless:
        print_careless(houses)
    return 1 if lived.wrongs or lived.false_done else 0


def print_tables(lived: Stay) -> None:
    told = lived.told
    print_table("by mechanism", told, lambda one: (one.sender.via,))
    print_table("by what it takes", told, lambda one: (one.sender.endable.value,))
    print_table("by half", told, lambda one: (_half(one),), ("worked on", "left out"))
    print_table("by language", told, lambda one: (one.sender.language,), LANGUAGES)
    print_table("by pattern", told, lambda one: tuple(f"{n:2}" for n in one.sender.patterns))
    print_table("by sender", told, lambda one: (f"{one.sender.name} [{one.sender.row}]",))


LEFT_OUT = 30


def left_out() -> frozenset[str]:
    """Return the names of the senders that nothing is tuned on: those of the smallest hashes."""
    names = sorted(
        {house.name for house in ALL}, key=lambda name: sha256(name.encode()).hexdigest()
    )
    return frozenset(names[:LEFT_OUT])


UNREAD = frozenset({"learning", "homes"})
"""Batches of newcomers of which nobody has read a page; the others were read after their first measurement."""


def _half(one: Told) -> str:
    _, _, room, batch, *_ = type(one.sender).__module__.split(".")
    if room == "newcomers":
        return "left out" if batch in UNREAD else "worked on"
    return "left out" if one.sender.name in left_out() else "worked on"


def print_table(
    title: str,
    told: Iterable[Told],
    keys: Callable[[Told], tuple[str, ...]],
    order: tuple[str, ...] = (),
) -> None:
    rows: dict[str, list[Told]] = {key: [] for key in order}
    for one in told:
        for key in keys(one):
            rows.setdefault(key, []).append(one)
    head = f"{title:<34}{'cases':>6}{'endable':>9}{'ended':>7}{'':>6}"
    print("\n" + head + "".join(f"{column:>9}" for column in _COLUMNS) + f"{'wrong':>8}")
    for key in order or sorted(rows):
        print(_line(key, rows[key]))


def _line(key: str, told: list[Told]) -> str:
    endable = [one for one in told if one.endable]
    ended = sum(one.ended for one in endable)
    share = f"{ended / len(endable):.0%}" if endable else "-"
    counts = "".join(
        f"{sum(not one.ended and one.column == column for one in told):>9}" for column in _COLUMNS
    )
    wrong = sum(len(one.sender.wrongs) for one in told)
    return f"{key:<34}{len(told):>6}{len(endable):>9}{ended:>7}{share:>6}{counts}{wrong:>8}"


def print_lists(lived: Stay, every: bool) -> None:
    print("\nwrong moves:" + ("" if lived.wrongs else " none"))
    for key, wrong in lived.wrongs:
        print(f"  {key}: {wrong.move.value} ({wrong.what})")
    _print_cases("claimed to be over, and is not", lived.false_done)
    _print_cases("endable, not ended", [x for x in lived.told if x.endable and not x.ended])
    _print_cases("ended, and the ledger does not know", [x for x in lived.told if _unclaimed(x)])
    _print_cases("for the owner, without URL or reason", [x for x in lived.told if _speechless(x)])
    if every:
        _print_cases("every case", lived.told)


def _unclaimed(one: Told) -> bool:
    silent = {Outcome.DONE, Outcome.ALREADY, Outcome.ACCEPTED, Outcome.PENDING}
    return one.ended and one.sender.begins is Status.SUBSCRIBED and one.outcome not in silent


def _speechless(one: Told) -> bool:
    last = one.attempts[-1].result if one.attempts else None
    if last is None or last.outcome is not Outcome.NEEDS_OWNER:
        return False
    return not (last.owner_url and last.detail)


def _print_cases(title: str, told: Iterable[Told]) -> None:
    cases = list(told)
    print(f"\n{title}: {len(cases) or 'none'}")
    for one in cases:
        outcome = one.outcome.value if one.outcome else "-"
        patterns = ",".join(map(str, one.sender.patterns)) or "-"
        what = f"{one.sender.key} ({one.sender.endable.value}; {patterns})"
        print(f"  {what:<52}{outcome:<12} {one.says}")


def print_sums(lived: Stay, houses: int, seconds: float) -> None:
    print(
        f"\n{houses} senders, {len(lived.told)} cases, {lived.requests} requests, {seconds:.1f} s"
    )
    print(f"requests of one more run, with nothing new: {lived.repeated}")
    for title, ways in (
        ("ended of what any program could end", (Endable.WEB, Endable.MAIL, Endable.BROWSER)),
        ("  by web", (Endable.WEB,)),
        ("  by mail", (Endable.MAIL,)),
        ("  by a browser", (Endable.BROWSER,)),
    ):
        ended, cases = lived.share(*ways)
        print(f"{title:<40}{ended:>5} of {cases:>4}  {ended / cases if cases else 0:.1%}")
    print(f"{'wrong moves':<40}{len(lived.wrongs):>5}")
    print(f"{'false claims of an end':<40}{len(lived.false_done):>5}")


def print_careless(houses: Iterable[type]) -> None:
    with Village(houses) as village:
        careless = Careless(village)
        careless.visit_all()
        senders = village.senders.values()
        false = sum(one.key in careless.claimed and not one.ended for one in senders)
        ended = sum(one.ended for one in senders)
        kinds = {wrong.move for _, wrong in village.wrongs}
        print(
            f"a careless client: {ended} ended, {len(village.wrongs)} wrong moves of"
            f" {len(kinds)} kinds, {false} false claims of an end"
        )


if __name__ == "__main__":
    sys.exit(main())
