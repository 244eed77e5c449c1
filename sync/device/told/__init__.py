"""What the hub tells, into this device's tables."""
