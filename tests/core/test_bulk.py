"""Mailings against the owner's own affairs that the same machines send, in the languages of our words."""

from datetime import UTC, datetime

import pytest

from inbox_guard.core.address import Owner
from inbox_guard.core.body import body
from inbox_guard.core.data import rows
from inbox_guard.core.folder import Role
from inbox_guard.core.history import Correspondents
from inbox_guard.core.kind import Judged, judge
from inbox_guard.core.kind.bulk import mails_everybody
from inbox_guard.core.kind.weights import scale
from inbox_guard.core.message import Fetched, Message, MessageRef, read
from inbox_guard.core.vocabulary import Kind

OWNER = Owner(("mira@home.example",))
NOBODY = Correspondents()
MACHINERY = (
    "Return-Path: <bounce+7f3a.1200345-mira=home.example@mg.sender.example>\n"
    "List-Unsubscribe: <https://click.sender.example/u/77>, <mailto:u77@sender.example>\n"
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"
    "Feedback-ID: 77:1200345:sender\nX-Mailgun-Sid: WyJ\n"
)

# Subject and text as a clinic, a shop, a landlord or an office would write them, with the foot that
# its mail program adds to whatever it sends.
SERVICE = {
    "en": (
        "Your boiler visit moves to Thursday",
        "Hello Mira,\n\nour engineer cannot come on Tuesday. Your new appointment is on Thursday, "
        "14 March, between 8 and 12. Reference: BV-40213.\n\nUnsubscribe",
    ),
    "de": (
        "Kaution für Wohnung 12 überwiesen",
        "Guten Tag Frau Holt,\n\nwir haben heute 1.240,00 € auf Ihr Konto überwiesen. "
        "Verwendungszweck: Mietvertrag 4417-12.\n\nAbmelden",
    ),
    "fr": (
        "Votre passeport est disponible en mairie",
        "Madame,\n\nVotre passeport (demande n° 20417733) peut être retiré au guichet 4, du lundi au "
        "vendredi, muni de ce message.\n\nSe désinscrire",
    ),
    "es": (
        "Cita con la doctora Ferrán el 3 de junio",
        "Hola, Mira:\n\nTu cita del 3 de junio a las 10:20 está confirmada. Si no puedes venir, "
        "avísanos antes del lunes.\n\nDarse de baja",
    ),
    "pt": (
        "Recebemos o seu pedido de matrícula",
        "Exma. Sra.,\n\nO pedido n.º 883012 para o aluno Jonah foi registado. Responderemos até ao dia "
        "20 de julho.\n\nCancelar subscrição",
    ),
    "it": (
        "La sua raccomandata è in giacenza",
        "Gentile Signora,\n\nla raccomandata 61558820311-4 può essere ritirata all'ufficio postale di "
        "via Cavour fino al 12 aprile.\n\nDisiscriviti",
    ),
    "nl": (
        "Uw melding over de lekkende kraan",
        "Geachte mevrouw Holt,\n\nwe hebben uw melding 40-2231 ontvangen. De monteur komt woensdag "
        "tussen 13.00 en 15.00 uur.\n\nAfmelden",
    ),
    "pl": (
        "Wynik badania jest gotowy",
        "Dzień dobry,\n\nPani wynik badania z 4 marca można odebrać w rejestracji lub pobrać po "
        "zalogowaniu. Numer zlecenia: 5512087.\n\nWypisz się",
    ),
    "sv": (
        "Din hyresavi för april",
        "Hej Mira,\n\nhyran för april är 7 850 kr och ska betalas senast den 31 mars. OCR-nummer: "
        "4471200345.\n\nAvregistrera",
    ),
    "da": (
        "Din tid hos tandlægen er flyttet",
        "Kære Mira\n\nVi er nødt til at flytte din tid fra mandag til onsdag den 6. maj kl. 9.15. "
        "Ring, hvis det ikke passer.\n\nAfmeld",
    ),
    "nb": (
        "Søknaden din er mottatt",
        "Hei Mira,\n\nvi har mottatt søknaden din om barnehageplass. Saksnummer: 24/10882. Svar "
        "kommer innen 1. april.\n\nMeld deg av",
    ),
    "fi": (
        "Passisi on noudettavissa",
        "Hei,\n\npassisi on noudettavissa R-kioskilta. Lähetystunnus: JJFI6400123. Ota "
        "henkilöllisyystodistus mukaan.\n\nPeruuta tilaus",
    ),
    "cs": (
        "Vaše žádost o parkovací kartu",
        "Dobrý den,\n\nvaše žádost č. j. 4412/2025 byla schválena. Kartu si vyzvedněte na přepážce 3 do "
        "30 dnů.\n\nOdhlásit",
    ),
    "ru": (
        "Запись к врачу на 14 апреля",
        "Мира, здравствуйте!\n\nВы записаны к терапевту на 14 апреля в 10:40, кабинет 212. Возьмите с "
        "собой полис.\n\nОтписаться",
    ),
    "tr": (
        "Kargonuz şubede bekliyor",
        "Merhaba Mira,\n\n5540217736 numaralı kargonuz Kadıköy şubemizde sizi bekliyor. Son teslim "
        "günü 12 Mayıs.\n\nAbonelikten çık",
    ),
    "ja": (
        "ご予約の確認 6月3日 18:30",
        "ホルト様\n\nご予約を承りました。6月3日 18時30分、2名様。予約番号 40213。\n\n配信停止",
    ),
    "zh": (
        "您的包裹已到代收点",
        "您好:\n\n您的包裹 SF1400277315 已到代收点,取件码 4-2-7731,请于三日内领取。\n\n退订",
    ),
    "ko": (
        "진료 예약 안내 (6월 3일)",
        "홀트 님,\n\n6월 3일 오전 10시 20분 진료가 예약되었습니다. 접수번호 40213.\n\n수신거부",
    ),
    "hu": (
        "Csomagod átvehető a Keleti pontnál",
        "Szia Mira,\n\na 5540217 számú csomagod megérkezett, péntekig átveheted. Átvételi kód: 4427."
        "\n\nLeiratkozás",
    ),
    "el": (
        "Το ραντεβού σας στις 3 Ιουνίου",
        "Αγαπητή κυρία Χολτ,\n\nτο ραντεβού σας επιβεβαιώθηκε για τις 3 Ιουνίου, ώρα 10:20. Αριθμός "
        "υπόθεσης 40213.\n\nΔιαγραφή από τη λίστα",
    ),
    "ro": (
        "Factura pe luna martie",
        "Bună ziua,\n\nfactura nr. 40213 în valoare de 184,20 lei este scadentă pe 15 aprilie.\n\n"
        "Dezabonare",
    ),
}

