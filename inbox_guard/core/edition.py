"""Which edition of the rules judges: a verdict that changes because the rules did, says so."""

import hashlib
from functools import cache

from inbox_guard.core.data import rows
from inbox_guard.core.kind.phrases import worded

POLICY = 3
"""Counted up by hand when `core.verdict` or a witness decides otherwise than before."""


@cache
def edition() -> str:
    """Return the policy's number and a digest of the tables that kinds and standings rest on."""
    tables = (
        rows("kind_signs"),
        rows("witnesses"),
        rows("providers"),
        rows("networks"),
        rows("words/claims"),
        rows("bulk_points"),
        rows("fraud_signs"),
        rows("fitted"),
    )
    told = repr((tables, tuple(worded())))
    return f"{POLICY}-{hashlib.sha256(told.encode()).hexdigest()[:8]}"
