"""Fields for the reader's data that a mail merge left unfilled: ``Hi {{first_name}},``, ``Dear ,``.

Nobody writes such a thing to one person. Signs that stand around a field nowhere else count anywhere
(``{{…}}``, ``*|…|*``); signs that people use as well count behind a salutation (``Hi #first name#,``).
"""

import re

LOOKED_AT = 8_000
"""Characters; slips stand at the beginning and in the subject."""

_OF_WHOM = (
    r"first|last|full|sur|fore|given|family|contact|customer|recipient|user|your|client|prospect|lead"
    r"|company|business"
)
_NAME = (
    r"name|fname|lname|vorname|nachname|anrede|prénom|prenom|nom|nombre|apellidos?|nome|cognome|sobrenome|naam"
    r"|voornaam|achternaam|imię|imie|nazwisko|förnamn|efternamn|fornavn|efternavn|etternavn|etunimi|sukunimi"
    r"|jméno|příjmení|имя|фамилия|isim|soyad|salutation"
)
_WORK = (
    r"company|firma|unternehmen|organi[sz]ation|empresa|azienda|entreprise|bedrijf|job[ _]?title|position"
    r"|city|industry"
)
_FIELD = rf"(?:(?:{_OF_WHOM})?[ _.\-]?(?:{_NAME}|{_WORK}))"
_PATH = r"(?:\w{1,20}\.){0,3}"  # contact.properties.firstname
_SLIP = re.compile(
    rf"(?P<field>\{{\{{[\s{{]{{0,3}}{_PATH}{_FIELD}\b[^{{}}\n]{{0,40}}\}}\}}"
    rf"|\{{[!%\s]{{0,3}}{_PATH}{_FIELD}\s{{0,3}}%?\}}"
    rf"|\[{{1,2}}\s{{0,3}}(?:insert )?{_FIELD}\s{{0,3}}\]{{1,2}}"
    rf"|<<\s{{0,3}}{_FIELD}\s{{0,3}}>>"
    rf"|%%?{_FIELD}%%?"
    rf"|\#\#{_FIELD}\#\#"
    rf"|\*\|[A-Z_:]{{2,20}}\|\*"
    rf"|\$\{{?{_FIELD}\}}?"
    r"|<(?:first|last|full|company|business) ?name>"
    r")",
    re.IGNORECASE,
)
_BLANKS = r"null|none|undefined|n/?a|firstname|first[ _]name|fname|vorname|name"
_BY_SIGNS = rf"[#|(~<\-_]{{1,2}}[ \t]*{_PATH}{_FIELD}[ \t]*[#|)~>\-_]{{1,2}}"
_GREETINGS = (
    r"hi|hello|hey|dear|hallo|lieber?|sehr geehrte[r]?(?: frau| herr)?|guten tag|bonjour|cher|chère|hola"
    r"|estimad[oa]|ciao|gentile|buongiorno|olá|prezad[oa]|car[oa]|beste|geachte|hej|kära|kære|hei|cześć|szanown[ya]"
    r"|dobrý den|здравствуйте|привет|merhaba|sayın"
)
_NOBODY = re.compile(
    rf"^\W{{0,3}}(?P<field>(?:{_GREETINGS})"
    rf"(?:(?:[ \t]+(?:{_BLANKS})){{1,3}}[ \t]*|[ \t]+{_BY_SIGNS}[ \t]*|[ \t]+)),",
    re.IGNORECASE | re.MULTILINE,
)


def unfilled(text: str) -> str:
    """Return the first field that was left unfilled as it stands there, "" when there is none."""
    text = text[:LOOKED_AT]
    if found := _SLIP.search(text):
        return found["field"]
    greeted = _NOBODY.search(text)
    return f"{greeted['field'].rstrip()} ," if greeted else ""
