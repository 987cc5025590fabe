"""Numbers in a text: somebody's own (a booking, a card, an hour), everybody's (a price cut), or how many answered.

Pure: text in, signs out. What no list of words can hold, in the languages of the house.
"""

import re
from itertools import islice

from inbox_guard.core.kind import phrases
from inbox_guard.core.kind.weights import Seen


def figure_signs(text: str) -> list[Seen]:
    """Return what the numbers of a text say, and what its foot calls it."""
    seen: list[Seen] = []
    rows = [
        match.group().strip() for match in _LABELLED.finditer(text) if "//" not in match.group()
    ]
    if len(rows) > 2:
        seen.append(Seen("labelled", rows[0][: phrases.QUOTED]))
    if cut := _CUT.search(text):
        seen.append(Seen("price-cut", cut.group()[: phrases.QUOTED]))
    if foot := _NEWS_FOOT.search(text[-_FOOT:]):
        seen.append(Seen("news-foot", foot.group()[: phrases.QUOTED]))
    if data := _OWN_DATA.search(text):
        seen.append(Seen("own-data", data.group()[:12]))
    if figure := _FIGURE.search(text[: _LEAD // 2]):
        seen.append(Seen("figures", figure.group()))
    counts = list(islice(_POST_COUNT.finditer(text), 2))
    if len(counts) > 1:
        seen.append(Seen("post-counts", counts[0].group()))
    if number := _NUMBERED.search(text[:_LEAD]):
        seen.append(Seen("reference", number.group()[: phrases.QUOTED]))
    return seen


_LABELLED = re.compile(
    r"^[ \t*•-]*[^\W\d][^:：\n|<>]{1,32}[:：][^\n]{0,40}\d[^\n]{0,40}$", re.MULTILINE
)
_POST_COUNT = re.compile(
    r"\b\d{1,4}\s(?:new\s|neue\s|nouve\w{2,4}\s)?(?:repl(?:y|ies)|comments?|likes?|reactions?|antworten?"
    r"|kommentare?|réponses?|commentaires?|réactions?|respuestas?|comentarios?|respostas?|comentários?"
    r"|rispost[ae]|comment[oi]|reacties?|antwoorden|svar|kommentarer|odpowiedzi|komentarz[ey]?|odpověd[íi]"
    r"|komentář[eů]?|vastaus\w{0,3}|kommentti\w{0,2}|yanıt|yorum|ответ(?:а|ов)?|комментари[йяев]{1,2})\b"
    r"|\d\s?(?:件のコメント|件の返信|条评论|条回复|則留言|則回覆|개의 댓글|개 댓글)",
    re.IGNORECASE,
)
_OWN_DATA = re.compile(
    r"(?:[*•·xX]{3,}[- ]?|\bending (?:in )?|\bendet auf |terminad[ao] en |(?:se )?terminant par "
    r"|termina (?:con|in|em) |eindigend op |kończąc\w* się )\d{3,4}\b"
    r"|\b[A-Z]{2}\d{2}(?: ?[\dA-Z]{4}){3,7}\b"
)
_LEAD = 500  # characters that are first lines
OFF = (
    r"off|rabatt|rabat|nachlass|discount|remise|de réduction|de descuento|de desconto|di sconto|korting"
    r"|zniżki|alennus|ale|sleva|slevy|скидк\w+|indirim|オフ|off!"
)
_FOOT = 500  # characters at the end, where a mailing says what it is
_CUT = re.compile(
    rf"[-–−]\s?\d{{1,2}}\s?%|\d{{1,2}}\s?(?:%|percent|prozent|procent|procento\w*|prosent\w*|prosentti\w*)"
    rf"\s?(?:{OFF})\b|%\s?\d{{1,2}}\s+\w*\s?indirim|\d{{1,2}}%割引|\d折",
    re.IGNORECASE,
)
_NEWS_FOOT = re.compile(
    r"newsletter|nieuwsbrief|infolettre|bolet[ií]n|boletim|rundbrief|rundmail|infomail|nyhetsbrev|nyhedsbrev"
    r"|uutiskirje|zpravodaj|biuletyn|рассылк|bülten|hírlevél|ενημερωτικ|メルマガ|メールマガジン|电子报|電子報|뉴스레터"
    r"|\boffers\b|\bangebot|\boffres\b|\bofertas\b|\bofferte\b|\bofert\b|aanbieding|erbjudande|tilbud|tarjou"
    r"|предложени|акци[яийю]|handlow|nabíd|ajánlat|προσφορ|mailing list",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\d[.,]\d{2}\s?(?:€|EUR\b|zł|kr\b|Kč|lei\b)|\d{1,2}\s?[時时시]"
)
_NUMBERED = re.compile(
    r"(?:#|№|\bn[or]\.?|\bn[°º.]|\bref\b\.?:?|num[mb]er|nummer|numero|número|numéro|号|番号|번호|č\.|sz\.|order|booking|bestellung|buchung"
    r"|commande|pedido|reserva|encomenda|ordine|prenotazione|bestelling|boeking|zamówienie|beställning"
    r"|bokning|ordre|tilaus|objednávka|заказ|sipariş|rendelés|παραγγελία|comanda|rechnung|invoice"
    r"|facture|factura|fatura|fattura|factuur|faktura|lasku|számla|ticket|vorgang|dossier|pratica)"
    r"[ :#]{0,3}[A-Z]{0,4}[-/]?\d[\d/-]{3,}|\b[A-Z]{2,4}-\d{3,}",
    re.IGNORECASE,
)
