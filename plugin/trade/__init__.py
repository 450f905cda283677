"""What the trade says, free of any contract and of QGIS: kinds, labels, days, boxes."""
