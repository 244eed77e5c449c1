"""Devices that push at the same time, on either database."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sync.wire import PushReply, Status
from tests.contract.meeting import Device, records
from tests.sync.shop import person, rows, visit


def together(devices: list[Device], of) -> list[PushReply]:
    """Each pushes what `of` makes for it, all at one moment."""
    ready = Barrier(len(devices))

    def run(device: Device) -> PushReply:
        writes = of(device)
        ready.wait()
        return device.push(*writes)

    with ThreadPoolExecutor(len(devices)) as pool:
        return list(pool.map(run, devices))


def statuses(replies: list[PushReply]) -> list[Status]:
    return [verdict.status for reply in replies for verdict in reply.verdicts]


def test_those_who_write_the_same_records_in_opposite_order_all_succeed(hub):
    names = [hub.name("p") for _ in range(20)]
    first = hub.device()
    first.push(*(first.write("person", name) for name in names))
    devices = [hub.device() for _ in range(4)]
    order = {id(device): names[:: (-1) ** n] for n, device in enumerate(devices)}
    for _ in range(3):
        replies = together(
            devices, lambda d: [d.write("person", n, new=False, email=f"{id(d)}@x.it") for n in order[id(d)]]
        )
        assert set(statuses(replies)) == {Status.APPLIED}
    held = records(first.api)
    stands = rows(hub.store, person)
    assert {name: held[name].fields["email"] for name in names} == {n: stands[n]["email"] for n in names}


def test_of_those_who_make_the_same_record_all_are_heard(hub):
    for _ in range(5):
        who, devices = hub.name("p"), [hub.device() for _ in range(4)]
        replies = together(
            devices,
            lambda d, who=who: [
                d.write("person", who, name=f"{id(d)}"),
                d.write("visit", f"{who}visit{id(d)}", at=1),
            ],
        )
        assert set(statuses(replies)) == {Status.APPLIED}
        assert rows(hub.store, person)[who]["name"] == records(devices[0].api)[who].fields["name"]


def test_of_those_who_use_the_same_receipt_one_is_taken(hub):
    for _ in range(5):
        receipt, devices = hub.name("r"), [hub.device() for _ in range(4)]
        replies = together(devices, lambda d, r=receipt: [d.write("visit", f"{r}{id(d)}", at=1, receipt=r)])
        assert sorted(statuses(replies)) == [Status.APPLIED, *[Status.REJECTED] * 3]
        taken = [row for row in rows(hub.store, visit).values() if row["receipt"] == receipt]
        assert len(taken) == 1


def test_a_push_that_arrives_twice_at_once_takes_effect_once(hub):
    device = hub.device()
    device.push(device.write("visit", hub.name("v"), at=1))
    writes = [device.write("visit", hub.name("v"), at=2), device.write("person", hub.name("p"))]
    replies = together([device, device.again()], lambda _: writes)
    assert sorted(statuses(replies)) == [Status.APPLIED] * 2 + [Status.DUPLICATE] * 2
    assert device.api.hello().last_dseq == 3


def test_the_first_push_of_a_device_twice_at_once_takes_effect_once(hub):
    for _ in range(3):
        device = hub.device()
        writes = [device.write("visit", hub.name("v"), at=2), device.write("person", hub.name("p"))]
        replies = together([device, device.again()], lambda _, writes=writes: writes)
        assert sorted(statuses(replies)) == [Status.APPLIED] * 2 + [Status.DUPLICATE] * 2
