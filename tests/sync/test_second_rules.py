"""The merge rules as a second client reads them from PROTOCOL.md are ours."""

from functools import reduce
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.clock import Stamp
from sync.collection import Rule
from sync.merge import REMOVAL, State, decide, written
from tests.hub.serving.second_client import rules

NAMES = ("email", "city")
WATCHED = frozenset({"email"})
KINDS = {Rule.FIELDS: WATCHED, Rule.SET: frozenset[str]()}
step = st.tuples(
    st.sampled_from("abc"),  # who writes
    st.integers(0, 5),  # what she has seen: so many of the writes before
    st.dictionaries(st.sampled_from(NAMES), st.integers(0, 2), min_size=1),
    st.booleans(),  # of a set: adds or removes
)


def told(state: State) -> rules.Record:
    """As the feed has it."""
    rivals = {
        name: [{"value": each.value, "stamp": each.stamp} for each in others]
        for name, others in state.rivals.items()
    }
    record = {"fields": state.fields, "stamps": state.stamps, "seen": state.seen, "rivals": rivals}
    return record | {"dots": sorted(state.dots), "deleted": False}


def meaning(record: rules.Record) -> dict[str, Any]:
    seen = {name: rules.seen(record, name) for name in WATCHED & record["fields"].keys()}
    values = {name: rules.values(record, name) for name in record["fields"]}
    gone = record["seen"].get("", {})
    return {"values": values, "seen": seen, "dots": sorted(record["dots"]), "gone": gone}


@settings(deadline=None, max_examples=300)
@given(rule=st.sampled_from(sorted(KINDS)), steps=st.lists(step, min_size=2, max_size=7))
def test_a_write_laid_over_what_the_hub_told_is_what_the_hub_will_make_of_it(rule, steps):
    watched, writes = KINDS[rule], []
    for number, (node, before, fields, adds) in enumerate(steps):
        known = together(rule, [as_state(rule, each) for each in writes[:before]])
        stamp = str(Stamp(number + 1, 0, node))
        seen = {name: known.context(name) for name in watched & fields.keys() & known.fields.keys()}
        write = {"fields": fields, "stamp": stamp, "seen": seen, "new": rule is Rule.SET and adds}
        if rule is Rule.SET and known.dots and not adds:
            write |= {"fields": {}, "seen": {REMOVAL: known.covering}}
        writes.append(write)
    for turn, write in enumerate(writes):
        others = [as_state(rule, each) for each in writes[turn + 1 :] + writes[:turn]]
        hubs = together(rule, others)
        laid_over = rules.laid_over(told(hubs), write, rules.Collection(rule.value, watched))
        assert meaning(laid_over) == meaning(told(together(rule, [*others, as_state(rule, write)])))


def as_state(rule: Rule, write: rules.Record) -> State:
    return written(rule, write["fields"], write["stamp"], write["seen"], new=write["new"])


def together(rule: Rule, states: list[State]) -> State:
    if not states:
        return State({})
    return reduce(lambda one, other: decide(rule, KINDS[rule], one, other).state, states)
