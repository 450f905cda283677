"""Occupations drawn by hypothesis, close enough together in space and time to meet often."""

from datetime import date, timedelta

from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END, Occupation, street_keys
from street_works.plugin.rules.asd import SPECIAL_EVENT
from street_works.plugin.trade.vocabulary.activities import ActivityKind
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

DAY = date(2026, 6, 10)
_PLACES = st.tuples(st.integers(0, 60), st.integers(0, 60))
_LINES = st.lists(_PLACES, min_size=2, max_size=3, unique=True).map(LineString)
STREETS = (frozenset(), street_keys(1), street_keys(2), street_keys(1, "High", "Town"))
TRAFFIC = (
    TrafficManagement.ROAD_CLOSURE,
    TrafficManagement.TWO_WAY_SIGNALS,
    TrafficManagement.GIVE_AND_TAKE,
    "",
    "balloons",
)
_DAYS = st.integers(0, 30).map(lambda number: DAY + timedelta(days=number))

KINDS = ("works", "forward_plan", "activity", "hs2", "own:Town", "designation")
CATEGORIES = ("", "1", str(SPECIAL_EVENT), "embargo", "Embargo", *ActivityKind)


def occupations(kinds=KINDS, categories=CATEGORIES):
    """Draw some occupations of these kinds and categories."""
    return st.lists(
        st.builds(
            Occupation,
            kind=st.sampled_from(kinds),
            reference=st.sampled_from("ABCDEF"),
            what=st.just("gas"),
            shape=st.one_of(
                _PLACES.map(Point),
                _PLACES.map(lambda place: box(*place, place[0] + 5, place[1] + 5)),
                st.none(),
            ),
            start=_DAYS | st.sampled_from([None, SINCE_EVER]),
            end=_DAYS | st.sampled_from([None, WITHOUT_END]),
            traffic=st.sampled_from(TRAFFIC),
            category=st.sampled_from(categories),
            streets=st.sampled_from(STREETS),
            promoter=st.sampled_from(["", "Town Water", "TOWN WATER"]),
            promoter_code=st.sampled_from(["", "0999"]),
            works_reference=st.sampled_from(["", "", "OURS"]),
            street_line=st.none() | _LINES,
            diversion=st.none() | _LINES,
        ),
        min_size=3,
        max_size=5,
    )
