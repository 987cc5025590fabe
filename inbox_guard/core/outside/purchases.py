"""What the owner bought, and where: a table with a shop's domain, or Amazon's order history.

Kept: the shop's registrable domain, the day, and of a table of the owner's own making the words.
"""

from collections.abc import Sequence

from inbox_guard.core.encoding import one_line
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.outside.found import Found, Source, Tally, Unshaped, each
from inbox_guard.core.outside.moments import moment
from inbox_guard.core.outside.site import site, speaks_alone
from inbox_guard.core.outside.table import Row, Titles, table

SHAPES = (
    "CSV with the columns domain (or shop), date, what",
    "Amazon order history CSV (Order Date, Website, …)",
)


def read(sources: Sequence[Source]) -> Found | Unshaped:
    """Read lists of purchases."""
    return each(sources, _one)


def _one(source: Source, tally: Tally) -> Unshaped | None:
    rows = table(source.lines(), _fits)
    if rows is None:
        return Unshaped(source.name, 1, "no column of shops beside one of dates")
    for row in rows:
        tally.entries += 1
        fact = None if row.broken else _known(row, source.name)
        if fact is None:
            tally.lose(source.name, row.line, "a shop's domain was expected, like shop.example")
        else:
            tally.learn((fact,))
    return None


def _known(row: Row, file: str) -> Known | None:
    shop = site(row.get(*_SHOP))
    if not speaks_alone(shop):
        return None
    what = "" if "website" in row.titles else one_line(row.get(*_WHAT))[:_WORDS]
    american = "order id" in row.titles
    return Known(KnownKind.PURCHASE, shop, what, moment(row.get(*_WHEN), american=american), file)


def _fits(titles: Titles) -> bool:
    return any(title in titles for title in _SHOP) and any(title in titles for title in _WHEN)


_WORDS = 80
_SHOP = ("domain", "website", "shop", "store", "merchant", "seller", "url", "site")
_WHEN = ("date", "order date", "ordered", "purchased", "when")
_WHAT = ("what", "item", "title", "product", "description")
