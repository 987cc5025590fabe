"""Whether a mail asks to confirm a subscription, says that one has begun just now, or that it has ended.

Lists of whole phrases miss most of what people write ("click here and the letters are yours"). Two
words that stand close together tell as well: to confirm, beside a subscription; to have signed up,
beside just now. What a mailing says of itself every time ("you get this because you confirmed")
is in another tense and is not meant.
"""

import re

from inbox_guard.core.evidence.near import near

_CONFIRM = (
    r"confirm|verify|validate|bestätigen?|bestätigst|confirme[rz]?|valide[rz]|confirmar?|conferma(?:re)?"
    r"|confermi|bevestig(?:en)?|potwierdź|potwierdzić|bekräfta|bekræft|bekreft|vahvista|potvrďte"
    r"|potvrdit|подтвердите|подтвердить|onaylayın"
)
_SUBSCRIPTION = (
    r"newsletters?|subscri(?:be|ption)|mailing list|sign-?up|letters|abonnement|anmeldung|inscription"
    r"|abonnieren|lettre|infolettre|suscripción|boletín|subscrição|inscrição|iscrizione|nieuwsbrief"
    r"|inschrijving|aanmelding|prenumeration|nyhetsbrev|nyhedsbrev|zapis|subskrypcj\w|uutiskirje\w*"
    r"|odběr\w*|рассылк\w|подписк\w|bülten\w*"
)
_SIGNED_UP = (
    r"signed up|subscribed|joined|eingetragen|angemeldet|abonniert|inscrite?|abonnée?|suscrit[oa]|registrado"
    r"|inscrit[oa]|iscritt[oa]|aangemeld|ingeschreven|prenumererar|anmält|tilmeldt|påmeldt|zapisał\w+"
    r"|подписал\w+"
)
_JUST_NOW = (
    r"a moment ago|just now|just|minutes ago|eben|soeben|gerade|vous venez|viens de|acabas de|acaba de"
    r"|appena|zojuist|net|nyss|precis|netop|nettopp|właśnie|только что"
)
_THANKS = (
    r"thanks?|danke?|merci|gracias|obrigad[oa]|grazie|bedankt|dziękujemy|tack|tak|takk|kiitos|děkujeme"
    r"|спасибо|teşekkürler"
)
_JOINING = (
    r"signing up|subscribing|your subscription|ihre anmeldung|deine anmeldung|votre inscription"
    r"|suscribirte|suscribirse|tu suscripción|inscrever|la tua iscrizione|esserti iscritt[oa]|je aanmelding"
    r"|je inschrijving|din anmälan|din tilmelding|din påmelding|zapisanie|подписку"
)
_LEFT = (
    r"(?<!\bbe )(?:unsubscribed|removed|taken off)|(?:abgemeldet|ausgetragen|entfernt|gelöscht)(?! werden)"
    r"|désinscrite?|désabonnée?|retirée?|dad[oa] de baja"
    r"|descadastrad[oa]|removid[oa]|disiscritt[oa]|rimoss[oa]|uitgeschreven"
    r"|afgemeld|verwijderd|wypisan\w+|usunięt\w+|avregistrera[dt]s?|avanmäld|frameldt|avmeldt"
)
_NO_LONGER = (
    r"no longer|not any ?more|nicht (?:mehr|länger)|ne figure plus|n[’']est plus|ya no|já não|non è più"
    r"|niet (?:meer|langer)|nie ma już|inte längre|ikke længere|ikke lenger|ei ole enää|již není|больше не"
)
_LIST = (
    r"(?:mailing )?list[ae]?|listan|listen|listes?|verteiler|lijst|listy|listalla|elenco|seznamu"
    r"|рассылк\w|списке"
)
_NEAR = 90
"""Characters within which two words belong to one thought."""

_confirm_near = near(_CONFIRM, _SUBSCRIPTION, _NEAR)
_HOST = re.compile(r"(?:https?://|@)[^\s/?#<>\"]{1,255}", re.IGNORECASE)


def asks_to_confirm(text: str) -> int | None:
    """Return where a text asks to confirm a subscription. The names of hosts are no words of it."""
    return _confirm_near(_HOST.sub(lambda found: " " * len(found[0]), text))


_just_signed_up = near(_SIGNED_UP, _JUST_NOW, 40)
_thanks_for_it = near(_THANKS, f"{_SIGNED_UP}|{_JOINING}", 40, one_sentence=True)


def has_just_begun(text: str) -> int | None:
    """Return where a text says that a subscription has begun: just now, or with thanks for it."""
    just_now = _just_signed_up(text)
    return _thanks_for_it(text) if just_now is None else just_now


has_ended = near(_LEFT, _SUBSCRIPTION, 60, one_sentence=True)
is_off_the_list = near(_NO_LONGER, _LIST, 40, one_sentence=True)
"""That an address is no longer on a list. Friends say so of eggs: alone it is no goodbye."""
