"""``inbox-guard``: one file a command in this folder; here they meet, and errors become exit statuses.

0 done · 1 acted, and something needs the owner or failed · 2 wrong usage or settings · 3 the mailbox
could not be reached or refused the login · 4 the ledger cannot be used · 130 interrupted.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from inbox_guard import __version__
from inbox_guard.cli import (
    alias,
    check,
    cleanup,
    connections,
    demo,
    importing,
    ledger,
    report,
    run,
    scan,
    senders,
    undo,
    why,
    words,
)
from inbox_guard.cli.front import EXIT, Front, log_to_stderr
from inbox_guard.cli.voice import complain
from inbox_guard.errors import InboxGuardError

app = typer.Typer(
    name="inbox-guard",
    help="Finds out who mails you without your permission, gets you off their lists, "
    "and watches whether they keep their word.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="The options above may stand before or after the command.",
)

_FLAGS = frozenset({"--json", "--quiet", "--verbose", "-q", "-v"})
_VALUED = ("--account", "--env-file")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"inbox-guard {__version__}")
        raise typer.Exit


@app.callback()
def house(
    context: typer.Context,
    account: Annotated[str, typer.Option(help="Only this account of GUARD_ACCOUNTS.")] = "",
    env_file: Annotated[
        Path | None, typer.Option(help="Read settings from this file, not the usual places.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="JSON Lines on stdout.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Only errors on stderr.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say every step.")] = False,
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Settings come from the environment or a .env file; see config.example.env."""
    log_to_stderr(quiet=quiet, verbose=verbose)
    context.obj = Front(account, env_file, json, quiet, verbose)


for _module in (
    *(demo, check, scan, cleanup, senders, why, words, undo, report, run, alias),
    connections,
):
    _module.add_to(app)
app.add_typer(importing.app, name="import")
app.add_typer(ledger.app, name="ledger")


def hoisted(arguments: Sequence[str]) -> list[str]:
    """Move the options that every command knows to the front, so that they may stand anywhere."""
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument in _FLAGS or argument.startswith(tuple(f"{name}=" for name in _VALUED)):
            front.append(argument)
        elif argument in _VALUED:
            front += [argument, *([value] if (value := next(waiting, None)) is not None else [])]
        else:
            rest.append(argument)
    return front + rest


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit status."""
    given = hoisted(sys.argv[1:] if arguments is None else arguments)
    try:
        status = app(given, standalone_mode=True)
    except KeyboardInterrupt:
        status = EXIT.INTERRUPTED
    except InboxGuardError as error:
        complain(str(error))
        status = EXIT.of(error)
    except BrokenPipeError:  # `inbox-guard senders | head`
        sys.stderr.close()
        status = EXIT.DONE
    sys.exit(status)


if __name__ == "__main__":
    main()
