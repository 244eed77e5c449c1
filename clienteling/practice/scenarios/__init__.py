"""The five exercises, in the order in which they are best taken."""

from clienteling.practice.names import ScenarioName
from clienteling.practice.scenarios.forgotten import FORGOTTEN
from clienteling.practice.scenarios.four_channels import FOUR_CHANNELS
from clienteling.practice.scenarios.no_network import NO_NETWORK
from clienteling.practice.scenarios.returned import RETURNED
from clienteling.practice.scenarios.rush import RUSH
from clienteling.practice.values import Scenario

SCENARIOS = (FOUR_CHANNELS, RETURNED, FORGOTTEN, RUSH, NO_NETWORK)


def named(name: ScenarioName) -> Scenario:
    return next(scenario for scenario in SCENARIOS if scenario.name is name)
