"""Thousands of histories of merging and ordering, against the list of writes and who knew what."""

import pytest

from sync.collection import Rule
from sync.merge import State
from tests.sync.histories import History, held, newest, standing

AT_ONCE = 250


@pytest.mark.parametrize("block", range(12))
def test_what_stands_after_three_thousand_histories_follows_from_who_knew_what(block):
    for seed in range(block * AT_ONCE, (block + 1) * AT_ONCE):
        history = History(seed)
        history.run(40)
        history.quiesce()
        fields = history.hub.get(Rule.FIELDS, State({}))
        assert held(fields, "email") == standing(history, Rule.FIELDS, "email"), seed
        assert fields.fields.get("name") == newest(history, "name"), seed
        element = history.hub.get(Rule.SET, State({}))
        assert element.dots == {stamp for stamp, _ in standing(history, Rule.SET, "rank")}, seed
        for node in history.nodes:
            assert node.known == history.hub, seed
            assert node.waiting == [], seed
