from datetime import date

import pytest

from clienteling.hub.connectors.hold import hold_promised

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Sì! Gliele teniamo da parte fino a sabato.", date(2026, 11, 21)),
        ("Certo, te ne tengo un paio da parte fino a sabato 21", date(2026, 11, 21)),
        ("Le metto da parte un 39 nero in negozio a Milano, fino a domenica!", date(2026, 11, 22)),
        ("Gliele mettiamo volentieri da parte fino al 28/11.", date(2026, 11, 28)),
        ("Gliele riserviamo fino al 28 novembre", date(2026, 11, 28)),
        ("Da parte gliele teniamo fino a domani", date(2026, 11, 20)),
        ("Terremo il paio fino a giovedì", date(2026, 11, 26)),
        ("gliele tengo da parte fino a stasera", THURSDAY),
        ("Le tengo da parte fino al 3 gennaio", date(2027, 1, 3)),
        ("Of course: we'll hold a pair for you until Saturday.", date(2026, 11, 21)),
        ("I have put them aside for you until November 28", date(2026, 11, 28)),
        ("We are keeping a pair aside until 28 November", date(2026, 11, 28)),
        ("Costano 189 €. Ne teniamo un paio da parte per lei fino a sabato.", date(2026, 11, 21)),
    ],
)
def test_a_plain_statement_is_a_promise(text, due):
    hold = hold_promised(text, THURSDAY)
    assert hold is not None
    assert hold.due_on == due


@pytest.mark.parametrize(
    "text",
    [
        "Vuole che gliele teniamo da parte fino a sabato?",
        "Mi spiace, non possiamo tenerle da parte fino a sabato.",
        "Sorry, we cannot hold them until Saturday.",
        "Shall we hold a pair until Saturday?",
        "Siamo aperti fino a sabato.",
        "Gliele teniamo da parte!",
        "Le tengo da parte fino al 31 febbraio",
        "Gliele teniamo da parte fino al 12 novembre",
        "I saldi durano fino a sabato",
        "",
    ],
)
def test_an_offer_a_refusal_or_a_sentence_without_a_day_is_none(text):
    assert hold_promised(text, THURSDAY) is None


def test_the_sentence_is_quoted_as_it_was_written():
    text = "Costano 189 €. Gliele teniamo da parte fino a sabato! A presto"
    hold = hold_promised(text, THURSDAY)
    assert hold is not None
    assert hold.sentence == "Gliele teniamo da parte fino a sabato!"
