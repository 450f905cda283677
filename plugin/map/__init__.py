"""What the planner sees and draws in QGIS: layers, styles, map tools and which boxes to fetch."""
