"""The way to the hub: where it may be, its calls, its bell."""
