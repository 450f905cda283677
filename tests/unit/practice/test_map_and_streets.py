"""Boxes, days and streets over HTTP."""

from datetime import timedelta

import pytest
from shapely.geometry import box, shape
from street_works.plugin.api.v1.models import geojson, lookup
from street_works.plugin.practice.made_up.around import made_up

LAYERS = {
    "works": geojson.WorkResponse,
    "activities": geojson.ActivityResponse,
    "forward-plans": geojson.ForwardPlanResponse,
    "hs2-act-limits": geojson.Hs2ActLimitsResponse,
}
NAMES = ("minEasting", "minNorthing", "maxEasting", "maxNorthing")


def fetch(caller, layer, bounds, **more):
    return caller.get(f"geojson/{layer}", **dict(zip(NAMES, bounds)), **more)


def everything(caller, layer, bounds, **more):
    """All features of a layer, by splitting boxes that are refused."""
    answer = fetch(caller, layer, bounds, **more)
    if answer.status_code == 200:
        return {str(f): f for f in answer.json()["features"]}
    assert answer.status_code == 403
    west, south, east, north = bounds
    e, n = (west + east) / 2, (south + north) / 2
    found = {}
    for part in (
        (west, south, e, n),
        (e, south, east, n),
        (west, n, e, north),
        (e, n, east, north),
    ):
        found.update(everything(caller, layer, part, **more))
    return found


def test_the_whole_town_is_too_much(planner, service):
    answer = fetch(planner, "works", service.home)
    assert answer.status_code == 403
    assert "100" in answer.json()["message"]


def test_every_layer_answers_by_the_contract(planner, service):
    counts = {}
    for layer, model in LAYERS.items():
        features = list(everything(planner, layer, service.home).values())
        read = model.model_validate({"type": "FeatureCollection", "features": features})
        assert not read.refused
        counts[layer] = len(features)
    assert counts["works"] == 2000
    assert 200 <= counts["activities"] <= 300
    assert 80 <= counts["forward-plans"] <= 120
    assert counts["hs2-act-limits"] >= 4


def test_hundreds_of_works_are_live_in_the_next_fortnight(planner, service):
    today = service._clock.today()
    days = {
        "start_date": f"{today}T00:00:00Z",
        "end_date": f"{today + timedelta(days=14)}T00:00:00Z",
    }
    found = everything(planner, "works", service.home, **days).values()
    assert 300 <= len(found) <= 1200
    for feature in found:
        properties = feature["properties"]
        assert properties["start_date"][:10] <= str(today + timedelta(days=14))
        assert properties["end_date"][:10] >= str(today)
    kinds = {feature["geometry"]["type"] for feature in found}
    assert kinds == {"Point", "LineString", "Polygon"}


def test_the_exact_hundred_is_given_and_one_more_is_not(make_service, call):
    service, base = make_service()
    planner = call(base)
    west, south, east, north = service.home
    low, high = south, north
    seen = set()
    for _ in range(60):
        middle = (low + high) / 2
        answer = fetch(planner, "works", (west, south, east, middle))
        count = len(service.register.features("works", box(west, south, east, middle)))
        assert (answer.status_code == 403) == (count > 100)
        seen.add(count)
        low, high = (middle, high) if count <= 100 else (low, middle)
    assert 100 in seen or max(c for c in seen if c <= 100) >= 98


def test_days_count_from_both_ends(planner, service):
    feature = next(
        f
        for f in everything(planner, "works", service.home).values()
        if f["properties"]["permit_status"] == "granted"
    )
    reference = feature["properties"]["work_reference_number"]
    first, last = feature["properties"]["start_date"][:10], feature["properties"]["end_date"][:10]
    bounds = shape(feature["geometry"]).buffer(1).bounds

    def there(**days):
        features = fetch(planner, "works", bounds, **days).json()["features"]
        return reference in {f["properties"]["work_reference_number"] for f in features}

    assert there(start_date=last)
    assert there(end_date=first)
    assert there()
    year = str(int(last[:4]) + 1)
    assert not there(start_date=f"{year}-12-31")
    assert not there(end_date="2020-01-01")


