"""What every hub does, whatever its database and however it is reached."""

import msgspec
import pytest

from sync.digest import changed, hash_of
from sync.errors import Code, EpochChanged, HubRefused
from sync.wire import Comparison, Push, Status, Tally
from tests.contract.meeting import pulled, records
from tests.sync.shop import digest, person, rows, visit


def test_a_hello_says_how_far_both_are(hub):
    device = hub.device()
    before = device.api.hello()
    assert (before.epoch, before.last_dseq) == (hub.store.epoch, 0)
    device.push(device.write("visit", hub.name("v"), at=1), device.write("visit", hub.name("v"), at=2))
    after = device.api.hello()
    assert after.last_dseq == 2
    assert after.head > before.head
    assert list(pulled(device.api))[-1].upto >= after.head


def test_each_write_of_a_push_is_answered_by_itself(hub):
    device, ada, receipt = hub.device(), hub.name("ada"), hub.name("receipt")
    reply = device.push(
        device.write("person", ada, name="Ada", born_on="1990-01-01"),
        device.write("unheard", hub.name("x"), at=1),
        device.write("product", hub.name("p"), title="Bag"),
        device.write("visit", hub.name("v"), at="noon"),
        device.write("visit", hub.name("v"), at=1, receipt=receipt),
        device.write("visit", hub.name("v"), at=1, receipt=receipt),
        device.write("person", hub.name("nobody"), new=False, name="x"),
        device.write("person", ada, new=False, loyal=True),
    )
    assert [v.code for v in reply.verdicts] == [
        None,
        Code.UNKNOWN_COLLECTION,
        Code.NOT_WRITABLE,
        Code.INVALID_RECORD,
        None,
        Code.INVALID_RECORD,
        Code.MISSING_RECORD,
        None,
    ]
    assert reply.last_dseq == 8
    first, last = reply.verdicts[0].seq, reply.verdicts[-1].seq
    assert 0 < first < last
    assert rows(hub.store, person)[ada]["loyal"] is True
    assert records(device.api)[ada].seq == last


@pytest.mark.parametrize(
    "fields",
    [{"name": "nul\0"}, {"name": "x", "loyal": 1}, {"email": None}, {"name": 2**80}, {"rank": 1, "name": []}],
)
def test_what_a_column_does_not_carry_is_refused_and_the_rest_goes_on(hub, fields):
    device, beside = hub.device(), hub.name("v")
    reply = device.push(
        device.write("person", hub.name("p"), **fields), device.write("visit", beside, at=2**63 - 1)
    )
    assert [v.status for v in reply.verdicts] == [Status.REJECTED, Status.APPLIED]
    assert rows(hub.store, visit)[beside]["at"] == 2**63 - 1
    assert records(device.api)[beside].fields["at"] == 2**63 - 1


@pytest.mark.parametrize(
    ("collection", "record_id"), [("visit", "nul\0"), ("visit", "x" * 201), ("no\0where", "x")]
)
def test_an_id_that_is_none_is_refused_and_the_rest_goes_on(hub, collection, record_id):
    device, beside = hub.device(), hub.name("v")
    reply = device.push(device.write(collection, record_id, at=1), device.write("visit", beside, at=1))
    assert [v.status for v in reply.verdicts] == [Status.REJECTED, Status.APPLIED]
    again = device.api.push(Push(epoch=reply.epoch, records=[]))
    assert again.last_dseq == 2


@pytest.mark.parametrize(
    "name", ["Caffè", "Zo\u00eb", "Zoe\u0308", "👜 🧥", "'; drop table person; --", "%s %(x)s", "\\"]
)
def test_a_name_arrives_as_it_was_written(hub, name):
    device, who = hub.device(), hub.name("p")
    device.push(device.write("person", who, name=name, tags=[name, {"nul": "\0", "deep": [None, 1.5]}]))
    arrived = records(hub.device().api)[who].fields
    assert arrived == {"name": name, "tags": [name, {"nul": "\0", "deep": [None, 1.5]}]}
    assert rows(hub.store, person)[who]["tags"] == arrived["tags"]


def test_the_same_push_again_is_answered_alike_and_changes_nothing(hub):
    device = hub.device()
    writes = [
        device.write("visit", hub.name("v"), at=1),
        device.write("visit", hub.name("v"), at="noon"),
        device.write("person", hub.name("p"), name="Ada"),
    ]
    first = device.push(*writes)
    before = records(device.api)
    second = device.push(*writes)
    assert [v.status for v in first.verdicts] == [Status.APPLIED, Status.REJECTED, Status.APPLIED]
    assert [v.status for v in second.verdicts] == [Status.DUPLICATE, Status.REJECTED, Status.DUPLICATE]
    assert [v.seq for v in second.verdicts] == [v.seq for v in first.verdicts]
    assert records(device.api) == before


