"""An extent and what is said of it, in the planner's words."""

from datetime import datetime, timezone
from html import escape
from typing import Optional

from ...plugin.drafts import Draft
from ...plugin.extents import Extent, Finding, Severity
from ...plugin.extents.told import conversion
from ...plugin.forms.application.days import days_of
from ...plugin.forms.kept_street import name_of
from ...plugin.rules.typed import written_in_full
from ...plugin.trade.calendar import uk_time, uk_today
from ...plugin.trade.telling import span
from ...plugin.words import tr

_MEETS_M, _NEAR_M = 0.05, 10.0


def size_of(extent: Extent) -> str:
    """Say what kind of shape it is, how large, and of how many points."""
    kind = extent.geometry.geom_type
    if kind == "Point":
        easting, northing = extent.centre()
        return tr("Point at {e:.2f}, {n:.2f}").format(e=easting, n=northing)
    if kind == "LineString":
        return tr("Line, {length:.1f} m long, {points} points").format(
            length=extent.length_m, points=extent.points
        )
    return tr("Polygon, {area:.1f} m², outline {length:.1f} m, {points} points").format(
        area=extent.area_m2, length=extent.length_m, points=extent.points
    )


def conversion_of(extent: Extent) -> str:
    """Say how it came to British National Grid, and how exactly."""
    return tr("British National Grid from {source}: {operation}, accuracy {accuracy:.2f} m").format(
        source=extent.source_crs, operation=extent.operation, accuracy=extent.accuracy_m
    )


def conversion_tip(extent: Extent) -> str:
    """Say all that is known of how it came to British National Grid, a fact a line, as HTML.

    A coordinate system's name comes from a file or a server, so every value is escaped.
    """
    return "<br>".join(
        f"<b>{escape(name)}:</b> {escape(value)}" for name, value in conversion(extent)
    )


def distance_of(metres: Optional[float]) -> str:
    """Say how far a street's line is from the extent; None where it has no line."""
    if metres is None:
        return tr("not drawn: the gazetteer has no line of it")
    if metres < _MEETS_M:
        return tr("the extent meets its line")
    digits = 1 if metres < _NEAR_M else 0
    return tr("{metres} m from the extent").format(metres=f"{metres:.{digits}f}")


def draft_title(draft: Draft) -> str:
    """Say which draft it is: its name or shape, its street if known, and when it was changed."""
    moment = uk_time(draft.updated)
    return tr("{shape}, {street}, changed {day} {time}").format(
        shape=draft_name(draft),
        street=draft_street(draft),
        day=written_in_full(moment.date()),
        time=f"{moment:%H:%M}",
    )


def draft_name(draft: Draft) -> str:
    """Return the planner's name for a draft, or else what shape was drawn."""
    shapes = {"POINT": tr("Point"), "LINESTRING": tr("Line"), "POLYGON": tr("Polygon")}
    kind = draft.drawing_wkt.partition("(")[0].split()
    return draft.name or shapes.get(kind[0].upper() if kind else "", tr("Shape"))


def draft_street(draft: Draft) -> str:
    """Return the name of a draft's street, or say that there is none yet."""
    return name_of(draft.street or {}) or tr("no street yet")


def draft_days(draft: Draft) -> str:
    """Say on which days the works of a draft are, "" while that is not known."""
    return span(*days_of(draft.values), uk_today(datetime.now(timezone.utc)))


def age_of(moment: datetime, now: datetime) -> str:
    """Say how long ago a moment was, in whole minutes, hours or days."""
    minutes = max(int((now - moment).total_seconds()) // 60, 0)
    hours, days = minutes // 60, minutes // (60 * 24)
    if minutes == 0:
        return tr("just now")
    if hours == 0:
        return tr("1 minute ago") if minutes == 1 else tr("{n} minutes ago").format(n=minutes)
    if days == 0:
        return tr("1 hour ago") if hours == 1 else tr("{n} hours ago").format(n=hours)
    return tr("1 day ago") if days == 1 else tr("{n} days ago").format(n=days)


def finding_text(finding: Finding) -> str:
    """Say a finding with the word for how serious it is, so that no colour has to be seen."""
    word = {
        Severity.ERROR: tr("Error"),
        Severity.WARNING: tr("Warning"),
        Severity.INFO: tr("Note"),
    }[finding.severity]
    return f"{word}: {finding.message} {finding.advice}".strip()
