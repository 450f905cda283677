"""The words of the trade: one enumeration for each list of words that the register knows."""
