"""Every screen of the app, and how a person gets to it. Whoever adds a screen adds its line here.

`reach` starts from the tablet as its `Where` says; it may wait with `visit.until`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from clienteling.kpi.values import Kpi
from clienteling.practice.names import ScenarioName
from clienteling.scan.symbology import Symbology
from clienteling.scan.values import CardUnknown, CodeStale, Senseless
from clienteling.tablet.closed.closed_view_model import Why
from clienteling.tablet.navigation import Navigation
from clienteling.tablet.opening.device import Trouble
from clienteling.tablet.root import Root
from clienteling.tablet.scan.camera import Camera
from clienteling.tablet.team.sections import Sections
from sync.device.states import Kind, Reason, State
from sync.errors import Code
from tests.screens import (
    calendar,
    counter,
    few_people,
    figures,
    full_day,
    incentives,
    known,
    newcomers,
    practice,
    shop_figures,
    todo,
)
from tests.screens.visit import Visit
from tests.tablet import giulia, tablets

DAY = 24 * 3_600_000


class Where(Enum):
    """What lies on the tablet before it is opened."""

    UNPAIRED = auto()
    PAIRED = auto()


@dataclass(frozen=True)
class Typed:
    """What stands there and is not saved yet."""

    words: str
    """Some of it."""
    table: str = "unfinished_words"
    """What keeps it meanwhile."""


@dataclass(frozen=True)
class Screen:
    name: str
    reach: Callable[[Visit], None]
    where: Where = Where.PAIRED
    typed: Typed | None = None


def pairing(visit: Visit) -> None:
    visit.until(lambda: visit.app.root.stage == Root.Stage.Pairing.value)


def pairing_refused(visit: Visit) -> None:
    pairing(visit)
    visit.app.pairing.submit("127.0.0.1:9 ABCD-EFGH-JKMN-PQRS-TVWX")
    visit.until(lambda: visit.app.pairing.why != "")


def arriving(visit: Visit) -> None:
    pairing(visit)
    visit.app.link.tell(State(Kind.FIRST_REPLICA, percent=42))
    visit.until(lambda: visit.app.link.state.kind is Kind.FIRST_REPLICA)
    visit.app.pairing.receive(tablets.PAIRING.hub_name)
    visit.app.pairing.follow(visit.app.link.state)


def everybody(visit: Visit) -> None:
    visit.app.session.lock()
    visit.until(lambda: visit.app.root.stage == Root.Stage.SignIn.value)


def pin(visit: Visit) -> None:
    everybody(visit)
    visit.until(lambda: not visit.app.root.shop.sign_in.nobody)
    visit.app.root.shop.sign_in.choose(tablets.SOFIA)


def wrong_pin(visit: Visit) -> None:
    everybody(visit)
    visit.until(lambda: not visit.app.root.shop.sign_in.nobody)
    tablets.sign_in(visit.app, tablets.MARTA, "0000")
    visit.until(lambda: visit.app.root.shop.sign_in.outcome != "signed_in")


def place(where: Navigation.Place) -> Callable[[Visit], None]:
    return lambda visit: visit.go(where)


def scan(visit: Visit) -> None:
    visit.go(Navigation.Place.Scan)
    shop = visit.app.root.shop
    visit.until(lambda: shop.home.visitors.count > 0)
    visit.until(
        lambda: shop.scanner.camera.state not in (Camera.State.Off.value, Camera.State.Starting.value)
    )


def standing(state: State) -> Callable[[Visit], None]:
    """The ledger says most of all where the tablet stands with its hub."""

    def reach(visit: Visit) -> None:
        visit.go(Navigation.Place.Ledger)
        visit.app.link.tell(state)
        visit.until(lambda: visit.app.link.state == state)

    return reach


def broken(visit: Visit) -> None:
    visit.app.opening.fail(Trouble.UNUSABLE)
    visit.app.root.enter(Root.Stage.Opening)


def shut(kind: Kind, reason: Reason = Reason.NONE) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        state = State(kind, reason=reason, completed_at=tablets.NOW - 31 * DAY)
        visit.app.link.tell(state)
        visit.until(lambda: visit.app.root.stage == Root.Stage.Closed.value)

    return reach


def wiped(visit: Visit) -> None:
    visit.app.closed.close(Why.WIPED)
    visit.app.root.enter(Root.Stage.Closed)


def day(who: str) -> Callable[[Visit], None]:
    """As this person sees the shop's day: a manager may mark it as read."""

    def reach(visit: Visit) -> None:
        everybody(visit)
        visit.until(lambda: not visit.app.root.shop.sign_in.nobody)
        tablets.sign_in(visit.app, who)
        visit.until(lambda: visit.app.session.open)
        visit.go(Navigation.Place.Day)
        visit.until(lambda: visit.app.root.shop.review.heading != "")

    return reach


