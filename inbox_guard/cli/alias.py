"""``alias``: a fresh address for a sign-up, remembered, so that a later leak names who leaked."""

import secrets
from typing import Annotated

import typer

from inbox_guard import app as house
from inbox_guard.cli.front import EXIT, Front, front
from inbox_guard.cli.rows import utc
from inbox_guard.cli.voice import emit, say, table
from inbox_guard.config import Account
from inbox_guard.core.known import Known, KnownKind
from inbox_guard.core.minting import LETTERS, UNGUESSABLE, Minted, Style, bases, minted
from inbox_guard.errors import SettingsError

MINTED = "minted"
"""The source of a fact that no file gave."""


def add_to(app: typer.Typer) -> None:
    """Give the command its name."""
    app.command()(alias)


def alias(
    context: typer.Context,
    made_for: Annotated[
        str, typer.Argument(metavar="FOR", help="Where you sign up: a domain, a URL or a name.")
    ] = "",
    style: Annotated[
        Style | None,
        typer.Option(help="Default: catch-all where GUARD_ADDRESSES has such a domain, else plus."),
    ] = None,
    base: Annotated[
        str, typer.Option(help="Which of your addresses (or @domains) to make it from.")
    ] = "",
    listing: Annotated[bool, typer.Option("--list", help="List every alias known.")] = False,
) -> None:
    """Make a fresh address for a sign-up and remember for whom: mail from others to it tells of a leak."""
    asked = front(context)
    account = asked.accounts(asked.settings())[0]
    if listing:
        _list(asked, account)
    elif not made_for.strip():
        raise SettingsError(
            "name for whom the address is: a domain, a URL or a name; or use --list"
        )
    else:
        _mint(asked, account, made_for, _base(account, base, style))
    raise typer.Exit(EXIT.DONE)


def _base(account: Account, wanted: str, style: Style | None) -> str:
    """Return what the address is made from; raises `SettingsError` naming the setting to mend."""
    may = bases(account.owner, style)
    if wanted:
        if wanted.lower() in may:
            return wanted.lower()
        listed = ", ".join(may) or "none"
        raise SettingsError(
            f"{wanted} is not among the addresses of GUARD_ADDRESSES that an alias can be made from"
            f" ({listed}); mail to it would not reach you"
        )
    if may:
        return may[0]
    if style is Style.CATCH_ALL:
        raise SettingsError(
            "GUARD_ADDRESSES lists no catch-all domain; add yours there as @example.org, or use --style plus"
        )
    raise SettingsError(
        "GUARD_ADDRESSES lists no address that a +tag can be put to; add yours there"
    )


def _mint(asked: Front, account: Account, written: str, base: str) -> None:
    world = house.World()
    with house.ledger_for_a_word(asked.settings().ledger, world) as held:
        known = {fact.who for fact in held.outside(account.name).of_kind(KnownKind.ALIAS)}
        fresh = _fresh(written, base)
        while fresh.address in known:
            fresh = _fresh(written, base)
        at = world.clock()
        fact = Known(KnownKind.ALIAS, fresh.address, fresh.made_for, at, MINTED)
        held.learn(account.name, (fact,), at)
    if asked.json:
        emit({"alias": fresh.address, "for": fresh.made_for, "at": utc(at), "source": MINTED})
    else:
        say(fresh.address)


def _fresh(written: str, base: str) -> Minted:
    made = minted(written, base, [secrets.choice(LETTERS) for _ in range(UNGUESSABLE)])
    if made is None:
        raise SettingsError(
            f"{written!r} names nobody in letters an address may hold; give a domain"
        )
    return made


def _list(asked: Front, account: Account) -> None:
    with house.reading_ledger(asked.ledger_place(), house.World()) as held:
        facts = held.outside(account.name).of_kind(KnownKind.ALIAS)
    if asked.json:
        for fact in facts:
            at = utc(fact.at) if fact.at else None
            emit({"alias": fact.who, "for": fact.detail, "at": at, "source": fact.source})
    elif facts:
        rows = [
            (fact.who, fact.detail, f"{fact.at:%Y-%m-%d}" if fact.at else "", fact.source)
            for fact in facts
        ]
        table(("alias", "for", "made", "source"), rows)
    else:
        say("No alias is known. Make one with `inbox-guard alias FOR`.")
