"""Raw HTML in reports -> nodes that every builder knows."""
