"""A record as it travels, and as the merge rules see it."""

from sync.merge import State, Version
from sync.wire import FeedRecord, Rival, ToldRecord


def state_of(record: FeedRecord | ToldRecord) -> State:
    rivals = {n: tuple(Version(r.value, r.stamp) for r in rs) for n, rs in record.rivals.items()}
    return State(record.fields, record.stamps, record.seen, rivals, frozenset(record.dots))


def record_of(collection: str, record_id: str, state: State, *, seq: int, deleted: bool) -> FeedRecord:
    return FeedRecord(
        seq=seq,
        collection=collection,
        id=record_id,
        fields=dict(state.fields),
        stamps=dict(state.stamps),
        seen={name: dict(context) for name, context in state.seen.items()},
        rivals=rivals_of(state),
        dots=sorted(state.dots),
        deleted=deleted,
    )


def rivals_of(state: State) -> dict[str, list[Rival]]:
    return {
        name: [Rival(value=v.value, stamp=v.stamp) for v in versions]
        for name, versions in state.rivals.items()
    }
