from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.postgresql import Cluster
from tests.soak.served import on_server
from tests.sync.floors import Floors


def test_histories_around_a_server_end_with_the_same_everywhere(postgresql: Cluster) -> None:
    few = settings(
        max_examples=2, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(on_server(Floors, postgresql), settings=few)
