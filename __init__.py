"""Street Works: plan street works in England with QGIS and Street Manager."""


def classFactory(iface):  # noqa: N802 - the name QGIS looks for
    """Return the plugin for `iface`, QGIS's `QgisInterface`; QGIS calls this at its start."""
    from .plugin.dependencies import plugin_for  # noqa: PLC0415 - QGIS's start stays quick

    return plugin_for(iface)