# Subjects and texts in words that our tables do not know: there the machinery must not decide.
PLAIN = {
    "Jonah's school trip on Friday": (
        "Dear families of class 5,\n\nthe coach leaves at 8.15 from the back gate. "
        "Please send a packed lunch and a raincoat. The trip costs 4 pounds, "
        "payable in the app.\n\nManage your emails | Unsubscribe"
    ),
    "We've changed your plan": (
        "Hi Mira,\n\nAs you asked, you are now on the Solo plan. Your next payment "
        "of £9 is on 3 May.\n\nUnsubscribe"
    ),
    "Ihr Zugang zum Elternportal": (
        "Guten Tag,\n\nfür Ihr Kind Jonah wurde ein Zugang eingerichtet. Bitte "
        "melden Sie sich bis Freitag einmal an.\n\nAbmelden"
    ),
    "Sperrung der Kellertreppe ab Montag": (
        "Liebe Mieterinnen und Mieter,\n\nab Montag, 4. März, wird die "
        "Kellertreppe erneuert. Der Keller ist bis Freitag nur über den Hof zu "
        "erreichen.\n\nIhre Hausverwaltung\n\nAbmelden"
    ),
    "Coupure d'eau mardi matin": (
        "Bonjour,\n\nl'eau sera coupée mardi 12 mars de 9 h à 12 h rue des Lilas. "
        "Merci de votre compréhension.\n\nSe désinscrire"
    ),
    "Tu devolución está en marcha": (
        "Hola, Mira:\n\nhemos recibido las botas. Te devolvemos 64,90 € a tu "
        "tarjeta en 3 días.\n\nDarse de baja"
    ),
    "Il tuo turno è cambiato": (
        "Ciao Mira,\n\nsabato lavori dalle 14 alle 20 invece che dalla mattina. "
        "Conferma nell'app.\n\nDisiscriviti"
    ),
    "Uw pas wordt vervangen": (
        "Beste mevrouw Holt,\n\nuw huidige pas verloopt in juni. De nieuwe sturen "
        "we in de week van 12 mei.\n\nAfmelden"
    ),
    "Zmiana sali egzaminu": (
        "Dzień dobry,\n\negzamin 14 czerwca odbędzie się w sali 204, nie 118. "
        "Proszę zabrać dowód osobisty.\n\nWypisz się"
    ),
    "Körlektionen på torsdag": (
        "Hej Mira,\n\ndin lektion på torsdag kl 16 är med Anders i stället för "
        "Lena.\n\nAvregistrera"
    ),
    "Bilen er klar": (
        "Hei Mira,\n\nbilen din er ferdig på verksted og kan hentes til kl 17. "
        "Sum: 3 240 kr.\n\nMeld deg av"
    ),
    "Labor: eredményed elkészült": (
        "Kedves Mira!\n\nA március 4-i vizsgálat eredménye megtekinthető a "
        "fiókodban.\n\nLeiratkozás"
    ),
    "Ваша бронь столика": (
        "Здравствуйте, Мира!\n\nЖдём вас в пятницу в 19:30, столик на двоих у окна.\n\nОтписаться"
    ),
    "Poliçe yenileme hatırlatması": (
        "Sayın Holt,\n\naracınızın poliçesi 4 Mayıs'ta sona eriyor.\n\nAbonelikten çık"
    ),
    "通園バスの時刻変更": (
        "保護者の皆さま\n\n明日の通園バスは大雪のため30分遅れます。\n\n配信停止"
    ),
    "您的报修已安排": ("您好,师傅将于周四下午上门维修,请保持电话畅通。\n\n退订"),
    "수업 시간 변경": ("학부모님께\n\n다음 주 수업은 4시에 시작합니다.\n\n수신거부"),
    "A table for two": (
        "Hi Mira, we look forward to seeing you on Friday at 19.30. Need to "
        "change? Call us.\n\nUnsubscribe"
    ),
    "We're switching off your old router": (
        "Hello,\n\nthe old network stops on 1 June. We've posted a new router to "
        "your address; plug it in before then.\n\nUnsubscribe"
    ),
    "Meeting papers: residents' committee": (
        "Dear residents,\n\nthe papers for Monday's meeting are in the portal. "
        "Your vote is needed on item 4.\n\nUnsubscribe"
    ),
    "Your trainer is ill": (
        "Hi Mira,\n\nsorry: Tuesday's class is off. Your credit is back in your "
        "wallet.\n\nUnsubscribe"
    ),
    "Price change on your plan": (
        "Dear Mira,\n\nfrom 1 July your monthly fee goes from 9.99 to 11.49. You "
        "can leave at any time before.\n\nUnsubscribe"
    ),
    "Your results are in": (
        "Hi Mira,\n\nyour sample was analysed on Monday. Log in to read the report "
        "with your doctor's comments.\n\nUnsubscribe"
    ),
    "Dokumente zum Unterschreiben": (
        "Hallo Mira,\n\nPaula hat dir zwei Dokumente geschickt. Du kannst sie bis "
        "4. Mai unterzeichnen.\n\nAbmelden"
    ),
}

