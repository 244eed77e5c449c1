"""The queues of work: the database, the network while pairing, the camera's frames, product pictures."""

from dataclasses import dataclass

from clienteling.tablet.jobs import Failed, Jobs, SerialJobs


@dataclass(frozen=True)
class Runners:
    database: Jobs
    network: Jobs
    frames: Jobs
    pictures: Jobs

    def close(self) -> None:
        for jobs in (self.frames, self.pictures, self.network, self.database):
            jobs.close()


def runners(unexpected: Failed) -> Runners:
    return Runners(
        database=SerialJobs("database", unexpected),
        network=SerialJobs("network", unexpected),
        frames=SerialJobs("frames", unexpected),
        pictures=SerialJobs("pictures", unexpected),
    )
