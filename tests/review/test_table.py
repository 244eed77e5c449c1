from datetime import date

from clienteling.interactions.values import Reason
from clienteling.review.table import csv_of
from clienteling.review.values import Figures, LostBecause, Receipts, ShopDay, Wanted

DAY = ShopDay(
    store_id="brera",
    day=date(2026, 11, 22),
    figures=Figures(visits=3, receipts=Receipts(count=1, cents=123_456, pieces=2)),
    lost=(LostBecause(Reason.PRICE, 2),),
    wanted=(Wanted(product_id="x", name='=HYPERLINK("http://example.org")', times=1),),
)


def test_it_has_semicolons_and_in_italian_a_comma_before_the_cents(italian, english):
    assert "venduto, euro;1234,56;0,00" in csv_of(DAY, "Milano", italian)
    assert "sold, euro" in csv_of(DAY, "Milano", english)
    assert "1234.56" in csv_of(DAY, "Milano", english)


def test_no_cell_is_a_formula(italian):
    text = csv_of(DAY, "=1+1", italian)
    assert "'=1+1" in text
    assert "\"'=HYPERLINK(" in text


def test_without_sums_it_says_why_and_what_was_not_bought(italian):
    text = csv_of(DAY, "Milano", italian, sums=False)
    assert "Qui lavorano così in pochi" in text
    assert "venduto" not in text
    assert "il prezzo" not in text
    assert "HYPERLINK" in text
