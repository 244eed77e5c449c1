"""A small Italian chain at work, and one customer's story on the real parts."""
