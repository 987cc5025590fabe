"""Models of unsubscribe pages whose truth is known, and their mechanical alterations.

A model knows what each of its controls means, whatever it looks like; `wrong_moves` says what a request made
from the page has done that nobody wanted. Everything is drawn from a seeded generator: the same pages every time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from html import escape
from random import Random
from urllib.parse import parse_qsl, urlsplit

from inbox_guard.core.exchange import Answer, Request
from tests.core.page_sayings import TONGUES, Tongue

ME = "ada+lamps@home.example"
URL = "https://mail.lamps.example/page?t=k1"


class Truth(Enum):
    """What it means to press a control, or to send a box ticked."""

    LEAVES = auto()
    HARMS = auto()
    AS_IT_CAME = auto()
    MAY_END = auto()


@dataclass(frozen=True, slots=True)
class Control:
    """A button, link, box or option: its number on the page, its words, what it means, how it looks."""

    number: int
    label: str
    truth: Truth
    ticked: bool = False
    look: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A form or a block of a page. `shape` is one of `_SHAPES`; `leaves`: it is the sender's way out."""

    shape: str
    number: int
    presses: tuple[Control, ...] = ()
    boxes: tuple[Control, ...] = ()
    text: str = ""
    prompt: str = ""
    leaves: bool = True
    action: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """A whole page."""

    language: str
    kind: str
    title: str
    parts: tuple[Part, ...]
    alteration: str = "none"
    noise: int = 0

    def answer(self) -> Answer:
        """The page as it comes over the wire."""
        inside = "".join(_SHAPES[part.shape](part) for part in self.parts)
        html = f"<html><head><title>Lamps</title></head><body><h1>{escape(self.title)}</h1>{inside}</body></html>"
        if self.noise == 1:
            html = html.replace(
                "<form", "<!-- x --><div class='unsubscribe confirm'><FORM"
            ).replace("</form>", "</FORM></div>")
        elif self.noise == 2:
            html = (
                html.replace("><", ">\n\t<")
                .replace("<button", "<span><button")
                .replace("</button>", "</button></span>")
            )
        headers = (("content-type", "text/html; charset=utf-8"),)
        return Answer(200, headers, html.encode(), URL)


def wrong_moves(model: Model, request: Request) -> list[str]:
    """Say what a request from this page does that must not be done."""
    where = urlsplit(request.url)
    fields = parse_qsl((request.body or b"").decode() or where.query, keep_blank_values=True)
    kind, _, rest = where.path.lstrip("/").partition("/")
    number = int("".join(filter(str.isdigit, rest)) or -1)
    if kind == "l":
        links = {one.number: one for part in model.parts for one in part.presses}
        return [] if links[number].truth is Truth.LEAVES else [f"followed “{links[number].label}”"]
    part = next((one for one in model.parts if one.number == number), None)
    if part is None:
        return ["went somewhere else"]
    pressed = {int(value) for name, value in fields if name == "do"}
    wrong = [
        f"pressed “{one.label}”"
        for one in part.presses
        if one.number in pressed and one.truth is not Truth.LEAVES
    ]
    if not pressed and not any(one.truth is Truth.LEAVES for one in part.presses):
        wrong.append("sent a form of another matter")
    return wrong + list(_wrong_boxes(part, fields)) + list(_wrong_words(part, fields))


def _wrong_boxes(part: Part, fields: list[tuple[str, str]]) -> Iterator[str]:
    sent = {int(value) for name, value in fields if name.startswith("x")}
    for box in part.boxes:
        is_sent = box.number in sent
        if is_sent == box.ticked:
            continue
        if box.truth is Truth.AS_IT_CAME or (is_sent and box.truth is not Truth.LEAVES):
            yield f"{'ticked' if is_sent else 'unticked'} “{box.label}”"


def _wrong_words(part: Part, fields: list[tuple[str, str]]) -> Iterator[str]:
    for name, value in fields:
        if name.startswith("t") and value.strip():
            yield "answered a survey with text"
        if name.startswith("h") and value:
            yield "fell into a trap for robots"
        if name.startswith("e") and value and (value != ME or not part.leaves):
            yield "gave an address away"


# --- shapes ----------------------------------------------------------------------------------------


def _named(control: Control) -> str:
    return f"<button {control.look} name=do value={control.number}>{escape(control.label)}</button>"


