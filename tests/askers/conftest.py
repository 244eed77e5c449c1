from tests.shop import english, italian, shop

__all__ = ["english", "italian", "shop"]
