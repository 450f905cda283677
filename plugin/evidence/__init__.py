"""What proves a check for clashes: a document, a GeoPackage and a table of it."""