def _boxed(control: Control, kind: str, name: str) -> str:
    tick = " checked" if control.ticked else ""
    return f"<label><input type={kind} name={name} value={control.number}{tick}>{escape(control.label)}</label>"


def _wrapped(part: Part, *inside: str) -> str:
    action = part.action or f"/f/{part.number}"
    token = f"<input type=hidden name=k value=s{part.number}>"
    buttons = "".join(map(_named, part.presses))
    return f"<form method=post action='{action}'>{token}{''.join(inside)}{buttons}</form>"


def _plain(part: Part) -> str:
    return _wrapped(part, f"<p>{escape(part.prompt)}</p>" if part.prompt else "")


def _links(part: Part) -> str:
    links = "".join(
        f"<a {one.look} href=/l/{one.number}>{escape(one.label)}</a> " for one in part.presses
    )
    return f"<div>{links}</div>"


def _checkboxes(part: Part) -> str:
    boxes = "".join(_boxed(box, "checkbox", f"x{box.number}") for box in part.boxes)
    return _wrapped(part, f"<p>{escape(part.prompt)}</p>", boxes)


def _radios(part: Part) -> str:
    boxes = "".join(_boxed(box, "radio", f"x{part.number}") for box in part.boxes)
    return _wrapped(part, f"<p>{escape(part.prompt)}</p>", boxes)


def _survey(part: Part) -> str:
    boxes = "".join(_boxed(box, "radio", f"x{part.number}") for box in part.boxes)
    area = f"<textarea name=t{part.number}></textarea>"
    return _wrapped(part, f"<p>{escape(part.prompt)}</p>", boxes, area)


def _typed(part: Part) -> str:
    trap = f"<div style='position:absolute;left:-4000px'><input name=h{part.number}></div>"
    field = f"<label>{escape(part.text)} <input type=email name=e{part.number}></label>"
    return (
        f"<h2>{escape(part.prompt)}</h2>{_wrapped(part, trap, field)}"
        if part.prompt
        else _wrapped(part, trap, field)
    )


def _login(part: Part) -> str:
    field = f"<input type=email name=e{part.number}><input type=password name=p{part.number}>"
    return _wrapped(part, field)


def _prose(part: Part) -> str:
    return f"<p>{escape(part.text)}</p>"


_SHAPES: dict[str, Callable[[Part], str]] = {
    "plain": _plain,
    "links": _links,
    "checkboxes": _checkboxes,
    "radios": _radios,
    "survey": _survey,
    "typed": _typed,
    "login": _login,
    "prose": _prose,
}


# --- pages before they are altered -----------------------------------------------------------------


def _leave(number: int, label: str) -> Control:
    return Control(number, label, Truth.LEAVES)


def _harm(number: int, label: str) -> Control:
    return Control(number, label, Truth.HARMS)


def models(language: str) -> Iterator[Model]:
    """The pages of one language as their makers wrote them."""
    tongue = TONGUES[language]
    for kind, title, parts in _pages(tongue):
        yield Model(language, kind, title, parts)


def _pages(tongue: Tongue) -> Iterator[tuple[str, str, tuple[Part, ...]]]:
    lists = (
        Control(21, "Lamp news", Truth.MAY_END, ticked=True),
        Control(22, "Shades", Truth.MAY_END),
        Control(23, tongue.orders, Truth.AS_IT_CAME, ticked=True),
        Control(24, "Bulbs", Truth.MAY_END, ticked=True),
    )
    to_leave = tuple(replace(one, truth=Truth.LEAVES, ticked=False) for one in lists[:2])
    paces = (
        Control(31, tongue.weekly, Truth.MAY_END, ticked=True),
        Control(32, tongue.less, Truth.MAY_END),
        Control(33, tongue.pause, Truth.MAY_END),
        Control(34, tongue.never, Truth.LEAVES),
    )
    whys = (
        Control(41, tongue.spam, Truth.HARMS),
        Control(42, tongue.too_many, Truth.HARMS),
        Control(43, tongue.other, Truth.HARMS),
    )
    out = tuple(_leave(10 + number, label) for number, label in enumerate(tongue.leave))
    keep = tuple(_harm(50 + number, label) for number, label in enumerate(tongue.keep))
    save = _leave(19, tongue.save)
    heading = tongue.heading
    yield "form", heading, (Part("plain", 1, (out[0], _harm(60, tongue.cancel))),)
    yield (
        "dark form",
        "Please don't go!",
        (Part("plain", 1, (keep[0], out[1], _harm(61, tongue.pause))),),
    )
    yield "links", tongue.question, (Part("links", 1, (keep[1], out[2], _harm(60, tongue.cancel))),)
    yield "keep boxes", "Lamps", (Part("checkboxes", 1, (save,), lists, prompt=tongue.receive),)
    everything = Control(25, tongue.leave_all, Truth.LEAVES)
    boxes = (*lists, everything)
    yield "all box", "Lamps", (Part("checkboxes", 1, (save,), boxes, prompt=tongue.receive),)
    yield (
        "leave boxes",
        heading,
        (Part("checkboxes", 1, (out[0],), to_leave, prompt=tongue.which + ":"),),
    )
    yield "radios", "Lamps", (Part("radios", 1, (save,), paces, prompt=tongue.receive),)
    yield "survey", heading, (Part("survey", 1, (out[3], keep[0]), whys, prompt=tongue.why),)
    yield "typed", heading, (Part("typed", 1, (out[0],), text=tongue.email),)
    yield "login", "Lamps", (Part("login", 1, (_harm(62, tongue.login), out[0]), leaves=True),)
    yield "none", "Lamps", (Part("plain", 1, (keep[0], _harm(60, tongue.cancel))),)


