"""What the law asks, on a hub that keeps its data in PostgreSQL."""

import msgspec
import pytest
import sqlalchemy as sa

from clienteling.customers.tables import customer
from clienteling.hub.app import create_hub
from clienteling.hub.intake.tables import raw_payload
from clienteling.hub.privacy.clerk import Clerk
from clienteling.hub.privacy.file.making import make_file
from clienteling.hub.privacy.forgotten import erased_at
from clienteling.hub.privacy.tables import anonymous_record
from clienteling.hub.settings import FILE, load_or_create
from clienteling.privacy.queries import receipts
from clienteling.privacy.use_cases import ask
from clienteling.privacy.values import MONTH_MS, PrivacyWish
from clienteling.staff.values import Author
from clienteling.timeline.tables import event
from tests.hub.little_house import ANNA, BEA, NOW, email

MAIL = "anna@quintiliana.example"


@pytest.fixture
def hub(tmp_path, postgresql):
    load_or_create(tmp_path)
    settings = (tmp_path / FILE).read_text()
    settings = settings.replace('database = ""', f'database = "{postgresql.database()}"')
    (tmp_path / FILE).write_text(settings.replace("unseen_months = 0", "unseen_months = 24"))
    hub = create_hub(load_or_create(tmp_path), now=lambda: NOW)
    with hub.store.write() as writer:
        for her, mail, at in ((ANNA, MAIL, NOW), (BEA, "", NOW - 30 * MONTH_MS)):
            writer.insert("customer", {"id": her, "given_name": "Somebody", "email": mail})
            writer.insert("interaction", {"customer_id": her, "kind": "sale", "at": at, "items": []})
        seen = {"customer_id": ANNA, "kind": "product_viewed", "at": NOW - 13 * MONTH_MS}
        writer.insert("event", {"id": "seen", **seen})
    body = {"id": "1", "source": "segment:web", "digest": "1", "body": MAIL.encode(), "received_at": NOW}
    with hub.engine.begin() as connection:
        connection.execute(raw_payload.insert().values(**body, call="track", state="done"))
    yield hub
    hub.close()


def test_clocks_wishes_and_files_work_as_they_do_on_a_file(hub, tmp_path):
    Clerk(hub).work()
    with hub.store.read() as conn:
        assert conn.scalars(sa.select(customer.c.id)).all() == [ANNA]
        assert conn.scalars(sa.select(event.c.id)).all() == []
        assert conn.scalars(sa.select(anonymous_record.c.kind)).all() == ["sale"]
    made = make_file(hub, ANNA, tmp_path / "out")
    assert len(msgspec.json.decode(made.to_carry.read_bytes())["received_from"]) == 1
    with hub.store.write() as writer:
        ask(writer, customer_id=ANNA, wish=PrivacyWish.ERASURE, author=Author("sara", "milano"))
    Clerk(hub).work()
    with hub.store.read() as conn:
        assert conn.scalars(sa.select(customer.c.id)).all() == []
        assert len(receipts(conn, 9)) == 2
    with hub.store.write() as writer:
        assert erased_at(writer.connection, writer.remembered, [email(MAIL)]) == NOW