def day_of_few(visit: Visit) -> None:
    """As it looks in a shop of too few people for a sum."""
    few_people.furnish(visit.app)
    visit.app.session.begin(few_people.MARTA)
    visit.go(Navigation.Place.Day)
    visit.until(lambda: visit.app.root.shop.review.too_few)


def any_day(visit: Visit) -> None:
    day(tablets.MARTA)(visit)
    counter.press(visit, "anyDay")


def day_of_several(visit: Visit) -> None:
    """As who answers for several shops reads it."""
    day(shop_figures.CHIARA)(visit)
    visit.until(lambda: visit.app.root.shop.review.shop.scope.count > 1)


def team(visit: Visit) -> None:
    """It is the manager's place."""
    day(tablets.MARTA)(visit)
    visit.go(Navigation.Place.Team)
    visit.until(lambda: visit.app.root.shop.team.staff.people.count > 0)


def team_of_several(visit: Visit) -> None:
    """As who answers for several shops sees it."""
    day(shop_figures.CHIARA)(visit)
    visit.go(Navigation.Place.Team)
    visit.until(lambda: visit.app.root.shop.team.shop.scope.count > 1)


def colleague(visit: Visit) -> None:
    """Sofia's leaf, after something was asked about her."""
    team(visit)
    staff = visit.app.root.shop.team.staff
    staff.open(tablets.SOFIA)
    staff.set_pin("2580")
    staff.open(tablets.PAOLO)
    staff.suspend()
    staff.add("Elena", "Rossi", "associate", "it", "2580")
    visit.until(lambda: staff.people.count > 3)
    counter.press(visit, f"person-{tablets.SOFIA}")


def new_colleague(visit: Visit) -> None:
    team(visit)
    counter.press(visit, "newColleague")


def colleague_begun_before(visit: Visit) -> None:
    """Somebody new who was being typed, put away and opened again."""
    team(visit)
    staff = visit.app.root.shop.team.staff
    staff.begin()
    staff.fresh.type("given_name", "Maria Vittoria")
    staff.fresh.type("family_name", "Montecuccoli Laderchi")
    staff.fresh.unfinished.end()
    new_colleague(visit)
    visit.until(lambda: staff.fresh.unfinished.resumed)


def handing_over(visit: Visit) -> None:
    team(visit)
    hands = visit.app.root.shop.team.hand_over
    visit.app.root.shop.team.sections.choose(Sections.Section.HandOver.value)
    visit.until(lambda: hands.people.count > 0)
    hands.choose(tablets.SOFIA)
    visit.until(lambda: hands.anything)


def handing_out(visit: Visit) -> None:
    """To whoever looks after each."""
    team(visit)
    visit.app.root.shop.team.sections.choose(Sections.Section.HandOut.value)
    visit.app.root.shop.team.hand_out.choose("book")
    visit.until(lambda: visit.app.root.shop.team.hand_out.candidates.count > 0)


def handing_out_sheet(visit: Visit) -> None:
    handing_out(visit)
    visit.app.root.shop.team.hand_out.name(tablets.SOFIA)
    visit.app.root.shop.team.hand_out.choose_all()
    counter.press(visit, "handOutTo")


def handed_out_before(visit: Visit) -> None:
    """What was about to be handed out, put away and opened again."""
    handing_out_sheet(visit)
    unfinished = visit.app.root.shop.team.hand_out.unfinished
    visit.until(lambda: unfinished.begun)
    unfinished.type("È arrivata la collezione d'autunno, invitarla a vederla prima di sabato")
    unfinished.end()
    visit.go(Navigation.Place.Scan)
    handing_out_sheet(visit)
    visit.until(lambda: unfinished.resumed)


