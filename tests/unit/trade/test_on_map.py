"""Records on the map: what two copies of one have in common."""

from street_works.plugin.trade.records.on_map import Geometry, MapRecord


def limit(*coordinates, **more):
    return MapRecord("hs2", Geometry("Polygon", coordinates, **more))


def test_a_record_is_known_by_its_reference():
    assert MapRecord("works", None, "A-01", works_reference="A").identity == "A-01"


def test_without_a_reference_it_is_known_by_its_shape():
    here, same, there = limit([1.0, 2.0]), limit([1.0, 2.0]), limit([1.0, 3.0])
    assert here.identity == same.identity != there.identity
    assert MapRecord("hs2", None).identity not in ("", here.identity)
    one, other = (
        limit(geometries=(Geometry("Point", [1.0, northing]),)) for northing in (2.0, 3.0)
    )
    assert one.identity != other.identity


def test_stores_of_earlier_versions_know_it_by_the_same_name():
    known = "b1f141e8933be948e7086a29629873e8"  # pragma: allowlist secret
    assert limit([[0.0, 0.0], [9.0, 0.0], [9.0, 9.0], [0.0, 0.0]]).identity == known
