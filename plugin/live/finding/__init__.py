"""How records are found: filters, searches."""
