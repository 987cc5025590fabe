"""A text cut into sentences, whatever broke its lines: 72 columns, a table's cells, a converter of HTML.

Pure, total, linear. What others wrote before (lines that begin with ``>``) is left out, and of a text
longer than 60,000 characters its middle: why a mailing comes stands at its head or in its foot.
"""

import re
from collections.abc import Set


def sentences(text: str, open_ends: Set[str] = frozenset()) -> tuple[str, ...]:
    """Return the sentences of a text in order, each on one line, at most 2,000 characters each.

    `open_ends` are words (lower case) that no sentence ends with: a line that does goes on.
    """
    if len(text) > _HEAD + _FOOT:
        text = f"{text[:_HEAD]}\n\n{text[-_FOOT:]}"
    return tuple(
        sentence[:_LONGEST]
        for block in _blocks(text.splitlines(), open_ends)
        for part in _END.split(_GLUED.sub(r"\1 \2", block))
        if (sentence := part.strip(_EDGES))
    )


_HEAD, _FOOT, _LONGEST = 20_000, 40_000, 2_000
_WRAPPED = 46
"""Characters of a line that was probably broken by a program and not by its writer."""
_EDGES = " \t|•·*–—-_=#<>"
_CLOSED = re.compile(r"[.!?…。！？:：|»]['\")\]”’]*$")
_LAST_WORD = re.compile(r"(\w+)\W{0,3}$")
_GOES_ON = re.compile(r"[,&/(–-]$")
# An address or a URL at the end of a line: what comes next is another matter.
_NAMES_A_PLACE = re.compile(r"(?:@|://|www\.)\S+$")
# Not after an ordinal ("3. März"), a single letter ("z. B.", "S. A.") or a title.
_END = re.compile(
    r"(?<=[^\W\d_]{2}[.!?…])(?<!\b(?i:dr)\.)(?<!\b(?i:mr)\.)(?<!\b(?i:ms)\.)(?<!\b(?i:st)\.)"
    r"(?<!\b(?i:nr)\.)(?<!\b(?i:ca)\.)(?<!\b(?i:no)\.)(?<!\b(?i:mrs)\.)(?<!\b(?i:str)\.)"
    r"(?<!\b(?i:tel)\.)(?<!\b(?i:art)\.)(?<!\b(?i:abs)\.)(?<!\b(?i:lit)\.)(?<!\b(?i:bzw)\.)"
    r"\s(?=[^\W\d_]|[\"'“„«(¿¡\d©\[])(?!(?:z o\.|[a-zà-ÿа-я]))"
    r"|(?<=[\d)\"”»'\]@]\.)\s(?=[A-ZÀ-ÞА-Я“\"©\[])(?<!\b\d\.\s)(?<!\b\d\d\.\s)"
    r"|(?<=[^.][!?…])\s(?=[^\W\d_])|(?<=[。！？])|\s[|•·]\s|\s©\s?|(?<=[가-힣]\.)\s"
)
_GLUED = re.compile(r"([^\W\d_A-ZÀ-Þ]{3}[.!?])([A-ZÀ-Þ][a-zà-ÿ]{2})")


def _blocks(lines: list[str], open_ends: Set[str]) -> list[str]:
    """Join the lines that belong together."""
    blocks: list[list[str]] = []
    last, gap = "", True
    for line in lines:
        line = line.strip()  # noqa: PLW2901
        if not line:
            gap = True
        elif not line.startswith(">"):
            if last and _joined(last, line, gap, open_ends):
                blocks[-1].append(line)
            else:
                blocks.append([line])
            last, gap = line, False
    return [" ".join(block) for block in blocks]


def _joined(last: str, line: str, gap: bool, open_ends: Set[str]) -> bool:
    """Whether a line goes on with the sentence of the line before (with an empty line between: `gap`)."""
    if _CLOSED.search(last[-8:]):
        return False
    word = _LAST_WORD.search(last[-40:])
    if _GOES_ON.search(last) or (word is not None and word[1].lower() in open_ends):
        return True
    if gap:
        return False
    if line[:1].islower():
        return True
    return len(last) >= _WRAPPED and not _NAMES_A_PLACE.search(last[-200:])
