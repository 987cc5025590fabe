"""The word table, checked against itself: no word that must not be pressed reads as one that may."""

from importlib.resources import files

import pytest

from inbox_guard.core.page.claims import claims
from inbox_guard.core.page.labels import Says, says
from inbox_guard.core.page.words import Sense, fold, longest, spelled_out

LATIN = {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "nb", "fi", "cs", "tr"}
LANGUAGES = LATIN | {"ru", "ja", "zh", "ko"}


def _rows() -> dict[tuple[str, str], tuple[str, ...]]:
    table = files("inbox_guard.core").joinpath("data/page_words.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {(sense, language): tuple(spelled_out(stems)) for sense, language, stems in rows}


ROWS = _rows()


def _spoken(stem: str) -> str:
    """A stem as a text that it matches."""
    return " ".join(stem.replace("*", "").replace("~", " ").split())


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_knows_the_words_that_decide(language: str) -> None:
    for sense in (
        "leave",
        "all",
        "confirm",
        "never",
        "done",
        "already",
        "pending",
        "fail",
        "not",
        "if",
    ):
        assert ROWS[sense, language]


def test_every_row_is_of_a_known_sense_and_language_and_stands_once() -> None:
    lines = (
        files("inbox_guard.core").joinpath("data/page_words.tsv").read_text("utf-8").splitlines()
    )
    assert len(ROWS) == sum(bool(line) and not line.startswith("#") for line in lines)
    for sense, language in ROWS:
        assert sense in set(Sense)
        assert language in LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_word_that_must_not_be_pressed_never_reads_as_unsubscribe(language: str) -> None:
    wrong = [stem for stem in ROWS["never", language] if says(_spoken(stem)) is Says.LEAVE]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_word_that_unsubscribes_reads_as_such(language: str) -> None:
    wrong = [stem for stem in ROWS["leave", language] if says(_spoken(stem)) is not Says.LEAVE]
    assert wrong == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_both_together_are_not_pressed(language: str) -> None:
    keep = _spoken(ROWS["never", language][0])
    for stem in ROWS["leave", language]:
        assert says(f"{_spoken(stem)} / {keep}") is Says.NEVER, stem


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_success_is_believed_plainly_and_not_in_a_question(language: str) -> None:
    for stem in ROWS["done", language]:
        sentence = _spoken(stem)
        assert claims([sentence]).done, stem
        assert not claims([sentence + "?"]).done, stem


# Where the negation stands before the verb; in the others it is a suffix, and the stem differs.
@pytest.mark.parametrize("language", sorted(LANGUAGES - {"ja", "ko", "tr", "zh"}))
def test_success_under_a_negation_or_a_condition_is_not_believed(language: str) -> None:
    no, when = _spoken(ROWS["not", language][0]), _spoken(ROWS["if", language][0])
    for stem in ROWS["done", language]:
        assert not claims([f"{no} {_spoken(stem)}"]).done, stem
        assert not claims([f"{when} x, {_spoken(stem)}"]).done, stem


@pytest.mark.parametrize(
    "sense", ["pending", "fail", "expired", "joined", "login", "human", "script"]
)
def test_bad_news_is_never_success(sense: str) -> None:
    for (row, _), stems in ROWS.items():
        if row == sense:
            assert [stem for stem in stems if claims([_spoken(stem)]).done] == []


# Each holds the letters of a success: a request, a promise, a noun that folds to a participle.
NOT_YET = """
You have asked to be unsubscribed from our newsletter.
You are about to be unsubscribed.
You will no longer receive our newsletter once you confirm.
By unsubscribing you will no longer receive our offers.
Please confirm, and you will be taken off the list.
Sie haben beantragt, von unserem Newsletter abgemeldet zu werden.
Nach der Abmeldung erhalten Sie keinen Newsletter mehr.
Ihr Abonnement wird beendet, sobald Sie bestätigen.
Vous avez demandé à vous désabonner de notre lettre.
Vous êtes sur le point de vous désabonner.
Vous avez demandé à retirer votre adresse de la liste.
En vous désabonnant, vous ne recevrez plus nos offres.
Está a punto de darse de baja.
Al darse de baja ya no recibirá nuestras ofertas.
Ao cancelar a subscrição, já não receberá as nossas ofertas.
A sua inscrição será cancelada quando confirmar.
Hai chiesto di non ricevere più la nostra newsletter.
Stai per essere disiscritto dalla lista.
U hebt gevraagd om te worden uitgeschreven.
Na uw bevestiging krijgt u geen nieuwsbrief meer.
Do zakończenia zostało tylko wypisanie z listy.
Po potwierdzeniu nie będziesz już otrzymywać wiadomości.
Du har bett att bli avregistrerad.
Efter bekräftelsen får du inga fler mejl.
Du har bedt om at blive afmeldt.
Når du bekræfter, er du afmeldt.
Etter bekreftelsen mottar du ikke flere nyhetsbrev.
Vahvistuksen jälkeen et saa enää uutiskirjettä.
Požádali jste o odhlášení z odběru zpravodaje.
Byla podána žádost o odstranění adresy ze seznamu.
Byla přijata vaše žádost o odhlášení.
Адрес поставлен в очередь на удаление из рассылки.
Отписка: требуется подтверждение.
Onayladığınızda artık bültenimizi almayacaksınız.
解除すると、今後メールは届きません。
手続きが完了すると配信が停止されます。
退订后，您将不再收到我们的邮件。
您要求取消订阅我们的电子报。
취소하시면 더 이상 메일을 보내지 않습니다.
확인을 누르면 구독이 취소됩니다.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", NOT_YET)
def test_a_request_a_promise_or_a_noun_is_no_success(sentence: str) -> None:
    said = claims([sentence])
    assert not said.done
    assert not said.already


# Something has ended, or was removed, and it is no subscription.
ANOTHER_MATTER = """
You have been removed from the draw.
You are getting 50% off the new lamps.
We have stopped selling lamps.
Die neuen Lampen sind raus!
Le produit a été retiré du panier.
Vous n'aurez plus besoin d'une autre lampe.
El artículo ha sido eliminado de la cesta.
O produto foi removido do carrinho.
Il prodotto è stato eliminato dal carrello.
Zamówienie zostało usunięte.
Varan är borttagen.
Produktet er fjernet fra kurven.
Tuote on poistettu ostoskorista.
Položka byla odstraněna z košíku.
Такой цены больше не будет.
Ürün sepetten çıkarıldı.
商品をカートから削除しました。
您已退出登录。
订单取消成功。
장바구니에서 삭제되었습니다.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", ANOTHER_MATTER)
def test_an_end_of_something_else_is_no_success(sentence: str) -> None:
    assert not claims([sentence]).done


@pytest.mark.parametrize(
    "label",
    ["Cancel, and keep my newsletter", "Newsletter nicht abbestellen", "Abonelikten çıkma"],
)
def test_the_opposite_in_the_midst_of_a_way_out_is_seen(label: str) -> None:
    assert says(label) is Says.NEVER


def test_the_longest_word_wins_wherever_it_stands() -> None:
    found = longest(fold("Cancelar  ASSINATURA"), Sense.LEAVE, Sense.NEVER)
    assert [match.sense for match in found] == [Sense.LEAVE]


def test_folding_takes_case_accents_and_apostrophes_but_leaves_kana() -> None:
    assert fold("  DÉSINSCRIPTION  d’ici ") == "desinscription d ici"
    assert fold("İPTAL ı") == "iptal i"
    assert fold("ﾒｰﾙが") == "メールが"
