"""The made-up town: its streets as lines, their names, and the gazetteer that the look-ups read."""