NEWS = {
    "en": (
        "Six coats we would keep for ourselves",
        "Dear readers,\n\nautumn is in the shop: wool, waxed cotton and one very red duffle. Until "
        "Sunday you save 15% with the code RED.\n\nShop now\n\nUnsubscribe",
    ),
    "de": (
        "Herbst im Laden: unsere neuen Mäntel",
        "Liebe Leserinnen und Leser,\n\nWolle, Wachs und ein sehr roter Dufflecoat sind da. Bis Sonntag "
        "sparen Sie 15 % mit dem Code ROT.\n\nJetzt entdecken\n\nNewsletter abbestellen",
    ),
    "fr": (
        "Nouveautés d'automne au rayon manteaux",
        "Bonjour à toutes,\n\nla laine est arrivée. Jusqu'à dimanche, -15 % avec le code ROUGE.\n\n"
        "Je découvre\n\nSe désinscrire",
    ),
    "es": (
        "Abrigos nuevos y un descuento hasta el domingo",
        "Hola:\n\nya está aquí la lana de otoño. Usa el código ROJO y llévate un 15 %.\n\n"
        "Ver más\n\nDarse de baja",
    ),
    "pt": (
        "Novidades de outono na loja",
        "Olá,\n\nchegou a lã. Até domingo, 15% com o código VERMELHO.\n\nDescubra\n\n"
        "Cancelar subscrição",
    ),
    "it": (
        "Novità d'autunno: i nuovi cappotti",
        "Ciao,\n\nè arrivata la lana. Fino a domenica sconto del 15% con il codice ROSSO.\n\nScopri di "
        "più\n\nDisiscriviti",
    ),
    "nl": (
        "Nieuwe jassen en een korting tot zondag",
        "Beste lezer,\n\nde wol is binnen. Tot zondag 15% met code ROOD.\n\nShop nu\n\nUitschrijven",
    ),
    "pl": (
        "Jesienne nowości: płaszcze",
        "Drodzy Czytelnicy,\n\nwełna już jest. Do niedzieli 15% taniej z kodem RUDY.\n\nKup teraz\n\n"
        "Wypisz się",
    ),
    "sv": (
        "Höstens nyheter: nya kappor",
        "Hej alla!\n\nUllen är här. Till söndag 15 % med koden RÖD.\n\nHandla nu\n\nAvregistrera",
    ),
    "da": (
        "Efterårets nyheder: frakker",
        "Kære læser\n\nUlden er landet. Til søndag får du 15 % med koden RØD.\n\nShop nu\n\nAfmeld",
    ),
    "nb": (
        "Høstens nyheter: nye frakker",
        "Kjære leser\n\nUllen er her. Til søndag får du 15 % med koden RØD.\n\nHandle nå\n\nMeld deg av",
    ),
    "fi": (
        "Syksyn uutuudet: takit",
        "Hei kaikki,\n\nvilla on täällä. Sunnuntaihin asti 15 % alennusta koodilla PUNA.\n\nTutustu\n\n"
        "Peruuta tilaus",
    ),
    "cs": (
        "Podzimní novinky: kabáty",
        "Milí čtenáři,\n\nvlna dorazila. Do neděle 15 % s kódem RUDA.\n\nObjevte\n\nOdhlásit odběr",
    ),
    "ru": (
        "Новинки осени: пальто",
        "Дорогие друзья,\n\nшерсть приехала. До воскресенья скидка 15 % по промокоду РЫЖИЙ.\n\n"
        "Подробнее\n\nОтписаться",
    ),
    "tr": (
        "Sonbahar fırsatları: yeni montlar",
        "Merhaba,\n\nyünlüler geldi. Pazara kadar KIRMIZI koduyla %15 indirim.\n\nKeşfet\n\n"
        "Abonelikten çık",
    ),
    "ja": (
        "秋の新商品、コートがそろいました",
        "皆さま\n\nウールの季節です。日曜日まで15%割引のクーポンコードはREDです。\n\n詳しくはこちら\n\n配信停止",
    ),
    "zh": (
        "秋季新品上架",
        "亲爱的会员:\n\n羊毛大衣到店,本周日前使用优惠码RED享受八五折。\n\n立即购买\n\n退订",
    ),
    "ko": (
        "가을 신상품 코트 입고",
        "회원 여러분,\n\n일요일까지 할인코드 RED로 15% 할인됩니다.\n\n자세히 보기\n\n수신거부",
    ),
    "hu": (
        "Őszi újdonságok: kabátok",
        "Kedves Olvasó!\n\nMegjött a gyapjú. Vasárnapig 15% kedvezmény a PIROS kóddal.\n\nFedezd fel\n\n"
        "Leiratkozás",
    ),
    "el": (
        "Φθινοπωρινές προσφορές: παλτά",
        "Αγαπητοί φίλοι,\n\nτα μάλλινα ήρθαν. Ως την Κυριακή 15% με τον κωδικό RED.\n\nΔείτε "
        "περισσότερα\n\nΔιαγραφή από τη λίστα",
    ),
    "ro": (
        "Noutăți de toamnă: paltoane",
        "Dragi prieteni,\n\na sosit lâna. Până duminică 15% reducere cu codul ROȘU.\n\nDescoperă\n\n"
        "Dezabonare",
    ),
}


