"""From evidence to a verdict: what a sender sends, and what it may rely on. Law 8 and law 9 live here.

The policy, in the order it is asked:

1. the owner's word, newest first: allow → consented, refuse → unconsented;
2. consent was ended (goodbye) and marketing went on after it → unconsented;
3. a trace of opt-in before or around the first mail, or a reply by the owner → consented;
4. an order or an account, no opt-in → customer;
5. the readable mail does not reach back far enough before the first mail → unsure;
6. far enough, and no trace → unconsented ("no trace of your consent in N months of mail").
"""

from dataclasses import dataclass

from inbox_guard.core.history import Evidence, History
from inbox_guard.core.vocabulary import Kind, Standing


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a sender is, what it may rely on, every reason in order of weight, and the sentence for people."""

    kind: Kind
    standing: Standing
    because: tuple[Evidence, ...]
    reason: str


def sender_kind(history: History) -> Kind:
    """Return the kind that stands for a sender: that of most of its messages, the more protected one on a tie."""
    raise NotImplementedError


def verdict(history: History) -> Verdict:
    """Judge one sender. Deterministic: the same history gives the same verdict."""
    raise NotImplementedError
