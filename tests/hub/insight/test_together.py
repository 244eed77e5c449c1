from clienteling.hub.insight.together import Together, count, recount
from clienteling.insight.tables import goes_with
from tests.hub.little_house import open_house, rows

NORA_LIA, NORA, LIA = frozenset({"nora", "lia"}), frozenset({"nora"}), frozenset({"lia"})


def test_a_pair_is_counted_from_either_side():
    assert count([NORA_LIA] * 5 + [NORA] * 10) == [
        Together("lia", "nora", 5, 5),
        Together("nora", "lia", 5, 15),
    ]


def test_what_happens_rarely_is_chance():
    assert count([NORA_LIA] * 4) == []
    assert count([NORA_LIA] * 5 + [NORA] * 100 + [LIA] * 100) == []


def test_counting_again_changes_only_the_figures(tmp_path):
    store = open_house(tmp_path)

    def sell(times: int) -> None:
        with store.write() as writer:
            for _ in range(times):
                items = [{"product_id": "nora"}, {"product_id": "alba"}]
                writer.insert("interaction", {"kind": "sale", "items": items})
            recount(writer)

    sell(5)
    sell(1)
    pairs = {row.id: (row.together, row.receipts, row.kind) for row in rows(store, goes_with)}
    assert pairs == {"alba+nora": (6, 6, "goes_with"), "nora+alba": (6, 6, "goes_with")}
    store.engine.dispose()
