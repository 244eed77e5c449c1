import msgspec
import pytest

from clienteling.insight.rules import Interest, Pair, SuggestionKind, best, share
from clienteling.insight.words import reason


def pair(other: str, together: int, kind: SuggestionKind = SuggestionKind.GOES_WITH, **more) -> Pair:
    return Pair(product_id="nora", other_id=other, kind=kind, together=together, receipts=90, **more)


@pytest.mark.parametrize(
    ("here", "not_these", "chosen"),
    [
        (set(), set(), "often"),
        ({"seldom"}, set(), "seldom"),
        (set(), {"often"}, "seldom"),
        ({"once"}, {"often", "seldom"}, None),
    ],
)
def test_what_is_here_comes_first_then_what_is_bought_together_most(here, not_these, chosen):
    pairs = [pair("seldom", 10), pair("often", 30), pair("once", 1)]
    found = best(pairs, SuggestionKind.GOES_WITH, interest={}, here=here, not_these=not_these)
    assert (found.other_id if found else None) == chosen
    assert best(pairs, SuggestionKind.STEP_UP, interest={}, here=here, not_these=set()) is None


def test_what_she_asked_for_comes_before_what_she_bought_once():
    pairs = [
        msgspec.structs.replace(pair(other, often), product_id=other)
        for other, often in (("a", 80), ("b", 9))
    ]
    named = [msgspec.structs.replace(p, other_id=f"with {p.product_id}") for p in pairs]
    interest = {"a": Interest.BOUGHT, "b": Interest.ASKED}
    found = best(named, SuggestionKind.GOES_WITH, interest=interest, here={"with a"}, not_these=set())
    assert found is not None
    assert found.other_id == "with b"


@pytest.mark.parametrize(("interest", "suggested"), [(Interest.CHOSEN, True), (Interest.BOUGHT, False)])
def test_a_step_up_is_suggested_before_she_has_bought_not_after(interest, suggested):
    better = pair("goodyear", 0, SuggestionKind.STEP_UP)
    found = best([better], SuggestionKind.STEP_UP, interest={"nora": interest}, here=set(), not_these=set())
    assert (found is better) is suggested


@pytest.mark.parametrize(
    ("together", "receipts", "said"),
    [
        (31, 94, (1, 3)),
        (30, 90, (1, 3)),
        (60, 94, (2, 3)),
        (2, 40, (1, 20)),
        (90, 90, (1, 1)),
        (1, 7, (1, 7)),
        (89, 90, (9, 10)),
    ],
)
def test_a_share_is_said_in_small_figures(together, receipts, said):
    assert share(together, receipts) == said


@pytest.mark.parametrize(
    ("other", "line"),
    [
        ("Cintura Lia", "chi compra Nora la prende: 1 su 3"),
        ("Zaino Rocco", "chi compra Nora lo prende: 1 su 3"),
        ("Guanti Ada", "chi compra Nora li prende: 1 su 3"),
        ("Sneaker Vera", "chi compra Nora le prende: 1 su 3"),
    ],
)
def test_the_reason_agrees_with_what_is_suggested(italian, other, line):
    assert reason(pair("other", 30), "Stringata Nora", other, italian) == line


def test_a_step_up_is_explained_by_its_argument_in_the_readers_language(italian, english):
    words = {"it": "stesso modello, suola cucita", "en": "same model, stitched sole"}
    argued = pair("goodyear", 0, SuggestionKind.STEP_UP, argument=words)
    for wording in (italian, english):
        said = reason(argued, "Stringata Nora", "Stringata Nora Goodyear", wording)
        assert said == words[wording.language]


def test_without_an_argument_in_the_readers_language_the_step_up_is_named_as_one(english):
    for argument in ({}, {"it": "stesso modello, suola cucita"}):
        bare = pair("goodyear", 0, SuggestionKind.STEP_UP, argument=argument)
        said = reason(bare, "Stringata Nora", "Stringata Nora Goodyear", english)
        assert said == "a step up from Stringata Nora"
