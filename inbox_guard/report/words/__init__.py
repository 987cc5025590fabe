"""What the report says, language by language."""

from inbox_guard.report.words.catalogue import Labels, Plural, Words
from inbox_guard.report.words.de import GERMAN
from inbox_guard.report.words.en import ENGLISH

__all__ = ["LANGUAGES", "Labels", "Plural", "Words", "words_for"]

LANGUAGES = (ENGLISH, GERMAN)


def words_for(language: str) -> Words:
    """Return the texts for a language tag (``de``, ``de-AT``); English for one we do not speak."""
    primary = language.strip().lower().replace("_", "-").partition("-")[0]
    return next((words for words in LANGUAGES if words.language == primary), ENGLISH)
