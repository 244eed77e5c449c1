"""A tablet that has much to do: what its jobs found comes late, now and then."""

import random
import time

from clienteling.tablet.jobs import Job, SerialJobs

OFTEN = 0.25
LATE_S = (0.005, 0.12)


def answers_late(dice: random.Random) -> None:
    """From now on, in this process."""

    def nap() -> None:
        if dice.random() < OFTEN:
            time.sleep(dice.uniform(*LATE_S))

    def do(jobs: SerialJobs, job: Job) -> None:
        nap()
        job.do()
        nap()
        jobs._finished.emit(job)

    SerialJobs._do = do  # pyrefly: ignore[bad-assignment]
