from datetime import UTC, date, datetime

import pytest

from clienteling.wording import Wording

TODAY = date(2026, 11, 22)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


NOW = at("2026-11-22T10:00")


@pytest.mark.parametrize(
    ("instant", "it", "en"),
    [
        ("2026-11-22T09:42", "oggi 10:42", "today 10:42"),
        ("2026-11-21T20:14", "ieri 21:14", "yesterday 21:14"),
        ("2026-11-20T23:30", "ieri 0:30", "yesterday 0:30"),
        ("2026-10-02T10:00", "2 ott", "2 Oct"),
        ("2024-03-12T10:00", "12 mar 2024", "12 Mar 2024"),
    ],
)
def test_a_moment_is_said_as_people_say_it(italian, english, instant, it, en):
    assert italian.moment(at(instant), NOW) == it
    assert english.moment(at(instant), NOW) == en


@pytest.mark.parametrize(
    ("day", "until", "by"),
    [
        (date(2026, 11, 21), "fino a ieri", "entro ieri"),
        (date(2026, 11, 22), "fino a oggi", "entro oggi"),
        (date(2026, 11, 23), "fino a domani", "entro domani"),
        (date(2026, 11, 28), "fino a sabato", "entro sabato"),
        (date(2026, 11, 29), "fino al 29 novembre", "entro il 29 novembre"),
        (date(2026, 12, 8), "fino all'8 dicembre", "entro l'8 dicembre"),
        (date(2027, 1, 11), "fino all'11 gennaio 2027", "entro l'11 gennaio 2027"),
        (date(2026, 11, 18), "fino al 18 novembre", "entro il 18 novembre"),
    ],
)
def test_a_day_to_come_is_named_by_its_weekday_when_it_is_near(italian, day, until, by):
    assert italian.until(day, TODAY) == until
    assert italian.by(day, TODAY) == by


def test_in_english_a_day_takes_no_article(english):
    assert english.until(date(2026, 12, 8), TODAY) == "until 8 December"
    assert english.by(date(2026, 11, 28), TODAY) == "by Saturday"


@pytest.mark.parametrize(
    ("cents", "it", "en"),
    [
        (15_900, "€\u00a0159", "€159"),
        (125_050, "€\u00a01.250,50", "€1,250.50"),
        (5, "€\u00a00,05", "€0.05"),
        (0, "€\u00a00", "€0"),
        (-5_900, "\u2212€\u00a059", "\u2212€59"),
    ],
)
def test_money_has_cents_only_where_there_are_some(italian, english, cents, it, en):
    assert italian.money(cents) == it
    assert english.money(cents) == en


def test_lists_are_joined_as_in_speech(italian, english):
    assert italian.all_of(["nero", "cuoio", "blu"]) == "nero, cuoio e blu"
    assert english.all_of(["black", "tan"]) == "black and tan"
    assert italian.all_of([]) == ""


@pytest.mark.parametrize(
    ("key", "form", "word"),
    [
        ("black", "", "nero"),
        ("black", "fp", "nere"),
        ("black", "ms", "nero"),
        ("brown", "mp", "marroni"),
        ("tan", "fp", "cuoio"),
        ("forest", "fs", "verde bosco"),
        ("a colour of tomorrow", "fp", "a colour of tomorrow"),
    ],
)
def test_a_colour_agrees_with_its_noun(italian, key, form, word):
    assert italian.colour(key, form) == word


def test_an_instant_belongs_to_the_day_of_the_shop():
    late = at("2026-11-22T23:30")
    assert Wording("it", "Europe/Rome").day_of(late) == date(2026, 11, 23)
    assert Wording("it", "Atlantic/Azores").day_of(late) == date(2026, 11, 22)


def test_a_language_without_a_catalogue_speaks_english():
    assert Wording("fr").say("Visit") == "Visit"


def test_a_telephone_number_is_written_as_at_home(italian):
    assert italian.phone("+393331234567") == "333 123 4567"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), "16-22 novembre"),
        (date(2026, 9, 28), date(2026, 10, 4), "28 settembre - 4 ottobre"),
        (date(2025, 11, 3), date(2025, 11, 9), "3-9 novembre 2025"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 dicembre 2026 - 3 gennaio 2027"),
    ],
)
def test_of_several_days_what_they_have_in_common_is_said_once(italian, first, last, said):
    assert italian.days(first, last, TODAY).replace("\N{EN DASH}", "-") == said
