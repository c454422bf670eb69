"""The types of listings: what the rows of each are, their fields, and which of them a reader sees."""