def test_a_push_with_a_gap_is_refused_whole(hub):
    device, lost = hub.device(), hub.name("v")
    device.push(device.write("visit", hub.name("v"), at=1))
    early, _skipped, late = (device.write("visit", i, at=1) for i in (lost, hub.name("v"), hub.name("v")))
    with pytest.raises(HubRefused) as refusal:
        device.push(early, late)
    assert refusal.value.code is Code.SEQUENCE_GAP
    assert lost not in records(device.api)
    assert device.api.hello().last_dseq == 1


def test_pages_follow_each_other_in_order_and_reach_the_end(hub):
    start = hub.store.head
    names = [hub.name("p") for _ in range(7)]
    with hub.store.write() as writer:
        writer.insert_many("product", [{"id": name} for name in names[:5]])
    for name in names[5:]:
        with hub.store.write() as writer:
            writer.insert("product", {"id": name})
    api = hub.device().api
    pages = list(pulled(api, start, 3))
    seqs = [record.seq for page in pages for record in page.records]
    assert [record.id for page in pages for record in page.records] == names
    assert seqs == sorted(seqs)
    assert [len(page.records) for page in pages] == [3, 3, 1]
    assert all(record.seq <= page.upto for page in pages for record in page.records)
    assert api.pull(hub.store.epoch, pages[-1].next, 3).records == []


def test_a_record_that_changes_stands_once_at_its_newest_position(hub):
    start, name = hub.store.head, hub.name("p")
    with hub.store.write() as writer:
        writer.insert("product", {"id": name, "title": "Bag"})
        writer.insert("product", {"id": hub.name("p")})
    first = records(hub.device().api, start)[name].seq
    with hub.store.write() as writer:
        writer.update("product", name, {"title": "Big bag"})
    last = list(pulled(hub.device().api, start))[-1].records[-1]
    assert (last.id, last.fields) == (name, {"title": "Big bag"})
    assert last.seq > first


def test_another_epoch_is_refused_and_none_starts_from_zero(hub):
    device = hub.device()
    with hub.store.write() as writer:
        writer.insert("product", {"id": hub.name("p")})
    for call in (
        lambda: device.api.pull("another", 0, 10),
        lambda: device.api.push(Push(epoch="another", records=[])),
        lambda: device.api.buckets("another", "visit"),
        lambda: device.api.compare(Comparison(epoch="another", collection="visit", upto=0, held={})),
    ):
        with pytest.raises(EpochChanged) as refusal:
            call()
        assert refusal.value.epoch == hub.store.epoch
    assert device.api.pull("", hub.store.head, 1).records


def test_the_digest_counts_what_the_pages_hold(hub):
    device = hub.device()
    device.push(device.write("visit", hub.name("v"), at=1), device.write("person", hub.name("p"), name="x"))
    with hub.store.write() as writer:
        gone = writer.insert("product", {"id": hub.name("p")})
    with hub.store.write() as writer:
        writer.remove("product", gone)
    last = list(pulled(device.api))[-1]
    held: dict[str, list[int]] = {}
    for page in pulled(device.api):
        for record, value in zip(page.records, page.hashes, strict=True):
            if not record.deleted:
                held.setdefault(record.collection, []).append(value)
    assert last.digest is not None
    told = {name: tally for name, tally in last.digest.items() if tally != Tally()}
    assert told == {name: changed(Tally(), entered=hashes) for name, hashes in held.items()}


def test_what_a_device_holds_wrongly_is_found_by_comparing(hub):
    device, mine, lost = hub.device(), hub.name("v"), hub.name("v")
    device.push(device.write("visit", mine, at=1), device.write("visit", lost, at=2))
    epoch, upto = device.api.hello().epoch, list(pulled(device.api))[-1].next
    assert len(device.api.buckets(epoch, "visit").tallies) == 256
    assert device.api.buckets(epoch, "nowhere").tallies == [Tally()] * 256
    bodies = {r.id: hash_of(msgspec.json.encode(r)) for r in records(device.api).values()}
    held = {bucket: {mine: bodies[mine], "unheard": 7} for bucket in range(256)}
    compared = device.api.compare(Comparison(epoch=epoch, collection="visit", upto=upto, held=held))
    assert lost in {record.id for record in compared.records}
    assert mine not in {record.id for record in compared.records}
    assert compared.unknown == ["unheard"]


def test_files_are_found_by_their_digest(hub):
    body = hub.name("drawing").encode()
    assert hub.store.add_blob(body) == hub.store.add_blob(body) == digest(body)
    api = hub.device().api
    assert api.blob(digest(body)) == body
    with pytest.raises(HubRefused) as refusal:
        api.blob("0" * 64)
    assert refusal.value.code is Code.NOT_FOUND


def test_a_new_epoch_voids_every_cursor(hub):
    device = hub.device()
    device.push(device.write("visit", hub.name("v"), at=1))
    before = device.api.hello()
    renewed = hub.store.renew_epoch()
    assert renewed != before.epoch
    with pytest.raises(EpochChanged):
        device.api.pull(before.epoch, before.head, 10)
    after = device.api.hello()
    assert (after.epoch, after.last_dseq) == (renewed, 1)
