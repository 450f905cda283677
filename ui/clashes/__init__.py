"""What the extent and its dates clash with."""
