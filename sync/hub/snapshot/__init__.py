"""First replicas as files, made ready for devices that begin."""
