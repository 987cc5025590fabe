"""The bytes of an answer → text, in the charset a page is really written in. Pure and total."""

import codecs
import re

from inbox_guard.core.exchange import Answer

_CHARSET = re.compile(rb"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_TEXTUAL = re.compile(r"text/|html|xml|json|^$", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")
_MOST_BYTES = 1_048_576
# UTF-7 and the like turn harmless bytes into markup; only what pages are really written in counts.
_CHARSETS = re.compile(
    r"utf-8|ascii|iso8859-(?:1|2|5|9|15)|cp125[0-46]|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_jis|cp932|cp949|euc_jp|euc_kr"
    r"|iso2022_jp"
)


def text_of(answer: Answer) -> str | None:
    """The body as text; None when it is none."""
    kind = answer.header("content-type").partition(";")[0].strip()
    body = answer.body[:_MOST_BYTES]
    if not _TEXTUAL.search(kind) or _CONTROL.search(body[:4_096].replace(b"\x1b", b"")):
        return None
    return body.decode(_charset(answer, body), "replace")


def _charset(answer: Answer, body: bytes) -> str:
    header = answer.header("content-type").encode("utf-8", "replace")
    for place in (header, body[:2_048]):
        if found := _CHARSET.search(place):
            try:
                name = codecs.lookup(found[1].decode("ascii", "replace")).name
            except LookupError:
                continue
            if _CHARSETS.fullmatch(name):
                return name
    return "utf-8"


def is_json(answer: Answer, text: str) -> bool:
    """Whether an answer is JSON, by its header or its look."""
    if "json" in answer.header("content-type").lower():
        return True
    bare = text.strip()
    return bare[:1] + bare[-1:] in {"{}", "[]"}
