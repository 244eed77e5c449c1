"""What is past its time goes, from the hub and from every tablet; its figures stay."""

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner

from clienteling.customers.tables import customer
from clienteling.database import create_tables
from clienteling.hub.app import create_hub
from clienteling.hub.cli import app
from clienteling.hub.commands.retention import WHAT
from clienteling.hub.identity.merging import merge
from clienteling.hub.privacy import anonymous
from clienteling.hub.privacy.clerk import Clerk
from clienteling.hub.privacy.retention import CLOCKS, RECORDS, TIMELESS
from clienteling.hub.privacy.tables import anonymous_record
from clienteling.hub.settings import FILE, SettingsError, load_or_create
from clienteling.privacy.tables import retention_period
from clienteling.privacy.values import MONTH_MS
from clienteling.replicated import REGISTRY
from clienteling.schema import metadata
from clienteling.timeline.values import EventKind
from sync.device.database import open_plain
from sync.device.replica import Replica
from sync.hub.local import LocalHub
from tests.hub.little_house import ANNA, BEA, NOW, settled
from tests.sync.shop import go, healed

DAY = 86_400_000
YEAR = 12 * MONTH_MS


def opened(directory, **months):
    load_or_create(directory)
    settings = directory / FILE
    text = settings.read_text()
    for name, number in months.items():
        text = "\n".join(
            f"{name}_months = {number}" if line.startswith(f"{name}_months") else line
            for line in text.splitlines()
        )
    settings.write_text(text)
    return create_hub(settled(directory), now=lambda: NOW)


@pytest.fixture
def hub(tmp_path):
    hub = opened(tmp_path)
    with hub.store.write() as writer:
        writer.insert("customer", {"id": ANNA, "given_name": "Anna"})
        events = (
            ("watched", "product_viewed", YEAR),
            ("browsed", "list_viewed", YEAR),
            ("left lying", "checkout_started", YEAR),
            ("seen lately", "product_viewed", YEAR - 2 * DAY),
            ("wanted", "wish_added", 3 * YEAR),
            ("advert", "advert_tapped", 2 * YEAR),
            ("opened", "email_opened", 2 * YEAR - 2 * DAY),
            ("asked", "message_in", 9 * YEAR),
            ("order", "ordered", 9 * YEAR),
        )
        for name, kind, ago in events:
            writer.insert("event", {"id": name, "customer_id": ANNA, "kind": kind, "at": NOW - ago - DAY})
        for source in ("deduced", "told"):
            writer.insert(
                "preference",
                {"id": source, "customer_id": ANNA, "source": source, "said_at": NOW - 2 * YEAR},
            )
        for name, whose, at in (
            ("left a name", None, NOW - YEAR - DAY),
            ("has a card", ANNA, NOW - 2 * YEAR),
        ):
            writer.insert("appointment", {"id": name, "customer_id": whose, "at": at})
        for number, at in (("long ago", NOW - YEAR), ("lately", NOW)):
            writer.insert("access", {"id": number, "customer_id": ANNA, "at": at})
            writer.insert("figure_look", {"id": number, "whom_id": "sofia", "at": at})
            for answer in ("done", "cancelled", ""):
                asked = {"id": f"{number} {answer}", "deed": "pin", "subject_id": "sofia", "at": at}
                writer.insert("staff_change", {**asked, "answer": answer})
    yield hub
    hub.close()


def left(place, name: str) -> set[str]:
    with place.read() as conn:
        return set(conn.scalars(sa.select(metadata.tables[name].c.id)))


WENT = {
    "event": {"watched", "browsed", "left lying", "advert"},
    "preference": {"deduced"},
    "access": {"long ago"},
    "figure_look": {"long ago"},
    "staff_change": {"long ago done", "long ago cancelled"},
    "appointment": {"left a name"},
}


def test_each_purpose_has_its_own_clock_and_tablets_follow(hub, tmp_path):
    engine = open_plain(tmp_path / "tablet.db")
    create_tables(engine)
    replica = Replica(engine, REGISTRY, lambda: NOW)
    go(replica, LocalHub(hub.store, "tablet"))
    before = {name: left(replica, name) for name in WENT}
    Clerk(hub).work()
    go(replica, LocalHub(hub.store, "tablet"))
    assert healed(replica, LocalHub(hub.store, "tablet")) == ()
    for place in (hub.store, replica):
        assert {name: before[name] - left(place, name) for name in WENT} == WENT
    with replica.read() as conn:
        periods = dict(conn.execute(sa.select(retention_period.c.id, retention_period.c.months)).all())
    assert periods == {"profiling": 12, "marketing": 24, "access": 6, "unseen": 0}
    engine.dispose()


