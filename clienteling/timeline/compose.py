"""From a group of lines to one entry in the reader's words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from clienteling.appointments import words as appointment_words
from clienteling.appointments.queries import appointment_from
from clienteling.baskets.rules import bought_after
from clienteling.cards import words as card_words
from clienteling.catalog.products import Named
from clienteling.consents import words as consent_words
from clienteling.customers.aliases import Her
from clienteling.interactions import words as interaction_words
from clienteling.interactions.values import InteractionKind, items_of
from clienteling.outreach import words as outreach_words
from clienteling.outreach.values import Way
from clienteling.promises import words as promise_words
from clienteling.promises.queries import view
from clienteling.promises.values import PromiseState
from clienteling.reservations import words as reservation_words
from clienteling.reservations.queries import view as reservation_view
from clienteling.reservations.values import Answer
from clienteling.selections import words as selection_words
from clienteling.selections.values import SharedAs, chosen_of
from clienteling.tasks import queries as tasks
from clienteling.tasks import words as task_words
from clienteling.timeline import words
from clienteling.timeline.lines import Line
from clienteling.timeline.threads import is_message
from clienteling.timeline.values import Entry, EntryKind, EventKind, detail_of
from clienteling.vocabulary import Correction, known
from clienteling.wording import Wording

SEPARATOR = " · "
_FACTS = frozenset(
    {
        EntryKind.INTERACTION,
        EntryKind.NOTE,
        EntryKind.CONSENT,
        EntryKind.OUTREACH,
        EntryKind.CARD,
        EntryKind.SELECTION,
    }
)
"""What is corrected by another record of the same kind."""
_OF_AN_EMAIL = (EventKind.EMAIL_SENT, EventKind.EMAIL_OPENED, EventKind.EMAIL_CLICKED)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads about whom, in which language."""

    her: Her
    associate_id: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class Context:
    products: Named
    bought: Mapping[str, Sequence[int]]
    """Product → when it was bought."""
    reader: Reader

    @property
    def wording(self) -> Wording:
        return self.reader.wording


def entry(group: Sequence[Line], context: Context) -> Entry:
    newest = group[0]
    if any(map(is_message, group)):
        return _chat(group, context)
    if newest.kind is EntryKind.EVENT:
        return _event(group, context)
    return _OF_ONE[newest.kind](newest, context)


def mentioned(groups: Sequence[Sequence[Line]]) -> tuple[set[str | None], set[str | None]]:
    """The product ids and the variant ids that these lines name."""
    products: set[str | None] = set()
    variants: set[str | None] = set()
    for line in (line for group in groups for line in group):
        for product_id, variant_id in _things(line):
            products.add(product_id)
            variants.add(variant_id)
    return products, variants


def is_event(line: Line, *kinds: EventKind) -> bool:
    return line.kind is EntryKind.EVENT and line.row.kind in kinds


def _things(line: Line) -> list[tuple[str | None, str | None]]:
    match line.kind:
        case EntryKind.EVENT:
            detail = detail_of(line.row.detail)
            one = [(detail.product_id, detail.variant_id), (detail.asked_product_id, None)]
            return one + [(item.product_id, item.variant_id) for item in detail.items]
        case EntryKind.INTERACTION:
            return [(item.product_id, item.variant_id) for item in items_of(line.row.items)]
        case EntryKind.SELECTION:
            return [(item.product_id, item.variant_id) for item in chosen_of(line.row.items)]
        case EntryKind.PROMISE | EntryKind.RESERVATION | EntryKind.TASK:
            return [(line.row.product_id, line.row.variant_id)]
        case EntryKind.NOTE | EntryKind.CONSENT | EntryKind.APPOINTMENT | EntryKind.OUTREACH | EntryKind.CARD:
            return []


def _chat(group: Sequence[Line], context: Context) -> Entry:
    """A conversation is one entry; what was promised in it stands in its second line."""
    wording, channel = context.wording, group[0].channel
    heard = [line for line in group if is_event(line, EventKind.MESSAGE_IN)]
    said = [line for line in group if is_event(line, EventKind.MESSAGE_OUT)]
    promised = [line for line in group if line.kind is EntryKind.PROMISE]
    title = words.chat_title(
        [detail_of(line.row.detail) for line in heard], channel, context.products, wording
    )
    if not heard:
        title = words.reply_title(channel, wording)
    if promised:
        subtitle = _promised(promised[0], context)
    else:
        told = ((line.row.text, detail_of(line.row.detail)) for line in heard or said)
        subtitle = _joined(words.chatted(told, wording), _last_word(group[0], wording))
    return _made(group[0], context, title, subtitle)


def _last_word(newest: Line, wording: Wording) -> str:
    """What became of the shop's answer, where it is the last that was said."""
    if not is_event(newest, EventKind.MESSAGE_OUT):
        return ""
    return words.reached(detail_of(newest.row.detail), wording)


def _promised(line: Line, context: Context) -> str:
    wording = context.wording
    today = wording.day_of(line.row.at)
    promise = view(line.row, context.products, today)
    closed = "" if promise.state is PromiseState.OPEN else promise_words.state(promise.state, wording)
    return _joined(promise_words.made(promise, today, wording), closed, promise.made_by_name)


def _event(group: Sequence[Line], context: Context) -> Entry:
    line, wording = max(group, key=_weight), context.wording
    detail = detail_of(line.row.detail)
    key = detail.product_id or detail.product_name
    title = words.title(
        line.row,
        context.products,
        wording,
        times=len(group),
        not_bought=not bought_after(line.row.at, context.bought.get(key, ())),
    )
    product = context.products.get(detail.product_id, detail.variant_id)
    name = product.name if product and product.name not in title else ""
    subtitle = _joined(name, words.subtitle(line.row, line.channel, wording))
    return _made(group[0], context, title, subtitle, picture=product.picture if product else "")


