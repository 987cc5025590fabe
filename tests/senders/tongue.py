"""What senders say, in the eighteen languages of the page words. The words are the village's own."""

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = (
    *("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv"),
    *("da", "nb", "fi", "cs", "ru", "tr", "ja", "zh", "ko"),
)

_HERE = Path(__file__).with_name("tongues")


class Tongue:
    """One language: `says("left")` is a sentence; an unknown key is an error."""

    def __init__(self, language: str, voice: str = "") -> None:
        self.language = language
        self._sentences: dict[str, str] = {}
        for place in filter(None, (".", voice)):
            with (_HERE / place / f"{language}.toml").open("rb") as file:
                self._sentences |= tomllib.load(file)

    def __call__(self, key: str) -> str:
        return self._sentences[key]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._sentences)


@cache
def tongue(language: str, voice: str = "") -> Tongue:
    """The words of a language, read once; in the voice "other" what matters is said in other words."""
    return Tongue(language, voice)
