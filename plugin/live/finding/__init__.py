"""How records are found and told: filters, searches, lists of changes, details."""
