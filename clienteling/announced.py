"""How the hub announces itself on the local network, and what the tablet looks for there."""

SERVICE_TYPE = "_clienteling._tcp"
