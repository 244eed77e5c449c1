"""The queues of work: the database, pairing, the camera's frames, product pictures, the practice shop."""

from dataclasses import dataclass

from clienteling.tablet.jobs import Failed, Jobs, SerialJobs


@dataclass(frozen=True)
class Runners:
    database: Jobs
    network: Jobs
    frames: Jobs
    pictures: Jobs
    practice: Jobs

    def close(self) -> None:
        for jobs in (self.frames, self.pictures, self.network, self.practice, self.database):
            jobs.close()


def unless_gone(unexpected: Failed) -> Failed:
    """An exercise takes its shop with it: whoever still asks then is told nothing, and nothing is wrong."""

    def heed(error: Exception) -> None:
        from sync.errors import ReplicaGone

        if not isinstance(error, ReplicaGone):
            unexpected(error)

    return heed


def runners(unexpected: Failed) -> Runners:
    return Runners(
        database=SerialJobs("database", unexpected),
        network=SerialJobs("network", unexpected),
        frames=SerialJobs("frames", unexpected),
        pictures=SerialJobs("pictures", unexpected),
        practice=SerialJobs("practice", unless_gone(unexpected)),
    )
