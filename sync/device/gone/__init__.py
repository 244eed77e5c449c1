"""What goes from this device: records out of its scope, erased groups, all that is not told again."""
