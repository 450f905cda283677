"""What is on the map of the practice service: records as features, layer by layer."""
