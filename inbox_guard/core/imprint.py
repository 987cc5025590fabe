"""Who is behind a mailing and where: company names by their legal form, and postal addresses.

Pure, total; the last 6,000 characters of a text are read, with expressions of bounded length. What
counts as a legal form or as a street's word stands in `core/data/imprint.tsv`. An address needs a house
number, a word of a street where its postcode alone tells little, and a postcode with a place; at the very end
of a text a street with a number and a town.
"""

import re
from functools import cache

from inbox_guard.core.data import rows


def companies(text: str) -> tuple[str, ...]:
    """Return the companies named in the foot of a text with their legal form, in its order, each once."""
    foot = _foot(text, "\n")
    found = [(one.start(), one[0]) for pattern in _company() for one in pattern.finditer(foot)]
    names = (_tidy(name) for _, name in sorted(found) if not _SHOUTED.fullmatch(name))
    return tuple(dict.fromkeys(name for name in names if " " in name or _EAST.search(name)))


def responsible(text: str, shown: str) -> str:
    """Return the company that seems to answer for a text; "" where none does.

    That is one which shares a word with what the sender shows of himself (name and address, in
    `shown`), else one behind a copyright sign, else one in the last 1,200 characters.
    """
    named = companies(text)
    for name in named:
        words = (word.strip(",.&«»\"'") for word in name.lower().split()[:-1])
        if any(len(word) >= _SHORTEST and word in shown.lower() for word in words):
            return name
    foot = _foot(text, "\n")
    for name in named:
        at = foot.find(name)
        if at >= 0 and _RIGHTS.search(foot[max(0, at - 40) : at]):
            return name
    end = _foot(text[-_VERY_END:], "\n")
    return next((name for name in reversed(named) if name in end), "")


def postal(text: str) -> str:
    """Return the postal address in the foot of a text on one line, the last there is; "" without one."""
    foot = _foot(text, ", ")
    best = ""
    for code in _CODE.finditer(foot):
        before = foot[max(0, code.start() - _BEFORE) : code.start()]
        if code.lastgroup in _WHOLE:
            best = code[0]
            continue
        weak = code.lastgroup in _WEAK and not (code.lastgroup == "spaced" and _NEXT.search(before))
        house = _first_house(before, need_street=weak)
        if house is not None:
            best = f"{before[house:]}{foot[code.start() : code.end()]}"
        elif code.lastgroup in _AHEAD:
            after = foot[code.end() : code.end() + _BEFORE].partition("©")[0]
            if _DIGIT.search(after) and (_street(after) or _EAST.search(after)):
                best = f"{code[0]}{after}"
        elif code.lastgroup == "box":
            best = code[0]
        elif (
            "," not in code[0] and (found := _BEHIND.match(foot, code.end())) and _street(found[1])
        ):
            best = f"{code[0]}{found[0]}"
    return " ".join((best or _in_a_town(foot[-_VERY_END:])).split()).strip(" ,;|•·")[:_LONGEST]


def _in_a_town(end: str) -> str:
    """A street with a number and a town behind it, as small senders write their address; the last there is."""
    pieces = _PIECE.split(end)
    for street, town in zip(reversed(pieces[:-1]), reversed(pieces[1:]), strict=True):
        line = _SENTENCE.split(street)[-1]
        place = _TOWN.match(town)
        if place and _house_in_a_street(line):
            return f"{line}, {place[0]}"
    return ""


def _house_in_a_street(line: str) -> bool:
    """Whether a line is a street's name and a number and nothing else: ``Rue du Port 4``, ``4 Port Road``."""
    words = [word.lower().rstrip(".") for word in line.split()]
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    if not 2 <= len(words) <= _LONGEST_STREET or len(numbers) != 1:
        return False
    streets, ends = _streets()
    small = streets | _PARTICLES
    if not all(
        word[0].isupper() or word[0].isdigit() or word.lower().rstrip(".") in small
        for word in line.split()
    ):
        return False
    if words[-1] == numbers[0]:
        return words[-2].endswith(ends) or not streets.isdisjoint(words[:-2])
    return words[0] == numbers[0] and len(words) > 2 and words[-1] in streets - _ALSO_TIMES


