"""One person plays both sides in practice: the map stays where it is when the account changes."""

import pytest
from qgis.core import QgsPointXY, QgsProject
from street_works.plugin.settings import PRACTICE, Environment

AUTHORITY = "authority@practice.example"


@pytest.fixture
def practising(workplace, until):
    """Give the function that signs in to the plugin's own practice service."""

    def sign_in(email=""):
        workplace.account.sign_in(Environment(PRACTICE, "Practice", ""), email, "")
        until(lambda: workplace.account.signed_in and not workplace.jobs.running)
        until(lambda: email in ("", workplace.account.user))
        return workplace

    return sign_in


def middle(place):
    return place._canvas.extent().center()


def test_another_account_of_the_town_leaves_the_map_as_it_is(practising, until):
    place = practising()
    west, south, east, _north = place.account.home
    assert west < middle(place).x() < east
    there = QgsPointXY(west + 300, south + 400)
    place._canvas.setCenter(there)
    before = middle(place)
    practising(AUTHORITY)
    assert place.account.user == AUTHORITY
    assert middle(place).distance(before) < 1
    assert place.heard == []


def test_an_empty_project_shows_the_town_whoever_signs_in(practising, until):
    place = practising()
    west, _south, east, _north = place.account.home
    place.account.sign_out()
    until(lambda: not place.account.signed_in)
    QgsProject.instance().clear()
    place._canvas.setCenter(QgsPointXY(0, 0))
    practising(AUTHORITY)
    assert west < middle(place).x() < east
