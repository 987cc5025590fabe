"""HTML as the senders write it: forms, fields, buttons, boxes, links."""

from html import escape


def form(action: str, *parts: str, method: str = "post", more: str = "") -> str:
    return f'<form action="{escape(action)}" method="{method}"{_(more)}>{"".join(parts)}</form>'


def hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def button(label: str, name: str = "", value: str = "", more: str = "") -> str:
    said = f' name="{name}" value="{escape(value or label)}"' if name else ""
    return f'<button type="submit"{said}{_(more)}>{escape(label)}</button>'


def submit(label: str, name: str = "", more: str = "") -> str:
    said = f' name="{name}"' if name else ""
    return f'<input type="submit"{said} value="{escape(label)}"{_(more)}>'


def box(name: str, value: str, label: str, *, ticked: bool = False, more: str = "") -> str:
    on = " checked" if ticked else ""
    said = f'<input type="checkbox" name="{name}" value="{escape(value)}"{on}{_(more)}>'
    return f"<p><label>{said} {escape(label)}</label></p>"


def radio(name: str, value: str, label: str, *, chosen: bool = False, more: str = "") -> str:
    on = " checked" if chosen else ""
    said = f'<input type="radio" name="{name}" value="{escape(value)}"{on}{_(more)}>'
    return f"<p><label>{said} {escape(label)}</label></p>"


def line(name: str, label: str, value: str = "", *, kind: str = "text", more: str = "") -> str:
    said = f'<input type="{kind}" name="{name}" value="{escape(value)}"{_(more)}>'
    return f"<p><label>{escape(label)} {said}</label></p>"


def area(name: str, label: str, more: str = "") -> str:
    return f'<p><label>{escape(label)}<textarea name="{name}"{_(more)}></textarea></label></p>'


def choice(name: str, label: str, options: tuple[tuple[str, str], ...], chosen: str) -> str:
    inner = "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{escape(says)}</option>'
        for value, says in options
    )
    return f'<p><label>{escape(label)} <select name="{name}">{inner}</select></label></p>'


def link(url: str, label: str, more: str = "") -> str:
    return f'<a href="{escape(url)}"{_(more)}>{escape(label)}</a>'


def head(text: str, level: int = 1) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def para(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def group(legend: str, *parts: str) -> str:
    return f"<fieldset><legend>{escape(legend)}</legend>{''.join(parts)}</fieldset>"


def document(language: str, title: str, body: str, more: str = "") -> bytes:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>{more}</head><body>{body}</body></html>"
    ).encode()


def _(more: str) -> str:
    return f" {more}" if more else ""
