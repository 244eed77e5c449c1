"""The name under which hubs are announced, and looked for, on the local network (DNS-SD)."""

SERVICE_TYPE = "_clienteling._tcp"
