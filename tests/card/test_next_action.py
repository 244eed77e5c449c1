import pytest

from clienteling.card.next_action import next_action
from clienteling.card.values import NextKind, ShelfItem, ShelfTag
from clienteling.consents.values import ConsentState, Purpose
from clienteling.customers.values import Fact, PreferenceKind, Provenance
from tests.shop import DAY, NOW

ASKED = tuple(ConsentState(purpose=p, asked=True, granted=True) for p in (Purpose.SERVICE, Purpose.PROFILING))
NEVER_ASKED = (ASKED[0], ConsentState(purpose=Purpose.PROFILING))


def item(tag: ShelfTag, name: str, **more) -> ShelfItem:
    counted = {"here": 2, "stock_at": NOW - DAY, "last_at": NOW - 2 * DAY, **more}
    return ShelfItem(tag=tag, product_id=name, name=f"Borsa {name}", **counted)


BAG, BELT = item(ShelfTag.BASKET, "alba"), item(ShelfTag.GOES_WITH, "lia", reason="1 in 3")
SIZE = Fact(
    id="s",
    kind=PreferenceKind.SHOE_SIZE,
    value="38",
    source=Provenance.DEDUCED,
    said_at=NOW,
    to_confirm=True,
)


def found(wording, shelf=(), facts=(), consents=ASKED, **more):
    asked = {"handed_over": None, "complaint_at": None, "now": NOW, **more}
    return next_action(shelf, facts, consents, wording=wording, **asked)


def test_what_she_chose_and_is_here_comes_before_what_goes_with_it(english):
    action = found(english, (BELT, BAG), (SIZE,))
    assert (action.kind, action.product_id) == (NextKind.SHOW, "alba")
    assert action.reason == "in her basket since 20 Nov, 2 pieces here"


def test_what_the_handover_leads_to_is_not_said_twice(english):
    action = found(english, (BAG, BELT), handed_over="alba")
    assert (action.kind, action.product_id, action.reason) == (NextKind.SUGGEST, "lia", "1 in 3")


@pytest.mark.parametrize("doubt", [{"here": 0}, {"stock_at": NOW - 31 * DAY}, {"stock_at": 0}])
def test_nobody_is_shown_what_is_not_here_for_certain(english, doubt):
    action = found(english, (item(ShelfTag.BASKET, "alba", **doubt),), (SIZE,))
    assert (action.kind, action.fact) == (NextKind.CONFIRM, "shoe_size")
    assert action.text == "Ask her whether 38 is still her size"


def test_nobody_sells_while_a_complaint_is_open(english):
    assert found(english, (BAG, BELT), complaint_at=NOW - DAY) is None


def test_a_consent_that_nobody_asked_for_is_asked_for_last(english):
    assert found(english, consents=NEVER_ASKED).topic == "profiling"
    assert found(english, consents=()).topic == "service"
    assert found(english, (), (SIZE,), NEVER_ASKED).kind is NextKind.CONFIRM
    assert found(english) is None
