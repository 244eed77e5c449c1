from datetime import UTC, date, datetime

import pytest

from clienteling.hub.importing import cells, days, figures
from clienteling.hub.importing.values import Dates, Unfit

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("written", "decimal", "cents"),
    [
        ("159", ",", 15900),
        ("159,90", ",", 15990),
        ("159.90", ",", 15990),
        ("1.250", ",", 125000),
        ("1.250", ".", 125),
        ("1,250", ".", 125000),
        ("1,250", ",", 125),
        ("€ 1.250,50", ",", 125050),
        ("1,250.50 EUR", ",", 125050),
        ("1.234.567", ",", 123456700),
        ("12 500,00", ",", 1250000),
        ("0,5", ",", 50),
    ],
)
def test_money_as_people_write_it(written, decimal, cents):
    assert figures.cents(written, decimal) == cents


@pytest.mark.parametrize("written", ["gratis", "1,2,3x", "-5", "99999999999", "1e5", "", "NaN", "#N/D"])
def test_what_is_no_money(written):
    with pytest.raises(Unfit):
        figures.cents(written, ",")


@pytest.mark.parametrize(
    ("written", "order", "iso"),
    [
        ("31/12/2026", Dates.DAY_FIRST, "2026-12-31"),
        ("1.2.26", Dates.DAY_FIRST, "2026-02-01"),
        ("12/31/2026", Dates.MONTH_FIRST, "2026-12-31"),
        ("2026-12-31", Dates.MONTH_FIRST, "2026-12-31"),
        ("2026-12-31 00:00:00", Dates.DAY_FIRST, "2026-12-31"),
        ("03-04-64", Dates.DAY_FIRST, "1964-04-03"),
    ],
)
def test_days(written, order, iso):
    assert days.day(written, order).isoformat() == iso


@pytest.mark.parametrize("written", ["31/02/2026", "12/31/2026", "domani", "46387", "0/0/0"])
def test_what_is_no_day(written):
    with pytest.raises(Unfit):
        days.day(written, Dates.DAY_FIRST)


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("31/12/2026 14:35", datetime(2026, 12, 31, 13, 35, tzinfo=UTC)),
        ("31/07/2026 14.35", datetime(2026, 7, 31, 12, 35, tzinfo=UTC)),
        ("31/07/2026", datetime(2026, 7, 31, 10, 0, tzinfo=UTC)),
        ("2026-07-31T14:35:00Z", datetime(2026, 7, 31, 14, 35, tzinfo=UTC)),
        ("2026-07-31 14:35:00 +0200", datetime(2026, 7, 31, 12, 35, tzinfo=UTC)),
        ("2026-07-31 14:35:00 UTC", datetime(2026, 7, 31, 14, 35, tzinfo=UTC)),
    ],
)
def test_moments_are_the_shops_where_they_name_no_zone(written, at):
    assert days.moment(written, Dates.DAY_FIRST, "Europe/Rome") == round(at.timestamp() * 1000)


def test_birthdays_of_which_only_the_day_is_known():
    assert days.birthday("04/12", Dates.DAY_FIRST, TODAY) == "0001-12-04"
    assert days.birthday("29/02", Dates.DAY_FIRST, TODAY) == "0001-02-29"
    assert days.birthday("04/12/1980", Dates.DAY_FIRST, TODAY) == "1980-12-04"


def test_nobody_is_born_tomorrow():
    assert days.birthday("04/12/35", Dates.DAY_FIRST, TODAY) == "1935-12-04"
    assert days.birthday("04/12/64", Dates.DAY_FIRST, TODAY) == "1964-12-04"
    with pytest.raises(Unfit):
        days.birthday("04/12/2035", Dates.DAY_FIRST, TODAY)


@pytest.mark.parametrize("number", ["8,05E+12", "8.05123E12", "1.00000000000000E+16"])
def test_a_number_that_a_spreadsheet_shortened_is_not_guessed(number):
    with pytest.raises(Unfit) as error:
        cells.code(number)
    assert "Format the column as text" in str(error.value)


def test_numbers_that_name_something_keep_their_zeros():
    assert cells.code("00123") == "00123"
    assert cells.code("'00123") == "00123"
    assert cells.code("123.0") == "123"
    assert cells.ean("0 012345 678905") == "0012345678905"


@pytest.mark.parametrize("number", ["8051234567890", "12345678905"])
def test_bar_codes_that_cannot_be_right(number):
    with pytest.raises(Unfit):
        cells.ean(number)


def test_bar_codes_of_the_shops_own_may_be_anything():
    assert cells.ean("NEG-0042") == "NEG-0042"
    assert cells.ean("004217") == "004217"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("399 2000000", "+393992000000"),
        ("+39 399 2000000", "+393992000000"),
        ("'+393992000000", "+393992000000"),
        ("393992000000", "+393992000000"),
        ("0039 399 2000000", "+393992000000"),
        ("02 5550 1234", "+390255501234"),
        ("390255501234", "+390255501234"),
        ("n.d.", ""),
    ],
)
def test_telephones_as_italian_programs_write_them(written, number):
    assert cells.phone(written) == number


@pytest.mark.parametrize(
    "formula", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", '=HYPERLINK("http://x")', "-2+3+cmd|'x'!A"]
)
def test_a_formula_is_nobodys_name(formula):
    with pytest.raises(Unfit):
        cells.name(formula)


def test_names_of_every_script_are_names():
    for name in ("Łucja", "محمد", "李小龍", "Zoë 🌸", "O'Neill", "-Nora-"):
        assert cells.name(name) == name


def test_yes_and_no():
    assert [
        cells.yes_or_no(word) for word in ("Sì", "SI", "x", "1", "VERO", "no", "0", "FALSO", "", "-")
    ] == [
        *[True] * 5,
        *[False] * 3,
        None,
        None,
    ]
    with pytest.raises(Unfit):
        cells.yes_or_no("forse")
