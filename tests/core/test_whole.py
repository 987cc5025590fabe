"""What a mail is by everything that was seen of it: where odd names and words of spam have to be weighed."""

from datetime import UTC, datetime

from inbox_guard.core.address import Owner
from inbox_guard.core.folder import Role
from inbox_guard.core.kind.reads import Reading
from inbox_guard.core.kind.weights import Seen
from inbox_guard.core.kind.whole import settled
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind
from tests.letters import mail

NOW = datetime(2026, 11, 22, tzinfo=UTC)
LIST = ("list-unsubscribe", "list-id", "precedence", "news-author", "footer", "news-foot")
SHOP = ("brief", "commerce", "offer", "percent-off")


def _mail() -> Message:
    raw = mail("Lamps <news@lamps.test>", "This week", "Hello", NOW)
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, NOW, len(raw), raw)
    message = read(fetched, Owner(("mira@home.example",)), ())
    assert isinstance(message, Message)
    return message


def _kind(*signs: str, like: Kind, share: float = 0.95) -> Kind:
    rest = (1 - share) / (len(Kind) - 1)
    reading = Reading({kind: share if kind is like else rest for kind in Kind}, ())
    return settled(_mail(), Kind.NEWSLETTER, [Seen(sign) for sign in signs], reading)


def test_a_list_in_full_is_no_spam_for_what_its_domain_is_called() -> None:
    odd = (*LIST, *SHOP, "authenticated", "lure-domain")
    assert _kind(*odd, like=Kind.NEWSLETTER) is Kind.NEWSLETTER
    assert _kind(*odd, like=Kind.SPAM) is Kind.SPAM
    assert _kind(*odd, "posing-domain", like=Kind.NEWSLETTER) is Kind.SPAM
    assert _kind(*(one for one in odd if one != "list-id"), like=Kind.NEWSLETTER) is Kind.SPAM


def test_words_of_spam_all_through_are_spam_where_nobody_vouches_for_the_sender() -> None:
    plain = ("claim", "commerce", "commerce-more", "news-foot", "sales-ask")
    assert _kind(*plain, like=Kind.SPAM) is Kind.SPAM
    assert _kind(*plain, like=Kind.SPAM, share=0.6) is not Kind.SPAM
    assert _kind(*plain, "known-author", like=Kind.SPAM) is not Kind.SPAM
