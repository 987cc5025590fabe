"""Whether a mail asks to confirm a subscription, or says that one has begun just now.

Lists of whole phrases miss most of what people write ("click here and the letters are yours"). Two
words that stand close together tell as well: to confirm, beside a subscription; to have signed up,
beside just now. What a mailing says of itself every time ("you get this because you confirmed")
is in another tense and is not meant.
"""

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
_NEAR = 90
"""Characters within which two words belong to one thought."""

asks_to_confirm = near(_CONFIRM, _SUBSCRIPTION, _NEAR)
has_just_begun = near(_SIGNED_UP, _JUST_NOW, 40)
