from tests.tablet.at_the_counter import counter, hub
from tests.tablet.outreach.conftest import programs

__all__ = ["counter", "hub", "programs"]
