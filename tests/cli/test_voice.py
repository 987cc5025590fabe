"""What strangers write never speaks to the terminal."""

import json

import pytest

from inbox_guard.cli.voice import emit, say, table, visible

PAYLOADS = {
    "escape": "\x1b[31mred",
    "title": "\x1b]0;owned\x07",
    "link": "\x1b]8;;https://evil.test\x1b\\click\x1b]8;;\x1b\\",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "csi in C1": "\x9b31mred",
    "carriage return": "safe\rEVIL",
    "backspace": "abc\x08\x08\x08xyz",
    "nul": "a\0b",
    "bell": "ding\x07",
    "right to left": "invoice\u202efdp.exe",
    "isolate": "\u2066hidden\u2069",
    "zero width": "pay\u200bpal",
    "line separator": "one\u2028two",
    "paragraph separator": "one\u2029two",
    "next line": "one\x85two",
    "lone surrogate": "broken\ud800",
    "rich markup": "[link=https://evil.test]click[/link]",
    "delete": "a\x7fb",
}


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_terminal_shows_what_was_hidden(payload: str, capsys: pytest.CaptureFixture[str]) -> None:
    say(payload)
    table(("name",), [(payload,)])
    shown = capsys.readouterr().out
    assert all(character == "\n" or character.isprintable() for character in shown)
    if "[link" in payload:
        assert "[link=https://evil.test]" in shown


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_a_json_line_is_one_line_of_ascii_and_reads_back(
    payload: str, capsys: pytest.CaptureFixture[str]
) -> None:
    emit({"name": payload})
    (line,) = capsys.readouterr().out.split("\n")[:-1]
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["name"] == payload


def test_ordinary_words_stay_as_they_are() -> None:
    assert visible("Grüße, 世界 – “ok” 🙂") == "Grüße, 世界 – “ok” 🙂"
