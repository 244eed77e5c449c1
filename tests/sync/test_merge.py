import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.clock import Stamp
from sync.collection import Rule
from sync.merge import State, Version, compact, decide, write, written

WATCHED = frozenset({"email"})


def at(ms: int, node: str) -> str:
    return str(Stamp(ms, 0, node))


def merged(local: State | None, incoming: State) -> State:
    return decide(Rule.FIELDS, WATCHED, local, incoming).state


def meaning(state: State) -> dict:
    """What a state says, however it is written down."""
    return {n: (state.versions(n), dict(state.context(n)) if n in WATCHED else None) for n in state.fields}


def test_the_first_fact_stays():
    outcome = decide(Rule.FACT, frozenset(), State({"text": "one"}), State({"text": "two"}))
    assert outcome.state.fields == {"text": "one"}
    assert outcome.changed == frozenset()


@pytest.mark.parametrize("rule", Rule)
def test_what_is_new_is_taken_whole(rule):
    outcome = decide(rule, WATCHED, None, State({"a": 1, "b": 2}))
    assert outcome.state.fields == {"a": 1, "b": 2}
    assert outcome.changed == {"a", "b"}


def test_reference_is_replaced_by_what_arrives():
    outcome = decide(Rule.REFERENCE, frozenset(), State({"a": 1, "b": 2}), State({"a": 1, "b": 3, "c": 4}))
    assert outcome.state.fields == {"a": 1, "b": 3, "c": 4}
    assert outcome.changed == {"b", "c"}


@pytest.mark.parametrize(
    ("local", "incoming", "winner"),
    [
        ((1, "a", "old"), (2, "b", "new"), "new"),
        ((2, "a", "new"), (1, "b", "old"), "new"),
        ((1, "a", "low node"), (1, "b", "high node"), "high node"),
        ((1, "a", "x"), (1, "a", "y"), "y"),  # equal stamps: content decides, alike everywhere
        ((1, "a", "y"), (1, "a", "x"), "y"),
    ],
)
def test_the_newest_write_of_a_field_wins(local, incoming, winner):
    states = [write({"name": value}, at(ms, node), {}) for ms, node, value in (local, incoming)]
    assert merged(*states).fields["name"] == winner


def test_a_write_to_fields_carries_its_stamp_and_what_its_writer_had_seen():
    known = {"email": {"b": at(1, "b")}}
    state = written(Rule.FIELDS, {"email": "x"}, at(2, "a"), known, new=False)
    assert state == write({"email": "x"}, at(2, "a"), known)
    assert state.context("email") == {"a": at(2, "a"), "b": at(1, "b")}


def test_fields_are_merged_one_by_one():
    before = State({"name": "Ada", "size": "38"}, {"": at(1, "hub")})
    renamed = merged(before, write({"name": "Ada M."}, at(3, "a"), {}))
    both = merged(renamed, write({"size": "39"}, at(2, "b"), {}))
    assert both.fields == {"name": "Ada M.", "size": "39"}


def test_values_written_without_knowledge_of_each_other_are_both_kept():
    before = State({"email": "old@x.it"}, {"": at(1, "hub")})
    knowing = {"email": before.context("email")}
    one = merged(before, write({"email": "one@x.it"}, at(2, "a"), knowing))
    both = merged(one, write({"email": "two@x.it"}, at(3, "b"), knowing))
    assert both.fields["email"] == "two@x.it"
    assert both.rivals == {"email": (Version("one@x.it", at(2, "a")),)}


def test_who_saw_a_value_replaces_it():
    before = State({"email": "old@x.it"}, {"": at(1, "hub")})
    after = merged(before, write({"email": "new@x.it"}, at(2, "a"), {"email": before.context("email")}))
    assert after.fields == {"email": "new@x.it"}
    assert after.rivals == {}


def test_a_choice_between_rivals_settles_them():
    one = write({"email": "one@x.it"}, at(2, "a"), {"email": {}})
    two = write({"email": "two@x.it"}, at(3, "b"), {"email": {}})
    both = merged(one, two)
    chosen = write({"email": "one@x.it"}, at(4, "c"), {"email": both.context("email")})
    settled = merged(both, chosen)
    assert settled.fields == {"email": "one@x.it"}
    assert settled.rivals == {}
    assert meaning(merged(settled, one)) == meaning(settled)


@pytest.mark.parametrize("values", ["xy", "yx"])
def test_equal_stamps_of_a_watched_field_are_settled_by_content(values):
    """A fault, such as a device copied with its file: it must not stop the hub."""
    one, two = (write({"email": value}, at(1, "a"), {"email": {}}) for value in values)
    assert merged(one, two).fields == {"email": "y"}
    assert merged(one, two).rivals == {}


def test_a_field_without_clock_gives_way():
    before = State({"email": "imported@x.it"})
    after = merged(before, write({"email": "told@x.it"}, at(1, "a"), {}))
    assert after.fields == {"email": "told@x.it"}
    assert after.rivals == {}


def test_only_what_changed_is_named():
    before = State({"name": "Ada", "size": "38"}, {"": at(1, "hub")})
    outcome = decide(Rule.FIELDS, WATCHED, before, write({"name": "Ada", "size": "39"}, at(2, "a"), {}))
    assert outcome.changed == {"size"}


@pytest.mark.parametrize(
    ("stamps", "expected"),
    [
        ({}, {}),
        ({"a": "1"}, {"a": "1"}),
        ({"a": "1", "b": "2"}, {"a": "1", "b": "2"}),
        ({"a": "1", "b": "1", "c": "2"}, {"": "1", "c": "2"}),
        ({"a": "1", "b": "1", "c": "2", "d": "2"}, {"": "2", "a": "1", "b": "1"}),
    ],
)
def test_the_most_frequent_stamp_is_written_once(stamps, expected):
    assert compact(stamps) == expected


names = st.sampled_from(["email", "name"])
steps = st.lists(
    st.tuples(st.integers(0, 2), st.one_of(st.integers(0, 2), st.tuples(names, st.integers(0, 2)))),
    max_size=14,
)


def replicas_after(history) -> list[State]:
    """Three nodes that write (knowing what they hold) and merge one another's state."""
    replicas = [State({"email": 0, "name": 0}, {"": at(0, "hub")}) for _ in range(3)]
    for moment, (node, step) in enumerate(history, start=1):
        if isinstance(step, int):
            replicas[node] = merged(replicas[node], replicas[step])
        else:
            name, value = step
            seen = {name: replicas[node].context(name)} if name in WATCHED else {}
            replicas[node] = merged(replicas[node], write({name: value}, at(moment, "abc"[node]), seen))
    return replicas


@settings(deadline=None)
@given(steps)
def test_merging_is_commutative_associative_and_idempotent(history):
    a, b, c = replicas_after(history)
    assert meaning(merged(a, b)) == meaning(merged(b, a))
    assert meaning(merged(merged(a, b), c)) == meaning(merged(a, merged(b, c)))
    assert meaning(merged(a, a)) == meaning(a)
    assert meaning(merged(merged(a, b), b)) == meaning(merged(a, b))


@settings(deadline=None)
@given(steps, st.permutations(range(3)))
def test_every_order_of_the_same_states_ends_alike(history, order):
    replicas = replicas_after(history)
    straight = merged(merged(replicas[0], replicas[1]), replicas[2])
    first, second, third = (replicas[i] for i in order)
    assert meaning(merged(merged(first, second), third)) == meaning(straight)
