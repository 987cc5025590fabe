"""Fields for the reader's data that a mail merge left unfilled: ``Hi {{first_name}},``, ``Dear ,``.

Nobody writes such a thing to one person.
"""

import re

LOOKED_AT = 8_000
"""Characters; slips stand at the beginning and in the subject."""

_FIELD = (
    r"(?:first|last|full|sur|fore|given|family|contact|customer|recipient|user|your|client|prospect)?"
    r"[ _.\-]?(?:name|firstname|lastname|fname|lname|vorname|nachname|anrede|prénom|prenom|nombre|nome|naam"
    r"|imię|company|firma|organi[sz]ation|empresa|azienda|entreprise|job[ _]?title|position|city|industry)"
)
_SLIP = re.compile(
    rf"(?P<field>\{{\{{\s*(?:\w+\.)?{_FIELD}\b[^{{}}\n]{{0,40}}\}}\}}"
    rf"|\{{\s*(?:\w+\.)?{_FIELD}\s*\}}"
    rf"|\[\s*(?:insert )?{_FIELD}\s*\]"
    rf"|<<\s*{_FIELD}\s*>>"
    rf"|%%?{_FIELD}%%?"
    rf"|\*\|[A-Z_:]{{2,20}}\|\*"
    rf"|\$\{{?{_FIELD}\}}?"
    r")",
    re.IGNORECASE,
)
_BLANKS = r"null|none|undefined|n/?a|firstname|first[ _]name|fname|vorname|name"
_GREETINGS = (
    r"hi|hello|hey|dear|hallo|lieber?|guten tag|bonjour|hola|estimado|ciao|olá|beste|hej|cześć"
)
_NOBODY = re.compile(
    rf"^\W{{0,3}}(?P<field>(?:{_GREETINGS})(?:[ \t]+(?:{_BLANKS})[ \t]*|[ \t]+)),",
    re.IGNORECASE | re.MULTILINE,
)


def unfilled(text: str) -> str:
    """Return the first field that was left unfilled as it stands there, "" when there is none."""
    text = text[:LOOKED_AT]
    if found := _SLIP.search(text):
        return found["field"]
    greeted = _NOBODY.search(text)
    return f"{greeted['field'].rstrip()} ," if greeted else ""
