"""A year of figures for every chart: the demo's shops are counted as the hub counts any."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from clienteling.hub.kpi.figures import DayFigures
from clienteling.kpi.definitions import value_of
from clienteling.kpi.queries import figures_over
from clienteling.kpi.targets import target_of
from clienteling.kpi.values import Kpi, Step
from clienteling.stores.tables import store as stores

TODAY = date(2026, 11, 22)


@pytest.fixture
def months(store):
    with store.read() as conn:
        shops = list(conn.scalars(sa.select(stores.c.id)))
        return figures_over(conn, shops, TODAY.replace(day=1, year=2025, month=12), TODAY, Step.MONTH)


def test_every_figure_has_something_to_show_in_each_month(months):
    assert len(months) == 12
    empty = [(str(m.begins), kpi.value) for m in months for kpi in Kpi if value_of(kpi, m.parts) is None]
    assert empty == []


def test_each_shop_has_targets_of_today(store):
    with store.read() as conn:
        for shop in conn.scalars(sa.select(stores.c.id)).all():
            assert target_of(conn, shop, Kpi.IDENTIFIED, Step.DAY, TODAY)
            assert target_of(conn, shop, Kpi.SOLD, Step.MONTH, TODAY - timedelta(days=30))


def test_nothing_is_left_to_count(store):
    head = store.head
    DayFigures(store).catch_up()
    assert store.head == head
