"""A sender: whom it mails, what it answers, and what it has seen.

A house overrides `answer` (web) and `mailed` (mail), and calls the verbs `leave`, `pend`, `join` and
`wrong`. Everything that holds for every sender is watched in `village`.
"""

import hashlib
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from enum import Enum
from html import escape

from tests.letters import OWNER
from tests.senders import markup as m
from tests.senders.letters import Letter
from tests.senders.moves import Move, Wrong
from tests.senders.tongue import tongue
from tests.senders.traffic import Pairs, Reply, Visit, see


class Status(Enum):
    """What a sender's book says about one list."""

    SUBSCRIBED = "subscribed"
    PENDING = "pending"
    LEFT = "left"
    NEVER = "never subscribed"


class Endable(Enum):
    """What it takes to end a subscription without the owner."""

    WEB = "by web"
    MAIL = "by mail"
    BROWSER = "by a browser"
    NOT = "not without the owner"
    OVER = "it was over before"


class Sender:
    """One sender in one language. `row` is its line in the table of known flows; `patterns` what a page shows."""

    name = ""
    row = ""
    patterns: tuple[int, ...] = ()
    via = "page"
    endable = Endable.WEB
    languages: tuple[str, ...] = ("en",)
    alias = OWNER
    lists: tuple[str, ...] = ("news",)
    others: tuple[str, ...] = ()
    notification = False  # not a newsletter: the owner refuses it by name
    covered = True  # whether the signature covers the promise of one click
    begins = Status.SUBSCRIBED
    has_address = True  # whether it is the alias that it has, and not another address

    def __init__(
        self,
        language: str,
        url: Callable[[str, str], str],
        clock: Callable[[], datetime],
        post: Callable[[bytes], None],
        voice: str = "",
    ) -> None:
        self.says = tongue(language, voice)
        self.language = language
        self.key = f"{self.name}-{language}"
        self.domain = f"{self.key}.test"
        self.host = f"mail.{self.domain}"
        self.author = f"news@{self.domain}"
        self.list_id = f"news.{self.domain}"
        self.clock = clock
        self.began = clock()
        self.token = self.secret("token")
        self.book = dict.fromkeys(self.lists, self.begins) | dict.fromkeys(
            self.others, Status.NEVER
        )
        self.visits: list[Visit] = []
        self.mails: list[tuple[str, str, str]] = []
        self.wrongs: list[Wrong] = []
        self.told = False
        self._url = url
        self._post = post
        self._lock = threading.RLock()
        self._slips = 0

    # --- what a house says of itself ---

    @property
    def partners(self) -> tuple[str, ...]:
        """Further hosts that it sends its readers to itself."""
        return ()

    @property
    def strangers(self) -> tuple[str, ...]:
        """Hosts of other organisations, which may learn neither address nor token."""
        return ()

    def answer(self, visit: Visit) -> Reply:
        """Answer a request; the default knows no page."""
        return self.unknown(visit)

    def mailed(self, to: str, subject: str, body: str, author: str) -> None:
        """A mail has come; the default has no mailbox."""

    def ways(self) -> tuple[str, ...]:
        """The URIs of List-Unsubscribe."""
        return (self.url(self.way),)

    def links(self) -> tuple[tuple[str, str], ...]:
        """The links at the foot of a letter: words and URL."""
        return ((self.says("link"), self.url(self.way)),)

    one_click = False
    headers: Pairs = ()

    def letters(self, turn: int) -> Iterator[Letter]:
        """The letters that arrive before a turn; the first newsletter came a day ago."""
        if turn == 0:
            yield self.letter(self.clock() - timedelta(days=1))

    # --- what every house can use ---

    @property
    def way(self) -> str:
        """The path of the way out."""
        return f"/u/{self.token}"

    def secret(self, what: str) -> str:
        """A token that nobody can guess, and the same in every run."""
        return hashlib.sha256(f"{self.key} {what}".encode()).hexdigest()[:24]

    def url(self, path: str, host: str = "") -> str:
        return self._url(host or self.host, path)

    def letter(self, at: datetime) -> Letter:
        """A newsletter with this sender's headers."""
        return Letter(
            author=self.author,
            to=self.alias,
            at=at,
            language=self.language,
            subject=self.says("subject"),
            text=self.says("letter"),
            links=self.links(),
            ways=self.ways(),
            one_click=self.one_click,
            list_id=self.list_id,
            headers=self.headers,
            covered=self.covered,
        )

    def send(self, subject: str, body: str, author: str = "", headers: Pairs = ()) -> None:
        """Write to the subscriber: a confirmation or a goodbye."""
        letter = Letter(
            author=author or f"list@{self.domain}",
            to=self.alias,
            at=self.clock(),
            language=self.language,
            subject=subject,
            text=body,
            headers=(("Auto-Submitted", "auto-generated"), *headers),
        )
        self._post(letter.octets())

    def receive(self, visit: Visit) -> Reply:
        """One request, alone."""
        with self._lock:
            self.visits.append(visit)
            if "download" in visit.path:
                self.wrong(Move.DOWNLOAD, visit)
            return self.answer(visit)

    def take_mail(self, to: str, subject: str, body: str, author: str) -> None:
        """One mail, alone."""
        with self._lock:
            self.mails.append((to, subject, body))
            self.mailed(to, subject, body, author)

    # --- verbs of the book ---

    def leave(self, *lists: str, told: bool = True) -> None:
        """Take the subscriber off lists (those of the letter). `told`: the answer says so plainly."""
        chosen = lists or self.lists[:1]
        if self.told and all(self.book[name] is Status.LEFT for name in chosen):
            self._wrong(Move.TWICE, "")
        for name in chosen:
            if self.book[name] is not Status.NEVER:
                self.book[name] = Status.LEFT
        self.told = self.told or told

    def pend(self, *lists: str) -> None:
        """Wait for a confirmation."""
        for name in lists or self.lists[:1]:
            if self.book[name] is Status.SUBSCRIBED:
                self.book[name] = Status.PENDING

    def join(self, visit: Visit, *lists: str) -> None:
        """Subscribe: always a wrong move."""
        for name in lists or self.lists[:1]:
            never = self.book.get(name, Status.NEVER) is Status.NEVER
            self.wrong(Move.MORE if never else Move.RESUBSCRIBED, visit)
            self.book[name] = Status.SUBSCRIBED

    def wrong(self, move: Move, visit: Visit) -> None:
        self._wrong(move, f"{visit.method} {visit.host}{visit.path}")

    def _wrong(self, move: Move, what: str) -> None:
        if not what and self.visits:
            what = f"{self.visits[-1].method} {self.visits[-1].path}"
        self.wrongs.append(Wrong(move, what))

    @property
    def ended(self) -> bool:
        """Whether the list of the letter is really left."""
        return self.book[self.lists[0]] is Status.LEFT

    # --- sessions ---

    def slip(self) -> str:
        """A fresh CSRF token; only the newest one counts."""
        self._slips += 1
        return self.secret(f"slip {self._slips}")

    def session(self) -> Pairs:
        """The cookie that goes with the newest slip."""
        return (("session", self.secret(f"session {self._slips}")),)

    def honest(self, visit: Visit, name: str = "_csrf") -> bool:
        """Whether a form came with its newest slip and the cookie of the same page."""
        return (
            self._slips > 0
            and visit.sends(name) == self.secret(f"slip {self._slips}")
            and visit.cookies.get("session") == self.secret(f"session {self._slips}")
        )

    # --- pages ---

    def page(
        self, body: str, *, title: str = "", status: int = 200, cookies: Pairs = (), more: str = ""
    ) -> Reply:
        """A page in this sender's language."""
        made = m.document(self.language, title or self.domain, body, more)
        return Reply(status, made, cookies=cookies)

    def tells(self, *keys: str, status: int = 200) -> Reply:
        """A page of sentences, the first one as its heading where there are several."""
        sentences = [self.says(key) for key in keys]
        heading = m.head(sentences[0]) if len(sentences) > 1 else ""
        rest = sentences[1:] if len(sentences) > 1 else sentences
        return self.page(heading + "".join(m.para(sentence) for sentence in rest), status=status)

    def unknown(self, _: Visit) -> Reply:
        return self.page(m.head("404") + m.para(self.says("invalid")), status=404)

    def forbidden(self) -> Reply:
        return self.page(m.head("403") + m.para(escape(self.says("refused"))), status=403)

    def home(self, path: str = "/", cookies: Pairs = ()) -> Reply:
        return see(self.url(path), cookies=cookies)

    def asking(self, *parts: str, action: str = "", heading: str = "ask", more: str = "") -> Reply:
        """The commonest page: a question and a form with these parts."""
        return self.page(m.head(self.says(heading)) + m.form(action, *parts), more=more)

    def confirmation(self, path: str) -> None:
        """Mail the link that finishes what was asked on a page."""
        self.send(self.says("mail_subject"), f"{self.says('mail_body')}\n\n{self.url(path)}\n")

    def goodbye(self) -> None:
        """Mail that it is done."""
        self.send(self.says("bye_subject"), self.says("bye_body"))

    def shop(self, body: str, title: str = "") -> Reply:
        """A page with what shops put around everything: search, sign-up, log-in."""
        says = self.says
        top = m.form("/search", m.line("q", says("search")), m.button(says("search")), method="get")
        top += m.link("/login", says("login")) + m.link("/", self.domain)
        foot = m.head(says("signup"), 3) + m.form(
            "/subscribe",
            m.line("email", says("email"), kind="email", more="required"),
            m.button(says("subscribe"), "go", "1"),
        )
        whole = f"<header>{top}</header><main>{body}</main><footer>{foot}</footer>"
        return self.page(whole, title=title)

    def around(self, visit: Visit) -> Reply | None:
        """What happens to whoever uses the things around a shop's page."""
        match visit.method, visit.path:
            case "POST", "/subscribe":
                self.join(visit, *(self.others or self.lists[:1]))
                return self.tells("joined")
            case _, "/login":
                if visit.method == "POST":
                    self.wrong(Move.ACCOUNT, visit)
                return self.login()
            case "GET", "/search":
                return self.shop("")
            case "GET", "/":
                return self.shop("")
            case _:
                return None

    def login(self, flash: str = "") -> Reply:
        says = self.says
        notice = f'<div class="flash">{m.para(flash)}</div>' if flash else ""
        return self.page(
            notice
            + m.head(says("login"))
            + m.form(
                "/login",
                m.line("user", says("email")),
                m.line("password", says("password"), kind="password"),
                m.button(says("login")),
            ),
            title=says("login"),
        )
