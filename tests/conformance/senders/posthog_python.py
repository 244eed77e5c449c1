"""posthog: what a shop's server written in Python sends."""

import os
import sys

from posthog import Posthog

user = sys.argv[1]
client = Posthog(
    os.environ["KEY"],
    host=os.environ["HUB"],
    max_retries=10,  # three are over before a hub has started again on a busy machine
    on_error=lambda error, _: print(error, file=sys.stderr),
)
for line in sys.stdin:
    if line.strip() == "story":
        client.set(distinct_id=user, properties={"email": f"{user}@example.org"})
        client.capture(
            "$pageview",
            distinct_id=user,
            properties={"title": "Novità", "$current_url": "https://shop.example.org/"},
        )
        client.capture("Products Searched", distinct_id=user, properties={"query": "scarpe"})
    else:
        for number in range(250):
            client.capture("Products Searched", distinct_id=user, properties={"query": f"scarpe {number}"})
    client.flush()
    print("done", flush=True)
client.shutdown()
