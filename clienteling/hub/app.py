"""Puts the hub together: identity, database, store, trust, routes. Plain constructors, nothing else."""

import logging
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from litestar import Litestar, MediaType, Router, get

from clienteling.catalogues import SOURCE_LANGUAGE
from clienteling.database import create_tables
from clienteling.hub.authority.judging import PERMISSION
from clienteling.hub.cards.linker import Linker
from clienteling.hub.decider import Decider
from clienteling.hub.erasing import erase_beside
from clienteling.hub.goods.pictures import Pictures
from clienteling.hub.holding import holding
from clienteling.hub.house import Hub
from clienteling.hub.identity.matching.matcher import Matcher
from clienteling.hub.insight.counting import keep_counts
from clienteling.hub.insight.deducer import Deducer
from clienteling.hub.intake.segment_routes import segment_router
from clienteling.hub.intake.webhook_routes import webhook_router
from clienteling.hub.intake.worker import Intake
from clienteling.hub.kpi.bookkeeper import Bookkeeper
from clienteling.hub.kpi.leaving import keep_days
from clienteling.hub.lifespan import running
from clienteling.hub.machine_language import machine_language
from clienteling.hub.migrations import upgrade
from clienteling.hub.newcomers.press import Press
from clienteling.hub.openapi import openapi
from clienteling.hub.outreach.pages import selection_pages
from clienteling.hub.outreach.preparing import prepare
from clienteling.hub.privacy.again import erase_again
from clienteling.hub.privacy.anonymous import keep_figures
from clienteling.hub.privacy.clerk import Clerk
from clienteling.hub.privacy.elsewhere import take_what_was_hers
from clienteling.hub.privacy.file import places
from clienteling.hub.privacy.forgotten import Forgotten
from clienteling.hub.privacy.wishes import Door
from clienteling.hub.reservations import deciding as reservations
from clienteling.hub.sealing import standing
from clienteling.hub.settings import DAY_MS, Hold, HubSettings
from clienteling.hub.sight import write_rule
from clienteling.hub.sources.lines import Line
from clienteling.hub.sources.poller import Poller
from clienteling.hub.sources.source import Listener
from clienteling.hub.staff import deciding as staff
from clienteling.hub.tablets.porter import Porter
from clienteling.hub.tasks.taskmaster import Taskmaster
from clienteling.replicated import REGISTRY
from clienteling.wording import Wording
from sync.device.snapshot.copy import ReplicaCopy
from sync.hub.databases.database import open_hub
from sync.hub.gone.remembered import Remembered
from sync.hub.greeting import Terms
from sync.hub.http.live import Bells
from sync.hub.http.refusals import render
from sync.hub.http.routes import SyncHub, sync_router
from sync.hub.scopes.holding import NO_SCOPES
from sync.hub.snapshot.snapshots import Snapshots
from sync.hub.store import HubStore
from sync.hub.trust.certificates import Identity, load_or_create
from sync.hub.trust.devices import Devices
from sync.hub.trust.gate import Gate
from sync.hub.trust.identities import Announced, Identities
from sync.hub.trust.pairing import Pairings
from sync.hub.trust.sealing import Standing, sealing_of
from sync.instants import Now, wall_clock
from sync.wire import Bell

log = logging.getLogger(__name__)


def create_hub(settings: HubSettings, now: Now = wall_clock) -> Hub:
    """The hub of a data directory, made there at the first start.

    Raises IdentityDamaged, DatabaseTooNew, OSError, and SQLAlchemy's errors where the database is damaged.
    """
    identity = load_or_create(settings.identity, settings.name)
    engine = open_hub(settings.database)
    upgrade(engine)
    tablets = settings.tablets
    rule = holding(tablets.months) if tablets.hold is Hold.SHOP else NO_SCOPES
    store = HubStore(engine, REGISTRY, now, rule, Remembered(settings.data), permission=PERMISSION)
    snapshots = Snapshots(settings.snapshots, store, _empty_replica)
    hub = assembled(settings, identity, store, snapshots, now)
    store.erasing.before.append(take_what_was_hers)
    store.erasing.hooks.append(lambda connection, her: erase_beside(connection, her, hub.forgotten, now()))
    store.erasing.hooks.append(lambda connection, her: places.remove_hers(connection, settings, her))
    store.erasing.hooks += [keep_figures, keep_counts, keep_days]
    return hub


