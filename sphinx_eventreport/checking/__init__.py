"""What is wrong with the reports of a site, found by reading it as a build does; nothing is written."""
