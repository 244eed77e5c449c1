"""From what was read and what the associate chose to everything the leaf shows. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clienteling.outreach.guard import Objection, Verdict, judge
from clienteling.outreach.values import (
    MARKETING,
    NO_MATTER,
    OF_HERS,
    About,
    Letter,
    Matter,
    Slot,
    Template,
    Topic,
    Way,
)

if TYPE_CHECKING:
    from clienteling.tablet.outreach.reading import Reading
    from clienteling.wording import Wording

_WAYS_ON = {
    Objection.NO_ADDRESS: "data",
    Objection.NEVER_ASKED: "consent",
    Objection.REFUSED: "consent",
    Objection.EXPIRED: "consent",
}


@dataclass(frozen=True)
class Choice:
    template_id: str = ""
    way: Way | None = None
    matter: str = ""
    subject: str | None = None
    """As the associate changed it; None while it is the template's."""
    body: str | None = None

    def choosing(self, **other: object) -> "Choice":
        """Another template, way or matter: the text is the template's again."""
        return replace(self, subject=None, body=None, **other)  # type: ignore[arg-type]


@dataclass(frozen=True)
class TemplateRow:
    key: str
    name: str
    service: bool
    current: bool


@dataclass(frozen=True)
class WayRow:
    key: str
    current: bool


@dataclass(frozen=True)
class MatterRow:
    key: str
    words: str
    current: bool


@dataclass(frozen=True)
class ObjectionRow:
    key: str
    words: str
    stops: bool
    way_on: str
    """Where it is put right: "consent", "data", or nowhere."""


@dataclass(frozen=True)
class Face:
    letter: Letter | None = None
    name: str = ""
    templates: tuple[TemplateRow, ...] = ()
    ways: tuple[WayRow, ...] = ()
    matters: tuple[MatterRow, ...] = ()
    objections: tuple[ObjectionRow, ...] = ()
    nothing_open: bool = False
    """No promise or purchase of hers: nothing to write about but news."""

    @property
    def may(self) -> bool:
        return self.letter is not None and not any(objection.stops for objection in self.objections)

    @property
    def warned(self) -> bool:
        return self.may and bool(self.objections)


def derive(reading: "Reading", choice: Choice, now: int, wording: "Wording") -> Face:
    """`wording` is the reader's; she is written to in hers."""
    offered = [template for template in reading.templates if _fits(template, reading)]
    template = next((t for t in offered if t.id == choice.template_id), None) or _first(offered)
    if template is None:
        return Face(name=reading.customer.full_name)
    language = template.in_language(reading.customer.language)[0]
    fitting = matters_for(template, reading.matters[language])
    matter = next((m for m in fitting if key_of(m) == choice.matter), fitting[0] if fitting else NO_MATTER)
    way = choice.way if choice.way in template.ways else _first_way(template, reading)
    hers = in_her_language(wording, language)
    letter, unfilled = _written(reading, template, way, matter, choice=choice, hers=hers)
    found = judge(
        letter, consents=reading.consents, past=reading.past, limit=reading.limit, now=now, unfilled=unfilled
    )
    return Face(
        letter=letter,
        name=reading.customer.full_name,
        templates=tuple(_template_row(t, template, wording) for t in offered),
        ways=tuple(WayRow(each.value, each is way) for each in template.ways),
        matters=_matter_rows(fitting, matter),
        objections=tuple(_objection(verdict, way, now, wording) for verdict in found),
        nothing_open=not any(m.about in OF_HERS for m in reading.matters[language]),
    )


def key_of(matter: Matter) -> str:
    return f"{matter.about.value}/{matter.record_id}"


def matters_for(template: Template, matters: Sequence[Matter]) -> list[Matter]:
    if template.about is not About.NOTHING:
        return [matter for matter in matters if matter.about is template.about]
    if template.topic is Topic.SERVICE:
        return [matter for matter in matters if matter.about in OF_HERS]
    return []


def in_her_language(wording: "Wording", language: str) -> "Wording":
    from clienteling.wording import Wording

    return Wording(language, wording.time_zone)


def _fits(template: Template, reading: "Reading") -> bool:
    """A service message needs something of hers; news can always be written."""
    language = template.in_language(reading.customer.language)[0]
    return template.topic is Topic.MARKETING or bool(matters_for(template, reading.matters[language]))


def _first(offered: Sequence[Template]) -> Template | None:
    """About something of hers before news."""
    return next((t for t in offered if t.topic is Topic.SERVICE), next(iter(offered), None))


def _first_way(template: Template, reading: "Reading") -> Way:
    """One by which she can be reached and, for news, wants to be."""
    wanted = {state.purpose for state in reading.consents if state.granted}
    known = [way for way in template.ways if reading.to(way)]
    if template.topic is Topic.MARKETING:
        known = [way for way in known if MARKETING[way] in wanted] or known
    return next(iter(known), template.ways[0])


def _written(
    reading: "Reading", template: Template, way: Way, matter: Matter, *, choice: Choice, hers: "Wording"
) -> tuple[Letter, bool]:
    """The letter, and whether something in it still has to be filled in."""
    from clienteling.outreach.filling import fill, holes

    filled = fill(template.words[hers.language], _values(reading, matter, hers), hers)
    subject = filled.subject if choice.subject is None else choice.subject
    body = filled.body if choice.body is None else choice.body
    letter = Letter(
        customer_id=reading.customer.id,
        way=way,
        topic=template.topic,
        template_id=template.id,
        language=hers.language,
        to=reading.to(way),
        subject=subject if way is Way.EMAIL else "",
        body=body,
        matter=matter,
    )
    return letter, any(holes(f"{letter.subject}\n{body}", hers))


def _values(reading: "Reading", matter: Matter, hers: "Wording") -> dict[Slot, str]:
    store = reading.store
    return {
        Slot.NAME: reading.customer.given_name,
        Slot.ASSOCIATE: reading.associate,
        Slot.STORE: store.name if store else "",
        Slot.STORE_PHONE: hers.phone(store.phone) if store and store.phone else "",
        Slot.STORE_ADDRESS: store.address if store else "",
        Slot.ITEM: matter.item,
        Slot.DAY: matter.day,
        Slot.LIST: matter.list,
    }


def _template_row(template: Template, chosen: Template, wording: "Wording") -> TemplateRow:
    name = template.in_language(wording.language)[1].name
    return TemplateRow(template.id, name, template.topic is Topic.SERVICE, template is chosen)


def _matter_rows(fitting: Sequence[Matter], chosen: Matter) -> tuple[MatterRow, ...]:
    """Asked only where there are several."""
    if len(fitting) < 2:  # noqa: PLR2004
        return ()
    return tuple(MatterRow(key_of(each), each.item, each is chosen) for each in fitting)


def _objection(verdict: Verdict, way: Way, now: int, wording: "Wording") -> ObjectionRow:
    from clienteling.outreach.words import against

    kind = verdict.objection
    return ObjectionRow(
        kind.value, against(verdict, way, now, wording), verdict.stops, _WAYS_ON.get(kind, "")
    )
