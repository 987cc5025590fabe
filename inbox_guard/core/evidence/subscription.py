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
    r"|potvrdit|подтвердите|подтвердить|onaylayın|to (?:finish|complete)|per completare"
    r"|pour (?:finaliser|compléter)|para (?:completar|finalizar|concluir)|aby (?:dokończyć|zakończyć)"
)
_SUBSCRIPTION = (
    r"newsletters?|subscri(?:be|ption)|mailing list|sign-?up|letters|abonnement|anmeldung|inscription"
    r"|abonnieren|lettre|infolettre|suscripción|boletín|subscrição|inscrição|iscrizione|nieuwsbrief"
    r"|inschrijving|aanmelding|prenumeration|nyhetsbrev|nyhedsbrev|zapis|subskrypcj\w|uutiskirje\w*"
    r"|odběr\w*|рассылк\w|подписк\w|bülten\w*|hírlevél\S*|feliratkoz\w+|abonare\w*|εγγραφή\w*|συνδρομή\w*"
)
_LEAVING = (
    r"unsubscri\w+|unsubscription|leave our|leave the|abmeldung|abmelden|austragung|désinscription|désabonnement"
    r"|baja|disiscrizione|cancellazione|uitschrijving|afmelding|wypisanie|rezygnacj\w|odhlášení|отписк\w|удалени\w"
    r"|le szeretne iratkozni|leiratkoz\w+|avregistrering|avanmälan|avmelding|framelding|descadastr\w+|cancelamento"
    r"|aboneliğinizi sonlandır\w*|abonelikten"
)
_CLICK = (
    r"click|tap|press|klick(?:en|e)?|klik|cliquez|clique|haz clic|haga clic|pulsa|pulse|clicca|cliccare"
    r"|kliknij|kliknout|klikněte|klicka|нажмите|перейдите|tıklayın|kattints\w*"
)
_WANTED = (
    r"say it was you|it was you|if it was you|(?:inbox|address|e-?mail) is yours|start sending|on the list"
    r"|(?:schicken|senden|zusenden|schreiben) dürfen|anmeldung abzuschließen|recevoir notre"
    r"|commencer à recevoir"
    r"|empezar a recibir|começar a receber|iniziare a ricevere|te ontvangen|zacząć otrzymywać|börja få"
)
_SIGNED_UP = (
    r"signed up|subscribed|joined|eingetragen|angemeldet|abonniert|inscrite?|abonnée?|suscrit[oa]|registrado"
    r"|inscrit[oa]|iscritt[oa]|aangemeld|ingeschreven|prenumererar|anmält|tilmeldt|påmeldt|zapisał\w+"
    r"|подписал\w+|přihlášen[aoy]? k odběru|přihlásil\w* k odběru|tilannut|abone|feliratkozott|feliratkoztál"
    r"|abonat\w?|registered"
)
_LISTED = r"on (?:the|our)(?: \w+){0,3} list|auf der liste|op de lijst|på listan|på listen"
_JUST_NOW = (
    r"a moment ago|just now|just|minutes ago|eben|soeben|gerade|vous venez|viens de|acabas de|acaba de"
    r"|appena|zojuist|net|nyss|precis|netop|nettopp|właśnie|только что|právě"
    r"|you(?:['’]re| are) now|you(?:['’]re| are) officially|ab sofort|ab jetzt|êtes (?:bien"
    r"|désormais)|es bien"
    r"|ya est[áa]s|sei (?:ora|ufficialmente)|bent nu|jesteś już|er nu|er nå|är nu|jste nyní|вы теперь|artık"
)
_THANKS = (
    r"thanks?|danke?|merci|gracias|obrigad[oa]|grazie|bedankt|dziękujemy|tack|tak|takk|kiitos|děkujeme"
    r"|спасибо|teşekkür\w*"
)
_JOINING = (
    r"signing up|subscribing|your subscription|ihre anmeldung|deine anmeldung|votre inscription"
    r"|suscribirte|suscribirse|tu suscripción|inscrever|subscrever|la tua iscrizione"
    r"|esserti iscritt[oa]|je aanmelding|je inschrijving|din anmälan|din tilmelding"
    r"|din påmelding|zapisanie|подписку|unirte|apuntarte|joining our|abone oldu\w+|tilasit|liityit"
)
_LEFT = (
    r"(?<!\bbe )(?:unsubscribed|removed|taken off)|(?:abgemeldet|ausgetragen|entfernt|gelöscht)(?! werden)"
    r"|désinscrite?|désabonnée?|retirée?|dad[oa] de baja"
    r"|descadastrad[oa]|removid[oa]|disiscritt[oa]|rimoss[oa]|uitgeschreven"
    r"|afgemeld|verwijderd|wypisan\w+|usunięt\w+|avregistrera[dt]s?|avanmäld|frameldt|avmeldt"
    r"|no longer subscribed|nicht mehr (?:an)?gemeldet|(?:n[’']êtes|n[’']es) plus (?:inscrite?|abonnée?)"
    r"|ya no est[áa]s? suscrit[oa]|non sei più iscritt[oa]|niet (?:meer|langer) ingeschreven"
    r"|больше не подписан\w?"
    r"|odhlášen[aoyi]?|отписан\w?"
)
_TAKEN_OFF = (
    r"removed|deleted|taken off|ausgetragen|entfernt|gelöscht|retirée?|supprimée?|eliminad[oa]"
    r"|borrad[oa]|removid[oa]"
    r"|rimoss[oa]|cancellat[oa]|verwijderd|gehaald|usunęliśmy|usunięt\w+|odstranil\w*|odstraněn[aoy]?"
    r"|fjernet|tagits? bort"
    r"|tog bort|удал[её]н[аоы]?|удалили|poistettu|töröltü?k|törölve"
)
_YOUR_ADDRESS = (
    r"your (?:e-?mail )?address|(?:ihre|deine) (?:e-?mail-?|mail)?adresse|votre adresse|(?:tu"
    r"|su) (?:correo|dirección|e-?mail)"
    r"|il (?:tuo|suo) indirizzo|(?:je|uw) (?:e-?mail)?adres|we hebben (?:je|u)|o seu e-?mail"
    r"|seu endereço|twój adres"
    r"|vaši adresu|din (?:e-?post|e-?mail)?adress\w*|ваш адрес|\S+@\S+"
)
_NO_LONGER = (
    r"no longer|not any ?more|nicht (?:mehr|länger)|ne figure plus|n[’']est plus|ya no|já não|non è più"
    r"|niet (?:meer|langer)|nie ma już|inte längre|ikke længere|ikke lenger|ei ole enää|již není|больше не"
    r"|(?:no|any) more|keine weiteren|ne recevrez plus|inga fler|ikke flere|ingen flere|geen|żadnych więcej"
)
_LIST = (
    r"(?:mailing )?list[ae]?|listan|listen|listes?|verteiler|lijst|listy|listalla|elenco|seznamu"
    r"|рассылк\w|списк\w|mailinglijst|mailingliste|listy"
)
_MAILING_LIST = (
    r"(?:mailing|subscriber|newsletter|e-?mail|distribution)[ -]lists?|(?:our|the) list(?! of)"
    r"|(?:newsletter-?)?verteiler"
    r"|(?:notre|la) liste(?! des? )|liste (?:de diffusion|d[’']envoi)|nuestra lista"
    r"|lista de (?:correo|envíos|distribución)"
    r"|nossa lista|lista de (?:e-?mails|envio)|nostra lista|mailing list|onze (?:mailing)?lijst|mailinglijst"
    r"|(?:naszej )?listy(?: mailingowej| subskrybentów)|naszej listy|seznamu odběratelů"
    r"|vores (?:mailing)?liste|vår (?:mejl)?lista"
    r"|vår liste|mailingliste|postituslistal\w+|списк\w|рассылк\w"
)
_NEAR = 90
"""Characters within which two words belong to one thought."""

