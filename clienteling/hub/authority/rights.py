"""Whose records the hub takes of what not everybody may say, in one place."""

from collections.abc import Mapping

from clienteling.staff.values import MANAGERS, Role

ANYBODY = frozenset(Role)
"""Whoever works here, and still does."""

MAY_WRITE: Mapping[str, frozenset[Role]] = {
    "attribution_rule": MANAGERS,
    "day_review": MANAGERS,
    "figure_look": ANYBODY,
    "incentive_scheme": MANAGERS,
    "incentive_statement": MANAGERS,
    "kpi_target": MANAGERS,
    "legal_basis": MANAGERS,
    "sale_split": MANAGERS,
    "staff_change": MANAGERS,
}
"""Collection → who may be the author that its records name; all others are anybody's."""
