"""Draws every style as a planner sees it, to be judged by eye: `build/styles/*.png`.

Run it as `QT_QPA_PLATFORM=offscreen .venv/bin/python tools/style_pictures.py [STYLE ...]`. There
are two sheets for each style, kind and background: a sample of every class, and the practice town.
Each is drawn as it is and in QGIS's own preview modes for colour-blind people and printers. The
last panel is the town zoomed out, or close by.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPolygonF
from street_works.plugin.api import StreetManager
from street_works.plugin.live.fetching import fetch_all
from street_works.plugin.live.gathering import days_of
from street_works.plugin.live.store.columns import PROMOTER_CODE
from street_works.plugin.live.store.store import Store
from street_works.plugin.map.dress import dress
from street_works.plugin.map.styles import CENTRE, KINDS_OF, Style
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import KINDS, WORKS, Shape
from street_works.tools.previews import MODES, previewed

OUT = Path(__file__).resolve().parents[1] / "build" / "styles"
PANEL = QSize(520, 400)
_SHAPES = tuple(shape.value for shape in Shape)
_EVER = Days(date(2000, 1, 1), date(2099, 12, 31))

Background = Callable[[QPainter, QSize], None]


def light(painter: QPainter, size: QSize) -> None:
    """Paint a pale base map: streets between blocks."""
    _streets(painter, size, "#f3f1ec", "#ffffff", "#d9d4c8")


def dark(painter: QPainter, size: QSize) -> None:
    """Paint a dark base map."""
    _streets(painter, size, "#17191c", "#33383f", "#22262b")


def aerial(painter: QPainter, size: QSize) -> None:
    """Paint something like an aerial photograph: trees, roofs, tarmac, and grain."""
    chance = random.Random(4)  # noqa: S311 - a picture
    painter.fillRect(0, 0, size.width(), size.height(), QColor("#56664a"))
    for _ in range(1400):
        tone = QColor(chance.choice(("#3f5236", "#6b7a57", "#2f3d2a", "#7d7a5e", "#8b8468")))
        _blot(painter, chance, size, tone, chance.uniform(4, 22))
    for _ in range(220):
        tone = QColor(chance.choice(("#8a5a48", "#a9a39a", "#6e6a66", "#c9c2b4", "#d8d5cf")))
        x, y = chance.uniform(0, size.width()), chance.uniform(0, size.height())
        painter.fillRect(QRectF(x, y, chance.uniform(10, 34), chance.uniform(8, 24)), tone)
    _roads(painter, size, "#77767a")
    for _ in range(9000):
        tone = QColor(*[chance.choice((0, 255))] * 3, 40)
        place = chance.uniform(0, size.width()), chance.uniform(0, size.height())
        painter.fillRect(QRectF(*place, 2, 2), tone)


BACKGROUNDS: dict[str, Background] = {"light": light, "dark": dark, "aerial": aerial}


def _blot(painter: QPainter, chance: random.Random, size: QSize, tone: QColor, r: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tone)
    place = QPointF(chance.uniform(0, size.width()), chance.uniform(0, size.height()))
    corners = [QPointF(chance.uniform(-r, r), chance.uniform(-r, r)) + place for _ in range(6)]
    painter.drawPolygon(QPolygonF(corners))


def _streets(painter: QPainter, size: QSize, ground: str, road: str, block: str) -> None:
    painter.fillRect(0, 0, size.width(), size.height(), QColor(ground))
    for x in range(30, size.width(), 90):
        for y in range(20, size.height(), 70):
            painter.fillRect(x, y, 50, 34, QColor(block))
    _roads(painter, size, road)


def _roads(painter: QPainter, size: QSize, tone: str) -> None:
    for x in range(0, size.width(), 90):
        painter.fillRect(x, 0, 14, size.height(), QColor(tone))
    for y in range(0, size.height(), 70):
        painter.fillRect(0, y, size.width(), 11, QColor(tone))


def on(background: Background, paint: Callable[[QPainter], None]) -> QImage:
    """Return a panel: what `paint` paints on the background."""
    image = QImage(PANEL, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    background(painter, PANEL)
    paint(painter)
    painter.end()
    return image


def sample(layers: dict[str, QgsVectorLayer], ink: QColor) -> Callable[[QPainter], None]:
    """Return what paints every class as a point, from afar too, a line and an area, in words."""

    def paint(painter: QPainter) -> None:
        painter.setFont(QFont("DejaVu Sans", 8))
        renderers = [layers[shape].renderer() for shape in (CENTRE, *_SHAPES)]
        for row, items in enumerate(zip(*(one.legendSymbolItems() for one in renderers))):
            across, down = divmod(row, 5)
            x, y = 8 + across * 258, 12 + down * 78
            for item, width in zip(items, (30, 40, 64, 80)):
                icon = item.symbol().clone()
                size = QSize(width, 46)
                picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
                picture.fill(0)
                inner = QPainter(picture)
                inner.setRenderHint(QPainter.RenderHint.Antialiasing)
                context = QgsRenderContext.fromQPainter(inner)
                context.setScaleFactor(96 / 25.4)
                icon.drawPreviewIcon(inner, size, context)
                inner.end()
                painter.drawImage(x, y, picture)
                x += width + 10
            painter.setPen(ink)
            painter.drawText(12 + across * 258, y + 62, items[0].label())

    return paint


def town(layers: Iterable[QgsVectorLayer], middle: QgsPointXY, scale: float) -> QImage:
    """Return the layers around a place (EPSG:27700), on nothing."""
    settings = QgsMapSettings()
    settings.setLayers(list(layers))
    settings.setDestinationCrs(settings.layers()[0].crs())
    settings.setOutputSize(PANEL)
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor(0, 0, 0, 0))
    metres = 0.0254 / 96 * scale
    half = PANEL.width() * metres / 2, PANEL.height() * metres / 2
    settings.setExtent(
        QgsRectangle(
            middle.x() - half[0], middle.y() - half[1], middle.x() + half[0], middle.y() + half[1]
        )
    )
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def panels(image: QImage, *more: QImage) -> list[list[QImage]]:
    """Return the image in every mode, and `more`, in rows of three."""
    shown = [*(previewed(image, mode) for mode in MODES.values()), *more]
    return [shown[:3], shown[3:]]


def _drawn(background: Background, *images: QImage) -> list[QImage]:
    return [
        on(background, lambda painter, image=image: painter.drawImage(0, 0, image))
        for image in images
    ]


def sheet(panels: list[list[QImage]], path: Path) -> None:
    """Write panels in rows."""
    wide, high = PANEL.width() + 6, PANEL.height() + 6
    page = QImage(wide * len(panels[0]), high * len(panels), QImage.Format.Format_RGB32)
    page.fill(QColor("#ffffff"))
    painter = QPainter(page)
    for row, line in enumerate(panels):
        for column, image in enumerate(line):
            painter.drawImage(column * wide, row * high, image)
    painter.end()
    if not page.save(str(path)):
        raise OSError(f"{path} could not be written")
    print(path)


def fill(store: Store) -> None:
    """Put the practice town's records into a store."""
    service = PracticeService()
    client, home = StreetManager(service.start()), Box(*service.home).grown(3000)
    try:
        planner = next(one for one in service.accounts if one.role == "Planner")
        client.sign_in(planner.email, planner.password)
        for kind in KINDS:
            days = days_of(kind, _EVER)
            found = fetch_all(client.register.map_records, kind, home, days)
            store.keep(kind, home, days, found.as_of, found.records)
    finally:
        client.close()
        service.stop()


