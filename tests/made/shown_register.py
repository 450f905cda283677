"""A register of works in rows and columns, far enough apart to be told by their pixels."""

from datetime import datetime, timedelta, timezone
from types import SimpleNamespace

from qgis.PyQt.QtCore import QObject, pyqtSignal
from street_works.plugin.api.v1.rights import Rights
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.records.people import Organisation

WEST, SOUTH, EVERY = 400_000, 300_000, 50
COLUMNS = 18


def works(number, days_from_now, length, category="minor"):
    """Return a works at its place in the rows."""
    row, column = divmod(number, COLUMNS)
    place = (WEST + EVERY * (column + 1), SOUTH + EVERY * (row + 1))
    return works_at(number, place, uk_today() + timedelta(days=days_from_now), length, category)


def works_at(number, place, day, length=3, category="minor"):
    """Return a works at a place (EPSG:27700) that begins on `day` and goes on for `length` more."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=timezone.utc)
    return SimpleNamespace(
        geometry=SimpleNamespace(type="Point", coordinates=list(place)),
        properties=SimpleNamespace(
            work_reference_number=f"W{number}",
            permit_reference_number=f"W{number}-01",
            work_category=category,
            start_date=noon,
            end_date=noon + timedelta(days=length),
        ),
    )


class Register:
    """Answers at once with its works; it has nothing else. `fails` is raised in place of answers.

    `asked` holds the boxes and days that works were asked for, `refused` is told with each answer.
    """

    def __init__(self, records):
        self.records = records
        self.refused = []
        self.asked = []
        self.fails = None
        self.geojson = self
        self.rights = Rights()

    def promoters(self):
        return ()

    def get_works_intersect_bounding_box(self, *box, start_date, end_date):
        self.asked.append((box, start_date, end_date))
        if self.fails is not None:
            raise self.fails
        west, south, east, north = box
        found = [
            one
            for one in self.records
            if west <= one.geometry.coordinates[0] <= east
            and south <= one.geometry.coordinates[1] <= north
            and one.properties.start_date.date() <= end_date
            and one.properties.end_date.date() >= start_date
        ]
        return SimpleNamespace(features=found, refused=self.refused)

    def _none(self, *box, **days):
        if self.fails is not None:
            raise self.fails
        return SimpleNamespace(features=[], refused=[])

    get_activities_intersecting_bounds = _none
    get_forward_plans_intersect_bounding_box = _none
    get_hs2_act_limits_intersecting_bounds = _none


class Account(QObject):
    """An account whose register, environment and user are whatever is put into it."""

    changed = pyqtSignal()

    def __init__(self):
        super().__init__()
        self.client = None
        self.environment = SimpleNamespace(key="practice")
        self.organisation = Organisation("Anytown Water", "0030")
        self.user = ""

    @property
    def signed_in(self):
        return self.client is not None

    @property
    def register(self):
        return self.client

    def require_client(self):
        if self.client is None:
            raise StreetWorksError("You are not signed in.")
        return self.client
