"""Histories of merging and ordering alone, in memory: the real clock and rules, no database, no wire.

Nodes write with what they know and clocks that lie, the hub takes writes in any order between nodes, replies
get lost and writes arrive twice. What must stand at the end is found from the list of all writes, unmerged.
"""

import random
from dataclasses import dataclass, field

from sync.clock import Clock, Stamp, too_far_ahead
from sync.collection import Rule
from sync.merge import REMOVAL, Seen, State, decide, written

HUB_TIME = 1_790_000_000_000
YEAR = 365 * 24 * 3_600_000
WATCHED = frozenset({"email"})
JUMPS = (-9 * YEAR, -3_600_000, -1, 0, 1, 59_000, 61_000, 9 * YEAR)


@dataclass(slots=True)
class Write:
    """One write on its way. `after` are the writes that its writer knew of the same field or element."""

    rule: Rule
    name: str
    value: int
    seen: dict[str, Seen]
    stamp: str
    new: bool
    after: frozenset[int]
    number: int

    def state(self, stamp: str) -> State:
        fields = {} if REMOVAL in self.seen else {self.name: self.value}
        return written(self.rule, fields, stamp, self.seen, new=self.new)


@dataclass(slots=True)
class Node:
    clock: Clock
    ahead: int = 0
    known: dict[Rule, State] = field(default_factory=dict)
    heard: frozenset[int] = frozenset()
    waiting: list[Write] = field(default_factory=list)

    def view(self, rule: Rule) -> State:
        state = self.known.get(rule, State({}))
        for write in self.waiting:
            if write.rule is rule:
                state = decide(rule, WATCHED, state, write.state(write.stamp)).state
        return state


class History:
    """A hub and three nodes; `random` decides everything."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.now = HUB_TIME
        self.hub_clock = Clock("hub", lambda: self.now)
        self.hub: dict[Rule, State] = {}
        self.had: dict[int, str] = {}
        self.writes: list[Write] = []
        self.nodes = [self._node(name) for name in "abc"]

    def run(self, steps: int) -> None:
        writes = (self._field, self._field, self._add, self._remove)
        acts = (*writes, self._meet, self._meet, self._jump, self._wait)
        for _ in range(steps):
            self.now += 1
            self.random.choice(acts)(self.random.choice(self.nodes))

    def quiesce(self) -> None:
        for node in self.nodes * 2:
            self._push(node, replied=True)
            self._pull(node)

    def _node(self, name: str) -> Node:
        node = Node(Clock("hub"))
        node.clock = Clock(name, lambda: self.now + node.ahead)
        return node

    def _field(self, node: Node) -> None:
        name = self.random.choice(("email", "name"))
        context = node.view(Rule.FIELDS).context(name) if name in WATCHED else {}
        self._write(node, Rule.FIELDS, name, {name: context} if name in WATCHED else {}, new=True)

    def _add(self, node: Node) -> None:
        if not node.view(Rule.SET).dots:
            self._write(node, Rule.SET, "rank", {}, new=True)

    def _remove(self, node: Node) -> None:
        state = node.view(Rule.SET)
        if state.dots:
            self._write(node, Rule.SET, "rank", {REMOVAL: state.covering}, new=False)

    def _write(self, node: Node, rule: Rule, name: str, seen: dict[str, Seen], *, new: bool) -> None:
        known = node.heard | {w.number for w in node.waiting}
        value, number = self.random.randrange(3), len(self.writes)
        write = Write(rule, name, value, seen, node.clock.stamp(), new, known, number)
        self.writes.append(write)
        node.waiting.append(write)

    def _jump(self, node: Node) -> None:
        node.ahead += self.random.choice(JUMPS)

    def _wait(self, _: Node) -> None:
        self.now += self.random.randrange(5_000)

    def _meet(self, node: Node) -> None:
        self._push(node, replied=self.random.random() < 0.7)
        if self.random.random() < 0.7:
            self._pull(node)

    def _push(self, node: Node, *, replied: bool) -> None:
        node.clock.correct(self.now)
        ahead = [too_far_ahead(Stamp.parse(w.stamp), self.now) for w in node.waiting]
        for write in node.waiting[ahead.index(True) :] if any(ahead) else []:
            write.stamp = node.clock.stamp()
        count = len(node.waiting) if replied else self.random.randint(0, len(node.waiting))
        for write in node.waiting[:count]:
            self._take(write)
        if replied:
            node.known = {rule: node.view(rule) for rule in (Rule.FIELDS, Rule.SET)}
            node.heard |= {w.number for w in node.waiting}
            node.waiting.clear()

    def _take(self, write: Write) -> None:
        if write.number in self.had:
            return
        stamp = Stamp.parse(write.stamp)
        if too_far_ahead(stamp, self.now):
            back = Stamp.parse(self.hub_clock.stamp())
            stamp = Stamp(back.ms, back.counter, stamp.node)
        else:
            self.hub_clock.observe(write.stamp)
        self.had[write.number] = str(stamp)
        before = self.hub.get(write.rule)
        self.hub[write.rule] = decide(write.rule, WATCHED, before, write.state(str(stamp))).state

    def _pull(self, node: Node) -> None:
        node.known = dict(self.hub)
        node.heard |= self.had.keys()
        for state in self.hub.values():
            for stamp in (*state.stamps.values(), *state.dots):
                node.clock.observe(stamp)


def standing(history: History, rule: Rule, name: str) -> set[tuple[str, int]]:
    """Of all writes of a field (or an element), those that no other writer knew: stamp and value."""
    known = [w for w in history.writes if w.rule is rule and w.name == name and w.number in history.had]
    replaced = set().union(*(w.after for w in known if rule is Rule.FIELDS or REMOVAL in w.seen))
    alive = [w for w in known if w.number not in replaced and REMOVAL not in w.seen]
    return {(history.had[w.number], w.value) for w in alive}


def newest(history: History, name: str) -> int | None:
    written = [w for w in history.writes if w.name == name and w.rule is Rule.FIELDS]
    stamped = [(history.had[w.number], w.value) for w in written]
    return max(stamped)[1] if stamped else None


def held(state: State, name: str) -> set[tuple[str, int]]:
    return {(v.stamp, v.value) for v in state.versions(name)} if name in state.fields else set()
