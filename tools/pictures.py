"""Makes the pictures of the user guide from screenshots of walks through the real QGIS.

`make demo` leaves its screenshots in `build/demo/`, `make demo JOURNEY=life` and `JOURNEY=clashes`
in `build/life/` and `build/clashes/`. With STREET_WORKS_ROUNDS=full, of those in `tests/journeys`,
`test_extents.py` leaves those of the ways to an extent in `build/extents/`, `test_live.py` its own
in `build/live/`, `test_roles.py` those of each role in `build/roles/`, and `test_forms.py` one of
every form in `build/forms/`. Run this then as
`.venv/bin/python tools/pictures.py`; with names of pictures or of a folder, such as `forms`, it
makes only those. Each picture is cut out of a screenshot, made at most 1200 pixels wide and saved
with 256 colours in `docs/images/`. Exits with 1, saying why, when a screenshot is not there or a
picture stays too large.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtGui import QImage
from street_works.plugin.forms.all_forms import FORMS
from street_works.tools.forms import picture_of

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
DEMO, WAYS, LIVE = "demo", "extents/epsg-27700", "live/first"
LIFE, CLASHES, FORMS_WALK = "life", "clashes", "forms"
PLANNER, CONTRACTOR, AUTHORITY = "roles/planner", "roles/contractor", "roles/authority"
IMAGES = ROOT / "docs" / "images"
WIDEST = 1200  # pixels
LARGEST = 200_000  # bytes
COLOURS = 256

# On the walk's screen of 1600 by 1000 pixels; dialogs come up in the middle of QGIS's window.
WINDOW = QRect(0, 0, 1600, 1000)
MAP_AND_PANEL = QRect(300, 160, 1300, 808)
SIGN_IN = QRect(591, 309, 398, 305)
APPLICATION = QRect(405, 155, 770, 613)
POSITIONS = QRect(465, 183, 650, 557)


class Picture(NamedTuple):
    """A picture of the guide: the part `cut` of a screenshot in a folder below `build/`.

    Without a `cut` it is all of what is of no particular size: a window, a page.
    """

    name: str
    screenshot: str
    cut: Optional[QRect]
    folder: str = DEMO


PICTURES = (
    Picture("sign-in", "dialog-sign-in", SIGN_IN),
    Picture("map", "04-features-on-the-map", WINDOW),
    Picture("filter", "filter-saved", WINDOW, LIVE),
    Picture("list", "list", MAP_AND_PANEL, LIVE),
    Picture("changes", "changes", MAP_AND_PANEL, LIVE),
    Picture("draw", "05-draw", MAP_AND_PANEL),
    Picture("along", "along-polygon", MAP_AND_PANEL, WAYS),
    Picture("by-keyboard", "by-keyboard", POSITIONS, WAYS),
    Picture("editing", "editing", MAP_AND_PANEL, WAYS),
    Picture("mended", "mended", MAP_AND_PANEL, WAYS),
    Picture("findings", "dialog-finding", MAP_AND_PANEL),
    Picture("street", "08-street", MAP_AND_PANEL),
    Picture("clashes", "09-clashes", WINDOW),
    Picture("verdict", "05-judged", MAP_AND_PANEL, CLASHES),
    Picture("other-days", "06-other-days", MAP_AND_PANEL, CLASHES),
    Picture("evidence", "page-1", None, CLASHES),
    Picture("attached", "form-02-CreateWork-file_ids", APPLICATION, CLASHES),
    Picture("watch", "12-watch-tells", WINDOW, CLASHES),
    Picture("judge-again", "judge-again", MAP_AND_PANEL, CLASHES),
    Picture("form", "dialog-form", APPLICATION),
    Picture("review", "11-review", APPLICATION),
    Picture("receipt", "12-submitted", APPLICATION),
    Picture("start", "dialog-start", WINDOW, PLANNER),
    Picture("assess", "form-02-UpdateAssessmentStatus.grant", APPLICATION, LIFE),
    Picture("change", "review-08-CreatePermitAlteration", APPLICATION, LIFE),
    Picture("redrawn", "extent-redrawn", MAP_AND_PANEL, LIFE),
    Picture("site", "form-10-CreateSite", APPLICATION, LIFE),
    Picture("penalty-notice", "form-15-CreateFPN", APPLICATION, LIFE),
    Picture("promoter", "dialog-form-promoter", APPLICATION, CONTRACTOR),
    Picture("authority", "05-not-offered", MAP_AND_PANEL, AUTHORITY),
    *(Picture(f"forms/{one}", one, None, FORMS_WALK) for one in map(picture_of, FORMS)),
)


def cut_out(picture: Picture, source: Path) -> QImage:
    """Return the picture's part of its screenshot below `source`, at most WIDEST pixels wide.

    Raises RuntimeError when the screenshot is not there, or of another size than the walk's.
    """
    path = source / picture.folder / f"{picture.screenshot}.png"
    screenshot = QImage(str(path))
    if screenshot.isNull():
        raise RuntimeError(
            f"{path} is not there or cannot be read: run `tools/demo.py --walk` "
            "or the journeys in tests/journeys/ first"
        )
    if picture.cut is None:
        return screenshot
    if screenshot.size() != WINDOW.size():
        raise RuntimeError(f"{path} is not {WINDOW.width()} by {WINDOW.height()} pixels")
    part = screenshot.copy(picture.cut)
    if part.width() > WIDEST:
        part = part.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    return part


def with_few_colours(image: QImage) -> QImage:
    """Return `image` with COLOURS colours at most, which a PNG stores in little space."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = plain.constBits()
    bits.setsize(plain.sizeInBytes())
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    table = _palette(Counter(memoryview(bits).cast("B").cast("I")))
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def _palette(counted: Counter) -> list[int]:
    """Choose the most frequent colours as they are, and rare ones of other kinds, as icons have."""
    ranked = [colour for colour, _times in counted.most_common()]
    chosen = ranked[: COLOURS // 2]
    kinds = {colour & 0xE0E0E0 for colour in chosen}
    for colour in ranked[COLOURS // 2 :]:
        if colour & 0xE0E0E0 not in kinds:
            kinds.add(colour & 0xE0E0E0)
            chosen.append(colour)
    return chosen[:COLOURS]


def make(picture: Picture, source: Path, images: Path) -> int:
    """Write the picture into `images`; returns its size in bytes. Raises RuntimeError."""
    path = images / f"{picture.name}.png"
    if not with_few_colours(cut_out(picture, source)).save(str(path), "PNG", 0):
        raise RuntimeError(f"{path} could not be written")
    size = path.stat().st_size
    if size > LARGEST:
        raise RuntimeError(f"{path} is {size} bytes long, more than {LARGEST}")
    return size


def main(wanted: Sequence[str] = (), source: Path = BUILD, images: Path = IMAGES) -> int:
    """Make the pictures and folders that are `wanted`, or all; returns the exit code."""
    (images / "forms").mkdir(parents=True, exist_ok=True)
    try:
        for picture in PICTURES:
            if not wanted or {picture.name, picture.name.partition("/")[0]} & {*wanted}:
                print(f"{picture.name}.png: {make(picture, source, images) // 1000} kB")
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
