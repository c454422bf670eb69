"""Pages -> the rows that listings filter, sort and show."""