def _weight(line: Line) -> int:
    """Of an e-mail that was got, opened and followed, the last of it says the rest."""
    return _OF_AN_EMAIL.index(line.row.kind) if line.row.kind in _OF_AN_EMAIL else -1


def _interaction(line: Line, context: Context) -> Entry:
    wording, row = context.wording, line.row
    kind, items = known(InteractionKind, row.kind, InteractionKind.VISIT), items_of(row.items)
    title = interaction_words.title(kind, items, context.products, wording)
    left = ""
    if kind is not InteractionKind.NOT_BOUGHT:
        left = interaction_words.left_behind(items, context.products, wording)
    product = next(
        (p for item in items if (p := context.products.get(item.product_id, item.variant_id))), None
    )
    subtitle = _joined(row.summary, left, row.store_name, row.associate_name)
    return _made(line, context, title, subtitle, picture=product.picture if product else "")


def _note(line: Line, context: Context) -> Entry:
    who = _joined(line.row.store_name, line.row.associate_name)
    return _made(line, context, line.row.body, _joined(context.wording.say("Note"), who))


def _promise(line: Line, context: Context) -> Entry:
    wording = context.wording
    today = wording.day_of(line.row.at)
    promise = view(line.row, context.products, today)
    state = promise_words.state(promise.state, wording)
    who = promise.made_by_name
    return _made(line, context, promise_words.made(promise, today, wording), _joined(state, who))


def _reservation(line: Line, context: Context) -> Entry:
    wording = context.wording
    asked = reservation_view(line.row, context.products)
    title = reservation_words.asked(asked, wording.day_of(line.row.at), wording)
    return _made(
        line, context, title, _joined(reservation_words.answer(asked, wording), asked.associate_name)
    )


def _task(line: Line, context: Context) -> Entry:
    wording = context.wording
    today = wording.day_of(line.row.at)
    task = tasks.view(line.row, context.products, today)
    who = _joined(line.row.store_name, task.closed_by_name)
    return _made(line, context, task_words.closed(task, wording), who)


def _appointment(line: Line, context: Context) -> Entry:
    wording = context.wording
    appointment = appointment_from(line.row, line.row.begins_at)
    state = appointment_words.state(appointment.state, wording)
    who = _joined(appointment.title, state, appointment.store_name, appointment.associate_name)
    return _made(line, context, appointment_words.booked(appointment, wording), who)


def _consent(line: Line, context: Context) -> Entry:
    row, wording = line.row, context.wording
    title = consent_words.title(row.purpose, granted=row.granted, before=bool(row.follows), wording=wording)
    return _made(line, context, title, _joined(row.store_name, row.associate_name))


def _selection(line: Line, context: Context) -> Entry:
    row, wording = line.row, context.wording
    items = chosen_of(row.items)
    chosen = [p for item in items if (p := context.products.get(item.product_id, item.variant_id))]
    shared = selection_words.shared(known(SharedAs, row.shared_as, SharedAs.CODE), wording)
    subtitle = _joined(shared, row.words, row.store_name, row.associate_name)
    picture = chosen[0].picture if chosen else ""
    return _made(line, context, selection_words.title(chosen, wording), subtitle, picture=picture)


def _outreach(line: Line, context: Context) -> Entry:
    row, wording = line.row, context.wording
    about = outreach_words.template_name(row.template_words, wording) or row.subject
    title = outreach_words.title(known(Way, row.way, Way.EMAIL), about, wording)
    who = _joined(row.store_name, row.associate_name)
    return _made(line, context, title, _joined(words.quoted([row.body], wording), who))


def _card(line: Line, context: Context) -> Entry:
    row = line.row
    who = _joined(card_words.printed_as(row.symbology), row.store_name, row.associate_name)
    return _made(line, context, card_words.linked(row.number, context.wording), who)


def _made(line: Line, context: Context, title: str, subtitle: str, *, picture: str = "") -> Entry:
    by_us = line.kind is not EntryKind.EVENT
    recorded = line.kind in _FACTS
    return Entry(
        id=line.row.id,
        kind=line.kind,
        channel=line.channel,
        at=line.row.at,
        title=title,
        subtitle=subtitle,
        picture=picture,
        collection=line.kind.value,
        undone=line.row.became == Correction.UNDONE if recorded else _taken_back(line),
        changed=recorded and line.row.correction == Correction.CHANGED,
        mine=by_us and _whose(line) == context.reader.associate_id,
    )


def _taken_back(line: Line) -> bool:
    return line.kind is EntryKind.RESERVATION and line.row.answer == Answer.CANCELLED


def _whose(line: Line) -> str | None:
    match line.kind:
        case EntryKind.TASK:
            return line.row.closed_by
        case EntryKind.APPOINTMENT:
            return line.row.made_by
        case _:
            return line.row.associate_id


def _joined(*parts: str | None) -> str:
    return SEPARATOR.join(part for part in parts if part)


_OF_ONE: Mapping[EntryKind, Callable[[Line, Context], Entry]] = {
    EntryKind.INTERACTION: _interaction,
    EntryKind.NOTE: _note,
    EntryKind.PROMISE: _promise,
    EntryKind.RESERVATION: _reservation,
    EntryKind.TASK: _task,
    EntryKind.APPOINTMENT: _appointment,
    EntryKind.CONSENT: _consent,
    EntryKind.OUTREACH: _outreach,
    EntryKind.SELECTION: _selection,
    EntryKind.CARD: _card,
}
"""Of the entries that are one record each."""