def test_a_reference_is_added_to_the_box(planner, service):
    feature = next(iter(everything(planner, "works", service.home).values()))
    reference = feature["properties"]["work_reference_number"]
    answer = fetch(planner, "works", (1, 1, 2, 2), work_reference_number=reference.lower())
    assert [f["properties"]["work_reference_number"] for f in answer.json()["features"]] == [
        reference
    ]
    assert fetch(planner, "works", (1, 1, 2, 2)).json()["features"] == []


@pytest.mark.parametrize(
    ("bounds", "field"),
    [
        ((2, 1, 1, 2), "maxEasting"),
        ((1, 2, 2, 1), "maxNorthing"),
        (("nan", 1, 2, 2), "minEasting"),
        ((1, 1, "inf", 2), "maxEasting"),
        ((1, "a", 2, 2), "minNorthing"),
        ((1, "", 2, 2), "minNorthing"),
    ],
)
def test_a_box_that_is_none_is_refused_by_name(planner, bounds, field):
    answer = fetch(planner, "works", bounds)
    assert answer.status_code == 400
    assert field in answer.json()["fields"]


def test_days_that_are_none_are_refused_by_name(planner):
    assert fetch(planner, "works", (1, 1, 2, 2), start_date="soon").json()["fields"].keys() == {
        "start_date"
    }
    swapped = {"start_date": "2026-06-02", "end_date": "2026-06-01"}
    assert fetch(planner, "works", (1, 1, 2, 2), **swapped).json()["fields"].keys() == {"end_date"}


def test_forward_plans_are_raised_ones_only(planner, service):
    plans = everything(planner, "forward-plans", service.home).values()
    assert {plan["properties"]["forward_plan_status"] for plan in plans} == {"raised"}


def test_the_three_street_look_ups(planner, service):
    near = planner.get("lookup/nsg/streets", easting=471_000, northing=236_000)
    streets = [lookup.StreetResponse.model_validate(one) for one in near.json()]
    assert "MARKET PLACE" in {street.street_descriptor for street in streets}
    one = planner.get(f"lookup/nsg/streets/{streets[0].usrn}").json()
    assert one == near.json()[0]
    assert one["street_line"]["type"] == "MultiLineString"
    found = planner.get("lookup/nsg/search", query="market harrowmere").json()
    assert "MARKET PLACE" in {street["street_descriptor"] for street in found}
    assert planner.get("lookup/nsg/search", query="zzz").json() == []
    assert planner.get("lookup/nsg/streets", easting=1, northing=1).status_code == 404
    assert planner.get("lookup/nsg/streets/1000001").status_code == 404
    assert planner.get("lookup/nsg/streets/abc").status_code == 404
    missing = planner.get("lookup/nsg/streets", easting=1)
    assert missing.json()["fields"].keys() == {"northing"}


def test_all_streets_at_once_are_what_the_look_up_tells_of_each(client, service):
    asked = client("planner").register
    told = service.streets()
    assert len(told) > 300
    for street in told:
        assert street == asked.street(street.usrn)


def test_the_same_seed_and_day_give_the_same_works(make_service, call):
    bounds = (470_800, 235_800, 471_200, 236_200)
    answers = []
    for seed in (5, 5, 6):
        made_up.cache_clear()
        answers.append(fetch(call(make_service(seed=seed)[1]), "activities", bounds).text)
    assert answers[0] == answers[1]
    assert answers[0] != answers[2]


def test_published_records_are_on_the_map(shared, make_service, call):
    service, base = make_service(works=[shared("data/works/london_2026-09.psv")])
    west, south, east, north = service.reading[0].bounds
    found = everything(call(base), "works", (west, south, east, north))
    references = {f["properties"]["permit_reference_number"] for f in found.values()}
    assert len(references) == 82
    assert "TY17005449891-03" in references
