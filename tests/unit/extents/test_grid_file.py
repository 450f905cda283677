"""The grid file for PROJ: right where OSTN15 is, whole, and told from others of its name."""

import csv
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pytest
from pyproj import Transformer
from street_works.plugin.extents import __main__ as command
from street_works.plugin.extents import by_proj, grid_file, ostn15
from street_works.plugin.files.ostn15_file import NAME, Edition, edition_of

Array = np.ndarray[Any, Any]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("grid") / NAME
    assert command.main(["grid-file", "--out", str(path)]) == 0
    return path


def by(file: Path) -> Transformer:
    """Return PROJ's way from ETRS89 to National Grid by a file."""
    return Transformer.from_pipeline(by_proj._GRID.replace(NAME, str(file)))


def apart_mm(found: tuple[Array, Array], right: tuple[Array, Array]) -> Array:
    return 1000 * np.hypot(found[0] - right[0], found[1] - right[1])


def anywhere(south_west: tuple[float, float], north_east: tuple[float, float]) -> Array:
    """Return places (degrees), those of one tile of the file after the other: PROJ holds few."""
    places = np.random.default_rng(1).uniform(south_west, north_east, (20_000, 2)).T
    column, row = places[0] // (256 / 60), (places[1] - 61) // (256 / 120)
    return places[:, np.lexsort([column, row])]


def test_proj_brings_the_control_points_within_a_centimetre_there_and_back(
    made: Path, shared: Callable[[str], Path], tell: Callable[..., None]
) -> None:
    with shared("data/ostn15/os_test_points.csv").open(newline="") as lines:
        rows = [[float(text) for text in list(row.values())[1:]] for row in csv.DictReader(lines)]
    latitude, longitude, easting, northing = np.array(rows).T
    there = apart_mm(by(made).transform(longitude, latitude), (easting, northing))
    back = by(made).transform(easting, northing, direction="INVERSE")
    again = apart_mm(ostn15.to_grid(*back), (easting, northing))
    tell(f"{len(rows)} control points by the grid file: {there.max():.1f} mm, {again.max():.1f} mm")
    assert len(rows) == 20
    assert max(there.max(), again.max()) <= 10


def test_all_over_england_it_is_as_near_to_ostn15_as_projs_own_file(
    made: Path, shared: Callable[[str], Path]
) -> None:
    places = anywhere((-6, 50), (1.7, 55.8))
    right = ostn15.to_grid(*places)
    ours, theirs = (
        np.nanmean(apart_mm(by(file).transform(*places), right))
        for file in (made, shared(f"data/ostn15/{NAME}"))
    )
    assert ours < theirs < 2


def test_beyond_the_table_it_goes_on_as_projs_own_file_does(
    made: Path, shared: Callable[[str], Path]
) -> None:
    places = anywhere((-8.9, 49.1), (1.9, 60.9))
    outside = np.isnan(ostn15.to_grid(*places)[0])
    ours, theirs = (
        by(file).transform(*places[:, outside]) for file in (made, shared(f"data/ostn15/{NAME}"))
    )
    assert outside.sum() > 1000
    assert np.median(apart_mm(ours, theirs)) < 5


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content + b"\0",
        lambda content: content[:1_000_000] + b"\0\0\0\0" + content[1_000_004:],
        lambda content: content.replace(b"arc-second", b"arc-minute", 1),
    ],
)
def test_a_file_that_was_cut_or_changed_is_noticed(made: Path, harm: Any) -> None:
    content = made.read_bytes()
    assert edition_of(content) is Edition.OURS
    assert edition_of(harm(content)) is Edition.DAMAGED


def test_projs_own_file_is_known_and_others_are_not(shared: Callable[[str], Path]) -> None:
    content = shared(f"data/ostn15/{NAME}").read_bytes()
    assert edition_of(content) is Edition.OFFICIAL
    assert edition_of(content[:-1]) is Edition.UNKNOWN
    assert edition_of(b"") is edition_of(b"II*\0 what somebody made") is Edition.UNKNOWN


def test_the_command_leaves_nothing_behind_that_is_not_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid_file, "content", lambda: b"made")
    assert command.main(["grid-file", "--out", str(tmp_path / "nowhere" / NAME)]) == 2
    assert NAME in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "folder").mkdir()
    assert command.main(["grid-file", "--out", str(tmp_path / "folder")]) == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]