def nobody_to_hand_out(visit: Visit) -> None:
    team(visit)
    visit.app.root.shop.team.sections.choose(Sections.Section.HandOut.value)
    visit.app.root.shop.team.hand_out.choose("lapsing")
    visit.until(lambda: not visit.app.root.shop.team.hand_out.loading)


def asked_of_the_team(visit: Visit) -> None:
    day(tablets.MARTA)(visit)
    counter.press(visit, "tellTeam")


def asked_before(visit: Visit) -> None:
    """What was about to be said to the team, put away and opened again."""
    asked_of_the_team(visit)
    tell = visit.app.root.shop.review.tell
    visit.until(lambda: tell.unfinished.begun)
    tell.choose(tablets.SOFIA)
    tell.say("Chiamare la signora Elena per la borsa, prima di mezzogiorno")
    tell.unfinished.end()
    asked_of_the_team(visit)
    visit.until(lambda: tell.unfinished.resumed)


def behind_the_day(visit: Visit) -> None:
    day(tablets.MARTA)(visit)
    counter.press(visit, "figure-interactions")
    visit.until(lambda: visit.app.root.shop.review.behind.count > 0)


def handed_on(visit: Visit) -> None:
    day(tablets.MARTA)(visit)
    visit.until(lambda: visit.app.root.shop.review.decision_count > 0)
    counter.press(visit, f"handOn-{visit.app.root.shop.review.decisions.rows[0].key}")