def _judged(subject: str, text: str, headers: str = MACHINERY, author: str = "") -> Judged:
    raw = (
        f"{headers}From: {author or 'Sender <hello@sender.example>'}\nTo: mira@home.example\n"
        f"Subject: {subject}\nMessage-ID: <77@sender.example>\n"
        "Date: Sat, 1 Jun 2024 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n"
        f"{text}\n"
    ).encode()
    at = datetime(2024, 6, 1, tzinfo=UTC)
    fetched = Fetched(MessageRef("main", "INBOX", 1, 1), Role.INBOX, at, len(raw), raw)
    message = read(fetched, OWNER, ())
    assert isinstance(message, Message)
    first = judge(message, None, NOBODY)
    return first if first.certain else judge(message, body(raw), NOBODY)


@pytest.mark.parametrize("language", SERVICE)
def test_an_affair_of_ones_own_is_no_newsletter_whatever_machine_sends_it(language: str) -> None:
    judged = _judged(*SERVICE[language])
    assert judged.kind is Kind.TRANSACTIONAL, (judged.kind, judged.signs)


@pytest.mark.parametrize("subject", PLAIN)
def test_machinery_and_a_foot_make_no_newsletter_of_what_a_school_or_a_garage_writes(
    subject: str,
) -> None:
    judged = _judged(subject, PLAIN[subject])
    assert judged.kind in (Kind.TRANSACTIONAL, Kind.NOTIFICATION), (judged.kind, judged.signs)


