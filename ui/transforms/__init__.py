"""How QGIS itself converts: offered once on the panel, and seen to in QGIS's options."""
