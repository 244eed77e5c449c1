"""Writes as a device pushes them, by hand."""

import msgspec

from sync.clock import Stamp
from sync.wire import Page, Push, PushedRecord
from tests.sync.shop import NOON

STAMP = str(Stamp(NOON, 0, "aa"))


def write(
    dseq, collection="visit", record_id=None, *, stamp=STAMP, new=True, seen=None, **fields
) -> PushedRecord:
    name = record_id or f"{collection}{dseq}"
    return PushedRecord(
        dseq=dseq, collection=collection, id=name, fields=fields, stamp=stamp, new=new, seen=seen or {}
    )


def push(shop, *records, device="a"):
    return shop.store.apply(device, Push(epoch=shop.store.epoch, records=list(records)))


def page(shop, after=0, limit=5000) -> Page:
    return msgspec.json.decode(shop.store.page(shop.store.epoch, after, limit), type=Page)
