"""English."""

from types import MappingProxyType

from inbox_guard.core.vocabulary import HonourState, Kind, Mechanism, Outcome
from inbox_guard.report.words.catalogue import Headings, Labels, Stages, Words

ENGLISH = Words(
    language="en",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    date="{day} {month} {year}",
    day="{day}",
    month="{month} {year}",
    thousands=",",
    quoted="“{text}”",
    evidence="{says}: {quote}",
    title="Who mailed you without permission in {month}",
    period="{first} to {last}, by the clock of {zone}",
    nothing=(
        "As far as your mailbox can tell, nobody wrote to you without permission in {month}: "
        "enjoy the quiet."
    ),
    senders_wrote=("sender without permission", "senders without permission"),
    of_them_new=("is new this month", "are new this month"),
    people_wrote=("person behind a network", "people behind networks"),
    mails_came=("mail from them this month", "mails from them this month"),
    were_asked=("was asked to stop", "were asked to stop"),
    went_quiet=("went quiet", "went quiet"),
    need_you=("waits for you", "wait for you"),
    yours_intro="These could not be finished without you.",
    yours_hint=(
        "`inbox-guard review` shows the links to open. They are private, so they are not printed "
        "here."
    ),
    people_intro=(
        "These people wrote through a network such as LinkedIn. They are recorded by name; the "
        "network itself is never unsubscribed because of one person."
    ),
    unsure=(
        "With {n} sender, your mail does not tell enough to be sure. "
        "`inbox-guard review` shows it and asks you.",
        "With {n} senders, your mail does not tell enough to be sure. "
        "`inbox-guard review` shows them and asks you.",
    ),
    kinds_intro=(
        "{n} message arrived this month.",
        "{n} messages arrived this month.",
    ),
    reach="The mail of {account} that can be read begins on {date}.",
    reach_nothing="No mail of {account} has been read yet.",
    unreadable=(
        "{n} message could not be read. It was set aside and is not part of these numbers.",
        "{n} messages could not be read. They were set aside and are not part of these numbers.",
    ),
    closing=(
        "“No trace of your consent” says what your mailbox shows: no sign-up, no confirmation and "
        "no order that it could be read from. A permission given somewhere else, or long ago, "
        "leaves no trace here; if you remember one, `inbox-guard allow SENDER` settles it. "
        "Nobody was contacted and nothing was loaded to write this report."
    ),
    new="new",
    no_alias="an address that the mail does not name",
    also_to="also to {aliases}",
    mails_this_month=("{n} mail this month", "{n} mails this month"),
    mails_in_all=("{n} in all", "{n} in all"),
    no_trace=(
        "no trace of your consent in {n} month of mail",
        "no trace of your consent in {n} months of mail",
    ),
    not_far_enough=(
        "only {n} month of mail from before their first one can be read",
        "only {n} months of mail from before their first one can be read",
    ),
    refused="you said on {date} that you do not want this",
    goodbye="they said goodbye to you on {date}, and their mail went on",
    taken_off="{mails} long after you were unsubscribed on {date}",
    mails_after=("{n} mail came", "{n} mails came"),
    maybe_new=(
        "no earlier mail between you in {n} month: they may be new to you",
        "no earlier mail between you in {n} months: they may be new to you",
    ),
    deed="{date}, {how}: {became}",
    nothing_done="They have not been asked to stop yet.",
    retry="It may be tried again from {date}.",
    at_host="{how} at {host}",
    to_domain="{how} to {host}",
    open_needs_owner="{host}: {reason}",
    open_unknown=(
        "{host}: it is not known whether the request of {date} arrived. It is not repeated unless "
        "you say so."
    ),
    no_reason="this step needs a person",
    kinds=MappingProxyType(
        {
            Kind.PERSONAL: "personal mail",
            Kind.DISCUSSION: "discussion lists",
            Kind.TRANSACTIONAL: "receipts and accounts",
            Kind.NOTIFICATION: "notifications",
            Kind.NEWSLETTER: "newsletters",
            Kind.OUTREACH: "cold mail",
            Kind.PLATFORM: "mail through networks",
            Kind.SPAM: "spam",
        }
    ),
    kind_meanings=MappingProxyType(
        {
            Kind.PERSONAL: "a person writes to you",
            Kind.DISCUSSION: "lists that people post to",
            Kind.TRANSACTIONAL: "orders, codes, invoices, appointments",
            Kind.NOTIFICATION: "an app or a network tells of activity",
            Kind.NEWSLETTER: "one-way mail to many",
            Kind.OUTREACH: "selling or recruiting, written as if to you alone",
            Kind.PLATFORM: "a person speaks through LinkedIn or the like",
            Kind.SPAM: "hides who it is; never contacted",
        }
    ),
    mechanisms=MappingProxyType(
        {
            Mechanism.ONE_CLICK: "by one-click request",
            Mechanism.MAILTO: "by mail",
            Mechanism.PAGE: "on their web page",
            Mechanism.BROWSER: "on their web page, in a browser,",
            Mechanism.REPLY: "by a reply",
            Mechanism.NONE: "no way out was offered",
        }
    ),
    outcomes=MappingProxyType(
        {
            Outcome.DONE: "they said that you are off the list",
            Outcome.ACCEPTED: "they took the request; only later silence is proof",
            Outcome.PENDING: "they want one more confirmation first",
            Outcome.ALREADY: "they said that you are not on the list",
            Outcome.FAILED: "it did not work",
            Outcome.NEEDS_OWNER: "only you can finish this",
            Outcome.BLOCKED: "not contacted, for your safety",
            Outcome.UNKNOWN: "it was sent or maybe sent, and no answer could be read",
        }
    ),
    honours=MappingProxyType(
        {
            HonourState.WAITING: (
                "They have until {date} to stop.",
                "They have until {date} to stop.",
            ),
            HonourState.HONOURED: (
                "Nothing has come since {date}: it looks as if they kept their word.",
                "Nothing has come since {date}: it looks as if they kept their word.",
            ),
            HonourState.LATE: (
                "They had until {date}. {n} mail came after that, then it went quiet.",
                "They had until {date}. {n} mails came after that, then it went quiet.",
            ),
            HonourState.BROKEN: (
                "They had until {date}. Mail still arrives: {n} since then.",
                "They had until {date}. Mail still arrives: {n} since then.",
            ),
            HonourState.RETURNED: (
                "They had until {date}. The same organisation came back by another way: "
                "{n} mail since then.",
                "They had until {date}. The same organisation came back by another way: "
                "{n} mails since then.",
            ),
        }
    ),
    labels=Labels(
        sender="Sender",
        organisation="Organisation",
        account="Mailbox",
        began="First mail",
        to="To",
        sends="They send",
        why="Permission",
        first_subject="First subject",
        quotes="In their mail",
        done="What was done",
        open="Open",
        now="Now",
        kind="Kind",
        messages="Messages",
        this_month="This month",
        meaning="What it is",
    ),
    headings=Headings(
        yours="Waiting for you",
        glance="At a glance",
        senders="One by one",
        people="People behind networks",
        unsure="Not sure yet",
        kinds="All mail of the month",
        reach="How far back this looks",
    ),
    stages=Stages(
        yours="waits for you",
        still_writing="still writes",
        not_working="did not work",
        asked="asked to stop",
        recorded="recorded",
        quiet="quiet",
    ),
)
