"""What a team shares through a PostGIS database of QGIS's connections."""
