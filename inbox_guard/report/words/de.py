"""German, in the informal address."""

from types import MappingProxyType

from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome
from inbox_guard.report.words.catalogue import Headings, Labels, Stages, Words

GERMAN = Words(
    language="de",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    date="{day}. {month} {year}",
    day="{day}.",
    month="{month} {year}",
    thousands=".",
    quoted="„{text}“",
    evidence="{quote}",
    title="Wer dir im {month} ohne Erlaubnis geschrieben hat",
    period="{first} bis {last}, nach der Uhr von {zone}",
    nothing=(
        "Soweit dein Postfach es zeigt, hat dir im {month} niemand ohne Erlaubnis geschrieben: "
        "genieße die Ruhe."
    ),
    senders_wrote=("Absender ohne Erlaubnis", "Absender ohne Erlaubnis"),
    of_them_new=("ist neu in diesem Monat", "sind neu in diesem Monat"),
    people_wrote=("Person über ein Netzwerk", "Personen über Netzwerke"),
    mails_came=("Mail von ihnen in diesem Monat", "Mails von ihnen in diesem Monat"),
    were_asked=("wurde gebeten aufzuhören", "wurden gebeten aufzuhören"),
    went_quiet=("ist still geworden", "sind still geworden"),
    need_you=("wartet auf dich", "warten auf dich"),
    yours_intro="Hier ging es ohne dich nicht weiter.",
    yours_hint=(
        "`inbox-guard review` zeigt die Links. Sie sind vertraulich und stehen deshalb nicht hier."
    ),
    people_intro=(
        "Diese Menschen haben über ein Netzwerk wie LinkedIn geschrieben. Sie stehen hier mit "
        "Namen; vom Netzwerk selbst wirst du wegen einer einzelnen Person nie abgemeldet."
    ),
    unsure=(
        "Bei {n} Absender verrät deine Post zu wenig, um sicher zu sein. "
        "`inbox-guard review` zeigt ihn und fragt dich.",
        "Bei {n} Absendern verrät deine Post zu wenig, um sicher zu sein. "
        "`inbox-guard review` zeigt sie und fragt dich.",
    ),
    kinds_intro=(
        "{n} Nachricht kam in diesem Monat an.",
        "{n} Nachrichten kamen in diesem Monat an.",
    ),
    reach="Die lesbare Post von {account} beginnt am {date}.",
    reach_nothing="Von {account} wurde noch keine Post gelesen.",
    unreadable=(
        "{n} Nachricht ließ sich nicht lesen. Sie liegt beiseite und ist hier nicht mitgezählt.",
        "{n} Nachrichten ließen sich nicht lesen. Sie liegen beiseite und sind hier nicht "
        "mitgezählt.",
    ),
    closing=(
        "„Keine Spur deiner Einwilligung“ sagt, was dein Postfach zeigt: keine Anmeldung, keine "
        "Bestätigung und keine Bestellung, aus der sie hervorginge. Eine Erlaubnis, die du "
        "anderswo oder vor langer Zeit gegeben hast, hinterlässt hier keine Spur; wenn du dich an "
        "eine erinnerst, klärt das `inbox-guard allow ABSENDER`. Für diesen Bericht wurde niemand "
        "angeschrieben und nichts nachgeladen."
    ),
    new="neu",
    no_alias="eine Adresse, die in der Mail nicht steht",
    also_to="auch an {aliases}",
    mails_this_month=("{n} Mail in diesem Monat", "{n} Mails in diesem Monat"),
    mails_in_all=("{n} insgesamt", "{n} insgesamt"),
    no_trace=(
        "keine Spur deiner Einwilligung in {n} Monat Post",
        "keine Spur deiner Einwilligung in {n} Monaten Post",
    ),
    not_far_enough=(
        "aus der Zeit vor ihrer ersten Mail ist nur {n} Monat Post lesbar",
        "aus der Zeit vor ihrer ersten Mail sind nur {n} Monate Post lesbar",
    ),
    refused="du hast am {date} gesagt, dass du das nicht willst",
    goodbye="sie haben dich am {date} verabschiedet, und danach kam weiter Post",
    taken_off="{mails}, lange nachdem du am {date} abgemeldet wurdest",
    mails_after=("es kam noch {n} Mail", "es kamen noch {n} Mails"),
    maybe_new=(
        "in {n} Monat keine frühere Post zwischen euch: vielleicht kennt ihr euch noch nicht",
        "in {n} Monaten keine frühere Post zwischen euch: vielleicht kennt ihr euch noch nicht",
    ),
    deed="{date}, {how}: {became}",
    nothing_done="Sie wurden noch nicht gebeten aufzuhören.",
    retry="Ab {date} kann es noch einmal versucht werden.",
    at_host="{how} bei {host}",
    to_domain="{how} an {host}",
    open_needs_owner="{host}: {reason}",
    open_unknown=(
        "{host}: Ob die Bitte vom {date} angekommen ist, lässt sich nicht sagen. Ohne dein Wort "
        "wird sie nicht wiederholt."
    ),
    no_reason="dieser Schritt braucht einen Menschen",
    kinds=MappingProxyType(
        {
            Kind.PERSONAL: "persönliche Post",
            Kind.DISCUSSION: "Diskussionslisten",
            Kind.TRANSACTIONAL: "Belege und Konten",
            Kind.NOTIFICATION: "Benachrichtigungen",
            Kind.NEWSLETTER: "Newsletter",
            Kind.OUTREACH: "Kaltakquise",
            Kind.PLATFORM: "Post über Netzwerke",
            Kind.SPAM: "Spam",
        }
    ),
    kind_meanings=MappingProxyType(
        {
            Kind.PERSONAL: "ein Mensch schreibt dir",
            Kind.DISCUSSION: "Listen, in denen viele schreiben",
            Kind.TRANSACTIONAL: "Bestellungen, Codes, Rechnungen, Termine",
            Kind.NOTIFICATION: "eine App oder ein Netzwerk meldet etwas",
            Kind.NEWSLETTER: "einer schreibt an viele",
            Kind.OUTREACH: "Verkauf oder Anwerbung, als wäre es nur an dich",
            Kind.PLATFORM: "ein Mensch schreibt über LinkedIn oder Ähnliches",
            Kind.SPAM: "verbirgt, wer es ist; wird nie angeschrieben",
        }
    ),
    mechanisms=MappingProxyType(
        {
            Mechanism.ONE_CLICK: "per Ein-Klick-Abmeldung",
            Mechanism.MAILTO: "per Mail",
            Mechanism.PAGE: "auf ihrer Webseite",
            Mechanism.BROWSER: "auf ihrer Webseite im Browser",
            Mechanism.REPLY: "mit einer Antwort",
            Mechanism.NONE: "ohne angebotenen Weg",
        }
    ),
    outcomes=MappingProxyType(
        {
            Outcome.DONE: "sie sagen, dass du abgemeldet bist",
            Outcome.ACCEPTED: "sie haben die Bitte angenommen; erst spätere Stille ist der Beweis",
            Outcome.PENDING: "sie wollen erst noch eine Bestätigung",
            Outcome.ALREADY: "sie sagen, dass du nicht auf der Liste stehst",
            Outcome.FAILED: "es hat nicht geklappt",
            Outcome.NEEDS_OWNER: "das kannst nur du zu Ende bringen",
            Outcome.BLOCKED: "zu deiner Sicherheit nicht angeschrieben",
            Outcome.UNKNOWN: "gesendet oder vielleicht gesendet, eine Antwort war nicht zu lesen",
        }
    ),
    honours=MappingProxyType(
        {
            HonourState.WAITING: (
                "Sie haben bis zum {date} Zeit aufzuhören.",
                "Sie haben bis zum {date} Zeit aufzuhören.",
            ),
            HonourState.HONOURED: (
                "Seit dem {date} kam nichts mehr: Es sieht aus, als hätten sie Wort gehalten.",
                "Seit dem {date} kam nichts mehr: Es sieht aus, als hätten sie Wort gehalten.",
            ),
            HonourState.LATE: (
                "Sie hatten bis zum {date} Zeit. Danach kam noch {n} Mail, dann wurde es still.",
                "Sie hatten bis zum {date} Zeit. Danach kamen noch {n} Mails, dann wurde es still.",
            ),
            HonourState.BROKEN: (
                "Sie hatten bis zum {date} Zeit. Es kommt weiter Post: {n} seitdem.",
                "Sie hatten bis zum {date} Zeit. Es kommt weiter Post: {n} seitdem.",
            ),
            HonourState.RETURNED: (
                "Sie hatten bis zum {date} Zeit. Dieselbe Organisation kam auf anderem Weg zurück: "
                "{n} Mail seitdem.",
                "Sie hatten bis zum {date} Zeit. Dieselbe Organisation kam auf anderem Weg zurück: "
                "{n} Mails seitdem.",
            ),
        }
    ),
    labels=Labels(
        sender="Absender",
        organisation="Organisation",
        account="Postfach",
        began="Erste Mail",
        to="An",
        sends="Sie senden",
        why="Erlaubnis",
        first_subject="Erster Betreff",
        quotes="In ihrer Mail",
        done="Was geschah",
        open="Offen",
        now="Jetzt",
        kind="Art",
        messages="Nachrichten",
        this_month="Diesen Monat",
        meaning="Was es ist",
    ),
    headings=Headings(
        yours="Wartet auf dich",
        glance="Auf einen Blick",
        senders="Einer nach dem anderen",
        people="Menschen hinter Netzwerken",
        unsure="Noch nicht klar",
        kinds="Alle Post des Monats",
        reach="Wie weit der Blick reicht",
    ),
    stages=Stages(
        yours="wartet auf dich",
        still_writing="schreibt weiter",
        not_working="hat nicht geklappt",
        asked="um Ruhe gebeten",
        recorded="festgehalten",
        quiet="still",
    ),
)
