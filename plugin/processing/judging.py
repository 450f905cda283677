"""Shapes of a layer examined and mended, thousands at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import shapely
from qgis.core import QgsGeometry
from shapely.geometry.base import BaseGeometry

from ..extents import Drawing, Finding, Limits, Severity, examine
from ..extents.layer import Conversion, examine_layer
from ..extents.repair import mend_steps
from ..map.as_qgis import as_qgis
from ..map.as_shapely import Shapes, read

Findings = tuple[Finding, ...]


@dataclass(frozen=True)
class Told:
    """A finding for a layer: its place (EPSG:27700; null: nowhere), and a row of its columns.

    The columns are rule, severity, message, advice, and whether it can be mended.
    """

    place: QgsGeometry
    columns: tuple[Any, ...]


@dataclass(frozen=True)
class Verdict:
    """What is found of one feature, and what is found of all in its layer."""

    extent: Optional[BaseGeometry]
    said: Findings
    of_all: Findings

    @property
    def errors(self) -> int:
        """How many findings keep it from being submitted."""
        return self._count(Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many findings are the planner's to judge."""
        return self._count(Severity.WARNING)

    @property
    def sound(self) -> bool:
        """Whether it may be submitted."""
        return self.extent is not None and not self.errors

    @property
    def findings(self) -> list[Told]:
        """What is said of this one alone, for a layer."""
        return [told(finding, self.extent) for finding in self.said]

    @property
    def columns(self) -> tuple[Any, ...]:
        """Whether it may be submitted, numbers of errors, warnings, notes; rules and messages."""
        notes = self._count(Severity.INFO)
        every = (*self.said, *self.of_all)
        return (self.sound, self.errors, self.warnings, notes, rules_of(every), words_of(every))

    def _count(self, severity: Severity) -> int:
        return sum(one.severity is severity for one in (*self.said, *self.of_all))


@dataclass(frozen=True)
class Outcome:
    """What became of a shape. `geometry` is the sound extent, or None where there is none.

    `what` says what was changed, mend by mend; `findings` what was wrong with it before. No place
    moved by more than `largest_move_m`.
    """

    geometry: Optional[QgsGeometry]
    findings: Findings = ()
    what: tuple[str, ...] = ()
    area_change_m2: float = 0.0
    length_change_m: float = 0.0
    largest_move_m: float = 0.0

    @property
    def columns(self) -> tuple[Any, ...]:
        """What was done, and by how much area, length and places changed."""
        changes = (self.area_change_m2, self.length_change_m, self.largest_move_m)
        return (" ".join(self.what), *(round(change, 4) for change in changes))

    @property
    def rules(self) -> str:
        """The rules of the findings."""
        return rules_of(self.findings)

    @property
    def messages(self) -> str:
        """What the findings say."""
        return words_of(self.findings)


def rules_of(findings: Findings) -> str:
    """Return the names of the rules, each once, in order."""
    return ", ".join(dict.fromkeys(finding.rule for finding in findings))


def words_of(findings: Findings) -> str:
    """Return messages and advice as one text."""
    return " ".join(f"{finding.message} {finding.advice}".strip() for finding in findings)


def told(finding: Finding, extent: Optional[BaseGeometry] = None) -> Told:
    """Put a finding into a row; it stands at its own place, or else on the extent."""
    columns = (
        finding.rule,
        finding.severity.value,
        finding.message,
        finding.advice,
        finding.mend is not None,
    )
    return Told(_point(extent if finding.where is None else finding.where), columns)


def facts_of(crs: str, limits: Limits) -> tuple[Conversion, list[Told]]:
    """Say how shapes in `crs` come to National Grid, and what is said of all of them.

    Raises `CrsUnusable` and `GridUnavailable`.
    """
    report = examine_layer(np.array([], dtype=object), crs, limits)
    return report.conversion, [told(finding) for finding in report.of_all]


def verdicts(geometries: Sequence[QgsGeometry], crs: str, limits: Limits) -> list[Verdict]:
    """Examine geometries in `crs`. Raises as `facts_of` does."""
    return _judged(read(geometries), crs, limits)


def mended(geometries: Sequence[QgsGeometry], crs: str, limits: Limits) -> list[Outcome]:
    """Mend what is wrong with geometries in `crs`; sound ones are only brought to centimetres.

    Only errors are mended: what is a warning is the planner's to judge. Raises as `facts_of` does.
    """
    shapes = read(geometries)
    return [
        Outcome(as_qgis(verdict.extent))
        if verdict.sound
        else _mended(Drawing(shapes.text(number), crs), limits)
        for number, verdict in enumerate(_judged(shapes, crs, limits))
    ]


def _judged(shapes: Shapes, crs: str, limits: Limits) -> list[Verdict]:
    report = examine_layer(shapes.geometries, crs, limits)
    said: list[list[Finding]] = [[] for _ in shapes.geometries]
    for number, finding in report.findings:
        said[number].append(finding)
    found = [
        Verdict(extent, tuple(of_one), report.of_all)
        for extent, of_one in zip(report.extents, said)
    ]
    for number, text in shapes.texts.items():
        examined = examine(Drawing(text, crs), limits)
        extent = None if examined.extent is None else examined.extent.geometry
        of_one = tuple(finding for finding in examined.findings if finding not in report.of_all)
        found[number] = Verdict(extent, of_one, report.of_all)
    return found


def _mended(drawing: Drawing, limits: Limits) -> Outcome:
    before = examined = examine(drawing, limits)
    what: list[str] = []
    area = length = move = 0.0
    for step in mend_steps(examined):
        examined = step.examined
        what.append(step.what)
        area, length = area + step.area_change_m2, length + step.length_change_m
        move += step.largest_move_m
    if not examined.submittable or examined.extent is None:
        return Outcome(None, before.findings)
    geometry = as_qgis(examined.extent.geometry)
    return Outcome(geometry, before.findings, tuple(what), area, length, move)


def _point(where: Optional[BaseGeometry]) -> QgsGeometry:
    """Give a point on a shape; a null one for none."""
    if where is None or where.is_empty:
        return QgsGeometry()
    if where.geom_type == "Polygon" and where.is_valid:
        return as_qgis(where.representative_point())
    if where.geom_type == "LineString":
        return as_qgis(where.interpolate(0.5, normalized=True))
    return as_qgis(shapely.points(shapely.get_coordinates(where)[0]))
