"""A first replica as one file, taken over in place of the device's own."""