SCREENS = (
    Screen("pairing", pairing, Where.UNPAIRED),
    Screen("pairing-refused", pairing_refused, Where.UNPAIRED),
    Screen("arriving", arriving, Where.UNPAIRED),
    Screen("sign-in", everybody),
    Screen("sign-in-pin", pin),
    Screen("sign-in-wrong-pin", wrong_pin),
    Screen("scan", scan),
    Screen("scan-forged", counter.forged),
    Screen("scan-card-unknown", counter.scanned(CardUnknown("2900000009995", Symbology.CODE_128))),
    Screen("scan-senseless", counter.scanned(Senseless("%&$?^*{}"))),
    Screen("scan-whose-card", counter.whose),
    Screen("scan-several", counter.several),
    Screen("scan-old-code", counter.scanned(CodeStale("giulia", 1, 300))),
    Screen("scan-not-here", counter.not_here),
    Screen("scan-without-code", counter.without_code),
    Screen("book", counter.book_of("recent")),
    Screen("book-mine", counter.book_of("mine")),
    Screen("book-shop", counter.book_of("shop")),
    Screen("book-found", counter.searched("m")),
    Screen("book-nobody", counter.searched("xyzzy")),
    Screen("calendar", calendar.shown(week=False)),
    Screen("calendar-week", calendar.shown(week=True)),
    Screen("calendar-new", calendar.new),
    Screen("calendar-resumed", calendar.resumed, typed=Typed("tre abiti, taglia 44")),
    Screen("calendar-booked", calendar.booked),
    Screen("card-appointment", calendar.from_card),
    Screen("todo", todo.page),
    Screen("todo-done", todo.done),
    Screen("todo-nothing", todo.nothing),
    Screen("todo-new", todo.new),
    Screen("todo-task", todo.task),
    Screen("todo-task-resumed", todo.resumed, typed=Typed("come vanno le suole")),
    Screen("newcomer", newcomers.empty),
    Screen("newcomer-alike", newcomers.alike, typed=Typed("Ferraris", "newcomer_draft")),
    Screen("newcomer-code", newcomers.entered),
    Screen("newcomer-taken-back", newcomers.taken_back),
    Screen("newcomer-on-card", newcomers.taken_back_on_card),
    Screen("newcomer-no-code", newcomers.entered_without_code),
    Screen("turned-language", newcomers.turned("language")),
    Screen("turned-name", newcomers.turned("name")),
    Screen("turned-contact", newcomers.turned("contact"), typed=Typed("333 7654321", "newcomer_draft")),
    Screen("turned-consent", newcomers.turned("service")),
    Screen("turned-review", newcomers.turned("review")),
    Screen("turned-pin", newcomers.giving_back),
    *(Screen(f"known-{part}", known.part(part)) for part in known.PARTS),
    Screen("known-half-written", known.half_written, typed=Typed("333 765 4321")),
    Screen("known-half-said", known.half_said, typed=Typed("con il maglione")),
    Screen("known-forget", known.forgetting),
    Screen("known-receipt", known.receipt),
    Screen("known-forgotten", known.forgotten),
    Screen("card", counter.on_card(giulia.GIULIA)),
    Screen("card-long-name", counter.on_card(giulia.LONG)),
    Screen("card-joined", counter.on_card(giulia.MARCO)),
    Screen("card-empty", counter.on_card(giulia.EMPTY)),
    Screen("card-not-here", counter.on_card("nobody")),
    Screen("card-for-now", counter.for_now),
    Screen("card-in-hand", counter.in_hand),
    Screen("card-bought", counter.pressed("purchasesHeading")),
    Screen("card-product", counter.product),
    Screen("product-asked-for", counter.asked_for),
    Screen("card-suggestion", counter.suggestion),
    Screen("card-search", counter.timeline_searched),
    Screen("card-consent", counter.pressed("consent-marketing")),
    Screen("card-data", counter.pressed("herData")),
    Screen("card-data-resumed", counter.put_right_before, typed=Typed("333 765 4321")),
    Screen("card-forget", counter.pressed("herData", "askErasure")),
    Screen("card-forgotten", counter.forgotten),
    Screen("card-preference", counter.pressed("fact-shoe_size")),
    Screen("card-preference-resumed", counter.told_before, typed=Typed("38 e mezzo")),
    Screen("record-not-bought", counter.in_hand_and("record-not_bought")),
    Screen(
        "record-not-bought-resumed",
        counter.not_bought_before,
        typed=Typed("il tacco è un po' alto, torna con la figlia"),
    ),
    Screen("record-note", counter.pressed("record-note")),
    Screen("record-note-guarded", counter.guarded, typed=Typed("la figlia Martina")),
    Screen("record-entry", counter.entry),
    Screen("record-correct", counter.correcting),
    Screen("record-note-corrected", counter.note_corrected_before, typed=Typed("mai la gomma")),
    Screen("record-promise", counter.in_hand_and("record-promise")),
    Screen("record-promise-resumed", counter.promised_before, typed=Typed("la borsa marrone")),
    Screen("record-more", counter.pressed("record-more")),
    Screen("reserve", counter.reserving("order")),
    Screen("reserve-empty", counter.reserving("")),
    Screen("reserve-requested", counter.requested),
    Screen("selection", counter.in_hand_and("record-more", "act-selection")),
    Screen("selection-code", counter.selection_code),
    Screen("selection-resumed", counter.chosen_before, typed=Typed("il cuoio della stringata")),
    Screen("message", counter.writing()),
    Screen("message-news", counter.writing("templateChoice", "template-thought-of-you")),
    Screen("message-email", counter.writing("templateChoice", "template-held", "way-email")),
    Screen("message-resumed", counter.written_before, typed=Typed("A presto, Sofia")),
    Screen("message-code", counter.writing("messageCode")),
    Screen("record-saved", counter.saved),
    Screen("record-not-saved", counter.not_saved),
    Screen("ledger", place(Navigation.Place.Ledger)),
    Screen("ledger-conflict", counter.conflict),
    Screen("ledger-refused-record", counter.refused),
    Screen("ledger-mended", counter.mended, typed=Typed("mai il camoscio")),
    Screen("ledger-arriving", standing(State(Kind.FIRST_REPLICA, percent=42))),
    Screen("ledger-connecting", standing(State(Kind.CONNECTING))),
    Screen("ledger-looking", standing(State(Kind.LOOKING))),
    Screen("ledger-refused", standing(State(Kind.REFUSED, reason=Reason.OTHER_HUB))),
    Screen("ledger-hub-full", standing(State(Kind.OFFLINE, tablets.NOW, code=Code.STORAGE_FULL))),
    Screen("day", day(tablets.SOFIA)),
    Screen("day-manager", day(tablets.MARTA)),
    Screen("day-full", full_day.shown(day(tablets.MARTA))),
    Screen("day-closed", full_day.closed(day(tablets.MARTA))),
    Screen("day-few", day_of_few),
    Screen("day-shops", day_of_several),
    Screen("day-any", any_day),
    Screen("day-ask", asked_of_the_team),
    Screen("day-ask-resumed", asked_before, typed=Typed("per la borsa, prima di mezzogiorno")),
    Screen("day-behind", behind_the_day),
    Screen("day-hand-on", handed_on),
    Screen("figures", shop_figures.shown("week")),
    Screen("figures-day", shop_figures.shown("day", kpi=Kpi.VISITS)),
    Screen("figures-month", shop_figures.shown("month", kpi=Kpi.RECEIPT)),
    Screen("figures-suggestions", shop_figures.shown("month", kpi=Kpi.SUGGESTION_SALE)),
    Screen("figures-year", shop_figures.a_year),
    Screen("figures-chain", shop_figures.of_the_chain),
    Screen("figures-nothing", shop_figures.before_anything),
    Screen("figures-days", shop_figures.days),
    Screen("figures-target", shop_figures.target),
    Screen("figures-target-resumed", shop_figures.target_before, typed=Typed('"week":"71"')),
    Screen("team", team),
    Screen("team-full", full_day.many_people(team)),
    Screen("team-shops", team_of_several),
    Screen("team-colleague", colleague),
    Screen("team-new", new_colleague),
    Screen("team-new-resumed", colleague_begun_before, typed=Typed("Montecuccoli Laderchi")),
    Screen("team-hand-over", handing_over),
    Screen("team-hand-out", handing_out),
    Screen("team-hand-out-sheet", handing_out_sheet),
    Screen("team-hand-out-resumed", handed_out_before, typed=Typed("a vederla prima di sabato")),
    Screen("team-hand-out-nobody", nobody_to_hand_out),
    Screen("basis-none", figures.none),
    Screen("basis", figures.put_down),
    Screen("basis-looked", figures.looked),
    Screen("basis-new", figures.new),
    Screen("basis-wrong", figures.wrong),
    Screen("basis-resumed", figures.begun_before, typed=Typed("Ispettorato del 3 novembre")),
    Screen("basis-changing", figures.changing),
    Screen("person", figures.mine),
    Screen("person-looks", figures.looks),
    Screen("incentives", incentives.section(team)),
    Screen("incentives-before", incentives.before(team)),
    Screen("incentives-lost", incentives.lost(team)),
    Screen("incentives-parting", incentives.parting(team)),
    Screen("incentives-parting-resumed", incentives.parting_before(team), typed=Typed("in magazzino")),
    Screen("incentives-rule", incentives.pressed(team, "countingRule")),
    Screen("incentives-new", incentives.pressed(team, "newScheme")),
    Screen("incentives-terms", incentives.terms(team)),
    Screen(
        "incentives-new-resumed",
        incentives.begun_before(team, "", "Natale insieme"),
        typed=Typed("Natale insieme"),
    ),
    Screen(
        "incentives-terms-resumed",
        incentives.begun_before(team, "Insieme d'autunno", "Insieme fino a Natale"),
        typed=Typed("Insieme fino a Natale"),
    ),
    Screen("help", counter.pressed("help-customer")),
    Screen("practice", practice.choosing),
    Screen("practice-begun", practice.begun(ScenarioName.RUSH)),
    Screen("practice-no-network", practice.begun(ScenarioName.NO_NETWORK)),
    Screen("practice-card", practice.on_the_card()),
    Screen("practice-steps", practice.on_the_card("exerciseSteps")),
    Screen("practice-check", practice.checking()),
    Screen("practice-check-wrong", practice.checking(0)),
    Screen("practice-check-over", practice.checking(1, -1, 2, -1, 0, -1, 0, -1)),
    Screen("unusable", broken, Where.UNPAIRED),
    Screen("locked", shut(Kind.LOCKED)),
    Screen("revoked", shut(Kind.REFUSED, Reason.REVOKED)),
    Screen("wiped", wiped),
)
