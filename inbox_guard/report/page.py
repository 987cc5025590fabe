"""The story as one HTML page: no script, no link, nothing loaded from anywhere.

`Story` in, HTML out. Strangers' words reach the page only through Jinja's autoescape, and stand in
``<bdi>`` so that a right-to-left name does not turn the line around it.
"""

from jinja2 import Environment, PackageLoader, StrictUndefined

from inbox_guard.report.story import Story
from inbox_guard.report.words import Words


def page(story: Story, words: Words) -> str:
    """Lay the story out as a whole HTML document."""
    environment = Environment(
        loader=PackageLoader("inbox_guard.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("month.html.j2").render(story=story, words=words) + "\n"
