"""The checks, the mends and the grid for whole layers, as algorithms of QGIS Processing."""
