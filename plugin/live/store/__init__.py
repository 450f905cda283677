"""What was fetched, kept in a GeoPackage that QGIS reads while it is written."""
