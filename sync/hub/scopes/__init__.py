"""Which devices hold which groups of records, and the feed as they see it."""
