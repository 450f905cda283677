"""A register of works in rows and columns, far enough apart to be told by their pixels."""

from datetime import timedelta
from types import SimpleNamespace

from qgis.PyQt.QtCore import QObject, pyqtSignal
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.kinds import WORKS
from street_works.plugin.trade.records.on_map import MapAnswer
from street_works.plugin.trade.records.people import Organisation
from street_works.tests.made import map_records
from street_works.tests.made.map_records import point

WEST, SOUTH, EVERY = 400_000, 300_000, 50
COLUMNS = 18


def works(number, days_from_now, length, category="minor"):
    """Return a works at its place in the rows."""
    row, column = divmod(number, COLUMNS)
    place = (WEST + EVERY * (column + 1), SOUTH + EVERY * (row + 1))
    return works_at(number, place, uk_today() + timedelta(days=days_from_now), length, category)


def works_at(number, place, day, length=3, category="minor"):
    """Return a works at a place (EPSG:27700) that begins on `day` and goes on for `length` more."""
    last = day + timedelta(days=length)
    return map_records.works(number, point(*place), day, last, category=category)


class Register:
    """Answers at once with its works; it has nothing else. `fails` is raised in place of answers.

    `asked` holds the boxes and days that works were asked for, `unread` is told with each answer.
    """

    tells_changes = True

    def __init__(self, records):
        self.records = records
        self.unread = []
        self.asked = []
        self.fails = None

    def promoters(self):
        return ()

    def map_records(self, kind, box, days):
        if kind == WORKS:
            self.asked.append((box, days))
        if self.fails is not None:
            raise self.fails
        if kind != WORKS:
            return MapAnswer(())
        west, south, east, north = box
        found = [
            one
            for one in self.records
            if west <= one.geometry.coordinates[0] <= east
            and south <= one.geometry.coordinates[1] <= north
            and one.first_day <= days.end
            and one.last_day >= days.start
        ]
        return MapAnswer(found, self.unread)


class Account(QObject):
    """An account whose register, environment and user are whatever is put into it."""

    changed = pyqtSignal()
    streets_told = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.client = None
        self.all_streets = None
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

    require_register = require_client
