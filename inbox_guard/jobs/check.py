"""Look at an account as a person would who sets it up: folders and roles, and whose results are believed."""

from collections.abc import Iterator
from dataclasses import dataclass

from inbox_guard.errors import NoBrowser
from inbox_guard.jobs.authserv import believed
from inbox_guard.jobs.household import Doors, Rules


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a check-up: what was looked at, its name, what there is to say."""

    what: str
    name: str
    says: str


def look(rules: Rules, doors: Doors) -> Iterator[Finding]:
    """Yield findings; raises `MailboxError` where the mailbox cannot be used."""
    folders = doors.mailbox.folders()
    yield Finding("mailbox", rules.account, "logged in")
    states = [doors.mailbox.examine(folder) for folder in folders]
    for state in states:
        says = f"{state.folder.role}, {state.exists} messages"
        yield Finding("folder", state.folder.name, says)
    ids = ", ".join(believed(rules, doors, states))
    yield Finding(
        "authserv-id",
        rules.account,
        ids
        or "none learned, so nothing counts as authenticated by header; set GUARD_AUTHSERV_IDS "
        "if your server adds Authentication-Results",
    )
    yield Finding(
        "outbox",
        rules.account,
        "set"
        if doors.outbox
        else "not set: ways out by mail are left to you, the report goes into the mailbox "
        "(GUARD_SMTP_HOST)",
    )
    yield Finding("browser", rules.account, _browser(doors))
    if doubtful := doors.ledger.doubtful(rules.account):
        says = f"{len(doubtful)} attempts ended without an answer; inbox-guard review shows them"
        yield Finding("in doubt", rules.account, says)
    yield Finding("mode", rules.account, rules.mode.value)


def _browser(doors: Doors) -> str:
    """Start it once, and open nothing: a sandbox that does not work is found here and not in the deed."""
    if doors.browser is None:
        return "not set: pages that need a script are left to you (GUARD_BROWSER)"
    try:
        with doors.browser.visit("check"):
            return "starts, in its sandbox"
    except NoBrowser as failure:
        return f"cannot be used, so pages that need a script are left to you: {failure}"
