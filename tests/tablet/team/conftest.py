from tests.tablet.at_the_counter import counter, hub

__all__ = ["counter", "hub"]
