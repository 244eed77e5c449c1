import pytest

from clienteling.hub.connectors.asked import Asked, Named, asked

NAMES = (
    Named("nora", "Stringata Nora", ("scarpa", "shoe")),
    Named("nora-goodyear", "Stringata Nora Goodyear", ("scarpa", "shoe")),
    Named("tilde", "Stringata Tilde", ("scarpa", "shoe")),
    Named("costa", "Sciarpa Costa", ("scarf",)),
    Named("scozia", "Sciarpa Scozia", ("scarf",)),
    Named("luna", "Sciarpa Luna", ("scarf",)),
    Named("milano", "Borsa Tote Milano", ("bag",)),
    Named("riva", "Borsa Tote Riva", ("bag",)),
    Named("cesta", "Borsa Tote Cesta", ("bag",)),
    Named("elsa", "Décolleté Elsa", ("pump",)),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ciao! Quanto costano? C'è il nero in 39?", Asked(None, "black", "39", price=True)),
        ("Avete le stringate Nora nere, numero 39?", Asked("nora", "black", "39")),
        ("la Stringata Nora Goodyear cuoio", Asked("nora-goodyear", "tan")),
        ("Do you have the Nora shoes in brown, size 40?", Asked("nora", "brown", "40")),
        ("la decollete elsa", Asked("elsa")),
        ("la borsa tote milano", Asked("milano")),
        ("Quanto costa? Siete a Milano?", Asked(price=True)),
        ("stasera guardo la luna", Asked()),
        ("il 37,5 in blu", Asked(None, "blue", "37.5")),
        ("38½ rosso", Asked(None, "red", "38.5")),
        ("Che prezzo hanno?", Asked(price=True)),
        ("How much are they?", Asked(price=True)),
        ("Il prezzo della nera è lo stesso?", Asked(None, "black", price=True)),
        ("Ho visto il prezzo, grazie", Asked()),
        ("Costa 39 €?", Asked()),
        ("era a 39,90 euro", Asked()),
        ("passo alle 18:40", Asked()),
        ("il 38 o il 39, nero o marrone", Asked()),
        ("il 47", Asked()),
        ("chiamami al 3391234567", Asked()),
        ("", Asked()),
    ],
)
def test_a_message_says_what_it_says_and_no_more(text, expected):
    assert asked(text, NAMES) == expected
