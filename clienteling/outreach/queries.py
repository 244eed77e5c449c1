import msgspec
import sqlalchemy as sa

from clienteling.customers.aliases import Whom, ids_of
from clienteling.outreach.tables import RULE, outreach, outreach_rule, outreach_template
from clienteling.outreach.values import About, Limit, Sent, Template, Topic, Way, Words
from clienteling.prepared import Prepared
from clienteling.records import uncorrected
from clienteling.staff.tables import associate
from clienteling.stores.tables import store
from clienteling.vocabulary import known

_LAST = 60
_TEMPLATES = Prepared(
    sa.select(outreach_template)
    .where(outreach_template.c.gone.is_(False))
    .order_by(outreach_template.c.place, outreach_template.c.id)
)
_SENT = Prepared(
    sa.select(
        outreach,
        associate.c.given_name.label("associate_name"),
        store.c.name.label("store_name"),
        outreach_template.c.words.label("template_words"),
    )
    .outerjoin_from(outreach, associate, associate.c.id == outreach.c.associate_id)
    .outerjoin(store, store.c.id == outreach.c.store_id)
    .outerjoin(outreach_template, outreach_template.c.id == outreach.c.template_id)
    .where(
        outreach.c.customer_id.in_(sa.bindparam("ids", type_=sa.Text, expanding=True)), uncorrected(outreach)
    )
    .order_by(outreach.c.at.desc(), outreach.c.id.desc())
    .limit(_LAST)
)
_RULE = Prepared(sa.select(outreach_rule).where(outreach_rule.c.id == RULE))


def templates(conn: sa.Connection) -> list[Template]:
    """Those that are offered, in the shop's order."""
    found = (template_from(row) for row in _TEMPLATES.rows(conn))
    return [template for template in found if template is not None]


def template_from(row: sa.Row) -> Template | None:
    """None where a newer version wrote it in another shape."""
    try:
        words = msgspec.convert(row.words or {}, dict[str, Words])
        ways = msgspec.convert(row.ways or [], tuple[Way, ...])
    except msgspec.ValidationError:
        return None
    topic = known(Topic, row.topic, Topic.MARKETING)
    about = known(About, row.about, About.NOTHING)
    if not words:
        return None
    return Template(id=row.id, topic=topic, about=about, ways=ways or tuple(Way), words=words)


def sent_to(conn: sa.Connection, whom: Whom) -> list[Sent]:
    """What was sent to her with whichever of her records, from every shop that this replica knows of."""
    return [_sent(row) for row in _SENT.rows(conn, {"ids": ids_of(conn, whom)})]


def limit(conn: sa.Connection) -> Limit:
    row = _RULE.first(conn)
    return Limit(row.most, row.days) if row else Limit()


def pages(conn: sa.Connection) -> str:
    """Where customers reach the hub's pages; empty where they do not."""
    row = _RULE.first(conn)
    return row.pages if row else ""


def _sent(row: sa.Row) -> Sent:
    return Sent(
        id=row.id,
        way=known(Way, row.way, Way.EMAIL),
        topic=known(Topic, row.topic, Topic.MARKETING),
        template_id=row.template_id or "",
        body=row.body,
        about_id=row.about_id or "",
        at=row.at or 0,
        associate_name=row.associate_name or "",
        store_name=row.store_name or "",
        template_words=row.template_words,
    )
