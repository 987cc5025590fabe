"""The words of a message: its text, whatever its MIME structure claims.

Pure and total, with caps: depth 30, 200 parts, 1 MB decoded text; unknown charsets fall back to
latin-1, UTF-7 is refused. RFC 2045, RFC 2046; HTML by lxml.
"""

import re
from dataclasses import dataclass

from inbox_guard.core.encoding import decoded, decoded_page, lines, one_line
from inbox_guard.core.html_text import Link, rendered
from inbox_guard.core.mime import Part, file_names, text_parts

__all__ = ["Body", "Link", "body"]


@dataclass(frozen=True, slots=True)
class Body:
    """What a person would read: plain text (of the text part, else rendered from HTML) and the links.

    `files` are the names of files it brings, lower-case; `cut_words` counts the places where
    an invisible character stands inside a word of Latin letters (it is not in `text`), `buried` the
    characters of prose that CSS hides below what it shows (`core.html_text`). `invites` says
    that a part of it is an invitation or an answer to one (RFC 6047 §2.4: a ``text/calendar`` part
    with a method).
    """

    text: str
    links: tuple[Link, ...]
    files: tuple[str, ...] = ()
    cut_words: int = 0
    buried: int = 0
    invites: bool = False


def body(raw: bytes) -> Body:
    """Return the readable words of a whole (or cut) raw message; an empty `Body` when there are none.

    Of alternatives the plain one is read, unless it is empty or only sends its reader to the other;
    the links of the HTML one are kept either way.
    """
    room = _TEXT
    choices: dict[int, _Choice] = {}
    for part in text_parts(raw):
        if room <= 0:
            break
        read = decoded_page if part.kind == "text/html" else decoded
        text = read(part.content[:room], part.charset)
        room -= len(part.content)
        choices.setdefault(part.choice, _Choice([], [], [])).add(part, text)
    said = [choice.words for choice in choices.values()]
    links = tuple(link for choice in choices.values() for link in choice.links)
    text = lines("\n\n".join(text for text in said if text))[:_TEXT]
    cut_words = sum(choice.cut_words for choice in choices.values())
    invites = _INVITATION.search(raw[:_TEXT]) is not None
    buried = sum(choice.buried for choice in choices.values())
    return Body(text, links, file_names(raw), cut_words, buried, invites)


_TEXT = 1024 * 1024
_INVITATION = re.compile(
    rb"^content-type:[ \t]*text/calendar\b[^\r\n]{0,200}(?:\r?\n[ \t][^\r\n]{0,200})??[; \t]method=",
    re.IGNORECASE | re.MULTILINE,
)
# What a plain part says when its writer had only HTML: where to look instead, in the languages we met.
_ELSEWHERE = re.compile(
    r"html|browser|web ?version|online|navigat(?:eur|ore)|navegador|webbläsare|nettleser|selai[nm]"
    r"|prohlížeč|przeglądar|böngésző|tarayıcı|браузер|ブラウザ|浏览器|瀏覽器|브라우저",
    re.IGNORECASE,
)
_URL = re.compile(r"<?\bhttps?://\S+", re.IGNORECASE)
_SHORT = 300  # characters without URLs: a plain part this short may be an excuse
_FAR_LONGER = 4


@dataclass(slots=True)
class _Choice:
    """The alternatives of one place in a message."""

    plain: list[str]
    html: list[str]
    links: list[Link]
    cut_words: int = 0
    buried: int = 0

    def add(self, part: Part, text: str) -> None:
        if part.kind == "text/html":
            said, links, buried = rendered(text)
            self.buried += buried
            self.cut_words += _cut_words(said)
            self.html.append(lines(said))
            self.links += (Link(link.url, one_line(link.text)) for link in links)
        else:
            self.plain.append(text.strip())
            self.cut_words += _cut_words(text)

    @property
    def words(self) -> str:
        plain, html = "\n\n".join(self.plain), "\n\n".join(self.html)
        return html if html and _excuse(plain, html) else plain


# A zero-width blank, joiner or word joiner between two Latin letters: no writing system puts it there.
_CUT = re.compile("[A-Za-z][\u200b-\u200d\u2060\ufeff](?=[A-Za-z])")


def _cut_words(text: str) -> int:
    return 0 if text.isascii() else len(_CUT.findall(text))


def _excuse(plain: str, html: str) -> bool:
    """Whether a plain part only stands there to be there."""
    if len(plain) > 10 * _SHORT:
        return False
    own = _URL.sub("", plain).strip()
    if not own:
        return True
    return len(own) < _SHORT and (
        len(html) > _FAR_LONGER * len(own) or bool(_ELSEWHERE.search(own))
    )