_ALSO_TIMES = frozenset({"am"})  # "10 Sept AM"
_NUMBER = re.compile(r"\d{1,4}[a-z]?(?:[-/]\d{1,4})?")
_FOOT = 6_000
# Words in capitals before "AS" or "SE" are shouting, not a company.
_SHOUTED = re.compile(r"[^a-zà-ÿ]+\s[^a-zà-ÿ]+\s(?:AS|SE|SA|SL|LP|AB|AG|KG|Company)")
_VERY_END = 1_200
_SHORTEST = 3
_RIGHTS = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)
_BEFORE = 80
_LONGEST = 160
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DIGIT = re.compile(r"\d")
_CAPITAL = r"[A-ZÀ-ÞŁŚŻŹĆŠČŘŽĐİ0-9]"
_LINK = r"(?:&|\+|and|und|et|y|e|i|og|och|de|du|des|la|del|di|do|da|of|the|van)[ ]"
_NAME = rf"(?<![\w&'’.-])(?:{_CAPITAL}[\w&'’.+-]{{0,40}},?[ ](?:{_LINK}){{0,2}}){{1,6}}"
_LEADING = re.compile(
    r"^(?:(?:copyright|©|\(c\)|\d{4}(?:[-–]\d{2,4})?|impressum|anbieter|herausgeber|sent|from|by|the|als"
    r"|kunde|versand|verantwortlich|publisher|contact|kontakt|about|unsubscribe|privacy)[\s,.:]+)+",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"[^\W\d_]{2,40}\.?,?\s(?:n[.°º]\s?|[Nn]o[.:]\s?)?\d{1,5}(?:\s?[-/]\s?\d{1,4})?\s?[a-zA-Z]?(?!\w)"
    r"|(?<!\w)(?!(?:19|20)\d\d\s)\d{1,5}[a-zA-Z]?(?:[-/]\d{1,5})?,?\s[^\W\d_]{2,40}|\d丁目|\d番"
)
_PLACE = r"[A-ZÀ-ÞŁŚŻŹĆŠČŘŽĐİ][\w'’-]{1,30}(?:\s[A-ZÀ-ÞŁŚŻŹĆŠČŘŽĐİ][\w'’-]{1,30}){0,2}"
_TOWN = re.compile(_PLACE)
_LONGEST_STREET = 6  # words
_PARTICLES = frozenset(
    {
        "de",
        "del",
        "della",
        "dei",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "des",
        "la",
        "las",
        "les",
        "los",
        "of",
        "the",
    }
)
_PIECE = re.compile(r",\s+|\s?[|•·©]\s?|\s[-–]\s")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\.\s|[?!:;]\s")
_STATE = (
    r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]"
    r"|T[NX]|UT|V[AT]|W[AIVY]|[A-Z][a-z]{3,12})"
)
_CODE = re.compile(
    rf"(?P<us>{_PLACE},?\s{_STATE}\.?,?\s\d{{5}}(?:-\d{{4}})?(?!\d))"
    rf"|(?P<ca>(?:{_PLACE},?\s)?(?:AB|BC|MB|N[BLSTU]|ON|PE|QC|SK|YT),?\s[A-Z]\d[A-Z]\s?\d[A-Z]\d(?!\w))"
    rf"|(?P<gb>(?:{_PLACE},?\s)?(?<!\w)[A-Z]{{1,2}}\d[A-Z\d]?\s\d[A-Z]{{2}}(?!\w))"
    rf"|(?P<ie>(?:{_PLACE},?\s)?(?<!\w)[A-Z]\d[\dW]\s[A-Z\d]{{4}}(?!\w))"
    rf"|(?P<au>(?:{_PLACE},?\s)?(?<!\w)(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),?\s\d{{4}}(?!\d))"
    rf"|(?P<nl>(?<![\d-])\d{{4}}\s?[A-Z]{{2}},?\s{_PLACE})"
    rf"|(?P<pl>(?<![\d-])\d{{2}}-\d{{3}}\s{_PLACE})"
    rf"|(?P<pt>(?<![\d-])\d{{4}}-\d{{3}}\s{_PLACE})"
    rf"|(?P<br>(?<![\d-])\d{{5}}-\d{{3}}(?!\d))"
    rf"|(?P<jp>〒?\s?(?<![\d-])\d{{3}}-\d{{4}}(?!\d))"
    rf"|(?P<ru>(?<!\d)\d{{6}},\s(?:г\.\s?|Россия,?\s)?[А-ЯЁ][а-яё-]{{2,30}})"
    rf"|(?P<spaced>(?<!\d)(?:SE-|CZ-)?\d{{3}}\s\d{{2}},?\s{_PLACE})"
    rf"|(?P<mainland>(?<![\w-])(?:(?:DE|D|A|AT|CH|F|FR|I|IT|E|ES|B|BE|DK|NO|N|FI|FIN|L)-|(?!(?:19|20)\d\d\D))\d{{4,5}},?\s{_PLACE})"
    r"|(?P<ro>[A-ZȘȚÎ][a-zăâîșț-]{2,30},?\s\d{6}(?!\d))"
    r"|(?P<zh>[\u4e00-\u9fff]{2,20}(?:路|街|道|巷|弄)[\u4e00-\u9fff]{0,6}\d{1,5}(?:号|號)[^\s,，|]{0,20})"
    r"|(?P<ko>[가-힣]{2,10}(?:시|도)\s(?:[가-힣]{1,8}[시군]\s)?[가-힣]{1,8}[구군동읍면시]\s[가-힣\d]{1,12}(?:로|길)\s?\d{1,4})"
    r"|(?P<box>(?<!\w)(?i:p\.?\s?o\.?\s?box|postfach|postbus|postboks|postiosoite|casella postale"
    r"|boîte postale|apartado de correos|apartado)\s\d{1,7})"
)
_WEAK = frozenset({"mainland", "spaced", "nl", "pl", "pt", "br", "jp", "ru", "ro"})
_AHEAD = frozenset({"jp", "ru"})
_NEXT = re.compile(r"[^\W\d_]{2,40}\s\d{1,4}(?:/\d{1,4})?[a-z]?,\s$")  # Dlouhá 15, 110 00 Praha 1
_WHOLE = frozenset({"zh", "ko"})
"""What is an address by itself."""
_BEHIND = re.compile(
    r",\s([^\d,|©]{3,40}\s\d{1,4}(?:[./][^\s,|]{0,6})?)"
)  # 1052 Budapest, Váci utca 8.
_WORDS = re.compile(r"[^\W_][\w/.'-]*")


