"""The question why somebody leaves: how it is told from a choice that counts, and its harmless answer.

Pure. A survey is sent as it stands. Only where an answer is demanded the most neutral one is given; none that
accuses the sender, since that may start a complaint in the owner's name.
"""

import re
from collections.abc import Sequence

from inbox_guard.core.page.sight import Field, Option
from inbox_guard.core.page.words import Sense, fold, longest, speaks

_NAME = re.compile(r"reason|why|feedback|survey|comment|motiv|grund|raison", re.IGNORECASE)
_CHARGE = re.compile(
    r"spam|спам|垃圾|スパム|迷惑|스팸|istenmeyen|abus|inappropriate"
    r"|never (?:signed|subscribed|asked|requested)|did(?: not|n t) (?:sign|subscribe|ask|request)"
    r"|nie (?:angemeldet|bestellt|abonniert)|jamais (?:inscrit|demande|abonne|souscrit)"
    r"|nunca (?:me )?(?:suscrib|inscrev|solicit|subscrev)|mai (?:iscritt|richiest|stato iscritt)"
    r"|nooit (?:aangemeld|ingeschreven)|(?:nigdy|aldrig|aldri|nikdy|никогда)(?: \w+){2}"
    r"|en ole (?:koskaan|tilannut)|hic (?:abone|kayd)|覚えが?ない|从未订|從未訂|未曾|신청한 적"
)


def is_survey(name: str, prompt: str, labels: Sequence[str]) -> bool:
    """Whether a group of answers asks for a reason: by its name, its prompt, or an answer that accuses."""
    if _NAME.search(name[:200]) or speaks(fold(prompt[:300]), Sense.REASON):
        return True
    return len(labels) > 2 and any(_accuses(label) for label in labels)


def neutral(labels: Sequence[str]) -> int | None:
    """Return the number of the most neutral answer; None when there is none."""
    for sense in (Sense.NEUTRAL, Sense.LEAVE):
        for number, label in enumerate(labels[:_MOST]):
            folded = fold(label[:300])
            if not _accuses(label) and any(
                match.sense is sense for match in longest(folded, sense)
            ):
                return number
    return None


def neutral_option(options: Sequence[Option]) -> Option | None:
    """Return the most neutral option of a select that has a value."""
    valued = [option for option in options if option.value]
    number = neutral([option.label for option in valued])
    return None if number is None else valued[number]


def asks_why(entry: Field) -> bool:
    """Whether a text area, a select or an input asks for a reason."""
    return bool(_NAME.search(entry.name[:200])) or speaks(
        fold(f"{entry.label[:300]} {entry.prompt[:300]}"), Sense.REASON
    )


_MOST = 50


def _accuses(label: str) -> bool:
    return bool(_CHARGE.search(fold(label[:300])))
