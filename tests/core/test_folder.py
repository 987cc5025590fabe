"""Which folder plays which part."""

import pytest

from inbox_guard.core.data import rows
from inbox_guard.core.folder import Folder, Listed, Role, roles


def _role(name: str, delimiter: str = "/", *flags: str) -> Role:
    (folder,) = roles((Listed(name, frozenset(flags), delimiter),))
    return folder.role


NAMED = {
    "english": ("Sent", "/", Role.SENT),
    "outlook": ("Sent Items", "/", Role.SENT),
    "any-case": ("TRASH", "/", Role.TRASH),
    "under-inbox": ("INBOX.Drafts", ".", Role.DRAFTS),
    "gmail": ("[Gmail]/Sent Mail", "/", Role.SENT),
    "gmail-all-mail": ("[Gmail]/Alle Nachrichten", "/", Role.ARCHIVE),
    "german-sent": ("Gesendet", "/", Role.SENT),
    "german-sent-objects": ("INBOX/Gesendete Objekte", "/", Role.SENT),
    "german-trash": ("Papierkorb", "/", Role.TRASH),
    "german-drafts": ("Entwürfe", "/", Role.DRAFTS),
    "german-drafts-decomposed": ("Entwu\u0308rfe", "/", Role.DRAFTS),
    "german-junk": ("Unerwünscht", "/", Role.JUNK),
    "french": ("Éléments envoyés", "/", Role.SENT),
    "spanish": ("Correo no deseado", "/", Role.JUNK),
    "polish": ("Wysłane", "/", Role.SENT),
    "russian": ("Отправленные", "/", Role.SENT),
    "japanese": ("ゴミ箱", "/", Role.TRASH),
    "chinese": ("草稿箱", "/", Role.DRAFTS),
    "korean": ("보낸 편지함", "/", Role.SENT),
    "greek": ("Ανεπιθύμητα", "/", Role.JUNK),
    "turkish": ("ARŞİV", "/", Role.OTHER),
    "no-delimiter": ("Work/Sent", "", Role.OTHER),
    "own-name": ("Boats", "/", Role.OTHER),
    "name-as-a-part": ("Sent boats", "/", Role.OTHER),
    "inbox": ("inbox", "/", Role.INBOX),
    "below-inbox": ("INBOX/Boats", "/", Role.OTHER),
}


@pytest.mark.parametrize(("name", "delimiter", "role"), NAMED.values(), ids=NAMED)
def test_a_folder_without_flags_is_known_by_its_last_name(
    name: str, delimiter: str, role: Role
) -> None:
    assert _role(name, delimiter) is role


FLAGGED = {
    r"\Sent": Role.SENT,
    r"\Drafts": Role.DRAFTS,
    r"\Trash": Role.TRASH,
    r"\Junk": Role.JUNK,
    r"\Archive": Role.ARCHIVE,
    r"\All": Role.ARCHIVE,
    r"\JUNK": Role.JUNK,
    r"\Important": Role.OTHER,
    r"\HasNoChildren": Role.OTHER,
}


@pytest.mark.parametrize(("flag", "role"), FLAGGED.items(), ids=FLAGGED)
def test_a_flag_gives_the_role(flag: str, role: Role) -> None:
    assert _role("Boats", "/", flag) is role


def test_a_flag_wins_over_a_name_and_takes_its_role_from_all_names() -> None:
    listed = (
        Listed("INBOX", frozenset({r"\HasChildren"}), "/"),
        Listed("Sent", frozenset(), "/"),
        Listed("Outgoing", frozenset({r"\Sent"}), "/"),
        Listed("Trash", frozenset({r"\Junk"}), "/"),
        Listed("Papierkorb", frozenset(), "/"),
        Listed("Bin", frozenset(), "/"),
    )

    assert roles(listed) == (
        Folder("INBOX", Role.INBOX),
        Folder("Sent", Role.OTHER),
        Folder("Outgoing", Role.SENT),
        Folder("Trash", Role.JUNK),
        Folder("Papierkorb", Role.TRASH),
        Folder("Bin", Role.TRASH),
    )


def test_the_inbox_stays_the_inbox_whatever_its_flags() -> None:
    assert _role("INBOX", "/", r"\Sent") is Role.INBOX


@pytest.mark.parametrize("flag", [r"\Noselect", r"\NoSelect", r"\NonExistent"])
def test_a_folder_that_cannot_be_opened_is_left_out(flag: str) -> None:
    assert roles((Listed("[Gmail]", frozenset({flag}), "/"),)) == ()


def test_the_table_knows_every_role_in_twenty_languages_and_no_name_twice() -> None:
    table = rows("folder_names")
    by_name: dict[str, set[str]] = {}
    for role, _, name, _ in table:
        by_name.setdefault(name.casefold(), set()).add(role)

    for role in ("sent", "drafts", "trash", "junk", "archive"):
        assert len({row[1] for row in table if row[0] == role}) >= 20
    assert all(len(parts) == 1 for parts in by_name.values())
    assert all(row[3] for row in table)
