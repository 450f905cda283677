"""From the answers of V1.25.12 to the trade's records."""
