"""Small questions to the tags of a page. Pure and bounded."""

from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from bs4 import NavigableString, PageElement, Tag

MOST_CONTROLS = 400
_LONGEST_URL = 8_192


def text_of(tag: Tag, attribute: str) -> str:
    """Return an attribute's value as text; "" when it is absent."""
    said = tag.get(attribute)
    return said if isinstance(said, str) else " ".join(said or ())


def words_in(tag: Tag) -> str:
    """The words inside a small element; of a large one the beginning."""
    inside = tuple(islice(within(tag), 60))
    said = " ".join(str(node) for node in inside if type(node) is NavigableString)
    images = " ".join(text_of(node, "alt") for node in inside if isinstance(node, Tag))
    return (" ".join(said.split()) or " ".join(images.split()))[:300]


def joined(base: str, reference: str) -> str:
    """Resolve a reference; "" when that fails or gets too long."""
    try:
        whole = urljoin(base, reference.strip()[:_LONGEST_URL])
        urlsplit(whole)  # what `urljoin` lets through may still be none: "http://["
    except ValueError:
        return ""
    return whole if len(whole) < _LONGEST_URL else ""


def within(tag: Tag) -> Iterator[PageElement]:
    """What a tag holds, in order. `Tag.descendants` first walks to the deepest last child: quadratic."""
    stack = list(reversed(tag.contents))
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Tag):
            stack.extend(reversed(node.contents))
