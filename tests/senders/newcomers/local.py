"""What senders of civic life, clubs and tools share: a page with slots, and a sender that fills them."""

import re
from collections.abc import Mapping
from html import escape
from typing import ClassVar

from tests.senders.sender import Sender, Status
from tests.senders.traffic import Pairs, Reply

Words = Mapping[str, Mapping[str, str]]


_SLOT = re.compile(r"\[\[(\w+)\]\]")


class Local(Sender):
    """A sender with its own words: `words` by language; `[[key]]` in a page is one of them or a value."""

    words: ClassVar[Words] = {}

    def t(self, key: str) -> str:
        return self.words[self.language][key]

    def put(self, template: str, **values: str) -> str:
        """A template with its slots filled; values come as HTML, words are escaped."""
        known = {
            "lang": self.language,
            "alias": self.alias,
            "token": self.token,
            "domain": self.domain,
            **values,
        }

        def slot(found: re.Match[str]) -> str:
            key = found[1]
            return known[key] if key in known else escape(self.t(key))

        return _SLOT.sub(slot, template)

    def show(self, template: str, status: int = 200, cookies: Pairs = (), **values: str) -> Reply:
        return Reply(status, self.put(template, **values).encode(), cookies=cookies)

    def links(self) -> tuple[tuple[str, str], ...]:
        return ((self.t("foot"), self.url(self.way)),)

    def on(self, name: str) -> bool:
        return self.book[name] in {Status.SUBSCRIBED, Status.PENDING}
