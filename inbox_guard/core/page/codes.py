"""What the values in a form give away: the codes that its makers, not its readers, are meant to see.

Pure. ``op=unsubscribe`` is written in the same few English words in every country. A code never outweighs words:
it is asked where they are not understood.
"""

import re

_LEAVES = re.compile(
    r"un-?_?subscri\w*|unsub|opt-?_?out|sign-?_?off|abmeld\w*|desinscri\w*|desabonn\w*|(?:de)?list-?_?remove"
    r"|(?:(?:all|everything|global)[-_]?(?:off|out|none|unsub\w*|opt_?out))"
    r"|(?:(?:off|stop|mute|leave|remove|unsub|unsubscribe|opt_?out)[-_]?(?:all|everything))",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:^|[-_])(?:all|everything|global)(?:$|[-_])", re.IGNORECASE)
_OUT = frozenset(
    {"0", "del", "delete", "drop", "end", "false", "leave", "minus", "n", "no", "none"}
    | {"off", "out", "quit", "rem", "remove", "stop", "unsub"}
)
_IN = frozenset(
    {"1", "add", "in", "join", "new", "on", "plus", "reg", "register", "sub", "true", "y", "yes"}
    | {"subscribe", "optin", "opt_in", "opt-in"}
)


def leaves(code: str) -> bool:
    """Whether a value says by itself that sending it unsubscribes."""
    return bool(_LEAVES.fullmatch(code.strip()[:60]))


def leaves_all(code: str) -> bool:
    """Whether it says so of every list."""
    return leaves(code) and bool(_ALL.search(code.strip()[:60]))


def opposed(joining: str, other: str) -> bool:
    """Whether two values are each other's opposite, the first of them that of subscribing."""
    one, two = joining.strip().lower()[:60], other.strip().lower()[:60]
    return one in _IN and (two in _OUT or leaves(two))
