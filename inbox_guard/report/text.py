"""The story as plain text: 80 columns, aligned, fit for a terminal, a printer or a mail.

`Story` in, text out. Everything is made plain before it arrives here, so no control character can
be in it but the line feeds of this module.
"""

from collections.abc import Iterator

from inbox_guard.report.plain import width
from inbox_guard.report.story import Story, Told
from inbox_guard.report.words import Labels, Words

COLUMNS = 80
_INDENT = "    "


def text(story: Story, words: Words) -> str:
    """Lay the story out; ends with a line feed."""
    blocks = [[*_heading(story.title, "="), story.period]]
    if story.nothing:
        blocks.append(fill(story.nothing))
    if story.figures:
        blocks.append(_figures(story))
    blocks.extend(_sections(story, words))
    if not story.nothing:
        blocks.append(fill(words.closing))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def fill(paragraph: str, indent: str = "", hang: str | None = None) -> list[str]:
    """Wrap at 80 columns; the first line begins with `indent`, the others with `hang`.

    Without `hang` all lines begin alike. A word that is longer than a line is cut where the line ends.
    """
    following = indent if hang is None else hang
    lines: list[str] = []
    line, empty = indent, True
    for word in _pieces(paragraph, COLUMNS - max(width(indent), width(following))):
        if not empty and width(line) + 1 + width(word) > COLUMNS:
            lines.append(line)
            line, empty = following, True
        line = line + word if empty else f"{line} {word}"
        empty = False
    return [*lines, line.rstrip()]


def _pieces(paragraph: str, room: int) -> Iterator[str]:
    for word in paragraph.split():
        piece = ""
        for character in word:
            if width(piece) + width(character) > room:
                yield piece
                piece = ""
            piece += character
        yield piece


def _sections(story: Story, words: Words) -> Iterator[list[str]]:
    headings = words.headings
    if story.yours:
        yield _heading(headings.yours) + fill(words.yours_intro)
        yield [line for told in story.yours for line in _yours(told)]
        yield fill(words.yours_hint)
    for heading, intro, group in (
        (headings.senders, "", story.senders),
        (headings.people, words.people_intro, story.people),
    ):
        if group:
            yield _heading(heading) + (fill(intro) if intro else [])
        for number, told in enumerate(group, start=1):
            yield _told(number, told, words)
    if story.unsure:
        yield _heading(headings.unsure) + fill(story.unsure)
    if story.kinds:
        yield _heading(headings.kinds) + fill(story.kinds_intro)
        yield _kinds(story)
    reach = [line for says in (*story.reach, story.unreadable) if says for line in fill(says)]
    if reach:
        yield _heading(headings.reach) + reach


def _heading(words: str, underline: str = "-") -> list[str]:
    lines = fill(words)
    return [*lines, underline * max(width(line) for line in lines)]


def _figures(story: Story) -> list[str]:
    room = max(len(figure.number) for figure in story.figures)
    return [f"{_INDENT}{figure.number:>{room}}  {figure.says}" for figure in story.figures]


def _yours(told: Told) -> list[str]:
    return [
        *fill(told.name, f"{_INDENT}* ", f"{_INDENT}  "),
        *fill(told.open, f"{_INDENT}  "),
    ]


def _told(number: int, told: Told, words: Words) -> list[str]:
    begin = f"{number}. ".ljust(len(_INDENT))
    mark = f" ({words.new})" if told.new else ""
    lines = fill(f"{told.name}{mark} [{told.stands}]", begin, " " * len(begin))
    rows = tuple(_rows(told, words.labels))
    room = max(width(label) for label, _ in rows)
    for label, says in rows:
        indent = f"{_INDENT}{_padded(label, room)}  "
        lines.extend(fill(says, indent, " " * width(indent)))
    return lines


def _rows(told: Told, labels: Labels) -> Iterator[tuple[str, str]]:
    yield labels.sender, told.sender
    for label, says in (
        (labels.organisation, told.organisation),
        (labels.account, told.account),
        (labels.began, told.began),
        (labels.to, ", ".join(part for part in (told.to, told.also_to) if part)),
        (labels.sends, ", ".join(part for part in (told.kind, told.mails) if part)),
        (labels.why, told.why),
        (labels.first_subject, told.first_subject),
    ):
        if says:
            yield label, says
    for quote in told.quotes:
        yield labels.quotes, quote
    for deed in told.deeds:
        yield labels.done, deed.says
        if deed.note:
            yield "", f"({deed.note})"
    for label, says in ((labels.open, told.open), (labels.now, told.now)):
        if says:
            yield label, says


def _kinds(story: Story) -> list[str]:
    room = max(len(kind.messages) for kind in story.kinds)
    name = max(width(kind.kind) for kind in story.kinds)
    lines: list[str] = []
    for line in story.kinds:
        indent = f"{_INDENT}{line.messages:>{room}}  {_padded(line.kind, name)}  "
        lines.extend(fill(line.means, indent, " " * width(indent)))
    return lines


def _padded(text: str, room: int) -> str:
    return text + " " * (room - width(text))