# --- alterations -----------------------------------------------------------------------------------

Alteration = Callable[[Model, Random], Model]


def _with_presses(
    model: Model, change: Callable[[tuple[Control, ...]], tuple[Control, ...]]
) -> Model:
    parts = tuple(replace(part, presses=change(part.presses)) for part in model.parts)
    return replace(model, parts=parts)


def labels_swapped(model: Model, draw: Random) -> Model:
    """Words, and what they mean, change places; names, order and looks stay."""

    def swap(controls: tuple[Control, ...]) -> tuple[Control, ...]:
        words = [(one.label, one.truth) for one in controls]
        draw.shuffle(words)
        return tuple(
            replace(one, label=label, truth=truth)
            for one, (label, truth) in zip(controls, words, strict=True)
        )

    return _with_presses(model, swap)


def boxes_shuffled(model: Model, draw: Random) -> Model:
    """Boxes change places."""
    parts = tuple(
        replace(part, boxes=tuple(draw.sample(part.boxes, len(part.boxes)))) for part in model.parts
    )
    return replace(model, parts=parts)


def order_shuffled(model: Model, draw: Random) -> Model:
    """Buttons, links and blocks stand in another order."""
    shuffled = _with_presses(model, lambda controls: tuple(draw.sample(controls, len(controls))))
    return replace(shuffled, parts=tuple(draw.sample(shuffled.parts, len(shuffled.parts))))


def looks_changed(model: Model, draw: Random) -> Model:
    """Classes and ids say the opposite, or nothing."""
    looks = (
        "class='btn btn-primary' id=unsubscribe",
        "class='unsubscribe confirm'",
        "id=keep class=muted",
        "class=x1 style='font-size:9px'",
        "autofocus",
    )
    return _with_presses(
        model, lambda controls: tuple(replace(one, look=draw.choice(looks)) for one in controls)
    )


def negated(model: Model, draw: Random) -> Model:
    """What unsubscribed now says that it does not."""
    nay = TONGUES[model.language].keep[2]

    def turn(controls: tuple[Control, ...]) -> tuple[Control, ...]:
        return tuple(
            replace(one, label=nay, truth=Truth.HARMS)
            if one.truth is Truth.LEAVES and one.label != TONGUES[model.language].save
            else one
            for one in controls
        )

    return _with_presses(model, turn)


def languages_mixed(model: Model, draw: Random) -> Model:
    """What must not be pressed speaks another language; so does the heading."""
    other = TONGUES[draw.choice(sorted(TONGUES))]
    words = (*other.keep, other.cancel, other.resubscribe, other.delete, other.pause)

    def mix(controls: tuple[Control, ...]) -> tuple[Control, ...]:
        return tuple(
            replace(one, label=draw.choice(words)) if one.truth is Truth.HARMS else one
            for one in controls
        )

    mixed = _with_presses(model, mix)
    return replace(mixed, title=draw.choice((model.title, other.heading, other.question, "Lamps")))


