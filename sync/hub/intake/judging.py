"""What a pushed write means, and whether it can be taken: rules on values."""

from sync import columns
from sync.clock import is_stamp
from sync.collection import CANCELLED, Collection, Rule
from sync.errors import Code
from sync.merge import REMOVAL, State, written
from sync.wire import FeedRecord, PushedRecord, Status, Verdict


def incoming(collection: Collection, record: PushedRecord, stamp: str) -> State:
    """The write as a state to merge."""
    seen = record.seen
    if seen:
        names = (collection.watched & record.fields.keys()) | {REMOVAL}
        seen = {name: known for name, known in seen.items() if name in names}
    return written(collection.rule, record.fields, stamp, seen, new=record.new)


def missing(
    collection: Collection, record: PushedRecord, existing: FeedRecord | None, *, making: bool
) -> bool:
    """An element that is not in its set may be changed and removed: whoever adds it again hears of that."""
    if collection.rule is Rule.SET:
        return existing is None and not making and REMOVAL not in record.seen
    if collection.rule is Rule.FACT:
        return False
    return existing.deleted if existing is not None else not making


def is_repeated(collection: Collection, record: PushedRecord, state: State) -> bool:
    """The record is there already; another content under its id is a fault that moves it up, to be heard."""
    match collection.rule:
        case Rule.FACT:
            return state.fields == record.fields
        case Rule.REQUEST:
            return record.new
        case _:
            return False


def refusal(collection: Collection, record: PushedRecord, *, whole: bool) -> str | None:
    """Why it cannot be taken, None when it can. A `whole` record has all that it must have."""
    if not columns.usable_id(record.id):
        return "not an id"
    if not _usable_stamps(record):
        return "not a clock stamp"
    if collection.rule is Rule.REQUEST and not _asks(collection, record):
        return "only the hub answers"
    return columns.refusal(collection, record.fields, whole=whole and REMOVAL not in record.seen)


def _asks(collection: Collection, record: PushedRecord) -> bool:
    """A new request without an answer, or one taken back."""
    if record.new:
        return not collection.reserved & record.fields.keys()
    return record.fields == {collection.answer: CANCELLED}


def _usable_stamps(record: PushedRecord) -> bool:
    seen = [stamp for known in record.seen.values() for stamp in known.values()]
    return all(is_stamp(stamp) for stamp in (record.stamp, *seen))


def rejected(dseq: int, code: Code, message: str) -> Verdict:
    return Verdict(dseq=dseq, status=Status.REJECTED, code=code, message=message.replace("\0", ""))
