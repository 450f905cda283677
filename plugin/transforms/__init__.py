"""How QGIS itself converts: by OSTN15, once there is a grid file that PROJ finds."""
