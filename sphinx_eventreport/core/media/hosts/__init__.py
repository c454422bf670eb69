"""Who hosts slides and videos: one table of providers for each kind of host."""
