"""The words that people use in minutes anyway: "Present:", "RESOLVED:", "ACTION:", "KG:"."""
