"""Which edition of the rules judges: a verdict that changes because the rules did, says so."""

import hashlib
from functools import cache

from inbox_guard.core.data import rows
from inbox_guard.core.kind.phrases import worded

POLICY = 8
"""Counted up by hand when `core.verdict`, a witness or a rule of `core.kind` decides otherwise than before."""

TABLES = (
    *(
        "kind_signs",
        "bulk_points",
        "fraud_signs",
        "fitted",
    ),  # "fitted" is never written without "reads"
    *("providers", "programs", "networks", "network_mail", "author_signs", "host_signs"),
    *("brands", "lure_words", "freemail", "shared_domains"),
    *("alias_services", "alias_hosts"),
    *("witnesses", "brokers", "words/claims"),
)
"""What kinds and standings rest on, besides the words of `core.kind.phrases`."""


@cache
def edition() -> str:
    """Return the policy's number and a digest of `TABLES` and the words."""
    told = repr((tuple(map(rows, TABLES)), tuple(worded())))
    return f"{POLICY}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"
