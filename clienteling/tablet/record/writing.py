"""Each thing an associate can write, as one transaction with its receipt and its way back."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from clienteling.consents.values import How, Purpose
from clienteling.customers.values import PreferenceKind
from clienteling.insight.rules import SuggestionKind
from clienteling.notes.values import Visibility
from clienteling.privacy.values import PrivacyWish
from clienteling.promises.values import PromiseKind
from clienteling.tablet.record.saved_view_model import UNDONE, Receipt
from clienteling.timeline.values import EntryKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from clienteling.interactions.values import Draft
    from clienteling.outreach.values import Letter
    from clienteling.selections.values import SharedAs
    from clienteling.staff.values import Author
    from clienteling.tablet.record.entry import EntryReading
    from clienteling.tablet.record.picks import Pick, Picks
    from sync.writer import Writer


def interaction_recorded(
    writer: "Writer", *, draft: "Draft", corrects: str = "", author: "Author"
) -> Receipt:
    """A new record, or one that takes the place of the one it corrects."""
    from clienteling.interactions import use_cases

    record_id = (
        use_cases.correct(writer, corrects, draft, author=author)
        if corrects
        else use_cases.record(writer, draft, author=author)
    )
    return Receipt(
        kind=draft.kind.value,
        collection="interaction",
        record_id=record_id,
        undo=partial(use_cases.undo, interaction_id=record_id, author=author),
        open_to_details=not corrects,
    )


def note_written(
    writer: "Writer", *, customer_id: str, body: str, visibility: Visibility, author: "Author"
) -> Receipt:
    from clienteling.notes import unfinished, use_cases
    from clienteling.notes.unfinished import Leaf, Place

    record_id = use_cases.write(
        writer, customer_id=customer_id, body=body, visibility=visibility, author=author
    )
    unfinished.drop(writer.connection, Place(Leaf.NOTE, customer_id, author.associate_id))
    return Receipt(
        kind="note",
        collection="note",
        record_id=record_id,
        undo=partial(use_cases.undo, note_id=record_id, author=author),
    )


def promise_made(
    writer: "Writer",
    *,
    customer_id: str,
    kind: PromiseKind,
    what: str,
    due_on: date | None,
    pick: "Pick | None",
    author: "Author",
) -> Receipt:
    from clienteling.notes import unfinished
    from clienteling.notes.unfinished import Leaf, Place
    from clienteling.promises import use_cases

    record_id = use_cases.make(
        writer,
        customer_id=customer_id,
        kind=kind,
        due_on=due_on,
        what=what,
        product_id=pick.product_id if pick else None,
        variant_id=(pick.variant_id or None) if pick else None,
        author=author,
    )
    unfinished.drop(writer.connection, Place(Leaf.PROMISE, customer_id, author.associate_id))
    return Receipt(
        kind="promise",
        collection="promise",
        record_id=record_id,
        undo=partial(use_cases.cancel, promise_id=record_id, author=author),
    )


def promise_kept(writer: "Writer", *, promise_id: str, author: "Author") -> Receipt:
    from clienteling.promises import use_cases

    use_cases.keep(writer, promise_id, author=author)
    return Receipt(
        kind="kept",
        collection="promise",
        record_id=promise_id,
        undo=partial(use_cases.reopen, promise_id=promise_id, author=author),
    )


def preference_told(
    writer: "Writer", *, customer_id: str, kind: PreferenceKind, value: str, author: "Author"
) -> Receipt:
    from clienteling.customers import use_cases

    record_id = use_cases.tell(writer, customer_id=customer_id, kind=kind, value=value, author=author)
    return Receipt(
        kind="preference",
        collection="preference",
        record_id=record_id,
        undo=partial(use_cases.take_back, preference_id=record_id),
    )


def preferences_told(
    writer: "Writer", *, customer_id: str, kind: PreferenceKind, values: "Sequence[str]", author: "Author"
) -> Receipt:
    """Several values at once, which are taken back at once."""
    from clienteling.customers import use_cases

    ids = [
        use_cases.tell(writer, customer_id=customer_id, kind=kind, value=value, author=author)
        for value in values
    ]

    def take_back(writer: "Writer") -> None:
        for preference_id in ids:
            use_cases.take_back(writer, preference_id=preference_id)

    return Receipt(kind="preference", collection="preference", record_id=ids[0], undo=take_back)


def suggestion_judged(
    writer: "Writer",
    *,
    customer_id: str,
    product_id: str,
    other_id: str,
    kind: SuggestionKind,
    useful: bool,
    author: "Author",
) -> Receipt:
    from clienteling.insight import use_cases

    record_id = use_cases.judge(
        writer,
        customer_id=customer_id,
        product_id=product_id,
        other_id=other_id,
        kind=kind,
        useful=useful,
        author=author,
    )
    return Receipt(
        kind="useful" if useful else "not_useful",
        collection="suggestion_feedback",
        record_id=record_id,
        undo=partial(use_cases.take_back, feedback_id=record_id, author=author),
    )


def preference_removed(writer: "Writer", *, preference_id: str) -> Receipt:
    from clienteling.customers import use_cases

    use_cases.take_back(writer, preference_id)
    return Receipt(kind="preference", collection="preference", record_id=preference_id)


def consent_recorded(
    writer: "Writer",
    *,
    customer_id: str,
    purpose: Purpose,
    granted: bool,
    text_id: str,
    how: How,
    author: "Author",
) -> Receipt:
    from clienteling.consents import use_cases

    record_id = use_cases.record(
        writer,
        customer_id=customer_id,
        purpose=purpose,
        granted=granted,
        text_id=text_id,
        how=how,
        author=author,
    )
    return Receipt(
        kind="granted" if granted else "withdrawn",
        collection="consent",
        record_id=record_id,
        undo=partial(use_cases.undo, consent_id=record_id, author=author),
    )


def customer_corrected(
    writer: "Writer", *, customer_id: str, typed: "Mapping[str, str]", author: "Author"
) -> Receipt:
    from clienteling.customers import use_cases

    before = use_cases.correct(writer, customer_id, typed, author)
    return Receipt(
        kind="corrected",
        collection="customer",
        record_id=customer_id,
        undo=partial(use_cases.put_back, customer_id=customer_id, before=before, author=author),
    )


def letter_sent(writer: "Writer", *, letter: "Letter", author: "Author") -> Receipt:
    from clienteling.outreach import use_cases

    record_id = use_cases.record(writer, letter, author=author)
    return Receipt(
        kind="letter",
        collection="outreach",
        record_id=record_id,
        undo=partial(use_cases.undo, outreach_id=record_id, author=author),
    )


def selection_shared(
    writer: "Writer", *, customer_id: str, picks: "Picks", words: str, shared_as: "SharedAs", author: "Author"
) -> Receipt:
    from clienteling.selections import use_cases
    from clienteling.selections.values import Chosen

    items = [Chosen(product_id=pick.product_id, variant_id=pick.variant_id or None) for pick in picks]
    record_id = use_cases.share(
        writer, customer_id=customer_id, items=items, words=words, shared_as=shared_as, author=author
    )
    return Receipt(
        kind="selection",
        collection="selection",
        record_id=record_id,
        undo=partial(use_cases.undo, selection_id=record_id, author=author),
    )


def booked(writer: "Writer", *, customer_id: str, author: "Author") -> Receipt:
    from clienteling.clientbook import use_cases

    record_id = use_cases.add(writer, customer_id, author=author)
    return Receipt(
        kind="booked",
        collection="book_entry",
        record_id=record_id,
        undo=partial(use_cases.remove, customer_id=customer_id, associate_id=author.associate_id),
    )


def unbooked(writer: "Writer", *, customer_id: str, author: "Author") -> Receipt:
    from clienteling.clientbook import use_cases

    use_cases.remove(writer, customer_id, associate_id=author.associate_id)
    return Receipt(
        kind="unbooked",
        collection="book_entry",
        record_id="",
        undo=partial(use_cases.add, customer_id=customer_id, author=author),
    )


def wish_asked(writer: "Writer", *, customer_id: str, wish: PrivacyWish, author: "Author") -> Receipt:
    from clienteling.privacy import use_cases

    record_id = use_cases.ask(writer, customer_id=customer_id, wish=wish, author=author)
    return Receipt(
        kind=f"asked_{wish.value}",
        collection="privacy_request",
        record_id=record_id,
        undo=partial(use_cases.take_back, request_id=record_id),
    )


def wish_taken_back(writer: "Writer", *, request_id: str) -> Receipt:
    from clienteling.privacy import use_cases

    use_cases.take_back(writer, request_id)
    return UNDONE


def promise_called_off(writer: "Writer", *, promise_id: str, author: "Author") -> Receipt:
    from clienteling.promises import use_cases

    use_cases.cancel(writer, promise_id, author=author)
    return Receipt(
        kind="called_off",
        collection="promise",
        record_id=promise_id,
        undo=partial(use_cases.reopen, promise_id=promise_id, author=author),
    )


def note_corrected(writer: "Writer", *, note_id: str, body: str, author: "Author") -> Receipt:
    from clienteling.notes import unfinished, use_cases
    from clienteling.notes.unfinished import Leaf, Place

    record_id = use_cases.correct(writer, note_id, body=body, author=author)
    unfinished.drop(writer.connection, Place(Leaf.NOTE, note_id, author.associate_id))
    return Receipt(kind="corrected", collection="note", record_id=record_id)


def attributed(
    writer: "Writer", *, entry: "EntryReading", customer_id: str, by: "Author", author: "Author"
) -> Receipt:
    """The same, as a colleague's; the line says who corrected it."""
    from clienteling.interactions import use_cases as interactions
    from clienteling.notes import use_cases as notes

    if entry.recorded is not None:
        draft = entry.recorded.draft(customer_id or None)
        record_id = interactions.correct(writer, entry.record_id, draft, author=author, by=by)
        return Receipt(kind="attributed", collection="interaction", record_id=record_id)
    record_id = notes.correct(writer, entry.record_id, body=entry.body, author=author, by=by)
    return Receipt(kind="attributed", collection="note", record_id=record_id)


def entry_undone(writer: "Writer", *, kind: EntryKind, record_id: str, author: "Author") -> Receipt:
    """Take back a line of the timeline."""
    from clienteling.cards import use_cases as cards
    from clienteling.interactions import use_cases as interactions
    from clienteling.notes import use_cases as notes
    from clienteling.outreach import use_cases as outreach
    from clienteling.selections import use_cases as selections

    match kind:
        case EntryKind.INTERACTION:
            interactions.undo(writer, record_id, author=author)
        case EntryKind.NOTE:
            notes.undo(writer, record_id, author=author)
        case EntryKind.OUTREACH:
            outreach.undo(writer, record_id, author=author)
        case EntryKind.SELECTION:
            selections.undo(writer, record_id, author=author)
        case EntryKind.CARD:
            cards.undo(writer, record_id, author=author)
        case _:
            raise ValueError(f"a line of kind {kind.value} is not undone")
    return UNDONE
