"""Cold mail that is written as if to one person, and the people it must never be taken for."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inbox_guard.core.address import Owner
from inbox_guard.core.body import Body, body
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import Judged, judge
from inbox_guard.core.kind.pitch import pitch_signs, pitched
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind

NOBODY = Correspondents()
OWNER = Owner(("mira@home.example",))
GENUINE = (
    "Authentication-Results: mx.home.example; dkim=pass header.d=vendor.example; "
    "dmarc=pass header.from=vendor.example"
)

COLD = {
    "en": (
        "Cutting onboarding time at Holt",
        "Hi Mira,\n\n"
        "Your team just opened a second office, so I imagine onboarding is on your mind. "
        "Rampwell gives new hires one checklist instead of fourteen emails. Hartley & Sons "
        "got new people productive in six days rather than three weeks.\n\n"
        "Could I walk you through it on Tuesday?\n\n"
        "Best,\n"
        "Oliver Grant\n"
        "Rampwell",
    ),
    "en, a freelancer": (
        "Freelance illustrator available",
        "Hello Mira,\n\n"
        "I'm an illustrator from Leeds with eight years in children's publishing. I'd love "
        "to work with you on future covers. My rates start at £250 per spread and my "
        "portfolio is at lenadraws.example.\n\n"
        "Would it be okay to send you a few samples?\n\n"
        "Lena",
    ),
    "en, a follow-up for sponsors": (
        "Re: intro",
        "Hi Mira, did my note last week reach you? We'd still love to have Holt as a "
        "sponsor of the Harbour Summit. Packages begin at 900 euros and include two "
        "passes. If someone else is better placed to answer, I'd be grateful for an "
        "introduction.\n\n"
        "Jane Moss, Partnerships",
    ),
    "de": (
        "Entlastung in der Buchhaltung",
        "Guten Tag Frau Holt,\n\n"
        "viele Verlage Ihrer Größe verbringen mehrere Tage im Monat mit Belegen. Mit "
        "Belegwerk lässt sich das auf wenige Stunden verkürzen – das berichten uns "
        "inzwischen über 200 Betriebe.\n\n"
        "Hätten Sie nächste Woche 20 Minuten für ein kurzes Online-Gespräch? Falls das "
        "Thema gerade nicht relevant ist, genügt ein kurzes Nein.\n\n"
        "Beste Grüße\n"
        "Sven Adler\n"
        "Account Executive, Belegwerk GmbH",
    ),
    "de, a recruiter": (
        "Ihre Erfahrung in der Kartografie",
        "Hallo Frau Holt,\n\n"
        "über LinkedIn bin ich auf Sie aufmerksam geworden. Für ein wachsendes Unternehmen "
        "in Hamburg suche ich eine Leitung Produktmanagement, unbefristet, Homeoffice "
        "möglich. Wären Sie grundsätzlich offen für ein unverbindliches Gespräch?\n\n"
        "Viele Grüße\n"
        "Tanja Vogt, Personalberaterin",
    ),
    "fr": (
        "Votre prospection",
        "Bonjour Mira,\n\n"
        "Je dirige Prospecto, une agence qui aide les petites maisons d'édition à "
        "décrocher plus de rendez-vous avec des libraires. Nous avons accompagné une "
        "quinzaine d'éditeurs cette année, avec en moyenne 8 rendez-vous par mois.\n\n"
        "Auriez-vous 15 minutes cette semaine pour en parler ? Si ce n'est pas "
        "d'actualité, dites-le-moi simplement.\n\n"
        "Bien cordialement,\n"
        "Hugo Lemaire",
    ),
    "fr, a guest post": (
        "Proposition d'article pour votre blog",
        "Bonjour,\n\n"
        "Je lis votre blog depuis quelque temps et je souhaiterais vous proposer un "
        "article sur la conservation du papier, avec un lien vers le site de notre "
        "partenaire. Quels sont vos tarifs pour une publication ?\n\n"
        "Cordialement,\n"
        "Élise",
    ),
    "es": (
        "Más visitas para su tienda",
        "Buenos días, Mira:\n\n"
        "Me llamo Carlos y trabajo en una agencia de marketing digital en Valencia. He "
        "estado mirando su tienda online y creo que podría vender bastante más. Ayudamos a "
        "comercios pequeños a duplicar sus visitas en tres meses.\n\n"
        "¿Tendría un hueco esta semana para una llamada de 15 minutos?\n\n"
        "Saludos,\n"
        "Carlos Vidal",
    ),
    "es, a follow-up": (
        "Re: Más visitas para su tienda",
        "Hola, Mira: ¿ha podido ver mi mensaje de la semana pasada? Solo quería saber si "
        "le interesaría recibir la auditoría gratuita de su web. Si no es buen momento, "
        "dígamelo y no insisto.\n\n"
        "Carlos",
    ),
    "pt": (
        "Uma ideia para a sua loja",
        "Olá, Mira,\n\n"
        "O meu nome é Rui Tavares e sou fundador da Vende+. Ajudamos pequenas editoras a "
        "vender online sem comissões. Uma editora do Porto aumentou as vendas em 40% em "
        "seis meses.\n\n"
        "Podemos falar 15 minutos na próxima semana?\n\n"
        "Cumprimentos,\n"
        "Rui",
    ),
    "it": (
        "Collaborazione",
        "Gentile Mira,\n\n"
        "sono Paolo Conti di Stampalab, una tipografia di Modena. Lavoriamo con diversi "
        "editori indipendenti e ci piacerebbe proporle un preventivo per le sue prossime "
        "pubblicazioni. I nostri clienti risparmiano in media il 15%.\n\n"
        "Possiamo sentirci giovedì per una breve telefonata?\n\n"
        "Cordiali saluti,\n"
        "Paolo Conti",
    ),
    "nl": (
        "Vraagje over jullie webshop",
        "Hoi Mira,\n\n"
        "Ik kwam jullie webshop tegen en het viel me op dat de laadtijd op mobiel vrij "
        "lang is. Wij hebben vorig jaar voor een vergelijkbare uitgever de conversie met "
        "30% verhoogd.\n\n"
        "Zou je openstaan voor een kort gesprek volgende week? Geen interesse, dan hoor ik "
        "het ook graag.\n\n"
        "Groet,\n"
        "Jeroen Mulder\n"
        "SnelShop",
    ),
    "pl": (
        "Współpraca",
        "Dzień dobry Pani Miro,\n\n"
        "nazywam się Adam Kowal i reprezentuję drukarnię z Łodzi. Drukujemy dla kilkunastu "
        "niezależnych wydawnictw w Niemczech i chętnie przygotujemy wycenę dla Państwa. "
        "Czy znalazłaby Pani 15 minut na rozmowę w przyszłym tygodniu?\n\n"
        "Pozdrawiam\n"
        "Adam Kowal",
    ),
    "sv": (
        "Fler läsare till er butik",
        "Hej Mira,\n\n"
        "Jag heter Johan och jobbar på Synligt. Vi hjälper mindre förlag att nå fler "
        "läsare via sociala medier. Ett förlag i Malmö ökade sin försäljning med 35 % på "
        "ett halvår.\n\n"
        "Skulle du ha tid för ett kort samtal på torsdag? Om det inte är aktuellt får du "
        "gärna säga till.\n\n"
        "Vänliga hälsningar\n"
        "Johan Ek",
    ),
    "da": (
        "Spar tid på lagerstyring",
        "Hej Mira,\n\n"
        "Mit navn er Søren, og jeg kontakter dig, fordi mange små forlag bruger timevis på "
        "lagerlister. Lagerly klarer det automatisk. Vi har hjulpet over 80 virksomheder i "
        "Danmark.\n\n"
        "Må jeg vise dig det på et kort onlinemøde i næste uge?\n\n"
        "Venlig hilsen\n"
        "Søren Holm\n"
        "Salgschef, Lagerly",
    ),
    "nb": (
        "Enklere fakturering",
        "Hei Mira,\n\n"
        "Jeg heter Kari og jobber i Fakto. Vi hjelper små forlag med å få betalt raskere – "
        "kundene våre sparer i snitt fem timer i uken.\n\n"
        "Har du mulighet til en kort prat på 15 minutter neste uke? Hvis dette ikke er "
        "relevant, bare gi meg beskjed.\n\n"
        "Mvh\n"
        "Kari Moen",
    ),
    "fi": (
        "Lisää näkyvyyttä kirjoillenne",
        "Hei Mira,\n\n"
        "Nimeni on Pekka Laine ja työskentelen Näkyvä Oy:ssä. Autamme pieniä kustantamoja "
        "saamaan lisää lukijoita hakukoneiden kautta. Tutustuin sivuihinne ja huomasin "
        "muutaman helposti korjattavan asian.\n\n"
        "Sopisiko lyhyt puhelu ensi viikolla? Kartoitus on maksuton.\n\n"
        "Terveisin\n"
        "Pekka Laine",
    ),
    "cs": (
        "Spolupráce na webu",
        "Dobrý den, paní Holt,\n\n"
        "jmenuji se Tomáš a pracuji v agentuře Webklik. Všiml jsem si, že váš e-shop se na "
        "mobilu načítá pomalu. Pro nakladatelství Lípa jsme zvýšili tržby o 25 %.\n\n"
        "Měla byste příští týden čas na krátký hovor? Pokud nemáte zájem, stačí dát vědět.\n\n"
        "S pozdravem\n"
        "Tomáš Král",
    ),
    "ru": (
        "Продвижение вашего издательства",
        "Здравствуйте, Мира!\n\n"
        "Меня зовут Андрей, я руководитель агентства «Рост». Мы помогаем небольшим "
        "издательствам привлекать читателей через социальные сети. Для одного из клиентов "
        "увеличили продажи на 40% за три месяца.\n\n"
        "Удобно ли вам созвониться на 15 минут на этой неделе? Если не актуально, дайте "
        "знать.\n\n"
        "С уважением,\n"
        "Андрей",
    ),
    "tr": (
        "Web siteniz hakkında",
        "Merhaba Mira Hanım,\n\n"
        "Ben Emre, Dijitalİz ajansından yazıyorum. Web sitenizi inceledim ve arama "
        "motorlarında daha üst sıralara çıkabileceğini gördüm. Benzer yayınevlerinin "
        "trafiğini altı ayda iki katına çıkardık.\n\n"
        "Bu hafta 15 dakikalık kısa bir görüşme için uygun musunuz?\n\n"
        "Saygılarımla,\n"
        "Emre Aydın",
    ),
    "ja": (
        "業務効率化のご提案",
        "ホルト様\n\n"
        "突然のご連絡失礼いたします。株式会社サンプルの田中と申します。\n"
        "貴社のホームページを拝見し、在庫管理の効率化でお役に立てるのではと思いご連絡いたしま"
        "した。弊社のシステムは出版社様を中心に100社以上に導入いただいております。\n\n"
        "来週15分ほどオンラインでお時間をいただけませんでしょうか。\n\n"
        "田中",
    ),
    "zh": (
        "印刷合作",
        "Mira 您好，\n\n"
        "我是深圳华彩印刷的销售经理李明。我们为欧洲多家出版社"
        "提供精装书印刷服务，价格比当地低30%左右。\n\n"
        "请问贵公司近期有印刷需求吗？我可以免费寄送样品，并发报价单给您参考。\n\n"
        "期待您的回复！\n"
        "李明",
    ),
    "ko": (
        "출판 마케팅 제안",
        "미라 홀트님 안녕하세요.\n\n"
        "저는 북마케팅 대행사 책나루의 김민수입니다. 홈페이지를 보고 연락드립니"
        "다. 저희는 중소 출판사의 온라인 판매를 돕고 있으며, 작년에 30개 "
        "출판사의 매출을 평균 25% 늘렸습니다.\n\n"
        "다음 주에 15분 정도 통화 가능하실까요?\n\n"
        "김민수 드림",
    ),
}

PEOPLE = {
    "a plumber, en": (
        "Quote for the bathroom",
        "Hi Mira,\n\n"
        "Thanks for showing me round on Monday. We can do the job for £1,450 plus VAT, "
        "that's two days' work with new pipes under the sink. If you'd like us to go ahead "
        "let me know and I'll put you in the diary for the 14th.\n\n"
        "Dave Cole\n"
        "Cole Plumbing & Heating",
    ),
    "a plumber who writes like a seller": (
        "Bathroom",
        "Dear Mrs Holt,\n"
        "our price for the bathroom is 3,200 euros including material. We offer five "
        "years' guarantee. Shall I send you the samples of the tiles? We could start in "
        "March.\n"
        "Regards, M. Ritter, Ritter Plumbing Ltd",
    ),
    "a plumber, de": (
        "Kostenvoranschlag Heizung",
        "Sehr geehrte Frau Holt,\n\n"
        "anbei erhalten Sie unser Angebot über 2.480 Euro netto für den Austausch der "
        "Therme. Wir hätten ab dem 3. März Kapazitäten frei. Bei Fragen rufen Sie mich "
        "gerne an.\n\n"
        "Mit freundlichen Grüßen\n"
        "T. Ritter",
    ),
    "a plumber, fr": (
        "Devis salle de bain",
        "Bonjour Madame Holt,\n\n"
        "Suite à ma visite de mardi, voici le devis : 1 850 euros HT pour la douche et le "
        "lavabo. Nous pouvons commencer le 12. Dites-moi si cela vous convient.\n\n"
        "Cordialement, P. Renaud",
    ),
    "a plumber, es": (
        "Presupuesto baño",
        "Buenas tardes, Mira: le envío el presupuesto del baño, 1.200 euros con "
        "materiales. Podemos empezar en marzo. Quedo a la espera de su respuesta. Un "
        "saludo, Antonio",
    ),
    "a reader who wants to talk": (
        "Your essay",
        "Hi Mira, I came across your essay on tram depots and it moved me. I teach history "
        "in Leeds. Would you be open to a short call some time? I'd love to hear how you "
        "found the plans. Best, Ann",
    ),
    "a friend who tells of a job": (
        "job",
        "Hey Mira, we're hiring at the museum and I thought of you straight away - it's a "
        "map archive role with a decent salary. Want me to send you the job ad? Drinks on "
        "Friday anyway? J",
    ),
    "a friend who sells a boat": (
        "boat",
        "hi mira, we're finally selling the boat, 4000 euros, it's a good price I think. "
        "would your brother be interested? shall I send pictures? x Tom",
    ),
    "a friend who starts a firm": (
        "news!",
        "Hi love, so I quit! I'm starting my own studio, websites for small businesses, "
        "can you believe it. My first client pays 300 a month. Coffee next week? I need to "
        "tell you everything. Lou",
    ),
    "somebody who complains of sellers": (
        "those mails",
        "Mira, I get ten of these a day: 'quick question', 'just bumping this to the top "
        "of your inbox', 'we help companies like yours get more leads'. How do I make them "
        "stop? Dad",
    ),
    "a friend who passes a pitch on": (
        "Fwd: Partnership opportunity",
        "is this real or rubbish?\n\n"
        "---------- Forwarded message ---------\n"
        "From: Kyle <kyle@funnel.example>\n"
        "To: <tom@family.example>\n\n"
        "Hi Tom, I came across your company and we help companies like yours generate more "
        "leads. Worth 15 minutes next week? If not interested let me know.",
    ),
    "a customer, en": (
        "Price for a map",
        "Hello, I came across your website and love your maps. What would you charge for a "
        "map of our village, about A2? My budget is around 300 euros. Could we have a "
        "quick call? Thanks, Peter Lang",
    ),
    "a customer, de": (
        "Anfrage",
        "Guten Tag Frau Holt, ich bin auf Ihre Website gestoßen und suche eine Karte "
        "unseres Dorfes als Geschenk. Was würde das kosten? Unser Budget liegt bei 300 "
        "Euro. Können wir kurz telefonieren? Viele Grüße, Anna Beck",
    ),
    "a photographer who was asked": (
        "Re: portrait",
        "Hi Mira, happy to do it. My rate is 380 for the morning, that includes three "
        "retouched files. I have the 20th and 27th free. Would Thursday work for a quick "
        "call? Lars",
    ),
    "a doctor": (
        "reports",
        "Dear Ms Holt, I have seen the results, nothing to worry about. Could we have a "
        "quick call on Thursday? Ten minutes will do. Dr Amman",
    ),
    "a student": (
        "Interview for my thesis",
        "Dear Ms Holt, my name is Jonas and I am a student at Bremen. I came across your "
        "article while writing my thesis. Would you have 20 minutes for an interview? If "
        "you are not interested, just let me know. Best wishes, Jonas",
    ),
    "a reporter": (
        "Interview request",
        "Dear Ms Holt, I write for the Weser Courier and I'm working on a piece about old "
        "tram depots. I came across your book. Would you be available for a short call "
        "this week? Our readers would love it. Regards, Eva Timm",
    ),
    "a host of a meeting": (
        "Invitation to speak",
        "Dear Mira, I'm organising the small map history meeting in Utrecht in May and I "
        "came across your work. Would you be open to giving a talk? We pay travel and a "
        "hotel. Best, Prof. Jan de Boer",
    ),
    "a neighbour with a rebate": (
        "Zonnepanelen",
        "Hoi Mira, wij laten in mei zonnepanelen leggen en het bedrijf geeft korting als "
        "de buren meedoen, scheelt 400 euro. Heb je interesse? Zal ik je de offerte "
        "sturen? Groet, Kees van nr 12",
    ),
    "a colleague, pl": (
        "spotkanie",
        "Cześć Mira, czy mogę zadzwonić jutro? Mam 15 minut przed spotkaniem z klientem. "
        "Nawiązując do mojego maila: potrzebuję ofertę do piątku. Magda",
    ),
    "an accountant, de": (
        "Steuer",
        "Liebe Frau Holt, wir haben Ihre Unterlagen erhalten. Unser Honorar beträgt 480 "
        "Euro netto. Haben Sie nächste Woche Zeit für ein kurzes Telefonat? Herzliche "
        "Grüße Nils Petersen",
    ),
    "a friend, ja": (
        "来週",
        "ミラさん、お久しぶりです。来週東京に来られると聞きました。少し"
        "お時間いただけますか。新しい会社の資料もお見せしたいです。山本",
    ),
    "a friend, ko": (
        "안부",
        "미라야 잘 지내? 나 이번에 회사 옮겼어. 다음 주에 시간"
        " 괜찮으면 통화 가능해? 새 서비스 무료 쿠폰도 줄게. 지원",
    ),
    "a friend who had no answer, tr": (
        "Merhaba",
        "Mira merhaba, geçen hafta yazdığım mesaja dönüş alamadım, merak ettim. Hafta sonu "
        "müsait misin? Yeni işimde müşteri çok, yoruldum. Elif",
    ),
    "a friend who had no answer, ru": (
        "Привет",
        "Мира, привет! Не получила ответа на прошлое письмо, всё хорошо? Когда удобно "
        "созвониться? У нас на работе новый клиент, бюджет огромный, расскажу. Оля",
    ),
    "a joiner, sv": (
        "Offert köksbänk",
        "Hej Mira, här kommer offerten på köksbänken som vi pratade om: 12 500 kr "
        "inklusive montering. Vi kan börja i april. Hör gärna av dig om du har frågor. Mvh "
        "Lasse",
    ),
}


def _mail(subject: str, text: str, *headers: str) -> bytes:
    own = "From: A Writer <writer@vendor.example>"
    fields = [
        *([] if any(line.startswith("From:") for line in headers) else [own]),
        "To: mira@home.example",
        f"Subject: {subject}",
        "Message-ID: <2@vendor.example>",
        "Date: Sat, 1 Jun 2024 10:00:00 +0000",
        "Content-Type: text/plain; charset=utf-8",
        *headers,
    ]
    return "\n".join([*fields, "", text]).encode()


def _message(raw: bytes) -> Message:
    at = datetime(2024, 6, 1, tzinfo=UTC)
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, at, len(raw), raw)
    message = read(fetched, OWNER, ("mx.home.example",))
    assert isinstance(message, Message)
    return message


def _judged(raw: bytes, knows: Correspondents = NOBODY) -> Judged:
    """The way a sweep does it: headers first, the body only where it is needed."""
    message = _message(raw)
    first = judge(message, None, knows)
    return first if first.certain else judge(message, body(raw), knows)


def _signs(judged: Judged) -> set[str]:
    return {sign.kind for sign in judged.signs}


@pytest.mark.parametrize("case", COLD)
def test_a_stranger_who_sells_is_seen_in_many_languages(case: str) -> None:
    judged = _judged(_mail(*COLD[case], GENUINE))
    assert judged.kind is Kind.OUTREACH, judged.signs


@pytest.mark.parametrize("case", COLD)
def test_a_seller_to_whom_the_owner_has_written_is_a_person(case: str) -> None:
    knows = Correspondents(addresses=frozenset({"writer@vendor.example"}))
    assert _judged(_mail(*COLD[case], GENUINE), knows).kind is not Kind.OUTREACH


@pytest.mark.parametrize("headers", [(), (GENUINE,)], ids=["unproven", "genuine"])
def test_people_who_use_a_phrase_of_sellers_stay_people(headers: tuple[str, ...]) -> None:
    phone = "X-Mailer: iPhone Mail (22B83)"
    taken = [
        case
        for case, mail in PEOPLE.items()
        if _judged(_mail(*mail, phone, *headers)).kind is Kind.OUTREACH
    ]
    assert taken == []


PITCH = (
    "Hi Mira,\n\nI came across your company. We help businesses like yours get more leads.\n"
    "Worth a quick call next week?\n\nDan"
)


def test_a_thread_of_a_strangers_own_protects_nobody() -> None:
    own = "<1@vendor.example>"
    text = (
        "Hi Mira, just bumping this to the top of your inbox.\n\n"
        "On Tue, 28 May 2024, A Writer <writer@vendor.example> wrote:\n"
        "> I came across your company. We help businesses like yours get more leads.\n"
    )
    judged = _judged(_mail("Re: Growth", text, f"In-Reply-To: {own}", f"References: {own}"))
    assert judged.kind is Kind.OUTREACH
    assert "self-thread" in _signs(judged)


def test_a_plumber_who_asks_after_his_quote_in_his_own_thread_stays_a_person() -> None:
    own = "<1@vendor.example>"
    text = "Hello Mira, just following up on my quote, as discussed. Shall I send the tiles?"
    judged = _judged(_mail("Re: Quote for the bathroom", text, f"In-Reply-To: {own}"))
    assert judged.kind is not Kind.OUTREACH


def test_an_answer_to_the_owner_is_personal_whatever_it_says() -> None:
    knows = Correspondents(own_message_ids=frozenset({"mine@home.example"}))
    judged = _judged(_mail("Re: Growth", PITCH, "In-Reply-To: <mine@home.example>"), knows)
    assert judged.kind is Kind.PERSONAL
    assert judged.certain


def test_what_the_owner_is_quoted_with_speaks_for_a_person() -> None:
    text = (
        "Happy to help. We offer both sizes, shall I send a sample?\n\n"
        "On Tue, 28 May 2024, Mira <mira@home.example> wrote:\n> What do you have?\n"
    )
    raw = _mail("Re: paper", text, "In-Reply-To: <x1@mail.gmail.com>")
    assert _judged(raw).kind is Kind.PERSONAL
    assert "quotes-you" in {sign.sign for sign in pitch_signs(_message(raw), body(raw))}


def test_the_headers_of_a_sequence_tool_do_not_make_a_pitch_a_newsletter() -> None:
    raw = _mail(
        "Growth", PITCH, GENUINE, "List-Unsubscribe: <https://t.vendor.example/u/1>",
        "Feedback-ID: 1:2:3:tool", "X-Mailgun-Sid: abc",
    )  # fmt: skip
    assert _judged(raw).kind is Kind.OUTREACH


def test_a_colleague_is_no_stranger() -> None:
    assert _judged(_mail("Growth", PITCH, "From: Dan <dan@home.example>")).kind is Kind.PERSONAL


def test_mail_that_fails_authentication_is_never_outreach() -> None:
    failed = (
        "Authentication-Results: mx.home.example; dkim=fail; dmarc=fail header.from=vendor.example"
    )
    assert _judged(_mail("Growth", PITCH, failed)).kind is not Kind.OUTREACH


@pytest.mark.parametrize(
    "stamp", ["Feedback-ID: 20847113:user:proton", "Feedback-ID: i1a2b3c4d:Fastmail"]
)
def test_the_stamp_of_a_mailbox_provider_is_no_sign_of_bulk(stamp: str) -> None:
    judged = _judged(_mail("the wardrobe", "it does NOT come apart. three people?", stamp))
    assert judged.kind is Kind.PERSONAL
    assert "feedback-id" not in _signs(judged)


def test_mail_of_an_unknown_person_is_read_and_that_of_a_known_one_is_not() -> None:
    message = _message(_mail("Thursday", "Seven or eight?"))
    assert not judge(message, None, NOBODY).certain
    knows = Correspondents(addresses=frozenset({"writer@vendor.example"}))
    assert judge(message, None, knows).certain


def test_one_part_of_a_cold_letter_is_not_enough() -> None:
    for part in ("stranger-intro", "sales-ask", "sales-offer", "recruit", "link-request", "bump"):
        assert not pitched({part}), part
    assert pitched({"stranger-intro", "sales-ask", "sales-offer"})
    assert not pitched({"stranger-intro", "sales-ask"})
    assert not pitched({"stranger-intro", "sales-ask", "sales-offer", "scam"})
    assert not pitched({"stranger-intro", "sales-ask", "sales-offer", "list-id"})


@given(st.text(max_size=600))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    message = _message(_mail("x", ""))
    signs = pitch_signs(message, Body(text, ()))
    assert signs == pitch_signs(message, Body(text, ()))
    assert all(sight.sign for sight in signs)