@pytest.mark.parametrize("language", NEWS)
def test_offers_to_everybody_are_a_newsletter(language: str) -> None:
    judged = _judged(*NEWS[language])
    assert judged.kind is Kind.NEWSLETTER, (judged.kind, judged.signs)


def test_machinery_without_a_word_of_news_is_no_newsletter_by_its_header_block() -> None:
    names = {"list-unsubscribe", "one-click", "precedence", "verp", "marketing-provider"}
    assert not mails_everybody(names, read=False, shared=False)


ALARMS = {
    "en": (
        "Harbour 40 kettle is 22% off",
        "The kettle you are watching costs 31.20 today, 8.80 less.\n\nYour limit: 32.00\nStop watching this",
    ),
    "de": (
        "Kessel Hafen 40: -22 %",
        "Ihr Preisalarm für „Kessel Hafen 40“: heute 31,20 €, Ihre Grenze war 32,00 €.\n\nAlarm löschen",
    ),
}


@pytest.mark.parametrize("language", ALARMS)
def test_an_alarm_that_tells_of_a_price_cut_is_read_before_it_is_called_a_mailing(
    language: str,
) -> None:
    headers = (
        "List-Unsubscribe: <https://watch.example/stop/7>\nX-Mandrill-User: md_7\n"
        "Return-Path: <bounce-md_30118.94f9.v1-2a659f09@mandrillapp.com>\n"
    )
    judged = _judged(*ALARMS[language], headers=headers)
    assert judged.kind is Kind.NOTIFICATION, (judged.kind, judged.signs)


def test_a_subject_about_a_ticket_yields_to_a_text_that_only_sells() -> None:
    text = (
        "The season opens on Friday. Book your place while seats are limited.\n\nSee you next week"
    )
    sells = _judged("Your ticket to the autumn is waiting", f"{text}\n\nUnsubscribe")
    assert sells.kind is Kind.NEWSLETTER, sells.signs
    hers = _judged(
        "Your ticket to the autumn", f"Order 40213, row 4 seat 12.\n\n{text}\n\nUnsubscribe"
    )
    assert hers.kind is Kind.TRANSACTIONAL, hers.signs


def test_nothing_in_a_text_undoes_a_code_in_the_subject() -> None:
    text = "Dear readers, shop now and save 20% off.\n\nRead more\n\nUnsubscribe"
    assert _judged("Your verification code", text).kind is not Kind.NEWSLETTER


def test_a_question_whether_she_subscribed_is_no_newsletter() -> None:
    text = "Someone entered this address for our newsletter. Click to confirm.\n\nUnsubscribe"
    judged = _judged("Newsletter: one more click", text)
    assert judged.kind is Kind.TRANSACTIONAL, judged.signs


def test_a_club_that_writes_to_itself_and_to_all_its_members_sends_a_newsletter() -> None:
    club = "Harbour Choir <office@harbourchoir.example>"
    raw_text = (
        "Dear members,\n\nthe summer concert is on 21 June. Our next events are on the board.\n\n"
        "If you no longer want these letters, tell us and we take you off the list."
    )
    judged = _judged("Choir newsletter, June", raw_text, "X-Spare: 1\n", club)
    assert judged.kind is Kind.NEWSLETTER, judged.signs


def test_a_friend_who_writes_to_all_friends_sends_no_newsletter() -> None:
    text = "Dear friends,\n\nwe are getting married on 21 June. Come, and tell us what you eat."
    judged = _judged(
        "Save the date!", text, "To: undisclosed-recipients:;\n", "Ana <ana@gmail.com>"
    )
    assert judged.kind is not Kind.NEWSLETTER, judged.signs


def test_certified_mail_is_transactional_by_its_header() -> None:
    for header in ("X-Trasporto: posta-certificata\n", "X-Ricevuta: avvenuta-consegna\n"):
        assert _judged("CONSEGNA: disdetta", "Unsubscribe", header).kind is Kind.TRANSACTIONAL


def test_every_sign_that_has_points_is_a_sign() -> None:
    known = {*scale().signs, "service-subject", "secret-subject"}
    named = {row[0] for row in rows("bulk_points") if not row[0].startswith("@")}
    assert named <= known
    assert {row[0] for row in rows("host_signs")} <= known
