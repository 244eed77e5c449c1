"""segment-analytics-python: what a shop's server written in Python sends."""

import os
import sys

from segment.analytics.client import Client

user = sys.argv[1]
client = Client(
    os.environ["KEY"], host=os.environ["HUB"], on_error=lambda error, _: print(error, file=sys.stderr)
)
for line in sys.stdin:
    if line.strip() == "story":
        client.identify(user_id=user, anonymous_id="device-1", traits={"email": f"{user}@example.org"})
        client.page(user_id=user, name="Novità", properties={"url": "https://shop.example.org/"})
        client.track(user_id=user, event="Products Searched", properties={"query": "scarpe"})
    else:
        for number in range(250):
            client.track(user_id=user, event="Products Searched", properties={"query": f"scarpe {number}"})
    client.flush()
    print("done", flush=True)
client.join()
