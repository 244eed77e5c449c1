import io

from rich.console import Console

from clienteling.hub.goods.account import goods_tables
from clienteling.wording import Wording
from tests.hub.goods.test_pictures import Asked, drawn, serve
from tests.hub.sources.fake_shop import Answered


def test_hub_sources_says_what_there_is_and_what_to_do(store, shop):
    serve(shop, a=Answered(drawn("red")))
    asked = Asked(store, shop)
    asked.tell("1", "/a", pieces=1)
    asked.tell("2", "/b", pieces=1, place="")
    asked.tell("3", "/c", pieces=1, place="68001")
    asked.round()
    console = Console(width=160, file=io.StringIO())
    with store.read() as conn:
        for table in goods_tables(conn, [asked.source], Wording("en")):
            console.print(table)
    said = " ".join(console.file.getvalue().split())
    assert "shop │ 3 │ 3 │ │ 1 │" in said
    assert 'the online shop │ 1 │ shops = "online=SHOP"' in said
    assert '68001 │ 1 │ shops = "68001=SHOP"' in said
    assert "Its server answers with status 404. │ 2" in said
