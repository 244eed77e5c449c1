"""What a timeline costs to read: by her lines, not by those of everybody."""

import sqlalchemy as sa

from clienteling.timeline import lines
from tests.heard import heard, plans
from tests.shop import Shop


def statements(shop: Shop) -> list[str]:
    """What the database is asked for the newest lines."""

    def read(conn: sa.Connection) -> None:
        list(lines.lines(conn, ["giulia"], "sofia", channel=None, before=lines.NEWEST, at_once=20))

    with heard(shop.engine) as said:
        shop.read(read)
    return said


def test_tables_that_hold_nothing_of_her_are_not_read(shop: Shop) -> None:
    assert len(statements(shop)) == 1
    shop.event("advert", "advert", "advert_tapped", 1, advert_title="Stringate d'autunno")
    assert len(statements(shop)) == 2


def test_whether_a_table_holds_anything_of_her_is_answered_by_its_index(shop: Shop) -> None:
    [asked] = statements(shop)
    looked_up = [
        step
        for step in plans(shop.engine, [asked])
        if step.startswith(("SCAN ", "SEARCH ")) and "CONSTANT" not in step
    ]
    assert len(looked_up) == asked.count("'giulia'") > 0
    assert all(step.startswith("SEARCH ") and "COVERING INDEX" in step for step in looked_up)
