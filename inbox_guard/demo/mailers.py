"""The marks that mailing software leaves in a header: real field names, invented values.

A row is what messages of that software carry besides the usual fields. ``{token}`` is who Robin is to
the sender, ``{host}`` the sender's domain, ``{number}`` the letter, ``{list}`` a list's address.
"""

from collections.abc import Mapping
from types import MappingProxyType

MARKS: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "chimp": (
            ("X-Mailer", "MailChimp Mailer - **CID{token}{number}**"),
            ("X-Campaign", "mailchimp{number}.{token}"),
            ("X-MC-User", "{token}"),
            ("Feedback-ID", "{number}:{number}.{token}:us7:mc"),
        ),
        "grid": (
            ("X-SG-EID", "u001.{token}{number}"),
            ("X-Entity-ID", "u001.{token}"),
            ("Feedback-ID", "{number}:{token}:marketing:sg"),
        ),
        "hub": (
            ("X-HS-Cid", "{number}"),
            ("X-HubSpot-Message-Id", "{token}{number}"),
            ("Precedence", "bulk"),
            ("Feedback-ID", "aws-{token}:{number}:hs"),
        ),
        "gun": (
            ("X-Mailgun-Sid", "{token}{number}"),
            ("X-Mailgun-Tag", "campaign-{number}"),
            ("X-Mailgun-Sending-Ip", "192.0.2.61"),
        ),
        "brevo": (
            ("X-Mailin-EID", "{token}{number}"),
            ("X-Mailin-Campaign", "{number}"),
            ("X-Mailin-Client", "{token}"),
            ("Feedback-ID", "192.0.2.90:{token}_{number}:sib"),
        ),
        "csa": (
            ("X-CSA-Complaints", "csa-complaints@{host}"),
            ("Precedence", "bulk"),
        ),
        "klav": (
            ("X-Kmail-Account", "{token}"),
            ("X-Kmail-Message", "{number}"),
            ("Feedback-ID", "{number}:{token}:kl"),
        ),
        "plain": (("Precedence", "bulk"),),
        "mailman": (
            ("X-BeenThere", "{list}"),
            ("X-Mailman-Version", "3.3.9"),
            ("Precedence", "list"),
            ("List-Post", "<mailto:{list}>"),
            ("List-Help", "<mailto:{list}?subject=help>"),
            ("List-Unsubscribe", "<mailto:makers-leave@{host}>"),
            ("List-Archive", "<https://{host}/archives/makers/>"),
        ),
        "forge": (
            ("X-GitLab-Project", "fieldclock"),
            ("X-GitLab-NotificationReason", "subscribed"),
            ("Auto-Submitted", "auto-generated"),
        ),
        "linkedin": (
            ("X-LinkedIn-Id", "{token}-{number}"),
            ("X-LinkedIn-fbl", "m2-{token}"),
            # LinkedIn really names its own host here; the demo must not hold a door to anybody.
            ("List-Unsubscribe", "<https://www.linkedin.example/unsub/{token}>"),
        ),
        "bounce": (("Auto-Submitted", "auto-replied"),),
        "away": (
            ("Auto-Submitted", "auto-replied"),
            ("X-Auto-Response-Suppress", "All"),
            ("Precedence", "auto_reply"),
        ),
    }
)


def marks(
    mailer: str, *, token: str, host: str, number: int, address: str
) -> list[tuple[str, str]]:
    """Return the fields of one kind of mailing software; [] for mail that a person wrote."""
    return [
        (name, value.format(token=token, host=host, number=4100 + number, list=address))
        for name, value in MARKS.get(mailer, ())
    ]
