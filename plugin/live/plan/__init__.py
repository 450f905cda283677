"""Which boxes and days to ask the register for: what was covered, how dense it is, what is left."""
