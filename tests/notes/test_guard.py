"""What the guard of notes warns of, and what it leaves alone."""

import pytest

from clienteling.notes.guard import Topic, topics


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("È incinta di cinque mesi", Topic.HEALTH),
        ("Allergica alla lana", Topic.HEALTH),
        ("recovering from surgery", Topic.HEALTH),
        ("sta facendo la chemioterapia", Topic.HEALTH),
        ("è musulmana, niente pelle di maiale", Topic.RELIGION),
        ("Jewish, keeps the Sabbath", Topic.RELIGION),
        ("va in chiesa la domenica", Topic.RELIGION),
        ("Antipatica e tirchia", Topic.INSULT),
        ("what an idiot", Topic.INSULT),
        ("la figlia Martina porta il 36", Topic.CHILD),
        ("Suo figlio si chiama Luca", Topic.CHILD),
        ("her son, Tom, likes trainers", Topic.CHILD),
        ("carta 4111 1111 1111 1111", Topic.CARD),
        ("5555-5555-5555-4444 scade 12/27", Topic.CARD),
        ("IBAN IT60 X054 2811 1010 0000 0123 456", Topic.CARD),
    ],
)
def test_it_warns_of_what_does_not_belong_there(text, topic):
    assert topics(text) == (topic,)


@pytest.mark.parametrize(
    "text",
    [
        "Ama le suole sottili, va pazza per il cuoio",
        "La signora Cristiana preferisce il 39",
        "Chiamare Christian Rossi dopo le 18",
        "Tessera 2900000000019, articolo 8001234000390",
        "Tel. +39 333 123 4567, ordine 4111111111111112",
        "compra per i figli a Natale",
        "Her daughter wears size 36",
        "Vuole vedere la borsa medicea",
        "",
    ],
)
def test_it_leaves_the_trades_own_words_alone(text):
    assert topics(text) == ()


def test_the_gravest_comes_first_and_each_once():
    assert topics("Idiota, malata, malatissima: 4111111111111111") == (Topic.CARD, Topic.HEALTH, Topic.INSULT)


def test_five_thousand_emoji_are_read_like_any_other_text():
    assert topics("👠" * 5_000) == ()
    assert topics("👠" * 5_000 + " incinta") == (Topic.HEALTH,)
