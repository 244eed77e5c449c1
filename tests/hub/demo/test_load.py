import sqlalchemy as sa

from clienteling.appointments.hours import wall
from clienteling.appointments.tables import appointment
from clienteling.basis.queries import bases, looks_at
from clienteling.basis.rules import may_see
from clienteling.basis.tables import figure_look
from clienteling.basis.values import Asker, Person
from clienteling.baskets.queries import receipts
from clienteling.cards.tables import card_link
from clienteling.catalog.tables import product, variant
from clienteling.consents import queries as consents
from clienteling.customers.phone import as_e164
from clienteling.customers.queries import customer_by_id, facts
from clienteling.customers.tables import customer, identifier
from clienteling.customers.values import PreferenceKind, Provenance, Tier
from clienteling.hub.demo import house as houses
from clienteling.hub.demo.dice import Dice
from clienteling.hub.demo.giulia import GIULIA
from clienteling.hub.demo.load import load, written
from clienteling.insight.tables import goes_with
from clienteling.interactions.tables import interaction
from clienteling.interactions.today import today
from clienteling.promises.tables import promise
from clienteling.replicated import REGISTRY
from clienteling.reservations.tables import reservation
from clienteling.scan.numbers import check_digit_agrees
from clienteling.staff.pin import matches
from clienteling.staff.tables import associate
from clienteling.staff.values import Role
from clienteling.stock.queries import levels
from clienteling.stores.tables import store as stores
from clienteling.tasks.tables import task
from clienteling.timeline.tables import event
from tests.hub.demo.conftest import FEW, NOW

DAY = 86_400_000
MIDNIGHT = NOW - 17 * 3_600_000
"""Of that day in Milan."""


def column(store, column: sa.Column, *where: sa.ColumnElement[bool]) -> list:
    with store.read() as conn:
        return list(conn.scalars(sa.select(column).where(*where)))


def book(now: int) -> dict[str, list]:
    return written(houses.read(), Dice(7, now), lambda file: file.name, FEW).rows


def test_a_second_load_changes_nothing(store):
    head = store.head
    assert load(store, FEW).records == 0
    assert store.head == head


def test_the_same_day_gives_the_same_house_and_another_day_the_same_people():
    first, again, later = book(NOW), book(NOW), book(NOW + 9 * DAY)
    assert first == again
    names = [[row["family_name"] for row in each["customer"]] for each in (first, later)]
    assert names[0] == names[1]
    assert max(row["at"] for row in later["interaction"]) > NOW


def test_nothing_lies_in_the_future(store):
    for table in (interaction, event, promise):
        at = table.c.made_at if table is promise else table.c.at
        assert max(column(store, at)) <= NOW


def test_every_reference_leads_somewhere(store):
    known = {
        "customer_id": set(column(store, customer.c.id)) | {None},
        "product_id": set(column(store, product.c.id)) | {None},
        "other_product_id": set(column(store, product.c.id)),
        "variant_id": set(column(store, variant.c.id)) | {None},
        "store_id": set(column(store, stores.c.id)) | {None},
        "home_store_id": set(column(store, stores.c.id)),
        "associate_id": set(column(store, associate.c.id)) | {None},
    }
    for collection in REGISTRY:
        for name, ids in known.items():
            if name in collection.table.c:
                assert set(column(store, collection.table.c[name])) <= ids, f"{collection.name}.{name}"


def test_every_step_up_is_argued_in_both_languages(store):
    arguments = [words for words in column(store, goes_with.c.argument) if words]
    assert len(arguments) > 5
    assert all(words.keys() == {"it", "en"} and all(words.values()) for words in arguments)


def test_every_product_and_variant_has_its_picture(store):
    for table in (product, variant):
        for digest in set(column(store, table.c.picture)):
            assert store.blob(digest)


def test_customers_are_written_as_people_here_are(store):
    names = column(store, customer.c.family_name)
    assert any("'" in name for name in names)
    assert any(not name.isascii() for name in column(store, customer.c.given_name) + names)
    emails = [address for address in column(store, customer.c.email) if address]
    assert len(emails) == len(set(emails))
    assert all(".".join(address.rpartition("@")[2].split(".")[:-1]) == "example" for address in emails)
    phones = [number for number in column(store, customer.c.phone) if number]
    assert all(as_e164(number) == number and number.startswith("+39399") for number in phones)
    assert all(check_digit_agrees(number) for number in column(store, customer.c.card_number))


def test_each_pin_in_the_house_file_opens_its_door(store):
    with store.read() as conn:
        hashes = {row.id: row.pin_hash for row in conn.execute(sa.select(associate))}
    house = houses.read()
    assert hashes.keys() == {one.id for one in house.staff}
    sofia = next(one for one in house.staff if one.id == "sofia-marchetti")
    assert matches(hashes[sofia.id], sofia.pin)
    assert len({one.pin for one in house.staff}) == len(house.staff)


