"""Pages altered mechanically, and what the page engine does with them: a table by kind of alteration.

    python -m benchmarks.mutations [ROUNDS]

Nothing is sent anywhere. ROUNDS of alterations for each page, default 1 (over 2,500 pages).
"""

import sys
from collections import Counter

from inbox_guard.core.page import Press, SoFar, read
from inbox_guard.core.vocabulary import Outcome
from tests.core.page_models import ME, altered, wrong_moves


def main() -> None:
    """Print the table; exit 1 when there was a wrong move."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    pages: Counter[str] = Counter()
    rightly: Counter[str] = Counter()
    wrongly: Counter[str] = Counter()
    for model in altered(rounds):
        step = read(model.answer(), SoFar(ME))
        pages[model.alteration] += 1
        if isinstance(step, Press):
            moves = wrong_moves(model, step.request)
            rightly[model.alteration] += not moves
        else:
            moves = ["believed"] if step.outcome in {Outcome.DONE, Outcome.ALREADY} else []
        wrongly[model.alteration] += bool(moves)
        if moves:
            print(f"wrong: {model.language}, {model.kind}, {model.alteration}: {'; '.join(moves)}")
    print(
        f"{'alteration':18} {'pages':>6} {'pressed rightly':>16} {'left to the owner':>18} {'wrong':>6}"
    )
    for name in (*pages, ""):
        total = pages[name] if name else pages.total()
        right = rightly[name] if name else rightly.total()
        wrong = wrongly[name] if name else wrongly.total()
        print(f"{name or 'all':18} {total:6} {right:16} {total - right - wrong:18} {wrong:6}")
    sys.exit(1 if wrongly.total() else 0)


if __name__ == "__main__":
    main()