def decoys_added(model: Model, draw: Random) -> Model:
    """Other matters stand around: sign-up, way back, account, survey, cookies, search, login."""
    tongue = TONGUES[draw.choice((model.language, model.language, *sorted(TONGUES)))]
    lists = (
        Control(91, "Marketing", Truth.AS_IT_CAME, ticked=True),
        Control(92, "Maps", Truth.AS_IT_CAME),
    )
    wipe = (Control(93, tongue.delete, Truth.HARMS), Control(94, "Export", Truth.HARMS))
    decoys = (
        Part(
            "typed",
            70,
            (_harm(71, tongue.subscribe),),
            text=tongue.email,
            prompt=tongue.sign_up,
            leaves=False,
        ),
        Part(
            "typed",
            72,
            (_harm(73, tongue.confirm),),
            text=tongue.email,
            prompt=tongue.sign_up,
            leaves=False,
        ),
        Part("plain", 74, (_harm(75, tongue.resubscribe),), leaves=False),
        Part("plain", 76, (_harm(77, tongue.delete),), leaves=False),
        Part("survey", 78, (_harm(79, tongue.save),), prompt=tongue.why, leaves=False),
        Part(
            "checkboxes", 80, (_harm(81, tongue.save),), lists, prompt=tongue.cookies, leaves=False
        ),
        Part("radios", 82, (_harm(83, tongue.confirm),), wipe, leaves=False),
        Part("links", 84, (_harm(85, tongue.resubscribe), _harm(86, tongue.login)), leaves=False),
        Part("login", 87, (_harm(88, tongue.login),), leaves=False),
    )
    chosen = draw.sample(decoys, draw.randint(1, 4))
    return replace(
        model, parts=tuple(draw.sample((*model.parts, *chosen), len(model.parts) + len(chosen)))
    )


def other_lists_added(model: Model, draw: Random) -> Model:
    """Ways out of other lists stand beside the one that is meant; without one, theirs would be it."""
    if model.kind == "none":
        return model
    leave = TONGUES[model.language].leave[0]
    other = _harm(97, f"{leave}: Partner maps")
    added = Part(draw.choice(("plain", "links")), 96, (other,), leaves=False)
    return replace(model, parts=tuple(draw.sample((*model.parts, added), len(model.parts) + 1)))


def way_out_removed(model: Model, draw: Random) -> Model:
    """Only what must not be pressed is left, among decoys."""
    gone = _with_presses(
        model, lambda controls: tuple(one for one in controls if one.truth is not Truth.LEAVES)
    )
    return decoys_added(gone, draw)


def claims_added(model: Model, draw: Random) -> Model:
    """Sentences that sound like success stand on it: denied, asked, promised."""
    tongue = TONGUES[model.language]
    said = draw.choice((tongue.not_done, tongue.question, tongue.condition))
    return replace(model, parts=(*model.parts, Part("prose", 95, text=said)))


def target_turned(model: Model, draw: Random) -> Model:
    """The form goes where one subscribes, whatever its button says."""
    parts = tuple(
        replace(
            part,
            action=f"/f/{draw.choice(('resubscribe', 'signup', 'subscribe'))}/{part.number}",
            leaves=False,
            presses=tuple(replace(one, truth=Truth.HARMS) for one in part.presses),
        )
        if part.shape != "links"
        else part
        for part in model.parts
    )
    return replace(model, parts=parts)


def markup_changed(model: Model, draw: Random) -> Model:
    """The same page in other markup."""
    return replace(model, noise=draw.choice((1, 2)))


ALTERATIONS: dict[str, Alteration] = {
    "labels swapped": labels_swapped,
    "boxes shuffled": boxes_shuffled,
    "order shuffled": order_shuffled,
    "looks changed": looks_changed,
    "negated": negated,
    "languages mixed": languages_mixed,
    "decoys added": decoys_added,
    "other lists added": other_lists_added,
    "way out removed": way_out_removed,
    "claims added": claims_added,
    "target turned": target_turned,
    "markup changed": markup_changed,
}


def altered(rounds: int = 1) -> Iterator[Model]:
    """Every page of every language, as it is and altered in every way, and in pairs of ways at random."""
    draw = Random(20261122)
    for language in TONGUES:
        for model in models(language):
            yield model
            for _ in range(rounds):
                for name, alter in ALTERATIONS.items():
                    yield replace(alter(model, draw), alteration=name)
                first, second = draw.sample(sorted(set(ALTERATIONS) - {"other lists added"}), 2)
                both = ALTERATIONS[second](ALTERATIONS[first](model, draw), draw)
                yield replace(both, alteration="two at once")
