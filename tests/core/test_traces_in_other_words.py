"""What a mail says of a beginning or an end, in words that no table was made from."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inbox_guard.core.address import Owner
from inbox_guard.core.body import body
from inbox_guard.core.evidence import traces
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import judge
from inbox_guard.core.message import Fetched, Message, MessageRef, read

NOBODY = Correspondents()
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parents[1] / "messages" / "traces.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]
NOTHING = [row for row in ROWS if row[1] == "-"]


def _traces(subject: str, text: str) -> set[str]:
    """What a plain mail of a shop leaves behind, judged as a sweep does."""
    raw = (
        "Delivered-To: mira@home.example\nAuthentication-Results: mx.home.example; dkim=pass"
        " header.d=lampen.example; dmarc=pass header.from=lampen.example\n"
        f"From: Lampenhaus <hello@lampen.example>\nTo: mira@home.example\nSubject: {subject}\n"
        "Message-ID: <1@lampen.example>\nDate: Sat, 1 Jun 2024 10:00:00 +0000\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        f"{text}\n\nLampenhaus, 3 Quay Street, Bristol BS1 4DQ\n"
    ).encode()
    fetched = Fetched(
        MessageRef("main", "INBOX", 1, 1),
        Role.INBOX,
        datetime(2024, 6, 1, tzinfo=UTC),
        len(raw),
        raw,
    )
    message = read(fetched, Owner(("mira@home.example",)), ("mx.home.example",))
    assert isinstance(message, Message)
    words, judged = body(raw), judge(message, None, NOBODY)
    if judged.certain:
        return {trace.kind.value for trace in traces(message, judged.kind, None, NOBODY)}
    kind = judge(message, words, NOBODY).kind
    return {trace.kind.value for trace in traces(message, kind, words, NOBODY)}


@pytest.mark.parametrize(
    "trace", ["confirmation", "welcome", "goodbye", "account", "order"], ids=str
)
def test_nine_of_ten_are_heard(trace: str) -> None:
    rows = [row for row in ROWS if row[1] == trace]
    heard = [row for row in rows if trace in _traces(row[2], row[3])]
    assert len(rows) >= 12
    assert len(heard) >= 0.9 * len(rows)


@pytest.mark.parametrize("row", NOTHING, ids=lambda row: row[2])
def test_an_advert_with_such_words_leaves_no_trace(row: list[str]) -> None:
    assert _traces(row[2], row[3]) == set()
