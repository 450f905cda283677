"""What the register holds: on the map, in the list, as changes, in details, by search."""
