"""What devices push: read, judged, and brought into the tables and the feed."""
