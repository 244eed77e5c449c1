import pytest

from clienteling.errors import InvalidRecord
from clienteling.notes import use_cases
from clienteling.notes.values import Visibility
from clienteling.timeline.queries import page
from tests.shop import AUTHOR, COLLEAGUE, Shop


def write(shop: Shop, body: str, visibility: Visibility = Visibility.STORE) -> str:
    return shop.write(
        lambda writer: use_cases.write(
            writer, customer_id="giulia", body=body, visibility=visibility, author=AUTHOR
        )
    )


def read_by(shop: Shop, associate_id: str, wording) -> list[str]:
    found = shop.read(lambda conn: page(conn, "giulia", wording=wording, associate_id=associate_id))
    return [entry.title for entry in found]


@pytest.mark.parametrize(
    ("visibility", "in_my_shop", "elsewhere"),
    [(Visibility.MINE, 0, 0), (Visibility.STORE, 1, 0), (Visibility.EVERYBODY, 1, 1)],
)
def test_a_note_is_read_by_whom_it_is_for(shop, italian, visibility, in_my_shop, elsewhere):
    shop.put("associate", id="ada", given_name="Ada", store_id="brera")
    write(shop, "Preferisce il cuoio.", visibility)
    readers = {i: len(read_by(shop, i, italian)) for i in ("sofia", "ada", "luca")}
    assert readers == {"sofia": 1, "ada": in_my_shop, "luca": elsewhere}


def test_a_corrected_note_shows_its_newest_words_and_keeps_the_old(shop, italian):
    note_id = write(shop, "Preferisce il nero.")
    shop.write(lambda writer: use_cases.correct(writer, note_id, body="Preferisce il cuoio.", author=AUTHOR))
    assert read_by(shop, "sofia", italian) == ["Preferisce il cuoio."]
    assert len(shop.rows("note")) == 2


def test_an_undone_note_stays_and_says_so(shop, italian):
    note_id = write(shop, "Preferisce il nero.")
    shop.write(lambda writer: use_cases.undo(writer, note_id, author=COLLEAGUE))
    (entry,) = shop.read(lambda conn: page(conn, "giulia", wording=italian, associate_id="sofia"))
    assert (entry.title, entry.undone, entry.mine) == ("Preferisce il nero.", True, True)
    with pytest.raises(InvalidRecord):
        shop.write(lambda writer: use_cases.correct(writer, note_id, body="…", author=AUTHOR))


@pytest.mark.parametrize("body", ["", " \n ", "x" * 2_001])
def test_an_empty_or_endless_note_is_refused(shop, body):
    with pytest.raises(InvalidRecord):
        write(shop, body)
