"""Every collection that travels between the hub and the tablets, parents before children."""

from clienteling.appointments.tables import appointment
from clienteling.attribution.tables import (
    attribution_rule,
    incentive_scheme,
    incentive_statement,
    sale_split,
)
from clienteling.basis.tables import figure_look, legal_basis, sight_rule
from clienteling.cards.tables import card_link
from clienteling.catalog.tables import product, variant
from clienteling.clientbook.tables import book_entry
from clienteling.codes.tables import code_key, code_revocation
from clienteling.consents.tables import consent, consent_text
from clienteling.customers.aliases import records_of_one
from clienteling.customers.tables import (
    WATCHED,
    customer,
    customer_alias,
    identifier,
    preference,
    value_given,
)
from clienteling.insight.tables import customer_insight, goes_with, suggestion_feedback
from clienteling.interactions.tables import interaction
from clienteling.kpi.tables import kpi_day, kpi_target
from clienteling.newcomers.tables import blank_code
from clienteling.notes.tables import note
from clienteling.outreach.tables import outreach, outreach_rule, outreach_template
from clienteling.privacy.tables import access, erasure_receipt, privacy_request, retention_period
from clienteling.promises.tables import promise
from clienteling.reservations.tables import reservation
from clienteling.review.tables import day_review, tablet_standing
from clienteling.schema import instants_of
from clienteling.selections.tables import selection
from clienteling.staff.tables import associate, staff_change
from clienteling.stock.tables import stock_level
from clienteling.stores.tables import store
from clienteling.tasks.tables import task
from clienteling.timeline.tables import event
from sync.collection import Collection, Registry, Rule

HERS = "customer_id"
"""Names the customer to whom a record belongs."""

REGISTRY = Registry(
    (
        Collection(store, Rule.REFERENCE),
        Collection(associate, Rule.REFERENCE),
        Collection(code_key, Rule.REFERENCE),
        Collection(code_revocation, Rule.REFERENCE, about=HERS),
        Collection(blank_code, Rule.REFERENCE, reader="device_id", group="id", about="id"),
        Collection(consent_text, Rule.REFERENCE),
        Collection(retention_period, Rule.REFERENCE),
        Collection(outreach_rule, Rule.REFERENCE),
        Collection(outreach_template, Rule.REFERENCE),
        Collection(erasure_receipt, Rule.REFERENCE),
        Collection(tablet_standing, Rule.REFERENCE),
        Collection(day_review, Rule.FACT),
        Collection(sight_rule, Rule.REFERENCE),
        Collection(legal_basis, Rule.FACT),
        Collection(figure_look, Rule.FACT, quiet=True),
        Collection(kpi_day, Rule.REFERENCE),
        Collection(kpi_target, Rule.FIELDS),
        Collection(attribution_rule, Rule.FACT),
        Collection(incentive_scheme, Rule.FACT),
        Collection(incentive_statement, Rule.FACT),
        Collection(
            staff_change,
            Rule.REQUEST,
            answer="answer",
            answers=frozenset({"answered_at", "why", "made_id"}),
        ),
        Collection(product, Rule.REFERENCE, blob="picture"),
        Collection(variant, Rule.REFERENCE, blob="picture"),
        Collection(stock_level, Rule.REFERENCE),
        Collection(goes_with, Rule.REFERENCE),
        Collection(customer, Rule.FIELDS, watched=WATCHED, group="id"),
        Collection(value_given, Rule.FACT, group=HERS, quiet=True),
        Collection(customer_alias, Rule.REFERENCE, group=HERS),
        Collection(identifier, Rule.REFERENCE, group=HERS),
        Collection(customer_insight, Rule.REFERENCE, group=HERS),
        Collection(preference, Rule.FIELDS, watched=frozenset({"value"}), group=HERS),
        Collection(book_entry, Rule.SET, group=HERS),
        Collection(card_link, Rule.FACT, group=HERS),
        Collection(consent, Rule.FACT, group=HERS),
        Collection(event, Rule.FACT, group=HERS),
        Collection(suggestion_feedback, Rule.FACT, group=HERS),
        Collection(interaction, Rule.FACT, group=HERS),
        Collection(sale_split, Rule.FACT, group=HERS),
        Collection(note, Rule.FACT, group=HERS),
        Collection(promise, Rule.FIELDS, group=HERS),
        Collection(
            reservation,
            Rule.REQUEST,
            answer="answer",
            answers=frozenset({"answered_at", "why", "elsewhere"}),
            group=HERS,
        ),
        Collection(task, Rule.FIELDS, group=HERS),
        Collection(appointment, Rule.FIELDS, group=HERS),
        Collection(outreach, Rule.FACT, group=HERS),
        Collection(selection, Rule.FACT, group=HERS),
        Collection(access, Rule.FACT, group=HERS, quiet=True),
        Collection(
            privacy_request,
            Rule.REQUEST,
            answer="answer",
            answers=frozenset({"answered_at", "holds"}),
            group=HERS,
        ),
    ),
    bound=records_of_one,
    instants=instants_of,
)
