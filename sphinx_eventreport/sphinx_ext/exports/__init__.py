"""What leaves a page: feeds of its listings, a calendar of its event, what programs read in its head."""
