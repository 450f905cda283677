"""The background of the map: where it may come from, its layer, its credit, is it reached."""