def plain(store: Store, kind: str) -> dict[str, QgsVectorLayer]:
    """Return a kind's layers as QGIS opens them, by shape, the middles last."""
    return {
        shape: QgsVectorLayer(store.layer_source(kind, shape), shape, "ogr")
        for shape in (*_SHAPES, CENTRE)
    }


def dressed(
    store: Store, kind: str, style: Style, mine: tuple[str, str]
) -> dict[str, QgsVectorLayer]:
    """Return a kind's layers in a style, by shape, the middles last."""
    layers = plain(store, kind)
    for shape, layer in layers.items():
        dress(layer, kind, shape if shape == CENTRE else Shape(shape), style, *mine)
        QgsProject.instance().addMapLayer(layer, False)
    return layers


def busiest(features: Iterable[QgsFeature], reach: float = 200) -> QgsPointXY:
    """Return the place with most points around it."""
    points = [one.geometry().asPoint() for one in features]

    def near(place: QgsPointXY) -> int:
        return sum(
            abs(p.x() - place.x()) < reach and abs(p.y() - place.y()) < reach for p in points
        )

    return max(points[::7] or points, key=near)


def busiest_promoter(works: Iterable[QgsFeature]) -> tuple[str, str]:
    """Return the SWA code and the name of the promoter with most works."""
    promoters = Counter((one[PROMOTER_CODE], one["promoter"]) for one in works)
    return promoters.most_common(1)[0][0]


def main(wanted: list[str]) -> None:
    """Draw the sheets of the styles `wanted`, or of all."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "live.gpkx")
        fill(store)
        draw(store, wanted)
        QgsProject.instance().removeAllMapLayers()
        store.close()


def draw(store: Store, wanted: list[str]) -> None:
    """Draw the sheets of the styles `wanted`, or of all, from what a store holds."""
    mine = busiest_promoter(plain(store, WORKS)[CENTRE].getFeatures())
    for style in Style:
        for kind in KINDS_OF[style] if not wanted or style.value in wanted else ():
            layers = dressed(store, kind, style, mine)
            middle = busiest(plain(store, kind)[CENTRE].getFeatures())
            near = town(list(layers.values()), middle, 2500)
            close = town(list(layers.values()), middle, 600)
            far = town(list(layers.values()), middle, 30000)
            for name, background in BACKGROUNDS.items():
                ink = QColor("#111111" if name == "light" else "#ffffff")
                file = f"{style.value}_{kind}_{name}"
                classes = on(background, sample(layers, ink))
                sheet(panels(classes, *_drawn(background, far)), OUT / f"{file}_classes.png")
                sheet(panels(*_drawn(background, near, close)), OUT / f"{file}_town.png")
            QgsProject.instance().removeAllMapLayers()


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main(sys.argv[1:])
    QgsProject.instance().removeAllMapLayers()
