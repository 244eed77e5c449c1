"""Shops belong to areas; whoever answers for several shops answers for those of the area of her own."""


def covers(area: str, of_shop: str) -> bool:
    """Whoever is at home in no area answers for the whole chain."""
    return not area or area == of_shop
