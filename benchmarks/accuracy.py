"""Every figure of `docs/accuracy.md` by one command: kinds, standings, cohorts, claims, speed.

    python -m benchmarks.accuracy [--mail FOLDER] [--mailboxes N]

Runs `benchmarks.judgement` (and its ``--speed``), `benchmarks.unseen` both ways and `benchmarks.standing` one
after the other: about half an hour, most of it for fitting tables that have not seen what they judge.
"""

import argparse
import subprocess
import sys


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--mail", help="a folder of labelled real mail, with index.tsv")
    parser.add_argument("--mailboxes", default="40", help="generated mailboxes with stories")
    asked = parser.parse_args()
    mail = ["--mail", asked.mail] if asked.mail else []
    for module, *more in (
        ("judgement", *mail),
        ("judgement", "--speed", *mail),
        ("unseen",),
        ("unseen", "--by", "author"),
        ("standing", "--seed", "3", "--mailboxes", asked.mailboxes),
    ):
        print(f"\n$ python -m benchmarks.{module} {' '.join(more)}", flush=True)
        subprocess.run([sys.executable, "-m", f"benchmarks.{module}", *more], check=True)


if __name__ == "__main__":
    main()
