"""PROTOCOL.md is enough to write a client: one that imports nothing of ours meets a hub and a real tablet."""

import ast
import hashlib
import json
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
import zstandard

from clienteling.customers.tables import customer
from clienteling.hub import settings
from clienteling.privacy.use_cases import ask
from clienteling.privacy.values import PrivacyWish
from clienteling.replicated import REGISTRY
from clienteling.staff.values import Author
from sync.device.states import Kind
from sync.hub.trust.certificates import create
from sync.hub.trust.identities import Identities
from sync.instants import Now, wall_clock
from sync.pairing_code import PairingCode, read, typed
from sync.wire import EVERYTHING
from tests.hub.serving import second_client
from tests.hub.serving.hub_process import HubProcess, hub_command, until
from tests.hub.serving.second_client.client import SecondClient
from tests.hub.serving.second_client.line import Away, Refused, pair, read_code
from tests.hub.serving.second_client.queue_file import sealed
from tests.hub.serving.second_client.rules import Collection
from tests.hub.serving.tablet import Tablet
from tests.hub.serving.test_restored import put_away
from tests.hub.serving.test_shops import shops  # noqa: F401 (a fixture)
from tests.hub.serving.test_two_tablets import at_the_hub

pytestmark = pytest.mark.slow
GIULIA = "giulia"
COLLECTIONS = {
    each.name: Collection(each.rule.value, each.watched, each.group or "", each.answer or "")
    for each in REGISTRY
}
VISIT = {"kind": "visit", "at": 1}
Begun = Callable[..., SecondClient]


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Begun]:
    made: list[SecondClient] = []

    def begin(
        hub: HubProcess, name: str = "second", scope: str = "milano", now: Now = wall_clock
    ) -> SecondClient:
        made.append(SecondClient(tmp_path / f"{name}.replica", COLLECTIONS, hub.code(scope=scope), now))
        return made[-1]

    yield begin
    for each in made:
        each.replica.database.close()


def digest(client: SecondClient) -> dict:
    """What the hub says that it holds."""
    return json.loads(client.line.get("/feed", epoch=client.replica["epoch"], after=0))["digest"]


def emails(tablet: Tablet) -> tuple[str | None, list[str]]:
    """Hers that stands, and its rivals, on a tablet of ours."""
    with tablet.replica.read() as connection:
        stands = connection.scalar(sa.select(customer.c.email).where(customer.c.id == GIULIA))
    found = tablet.replica.disagreements("customer", GIULIA)
    return stands, [rival.value for each in found for rival in each.rivals]


def emails_at(client: SecondClient) -> tuple[str | None, list[str]]:
    record = client.replica.shown("customer", GIULIA) or {"fields": {}}
    rivals = record.get("rivals", {}).get("email", [])
    return record["fields"].get("email"), [each["value"] for each in rivals]


