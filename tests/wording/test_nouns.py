import pytest

from clienteling import catalogues, nouns
from clienteling.catalog.values import Colour
from clienteling.colours import COLOURS
from clienteling.nouns import form, is_pair, model, thing


@pytest.mark.parametrize(
    ("name", "colour", "said"),
    [
        ("Stringata Nora", "black", ("le stringate nere", "Stringata Nora in black")),
        ("Borsa Tracolla Alba", "tan", ("la borsa cuoio", "Borsa Tracolla Alba in tan")),
        ("Mocassino Leo", "white", ("i mocassini bianchi", "Mocassino Leo in white")),
        ("Zaino Rocco", "grey", ("lo zaino grigio", "Zaino Rocco in grey")),
        ("Abito Livia", "red", ("l'abito rosso", "Abito Livia in red")),
        ("Cintura Lia", "", ("la cintura", "Cintura Lia")),
        ("Kimono Aki", "black", ("Kimono Aki in nero", "Kimono Aki in black")),
        ("", "", ("", "")),
    ],
)
def test_a_product_in_a_sentence(italian, english, name, colour, said):
    assert (thing(name, colour, italian), thing(name, colour, english)) == said


def test_what_comes_by_the_pair_does_so_in_every_language():
    assert is_pair("Stringata Nora")
    assert not is_pair("Borsa Alba")
    assert not is_pair("Kimono Aki")


def test_the_model_is_what_follows_a_known_noun(italian, english):
    assert model("Stringata Nora Goodyear", italian) == "Nora Goodyear"
    assert model("Kimono Aki", italian) == "Kimono Aki"
    assert model("Stringata", italian) == "Stringata"
    assert model("Stringata Nora", english) == "Stringata Nora"
    assert (form("Stringata Nora", italian), form("Kimono Aki", italian)) == ("fp", "")


def test_every_noun_has_the_articles_of_its_gender():
    articles = {"f": ({"la", "l'"}, {"le"}), "m": ({"il", "lo", "l'", "i", "gli"}, {"i", "gli"})}
    for word, noun in nouns._nouns("it").items():
        singular, plural = articles[noun.gender]
        assert noun.singular_article in singular, word
        assert noun.plural_article in plural, word


def test_every_colour_of_a_label_has_a_name_in_every_language():
    assert set(Colour) <= set(COLOURS)
    assert "it" in catalogues.languages()