def create_app(hub: Hub) -> Litestar:
    """The hub's ASGI application. Its lifespan runs the hub's `starting` and `stopping` steps."""
    if hub.store.erasing.is_behind():
        log.warning("The database is from before an erasure; %d customers are erased again", erase_again(hub))
    intake = Intake(
        hub.store,
        hub.settings.sources,
        Remembered(hub.settings.data).hash_of,
        hub.settings.keep_raw_days * DAY_MS,
        machine_language(),
    )
    intake.wishes.append(Door(hub.forgotten))
    poller = Poller(hub.store, intake.sources, intake.kept, hub.now)
    pictures = Pictures(hub.store, intake.sources, hub.settings.tablets.pictures, hub.now)
    house = (
        Clerk(hub),
        Matcher(hub.store),
        Deducer(hub.store),
        Press(hub),
        Decider(hub.store, {"reservation": reservations.work, "staff_change": staff.work}),
        Porter(hub.store, hub.devices),
        Linker(hub.store),
        Bookkeeper(hub.store),
        Taskmaster(hub.store, hub.settings.tasks, hub.now),
    )
    for part in (intake, poller, pictures, *house, *_listeners(intake, hub.store)):
        hub.starting.append(part.start)
        hub.stopping.append(part.close)
    hub.starting.extend((partial(prepare, hub), partial(write_rule, hub)))
    pages = [selection_pages(hub)] if hub.settings.outreach.pages else []
    return application(hub, segment_router(intake), webhook_router(intake, poller.look), *pages)


def _listeners(intake: Intake, store: HubStore) -> Iterator[Listener]:
    """The connections that sources keep open by themselves."""
    for source in intake.sources.values():
        line = Line(store, source.id, source.kind.listens)
        listener = source.kind.listener(source.said, partial(intake.keep, source.id), line.stands)
        if listener is not None:
            yield listener


def assembled(
    settings: HubSettings,
    identity: Identity,
    store: HubStore,
    snapshots: Snapshots,
    now: Now = wall_clock,
) -> Hub:
    """A hub around a store, whatever that keeps."""
    return Hub(
        settings=settings,
        identity=identity,
        engine=store.engine,
        store=store,
        devices=Devices(store.engine),
        pairings=Pairings(store.engine, identity.fingerprint),
        bells=Bells(Bell(epoch=store.epoch, head=store.head), store.news),
        snapshots=snapshots,
        now=now,
        forgotten=Forgotten(settings.data, Remembered(settings.data)),
    )


def application(hub: Hub, *others: Router) -> Litestar:
    """What devices need, and what else it serves."""
    sealing = sealing_of(hub.engine, hub.settings.sealing, hub.now())
    if sealing.standing is not Standing.RIGHT:
        log.warning(standing(sealing, hub.settings, Wording(SOURCE_LANGUAGE)))
    announced = Announced(Identities(hub.settings.identity))
    hub.starting.append(hub.snapshots.start)
    hub.stopping.append(hub.snapshots.close)
    served = SyncHub(
        name=hub.settings.name,
        fingerprint=hub.identity.fingerprint,
        store=hub.store,
        devices=hub.devices,
        pairings=hub.pairings,
        bells=hub.bells,
        gate=Gate(hub.devices, hub.now),
        now=hub.now,
        terms=lambda: Terms(
            hub.settings.name,
            announced(),
            hub.settings.tablets.lease_ms,
            sealing.public,
            sealing.scope_key,
        ),
        snapshots=hub.snapshots,
    )
    return Litestar(
        [health, openapi, sync_router(served), *others],
        lifespan=[lambda _app: running(hub)],
        exception_handlers={Exception: render},
        openapi_config=None,
        logging_config=None,
    )


def _empty_replica(path: Path) -> ReplicaCopy:
    """What a tablet begins with."""
    return ReplicaCopy(path, REGISTRY, create_tables)


@get("/health", media_type=MediaType.TEXT)
async def health() -> str:
    """Whether this process answers; says nothing else to anybody."""
    return "ok\n"
