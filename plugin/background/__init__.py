"""Work beside QGIS's main thread: jobs, and requests carried by QGIS's own network stack."""
