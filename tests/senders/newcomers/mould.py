"""What newcomers share: a page is a text with holes, and the indifferent words around everything."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from html import escape
from typing import ClassVar

from tests.senders.letters import Letter
from tests.senders.sender import Sender
from tests.senders.traffic import Pairs, Reply

_HOLE = re.compile(r"\{\{\{(\w+)\}\}\}|\{\{(\w+)\}\}")

_KEYS = ("cookies", "accept", "decline", "privacy", "terms", "contact", "help", "home", "menu")
_AROUND = {
    "en": "We use cookies to make this site work.|Accept all|Only necessary|Privacy|Terms"
    "|Contact|Help|Home|Menu",
    "de": "Wir verwenden Cookies, damit diese Seite funktioniert.|Alle akzeptieren|Nur notwendige"
    "|Datenschutz|AGB|Kontakt|Hilfe|Startseite|Menü",
    "fr": "Nous utilisons des cookies pour améliorer votre visite.|Tout accepter|Tout refuser"
    "|Confidentialité|CGV|Contact|Aide|Accueil|Menu",
    "es": "Usamos cookies propias y de terceros.|Aceptar todas|Rechazar|Privacidad|Condiciones"
    "|Contacto|Ayuda|Inicio|Menú",
    "pt": "Utilizamos cookies para melhorar a sua experiência.|Aceitar todos|Rejeitar|Privacidade"
    "|Termos|Contacto|Ajuda|Início|Menu",
    "it": "Questo sito utilizza i cookie.|Accetta tutti|Solo necessari|Privacy|Condizioni"
    "|Contatti|Assistenza|Home|Menu",
    "nl": "Wij gebruiken cookies.|Alles accepteren|Alleen noodzakelijk|Privacy|Voorwaarden"
    "|Contact|Klantenservice|Home|Menu",
    "pl": "Używamy plików cookie.|Akceptuję|Tylko niezbędne|Prywatność|Regulamin|Kontakt|Pomoc"
    "|Strona główna|Menu",
    "sv": "Vi använder kakor.|Godkänn alla|Bara nödvändiga|Integritet|Villkor|Kontakt|Hjälp|Hem"
    "|Meny",
    "da": "Vi bruger cookies.|Tillad alle|Kun nødvendige|Privatliv|Betingelser|Kontakt|Hjælp"
    "|Forside|Menu",
    "nb": "Vi bruker informasjonskapsler.|Godta alle|Bare nødvendige|Personvern|Vilkår|Kontakt"
    "|Hjelp|Forsiden|Meny",
    "fi": "Käytämme evästeitä.|Hyväksy kaikki|Vain välttämättömät|Tietosuoja|Ehdot|Yhteystiedot"
    "|Ohje|Etusivu|Valikko",
    "cs": "Používáme soubory cookie.|Přijmout vše|Jen nezbytné|Soukromí|Podmínky|Kontakt|Pomoc"
    "|Úvod|Nabídka",
    "ru": "Мы используем файлы cookie.|Принять все|Только необходимые|Конфиденциальность|Условия"
    "|Контакты|Помощь|Главная|Меню",
    "tr": "Çerezler kullanıyoruz.|Tümünü kabul et|Yalnızca gerekli|Gizlilik|Koşullar|İletişim"
    "|Yardım|Ana sayfa|Menü",
    "ja": "当サイトではCookieを使用しています。|すべて同意する|必要なもののみ|プライバシー|利用規約"
    "|お問い合わせ|ヘルプ|ホーム|メニュー",
    "zh": "本网站使用 Cookie。|全部接受|仅限必要|隐私政策|使用条款|联系我们|帮助|首页|菜单",
    "ko": "이 사이트는 쿠키를 사용합니다.|모두 허용|필수만|개인정보 처리방침|이용약관|문의|도움말|홈"
    "|메뉴",
}

Words = Mapping[str, Mapping[str, str]]


def fill(template: str, words: Mapping[str, str]) -> str:
    """`{{key}}` becomes the escaped word, `{{{key}}}` the text as it stands; an unknown key is an error."""

    def put(hole: re.Match[str]) -> str:
        bare, said = hole.groups()
        return words[bare] if bare else escape(words[said])

    return _HOLE.sub(put, template)


class Newcomer(Sender):
    """A sender with words and pages of its own; `subject`, `mail` and `foot` in them are its letter's."""

    brand = ""
    words: ClassVar[Words] = {}

    @property
    def own(self) -> Mapping[str, str]:
        return self.words[self.language]

    def letter(self, at: datetime) -> Letter:
        made = super().letter(at)
        return replace(
            made,
            subject=self.own.get("subject", made.subject),
            text=self.own.get("mail", made.text),
        )

    def links(self) -> tuple[tuple[str, str], ...]:
        return ((self.own.get("foot") or self.says("link"), self.url(self.way)),)

    def text(self, template: str, **more: str) -> str:
        """A template with the words of this language and what is indifferent."""
        around = dict(zip(_KEYS, _AROUND[self.language].split("|"), strict=True))
        around |= {key: self.says(key) for key in ("search", "login", "subscribe")}
        given = {
            "language": self.language,
            "domain": self.domain,
            "brand": self.brand,
            "way": self.way,
            "token": self.token,
            "alias": self.alias,
        }
        return fill(template, around | given | dict(self.own) | more)

    def lay(self, template: str, *, code: int = 200, cookies: Pairs = (), **more: str) -> Reply:
        """The same as a page."""
        return Reply(code, self.text(template, **more).encode(), cookies=cookies)