_confirm_near = near(_CONFIRM, _SUBSCRIPTION, _NEAR)
_click_near = near(_CLICK, _WANTED, _NEAR)
_HOST = re.compile(r"(?:https?://|@)[^\s/?#<>\"]{1,255}", re.IGNORECASE)


def asks_to_confirm(text: str) -> int | None:
    """Return where a text asks to confirm a subscription. The names of hosts are no words of it."""
    worded = _HOST.sub(lambda found: " " * len(found[0]), text)
    at = _confirm_near(worded)
    return _click_near(worded) if at is None else at


asks_to_leave = near(_CONFIRM, _LEAVING, 60, one_sentence=True)
"""Where a text asks to confirm that a subscription ends."""

_just_signed_up = near(f"{_SIGNED_UP}|{_LISTED}", _JUST_NOW, 40)
_thanks_for_it = near(_THANKS, f"{_SIGNED_UP}|{_JOINING}", 40, one_sentence=True)


def has_just_begun(text: str) -> int | None:
    """Return where a text says that a subscription has begun: just now, or with thanks for it."""
    just_now = _just_signed_up(text)
    return _thanks_for_it(text) if just_now is None else just_now


def _followed(one: str, other: str) -> str:
    """An expression for one of these words, and in the same sentence one of the others soon behind it."""
    return rf"(?:{one})[^.!?\n]{{0,50}}\b(?:{other})"


_has_left = near(_LEFT, _SUBSCRIPTION, 60, one_sentence=True)
_taken_off = near(_YOUR_ADDRESS, _followed(_TAKEN_OFF, _MAILING_LIST), 60, one_sentence=True)
_from_the_list = near(_followed(_YOUR_ADDRESS, _MAILING_LIST), _TAKEN_OFF, 60, one_sentence=True)


def has_ended(text: str) -> int | None:
    """Return where a text says that a subscription has ended, or that an address was taken off a list."""
    for search in (_has_left, _taken_off, _from_the_list):
        if (at := search(text)) is not None:
            return at
    return None


is_off_the_list = near(_NO_LONGER, f"{_LIST}|{_SUBSCRIPTION}", 40, one_sentence=True)
"""That an address is no longer on a list, or gets no more letters. Friends say so of eggs: alone it is none."""