@pytest.mark.parametrize("kind", EventKind)
def test_every_kind_of_event_goes_by_one_clock_or_has_a_reason_to_stay(kind):
    ends_by = [clock for clock, kinds in CLOCKS.items() if kind in kinds]
    assert len(ends_by) == (0 if kind in TIMELESS else 1)


def test_a_dry_run_says_what_would_go_and_changes_nothing(hub, tmp_path):
    hub.close()
    before = {name: left(hub.store, name) for name in (*WENT, "retention_period")}
    line = ["retention", "--data", str(tmp_path)]
    for language, said in (("C", ("profiling", "12 months")), ("it_IT.UTF-8", ("profilazione", "12 mesi"))):
        shown = CliRunner().invoke(app, [*line, "--dry-run"], env={"COLUMNS": "160", "LC_ALL": language})
        assert all(words in shown.output for words in said)
    assert {name: left(hub.store, name) for name in (*WENT, "retention_period")} == before
    assert CliRunner().invoke(app, line).exit_code == 0
    assert "Nothing is past its time." in CliRunner(env={"LC_ALL": "C"}).invoke(app, line).output


def test_whatever_a_clock_ends_has_words():
    assert {(keep, table.name) for keep, found in RECORDS.items() for table, _, _ in found} == set(WHAT)


def test_a_clock_of_zero_never_strikes(tmp_path):
    hub = opened(tmp_path, profiling=0, marketing=0, access=0)
    with hub.store.write() as writer:
        writer.insert("access", {"customer_id": ANNA, "at": 1})
    Clerk(hub).work()
    assert len(left(hub.store, "access")) == 1
    hub.close()
    with pytest.raises(SettingsError, match="profiling_months"):
        opened(tmp_path, profiling=-1)


def unseen_hub(tmp_path):
    hub = opened(tmp_path, unseen=24)
    with hub.store.write() as writer:
        for her in (ANNA, BEA):
            writer.insert("customer", {"id": her, "given_name": "Somebody", "updated_at": 1})
        sold = [{"product_id": "nora", "price_cents": 15900, "bought": True}, {"product_id": "lia"}]
        sale = {"kind": "sale", "items": sold, "store_id": "milano", "associate_id": "sara"}
        writer.insert("interaction", {"customer_id": ANNA, "at": NOW - 2 * YEAR - DAY, **sale})
        writer.insert("interaction", {"customer_id": BEA, "kind": "visit", "at": NOW - 2 * YEAR + DAY})
    return hub


def test_who_was_not_heard_of_is_anonymised_and_still_counts(tmp_path):
    hub = unseen_hub(tmp_path)
    Clerk(hub).work()
    assert left(hub.store, "customer") == {BEA}
    with hub.store.read() as conn:
        (row,) = conn.execute(sa.select(anonymous_record)).mappings()
        assert (row["kind"], row["store_id"], row["amount_cents"]) == ("sale", "milano", 15900)
        assert row["happened_on"] == "2024-11-20"
        assert list(anonymous.receipts(conn)) == [frozenset({"nora"})]
        assert ANNA not in str(row)
        assert "sara" not in str(row)
    hub.close()


@pytest.mark.parametrize(
    ("collection", "values"),
    [
        ("promise", {"state": "open", "made_at": 1}),
        ("event", {"kind": "ticket_opened", "at": 1, "detail": {"ticket": "7"}}),
    ],
)
def test_what_is_open_keeps_her_and_the_reason_is_said(tmp_path, collection, values):
    hub = unseen_hub(tmp_path)
    with hub.store.write() as writer:
        writer.insert(collection, {"customer_id": ANNA, **values})
    Clerk(hub).work()
    assert left(hub.store, "customer") == {ANNA, BEA}
    hub.close()
    shown = CliRunner(env={"LC_ALL": "C"}).invoke(app, ["retention", "--data", str(tmp_path), "--dry-run"])
    assert f"Customer {ANNA} is kept though past her time: " in shown.output.replace("\n", " ")


def test_whoever_has_two_records_was_seen_with_either(tmp_path):
    hub = unseen_hub(tmp_path)
    with hub.store.write() as writer:
        merge(writer, ANNA, BEA, by="sara", evidence="the same card")
    Clerk(hub).work()
    assert left(hub.store, "customer") == {ANNA, BEA}
    hub.close()


def test_who_was_made_just_now_is_new_though_nothing_was_recorded(tmp_path):
    hub = opened(tmp_path, unseen=1)
    with hub.store.write() as writer:
        fresh = writer.insert("customer", {"given_name": "Nuova"})
        writer.insert("customer", {"id": "card 7", "given_name": "With an id of her own"})
    Clerk(hub).work()
    with hub.store.read() as conn:
        assert set(conn.scalars(sa.select(customer.c.id))) == {fresh, "card 7"}
    hub.close()