def _foot(text: str, joint: str) -> str:
    lines = (" ".join(line.split()) for line in text[-_FOOT:].splitlines())
    foot = joint.join(line for line in lines if line)
    return foot.replace(" | ", joint).replace(" • ", joint).replace(" · ", joint)


def _tidy(name: str) -> str:
    return _LEADING.sub("", " ".join(name.split())).strip(" ,|")


def _first_house(before: str, *, need_street: bool) -> int | None:
    """Where the street begins in the words before a postcode; None when there is none."""
    breaks = [
        one.end()
        for one in re.finditer(r"[|•·©]|(?<![Ss]tr)\.\s{1,3}(?=[A-Z][a-z]+\s[a-z])", before)
    ]
    start = breaks[-1] if breaks else 0
    house = _HOUSE.search(before, start)
    if house is None or (need_street and not _street(before[start:])):
        return None
    pieces = [one.end() for one in re.finditer(r",\s", before[: house.start()])]
    return max([start, *(piece for piece in pieces if piece <= house.start())])


def _street(text: str) -> bool:
    words, ends = _streets()
    for found in _WORDS.finditer(text):
        word = found[0].lower().rstrip(".")
        if word in words or (len(word) > 4 and word.endswith(ends)):
            return True
    return False


@cache
def _streets() -> tuple[frozenset[str], tuple[str, ...]]:
    words: list[str] = []
    ends: list[str] = []
    for kind, _, cell in rows("imprint"):
        if kind == "street":
            words += cell.split(" | ")
        elif kind == "street-end":
            ends += cell.split(" | ")
    return frozenset(words), tuple(ends)


@cache
def _company() -> tuple[re.Pattern[str], ...]:
    forms = {"form": [], "form-first": []}  # type: dict[str, list[str]]
    for kind, _, cell in rows("imprint"):
        if kind in forms:
            forms[kind] += (re.escape(form) for form in cell.split(" | "))
    behind = "|".join(sorted(forms["form"], key=len, reverse=True))
    first = "|".join(sorted(forms["form-first"], key=len, reverse=True))
    return (
        re.compile(rf"{_NAME}(?:{behind})(?!\w)"),
        re.compile(
            rf"(?<!\w)(?:{first})\s[«\"“„]?[^\W\d_][\w&'.-]{{0,40}}(?:\s[A-ZА-ЯЁ][\w-]{{0,40}}){{0,3}}[»\"”“]?"
        ),
        re.compile(
            r"(?:株式会社|有限会社|合同会社|一般社団法人|\(주\)|㈜|주식회사\s?)[\w&.-]{1,30}"
        ),
        re.compile(r"[\w&.-]{1,30}(?:株式会社|有限会社|合同会社|有限公司|주식회사)"),
    )