def test_somebody_came_to_every_shop_today(store):
    with store.read() as conn:
        for shop in houses.read().stores:
            seen = today(conn, shop.id, MIDNIGHT, NOW)
            assert seen.visits > seen.recognised >= 5


def test_promises_are_due_today_and_overdue_in_every_shop(store):
    for shop in houses.read().stores:
        due = column(store, promise.c.due_on, promise.c.store_id == shop.id, promise.c.state == "open")
        assert due.count("2026-11-22") == 3
        assert sum(day < "2026-11-22" for day in due) == 2


def test_in_every_shop_one_article_is_put_aside_and_one_request_was_refused(store):
    for shop in houses.read().stores:
        told = column(store, reservation.c.answer, reservation.c.store_id == shop.id)
        assert sorted(told) == ["granted", "refused"]
    granted = column(store, reservation.c.id, reservation.c.answer == "granted")
    assert set(granted) <= set(column(store, promise.c.id, promise.c.state == "open"))


def test_in_every_shop_somebody_s_card_of_another_system_is_known(store):
    assert set(column(store, card_link.c.store_id)) == set(column(store, stores.c.id))


def test_every_shop_expects_somebody_and_has_tasks_by_hand_and_by_rule(store):
    shops = set(column(store, stores.c.id))
    assert set(column(store, appointment.c.store_id, appointment.c.state == "booked")) == shops
    assert max(column(store, appointment.c.made_at)) <= NOW
    assert set(column(store, task.c.store_id, task.c.rule == "", task.c.state == "open")) == shops
    assert {"", "lapsing"} <= set(column(store, task.c.rule))
    assert max(column(store, task.c.made_at)) <= NOW


def test_what_goes_with_what_was_counted_from_receipts(store):
    with store.read() as conn:
        for row in conn.execute(sa.select(goes_with).where(goes_with.c.kind == "goes_with")):
            assert 5 <= row.together <= row.receipts


def test_giulia_is_known_as_the_story_needs_her(store):
    with store.read() as conn:
        giulia = customer_by_id(conn, GIULIA.id)
        known = {(fact.kind, fact.value): fact for fact in facts(conn, GIULIA.id, NOW, deduced=True)}
        granted = {state.purpose.value for state in consents.states(conn, GIULIA.id, NOW) if state.granted}
        bought = receipts(conn, GIULIA.id)
    assert giulia is not None
    assert (giulia.full_name, giulia.tier, giulia.since_on) == ("Giulia Ferraris", Tier.GOLD, "2021-05-15")
    assert giulia.birthday_on == "0001-12-04"
    shoes = known[PreferenceKind.SHOE_SIZE, "38"]
    assert (shoes.source, shoes.store_name) == (Provenance.TOLD, "Milano")
    assert known[PreferenceKind.CLOTHES_SIZE, "42"].evidence == "purchases=2 share=69"
    assert not any(kind is PreferenceKind.COLOUR for kind, _ in known)  # black thrice, and tan twice lately
    assert granted == {"service", "profiling"}
    assert len(bought) == 9


def test_giulia_is_known_by_four_names(store):
    kinds = column(store, identifier.c.kind, identifier.c.customer_id == GIULIA.id, identifier.c.verified)
    assert set(kinds) == {"email", "card", "user", "page_scoped"}
    phone = column(
        store, identifier.c.value, identifier.c.customer_id == GIULIA.id, identifier.c.kind == "phone"
    )
    assert phone == [GIULIA.phone]


def test_nothing_of_the_story_has_happened_yet(store):
    heard = column(store, event.c.kind, event.c.customer_id == GIULIA.id)
    assert heard == ["ordered"]
    assert column(store, promise.c.id, promise.c.customer_id == GIULIA.id) == []


def test_the_brown_bag_is_not_in_milan_but_on_its_way(store):
    with store.read() as conn:
        here = {level.store_id: level for level in levels(conn, "alba-brown")}
    assert (here["milano-brera"].quantity, here["milano-brera"].incoming) == (0, 2)
    assert here["torino-centro"].quantity == 1


def test_a_manager_has_looked_at_a_colleague_s_figures_under_the_shop_s_agreement(store):
    """A look that the rule would allow again, and that the colleague finds on her page."""
    with store.read() as conn:
        [basis] = bases(conn)
        [look] = conn.execute(figure_look.select()).all()
        [seen] = looks_at(conn, look.whom_id)
    asker = Asker(look.associate_id, Role.MANAGER, look.store_id)
    whom, today = Person(look.whom_id, look.store_id), wall(NOW, "Europe/Rome")[0]
    assert may_see(asker, whom, seen.days, today, [basis]).bases == (basis.id,)
    assert seen.documents == (basis.document,)