def test_it_imports_nothing_of_ours():
    home = Path(second_client.__file__).parent
    trees = [ast.parse(file.read_text()) for file in home.glob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    named = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    allowed = sys.stdlib_module_names | {"cryptography", "zstandard"}
    assert {name.partition(".")[0] for name in named} <= allowed
    assert all(node.level <= 1 for node in nodes if isinstance(node, ast.ImportFrom))


def test_it_reads_both_forms_of_a_code(hub):
    scanned = hub.code()
    ours = read(scanned)
    assert isinstance(ours, PairingCode)
    by_hand = f"{hub.address} {typed(ours.secret, hub.fingerprint)}"
    for text, digits in ((scanned, 32), (by_hand, 5)):
        found = read_code(text)
        assert (found.secret, found.begins) == (ours.secret, hub.fingerprint[:digits])
        assert (found.host, found.port) == ("127.0.0.1", hub.port)


def test_it_stops_at_a_certificate_that_does_not_begin_as_the_code_says(hub, tmp_path):
    with pytest.raises(Away):
        SecondClient(tmp_path / "second", COLLECTIONS, hub.code(fingerprint="0" * 64))


def test_a_code_serves_once_and_again_whoever_got_no_answer(hub):
    code = hub.code()
    one, again = (pair(code, "second client", nonce="once").credential for _ in range(2))
    assert one != again
    assert one.partition(".")[0] == again.partition(".")[0]
    with pytest.raises(Refused, match="pairing_used"):
        pair(code, "second client")


def test_what_it_and_a_tablet_write_both_hold(own_hub, paired, second):
    tablet, client = paired(own_hub, "one"), second(own_hub)
    tablet.becomes(Kind.LIVE)
    client.meet()
    client.pull(limit=3)
    recorded = tablet.record(3)
    for number in range(40):
        client.replica.write("interaction", f"second {number}", VISIT, new=True)
    assert {verdict["status"] for verdict in client.push()} == {"applied"}
    until(lambda: len(tablet.recorded()) == 43)
    client.pull(limit=7)
    assert client.replica.ids("interaction") == tablet.recorded() == at_the_hub(own_hub)
    assert set(recorded) < set(tablet.recorded())
    assert client.differing(digest(client)) == []


@pytest.mark.parametrize("off_by_ms", [-30_000, 30_000])
def test_what_was_written_at_the_same_time_ends_equal_on_both(own_hub, paired, second, off_by_ms):
    tablet, wrong = paired(own_hub, "one"), [0]
    client = second(own_hub, now=lambda: wall_clock() + wrong[0])
    tablet.becomes(Kind.LIVE)
    with tablet.replica.write() as writer:
        writer.insert("customer", {"id": GIULIA, "given_name": "Giulia"})
    until(lambda: not tablet.replica.pending())
    client.meet()
    tablet.engine.sleep()
    wrong[0] = off_by_ms
    client.replica.write("customer", GIULIA, {"email": "hers@example.it", "tier": "gold", "city": "Bari"})
    with tablet.replica.write() as writer:
        writer.update("customer", GIULIA, {"email": "other@example.it", "city": "Roma", "address": "Via Po"})
    tablet.engine.wake()
    until(lambda: not tablet.replica.pending())
    client.pull()
    laid_over = client.replica.shown("customer", GIULIA)["fields"]
    stands, rivals = emails_at(client)
    newer, older = ("hers", "other") if off_by_ms > 0 else ("other", "hers")
    assert (stands, rivals) == (f"{newer}@example.it", [f"{older}@example.it"])
    client.push()
    until(lambda: emails(tablet) == (stands, rivals))
    client.pull()
    assert emails_at(client) == (stands, rivals)
    assert client.replica.shown("customer", GIULIA)["fields"] == laid_over
    with tablet.replica.read() as connection:
        row = connection.execute(sa.select(customer).where(customer.c.id == GIULIA)).one()
    assert {name: row._mapping[name] for name in laid_over} == laid_over
    client.replica.write("customer", GIULIA, {"email": "settled@example.it"})
    client.push()
    until(lambda: emails(tablet) == ("settled@example.it", []))
    client.pull()
    assert emails_at(client) == emails(tablet)
    assert client.differing(digest(client)) == []


def test_an_element_that_somebody_adds_stays_when_another_removes_it_unseen(own_hub, second):
    one, other = second(own_hub, "one"), second(own_hub, "other")
    entry = {"customer_id": GIULIA, "associate_id": "sofia"}
    one.meet()
    one.replica.write("book_entry", "entry", entry, new=True)
    one.meet()
    other.meet()
    one.replica.write("book_entry", "entry", entry, new=True)
    other.replica.write("book_entry", "entry", {}, remove=True)
    assert (one.replica.ids("book_entry"), other.replica.ids("book_entry")) == (["entry"], [])
    for client in (one, other, one):
        client.meet()
    assert one.replica.ids("book_entry") == other.replica.ids("book_entry") == ["entry"]
    other.replica.write("book_entry", "entry", {}, remove=True)
    for client in (other, one):
        client.meet()
    assert one.replica.ids("book_entry") == other.replica.ids("book_entry") == []
    assert one.differing(digest(one)) == other.differing(digest(other)) == []


def test_each_write_gets_its_verdict_and_a_repeated_push_changes_nothing(own_hub, second):
    client = second(own_hub)
    client.meet()
    client.replica.write("interaction", "good", VISIT, new=True)
    client.replica.write("store", "torino", {"name": "Torino"}, new=True)
    client.replica.write("customer", "nobody", {"city": "Bari"})
    client.replica.write("customer", GIULIA, {"city": 7}, new=True)
    sent = [body | {"dseq": dseq} for _, dseq, body in client.replica.waiting()]
    first, again = client.send(sent), client.send(sent)
    codes = [None, "not_writable", "missing_record", "invalid_record"]
    assert [verdict.get("code") for verdict in first] == [each.get("code") for each in again] == codes
    assert (first[0]["status"], again[0]["status"]) == ("applied", "duplicate")
    assert client.replica.set_aside() == {"torino": codes[1], "nobody": codes[2], GIULIA: codes[3]}
    with pytest.raises(Refused, match="sequence_gap"):
        client.send([sent[0] | {"dseq": 6}])
    client.replica.write("interaction", "later", VISIT, new=True)
    client.meet()
    assert at_the_hub(own_hub) == ["good", "later"]


def test_a_queue_that_it_brings_in_a_file_is_taken_once(own_hub, second, tmp_path):
    client = second(own_hub)
    key = client.hello()["sealing_key"]
    client.replica.write("interaction", "by hand", VISIT, new=True)
    writes = [body for _, _, body in client.replica.waiting()]
    file = tmp_path / "queue"
    file.write_bytes(sealed(writes, 1, sealing_key=key, credential=client.line.credential))
    assert hub_command("take", file, "--data", own_hub.data).returncode == 0
    assert at_the_hub(own_hub) == ["by hand"]
    client.meet()
    assert [status for (status,) in client.replica.database.execute("select status from write")] == ["told"]
    assert at_the_hub(own_hub) == ["by hand"]


def test_whom_its_shop_holds_comes_whole_and_goes(shops, second):  # noqa: F811
    milano, roma = second(shops, "milano"), second(shops, "roma", scope="roma")
    for client in (milano, roma):
        client.meet()
    assert (milano.replica.ids("customer"), roma.replica.ids("customer")) == (["anna"], ["bea", "carla"])
    milano.replica.write("customer", "anna", {"home_store_id": "roma"})
    seq = json.loads(milano.line.post("/fetch", {"group": "bea"}))["seq"]
    for client in (milano, roma):
        client.meet()
    assert milano.replica["cursor"] >= seq
    assert milano.replica.ids("customer") == ["bea"]
    assert len(milano.replica.ids("note")) == 1
    assert roma.replica.ids("customer") == ["anna", "bea", "carla"]
    assert milano.differing(digest(milano)) == roma.differing(digest(roma)) == []


def test_with_another_scope_it_starts_again_and_keeps_what_waits(own_hub, second):
    client = second(own_hub)
    with own_hub.house.store.write() as writer:
        for name, shop in (("anna", "milano"), ("bea", "roma")):
            writer.insert("customer", {"id": name, "given_name": name.title(), "home_store_id": shop})
    client.meet()
    client.replica.write("interaction", "waits", VISIT | {"customer_id": "anna"}, new=True)
    own_hub.stop()
    file = own_hub.data / settings.FILE
    file.write_text(file.read_text().replace('hold = "everything"', 'hold = "shop"'))
    own_hub.start()
    assert client.replica.ids("customer") == ["anna", "bea"]
    client.meet()
    assert client.replica.ids("customer") == ["anna"]
    assert client.replica.ids("interaction") == at_the_hub(own_hub) == ["waits"]
    assert client.differing(digest(client)) == []


def test_a_clock_that_runs_a_year_ahead_is_brought_back(own_hub, second):
    wrong = [0]
    client = second(own_hub, now=lambda: wall_clock() + wrong[0])
    client.meet()
    wrong[0] = 365 * 86_400_000
    client.replica.write("customer", GIULIA, {"city": "Bari"}, new=True)
    wrong[0] = 0
    client.hello()
    assert [verdict["status"] for verdict in client.push()] == ["applied"]


def test_it_hears_what_happens(own_hub, paired, second):
    tablet, client = paired(own_hub, "one"), second(own_hub)
    tablet.becomes(Kind.LIVE)
    client.meet()
    bells = client.bells()
    client.hear(next(bells))
    until(lambda: tablet.record() and client.hear(next(bells)))
    listen(client, bells, lambda: client.replica.ids("interaction") == tablet.recorded())
    client.replica.write("interaction", "told with the answer", VISIT, new=True)
    client.push()
    assert client.replica.database.execute("select status from write").fetchall() == [("told",)]
    bells.close()
    tablet.record()
    waited = iter(client.wait, "")
    listen(client, waited, lambda: client.replica.ids("interaction") == tablet.recorded())


def listen(client: SecondClient, bells: Iterator[str], holds: Callable[[], bool]) -> None:
    def heard() -> bool:
        if not holds():
            client.hear(next(bells))
        return holds()

    until(heard)


def test_what_is_missing_here_or_there_is_found(own_hub, second):
    client = second(own_hub)
    client.meet()
    client.replica.write("interaction", "kept", VISIT, new=True)
    client.meet()
    with client.replica.database as database:
        columns = "collection, 'last copy', owner, 7, text, 1"
        database.execute(f"insert into record select {columns} from record where id = 'kept'")
        database.execute("delete from record where id = 'kept'")
    client.pull()
    client.meet()
    assert client.replica.ids("interaction") == at_the_hub(own_hub) == ["kept", "last copy"]
    assert client.differing(digest(client)) == []


def test_who_is_erased_is_gone_here_too_and_it_is_confirmed(own_hub, paired, second):
    tablet, client = paired(own_hub, "one"), second(own_hub)
    tablet.becomes(Kind.LIVE)
    client.meet()
    client.replica.write("customer", GIULIA, {"given_name": "Giulia", "email": "hers@example.it"}, new=True)
    client.push()
    client.replica.write("interaction", "hers", VISIT | {"customer_id": GIULIA}, new=True)
    until(lambda: emails(tablet) != (None, []))
    bells = client.bells()
    with tablet.replica.write() as writer:
        ask(writer, customer_id=GIULIA, wish=PrivacyWish.ERASURE, author=Author("sofia", "milano"))
    listen(client, bells, lambda: not client.replica.ids("interaction"))
    bells.close()
    assert client.replica.ids("customer") == []
    assert GIULIA.encode() not in bytes(client.replica.database.serialize())
    assert "erase" not in client.hello()
    client.replica.write("interaction", "late", VISIT | {"customer_id": GIULIA}, new=True)
    assert [verdict["code"] for verdict in client.push()] == ["erased"]
    assert client.replica.ids("interaction") == list(client.replica.set_aside()) == []


def test_a_hub_put_back_from_a_backup_gets_again_what_it_forgot(own_hub, paired, second, tmp_path):
    tablet, client = paired(own_hub, "one"), second(own_hub)
    tablet.becomes(Kind.LIVE)
    client.meet()
    tablet.engine.sleep()
    put_away(own_hub)
    shutil.copy(own_hub.house.settings.file, tmp_path / "backup")
    own_hub.start()
    client.replica.write("interaction", "its own", VISIT, new=True)
    client.push()
    tablet.engine.wake()
    (of_another,) = tablet.record()
    until(lambda: len(at_the_hub(own_hub)) == 2)
    client.pull()
    tablet.engine.sleep()
    put_away(own_hub)
    shutil.copy(tmp_path / "backup", own_hub.house.settings.file)
    assert hub_command("restored", "--data", own_hub.data).returncode == 0
    own_hub.start()
    client.replica.write("interaction", "since", VISIT, new=True)
    with pytest.raises(Refused, match="epoch_changed"):
        client.push()
    client.meet()
    client.meet()
    assert at_the_hub(own_hub) == sorted(["its own", "since", of_another])
    tablet.engine.wake()
    until(lambda: tablet.recorded() == client.replica.ids("interaction") == at_the_hub(own_hub))
    client.pull()
    assert client.differing(digest(client)) == []


def test_its_credential_and_the_certificate_are_renewed(own_hub, second):
    client = second(own_hub)
    client.meet()
    former, pinned = client.line.credential, client.line.pinned
    client.renew()
    renewed, client.line.credential = client.line.credential, former
    with pytest.raises(Refused, match="unauthenticated"):
        client.hello()
    client.line.credential = renewed
    identities = Identities(own_hub.house.settings.identity)
    prepared = identities.prepare(create("Hub"))
    until(lambda: client.hello().get("next_hub_ids") == [prepared.fingerprint])
    own_hub.stop()
    identities.choose()
    own_hub.start()
    client.meet()
    assert client.line.pinned == prepared.fingerprint != pinned
    own_hub.house.devices.ask_to_wipe(client.line.credential.partition(".")[0], own_hub.house.now())
    with pytest.raises(Refused, match="device_wiped"):
        client.pull()
    client.hello()
    assert client.replica.ids("store") == []
    with pytest.raises(Refused, match="unauthenticated"):
        client.hello()


def test_the_bytes_of_a_snapshot_are_those_that_a_pull_brings(own_hub, second):
    count = 5_000
    people = [{"id": f"c{number:06}", "given_name": f"Ottavia{number}"} for number in range(count)]
    own_hub.stop()
    with own_hub.house.store.write() as writer:
        writer.insert_many("customer", people)
    own_hub.start()
    until(lambda: own_hub.house.snapshots.schema(EVERYTHING), 120.0)
    client = second(own_hub)
    info = json.loads(client.line.get("/snapshot", schema=client.hello()["snapshot"]))
    path, cut = f"/snapshot/{info['name']}", 10_000
    with client.line.open("GET", path) as answer:
        content = answer.read(cut)
    tag = {"Range": f"bytes={cut}-", "If-Range": f'"{info["name"]}"'}
    with client.line.open("GET", path, **tag) as answer:
        assert answer.status == 206
        content += answer.read()
    file = b""
    for piece in info["pieces"]:
        packed, content = content[: piece["size"]], content[piece["size"] :]
        assert hashlib.sha256(packed).hexdigest() == piece["sha256"]
        file += zstandard.ZstdDecompressor().decompress(packed)
    assert (content, len(file)) == (b"", sum(piece["length"] for piece in info["pieces"]))
    client.pull(limit=1_000)
    taken = sqlite3.connect(":memory:")
    taken.deserialize(file)
    names = dict(taken.execute("select id, given_name from customer").fetchall())
    taken.close()
    assert names == {id_: client.replica.shown("customer", id_)["fields"]["given_name"] for id_ in names}
    assert list(names) == sorted(client.replica.held("customer"))
