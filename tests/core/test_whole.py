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


def test_a_list_has_to_be_one_in_full_to_be_called_what_it_likes() -> None:
    odd = (*LIST, *SHOP, "authenticated", "lure-domain")
    less = [one for one in odd if one != "list-id"]
    assert _of(*odd, like=Kind.NEWSLETTER, spam=0, newsletter=-0.8) is Kind.NEWSLETTER
    assert _of(*less, like=Kind.NEWSLETTER, spam=0, newsletter=-0.8) is Kind.SPAM


def test_words_of_spam_all_through_are_spam_where_nobody_vouches_for_the_sender() -> None:
    plain = ("claim", "commerce", "commerce-more", "news-foot", "sales-ask")
    assert _kind(*plain, like=Kind.SPAM) is Kind.SPAM
    assert _kind(*plain, like=Kind.SPAM, share=0.6) is not Kind.SPAM
    assert _kind(*plain, "known-author", like=Kind.SPAM) is not Kind.SPAM


def test_what_is_hardly_more_like_a_mailing_than_like_spam_has_to_be_vouched_for() -> None:
    plain = ("claim", "footer", "news-foot", "commerce")
    sums = {"spam": 0.0, "newsletter": 0.2, "transactional": -6.0}
    assert _of(*plain, like=Kind.NEWSLETTER, **sums) is Kind.TRANSACTIONAL
    assert _of(*plain, "shouting", like=Kind.NEWSLETTER, **sums) is Kind.SPAM
    assert _of(*plain, "authenticated", like=Kind.NEWSLETTER, **sums) is Kind.NEWSLETTER
    assert _of(*plain, like=Kind.NEWSLETTER, **sums | {"spam": -0.2}) is Kind.NEWSLETTER


def _of(
    *signs: str, by_rules: Kind = Kind.PERSONAL, like: Kind = Kind.PERSONAL, **scores: float
) -> Kind:
    """What comes of these sums; a kind that is not named has next to nothing."""
    summed = {kind: scores.get(kind.value, -9.0) for kind in Kind}
    reading = Reading({kind: float(kind is like) for kind in Kind}, ())
    seen = [Seen(sign) for sign in signs]
    return settled(_mail(), by_rules, seen, reading, lambda names, read_as: summed)


def test_a_mailing_needs_a_lead_and_more_of_it_in_two_lines() -> None:
    signs = ("authenticated", "list-unsubscribe", "precedence")
    assert _of(*signs, newsletter=0, transactional=-1.6) is Kind.NEWSLETTER
    assert _of(*signs, newsletter=0, transactional=-1.4) is Kind.TRANSACTIONAL
    assert _of(*signs, "terse", newsletter=0, transactional=-3.9) is Kind.TRANSACTIONAL
    assert _of(*signs, "terse", newsletter=0, transactional=-4.1) is Kind.NEWSLETTER
    assert _of(*signs, "terse", "offer", newsletter=0, transactional=-0.4) is Kind.NEWSLETTER


def test_copies_that_hide_their_readers_are_a_circular_but_a_line_to_all_friends_is_none() -> None:
    for hidden in ("undisclosed", "to-itself", "no-recipient"):
        circular = ("authenticated", "freemail-author", hidden)
        assert _of(*circular, newsletter=0, personal=-0.5) is Kind.NEWSLETTER
        assert _of(*circular, "terse", newsletter=0, personal=-7) is Kind.PERSONAL
    assert _of("authenticated", "salute-many", newsletter=0, personal=-0.5) is Kind.PERSONAL


def test_cold_mail_by_hand_needs_more_and_most_where_it_is_short_or_says_it_was_asked_for() -> None:
    assert _of("authenticated", outreach=0, personal=-0.7) is Kind.OUTREACH
    for hint in ("mail-program", "asked-for", "wants-yours"):
        assert _of("authenticated", hint, outreach=0, personal=-1.9) is Kind.PERSONAL
        assert _of("authenticated", hint, outreach=0, personal=-2.1) is Kind.OUTREACH
    assert _of("mail-program", "terse", outreach=0, personal=-3.4) is Kind.PERSONAL
    assert _of("mail-program", "terse", outreach=0, personal=-3.6) is Kind.OUTREACH
    assert _of("asked-for", "terse", outreach=0, personal=-8) is Kind.PERSONAL


def test_no_sum_makes_a_stranger_of_the_owners_people() -> None:
    for sign in ("same-house", "known-author", "quotes-you"):
        assert _of("authenticated", sign, outreach=0, personal=-8) is Kind.PERSONAL
        assert _of(sign, by_rules=Kind.OUTREACH, outreach=0, personal=-8) is Kind.PERSONAL


def test_a_proven_warning_is_spam_by_a_clear_lead_and_by_more_in_two_lines() -> None:
    warning = ("authenticated", "credentials", "mailbox")
    assert _of(*warning, by_rules=Kind.PERSONAL, spam=0, personal=-2.1) is Kind.SPAM
    assert _of(*warning, by_rules=Kind.PERSONAL, spam=0, personal=-1.9) is Kind.PERSONAL
    assert _of(*warning, "terse", spam=0, personal=-4.9) is Kind.PERSONAL
    assert _of(*warning, "terse", "lookalike", spam=0, personal=-2.1) is Kind.SPAM


def test_what_is_written_for_filters_and_not_for_readers_needs_no_lead() -> None:
    for sign in ("buried-words", "cut-words", "mixed-letters", "scrambled"):
        assert _of("authenticated", sign, spam=0, newsletter=-0.1) is Kind.SPAM
        assert _of("authenticated", sign, spam=-0.1, newsletter=0) is not Kind.SPAM
    assert _of("authenticated", "lure-domain", spam=0, newsletter=-0.6) is not Kind.SPAM
    assert _of("authenticated", "lure-domain", spam=0, newsletter=-0.8) is Kind.SPAM


def test_service_by_the_header_is_service_where_frauds_or_friends_write_so_too() -> None:
    confirm = ("authenticated", "account", "credentials", "terse")
    service = Kind.TRANSACTIONAL
    assert _of(*confirm, by_rules=service, spam=0, personal=-1) is service
    assert _of(*confirm, by_rules=service, like=service, personal=0, transactional=-1) is service
    assert _of(*confirm, by_rules=service, personal=0, transactional=-1) is Kind.PERSONAL


def test_what_a_list_sends_and_reads_like_news_is_no_letter_to_one() -> None:
    sent = ("authenticated", "list-unsubscribe", "precedence", "commerce", "commerce-more")
    sums = {"outreach": 0, "newsletter": -0.1, "transactional": -3}
    assert _of(*sent, like=Kind.NEWSLETTER, **sums) is Kind.NEWSLETTER
    assert _of(*sent, like=Kind.OUTREACH, **sums) is Kind.OUTREACH
    alone = [sign for sign in sent if sign != "precedence"]
    assert _of(*alone, like=Kind.NEWSLETTER, **sums) is Kind.OUTREACH


def test_nobody_speaks_through_the_author_of_a_newsletter() -> None:
    sums = {"platform": 0.0, "newsletter": -0.5, "notification": -2.0}
    assert _of("news-author", "list-unsubscribe", **sums) is Kind.NEWSLETTER
    assert _of("news-author", "list-unsubscribe", "app-mail", **sums) is Kind.PLATFORM
