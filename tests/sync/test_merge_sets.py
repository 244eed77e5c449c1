"""Elements of sets and requests to the hub: what stands when writers had not heard of each other."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.clock import Stamp
from sync.collection import CANCELLED, Rule
from sync.merge import REMOVAL, State, decide, written

NOBODY = State({})


def at(ms: int, node: str) -> str:
    return str(Stamp(ms, 0, node))


def merged(*states: State) -> State:
    whole = states[0]
    for state in states[1:]:
        whole = decide(Rule.SET, frozenset(), whole, state).state
    return whole


def added(ms: int, node: str, **fields) -> State:
    return written(Rule.SET, fields, at(ms, node), {}, new=True)


def removed(state: State, ms: int, node: str) -> State:
    return written(Rule.SET, {}, at(ms, node), {REMOVAL: state.covering}, new=False)


def changed(ms: int, node: str, **fields) -> State:
    return written(Rule.SET, fields, at(ms, node), {}, new=False)


def meaning(state: State):
    fields = {name: state.versions(name) for name in state.fields}
    return fields, state.dots, dict(state.seen.get(REMOVAL, {}))


def test_an_element_is_there_while_an_addition_stands():
    one = added(1, "a", label="vip")
    assert merged(one).dots
    gone = merged(one, removed(one, 2, "b"))
    assert not gone.dots
    assert merged(gone, added(3, "a", label="vip")).dots


def test_an_addition_that_the_remover_had_not_seen_stays():
    one, other = added(1, "a"), added(5, "b")
    both = merged(one, removed(one, 9, "c"), other)
    assert both.dots == other.dots
    assert merged(one, other, removed(one, 9, "c")).dots == other.dots


def test_what_was_removed_does_not_come_back_by_a_repetition():
    one = added(1, "a")
    assert not merged(one, removed(one, 2, "b"), one).dots
    assert not merged(removed(one, 2, "b"), one).dots


def test_the_fields_of_an_element_are_merged_by_their_stamps_also_while_it_is_away():
    one = added(1, "a", rank=1, label="vip")
    back = merged(one, removed(one, 2, "b"), changed(4, "c", rank=7), added(3, "a", rank=2, label="VIP"))
    assert back.fields == {"rank": 7, "label": "VIP"}


def test_a_change_alone_brings_nothing_back():
    one = added(1, "a", rank=1)
    assert not merged(one, removed(one, 2, "b"), changed(3, "a", rank=2)).dots


def test_a_removal_covers_nothing_that_was_written_after_it():
    """Its writer's clock had been in the future when it added the element, and was put right since."""
    early, late = added(9_000, "a"), added(20, "a")
    gone = removed(early, 10, "a")
    assert gone.seen[REMOVAL] == {"a": at(10, "a")}
    assert merged(gone, late).dots == late.dots


steps = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["add", "remove", "change", "meet 0", "meet 1", "meet 2"])),
    max_size=16,
)


def replicas_after(history) -> list[State]:
    replicas = [NOBODY, NOBODY, NOBODY]
    for moment, (who, step) in enumerate(history, start=1):
        here, node = replicas[who], "abc"[who]
        match step.split():
            case ["add"]:
                write = added(moment, node, rank=moment)
            case ["remove"]:
                write = removed(here, moment, node)
            case ["change"]:
                write = changed(moment, node, rank=moment)
            case [_, other]:
                write = replicas[int(other)]
        replicas[who] = merged(here, write)
    return replicas


@settings(deadline=None)
@given(steps, st.permutations(range(3)))
def test_merging_elements_is_commutative_associative_and_idempotent(history, order):
    a, b, c = replicas_after(history)
    straight = meaning(merged(a, b, c))
    assert meaning(merged(*((a, b, c)[i] for i in order))) == straight
    assert meaning(merged(a, merged(b, c))) == straight
    assert meaning(merged(a, a)) == meaning(a)
    assert meaning(merged(a, b, b, a)) == meaning(merged(a, b))


def decided(local: dict, incoming: dict) -> dict:
    before, after = State(local), written(Rule.REQUEST, incoming, at(1, "a"), {}, new=False)
    return dict(decide(Rule.REQUEST, frozenset(), before, after, "answer").state.fields)


@pytest.mark.parametrize("nothing", ["", None])
def test_a_request_may_be_taken_back_until_it_is_answered(nothing):
    before = {"what": "a fitting", "answer": nothing}
    assert decided(before, {"answer": CANCELLED}) == {"what": "a fitting", "answer": CANCELLED}


@pytest.mark.parametrize("answer", ["granted", CANCELLED])
def test_the_first_answer_stays(answer):
    before = {"what": "a fitting", "answer": answer}
    assert decided(before, {"answer": "refused", "what": "?"}) == before


@pytest.mark.parametrize("rule", [Rule.FACT, Rule.REFERENCE, Rule.REQUEST])
def test_a_write_without_clocks_is_its_fields(rule):
    assert written(rule, {"a": 1}, at(1, "a"), {"a": {}}, new=True) == State({"a": 1})
