import pytest

from clienteling.hub.connectors.asked import Asked, Named, asked

NAMES = (
    Named("p1", "Décolleté Aurora"),
    Named("p2", "Stivaletto Brera"),
    Named("p3", "Borsa Aurora Mini"),
    Named("p4", "Ballerina Viola"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ciao! Quanto costano? C'è il nero in 39?", Asked(None, "black", "39")),
        ("Avete la decollete aurora nera, numero 39?", Asked("p1", "black", "39")),
        ("Do you have the Brera boots in brown, size 40?", Asked("p2", "brown", "40")),
        ("il 37,5 in blu", Asked(None, "blue", "37.5")),
        ("38½ rosso", Asked(None, "red", "38.5")),
        ("Costa 39 €?", Asked()),
        ("era a 39,90 euro", Asked()),
        ("passo alle 18:40", Asked()),
        ("il 38 o il 39, nero o marrone", Asked()),
        ("la aurora", Asked()),
        ("borsa aurora mini", Asked("p3")),
        ("il 47", Asked()),
        ("chiamami al 3391234567", Asked()),
        ("", Asked()),
    ],
)
def test_a_message_says_what_it_says_and_no_more(text, expected):
    assert asked(text, NAMES) == expected
