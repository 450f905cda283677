"""Geographical areas: what their files may hold, whose they are, how many there may be."""

import pytest
from street_works.plugin.api.errors import (
    AccessRestricted,
    BadRequest,
    NotFound,
    PreconditionFailed,
)
from street_works.plugin.practice.operations.areas import MOST_AREAS, read_usrns
from street_works.plugin.practice.records import Area
from street_works.plugin.practice.refusals import Refusal


@pytest.fixture
def streets(service):
    return [street.usrn for street in service.town.streets[:5]]


@pytest.fixture
def kept(service):
    return service.register.shelf("areas")


def column(usrns, name="North side.csv", start=b""):
    return name, start + "\r\n".join(str(one) for one in usrns).encode(), "text/csv"


def test_an_area_is_made_and_replaced(client, kept, streets):
    work = client("authority").work
    made = work.create_geographical_area(column(streets[:3]))
    reference = made.geographical_area_reference_number
    assert reference.startswith("GA-9810-")
    area = kept.get(reference)
    assert (area.name, area.usrns) == ("North side", tuple(streets[:3]))
    assert area.file_id == made.file_id
    assert work.get_file(made.file_id).content == column(streets[:3])[1]
    with pytest.raises(PreconditionFailed):
        work.delete_file(made.file_id)
    work.update_geographical_area(
        reference.lower(), column(streets[3:], "South.CSV", b"\xef\xbb\xbf")
    )
    area = kept.get(reference)
    assert (area.name, area.usrns) == ("South", tuple(streets[3:]))
    assert area.file_id != made.file_id
    assert area.modified is not None


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("area.txt", b"99400101", ".csv"),
        ("area.csv", b"", "between 1 and 10,000"),
        ("area.csv", b"\r\n\r\n", "between 1 and 10,000"),
        ("area.csv", b"usrn\r\n99400101", "Line 1"),
        ("area.csv", b"99400101\r\n99400102,High Street", "Line 2"),
        ("area.csv", b"99400101\r\n12345", "Line 2"),
        ("area.csv", b"99400101\r\n99400101", "only once"),
        ("area.csv", b"\xff\xfe9\x009\x00", "not a CSV"),
        ("area.csv", b"12345678", "12345678"),
        ("area.csv", b"\n".join(b"%d" % n for n in range(20_000_000, 20_010_001)), "10,000"),
    ],
)
def test_a_file_that_is_none_of_usrns_is_refused(client, kept, name, content, message):
    before = kept.all()
    with pytest.raises(BadRequest) as refused:
        client("authority").work.create_geographical_area((name, content, "text/csv"))
    assert message in " ".join(refused.value.fields["file"])
    assert kept.all() == before


def test_a_file_may_have_ten_thousand():
    usrns = range(20_000_000, 20_010_000)
    assert len(read_usrns("\n".join(map(str, usrns)).encode())) == 10_000
    with pytest.raises(Refusal):
        read_usrns("\n".join(map(str, [*usrns, 1_000_001])).encode())


def test_an_authority_may_have_a_hundred(make_service, call, streets, service):
    running, base = make_service()
    shelf = running.register.shelf("areas")
    now = running._clock.now()
    for n in range(1, MOST_AREAS):
        key = f"GA-9810-{n:03d}"
        shelf.put(key, Area(key, "x", "9810", 1, tuple(streets), now))
    shelf.put("GA-9820-001", Area("GA-9820-001", "x", "9820", 1, tuple(streets), now))
    authority = call(base, "authority")

    def send():
        name, content, kind = column(streets)
        url = f"{base}/v1/work/geographical-areas"
        return authority.http.post(url, files={"file": (name, content, kind)}, timeout=20)

    last = send()
    assert last.json()["geographical_area_reference_number"] == "GA-9810-100"
    assert send().status_code == 412
    assert len(shelf.all()) == MOST_AREAS + 1


def test_only_ones_own_authority_has_areas(client, kept, streets):
    with pytest.raises(AccessRestricted):
        client("planner").work.create_geographical_area(column(streets))
    theirs = Area("GA-9820-001", "Theirs", "9820", 1, tuple(streets), None)
    kept.put(theirs.reference, theirs)
    with pytest.raises(AccessRestricted):
        client("authority").work.update_geographical_area("GA-9820-001", column(streets))
    assert kept.get("GA-9820-001") == theirs
    with pytest.raises(NotFound):
        client("authority").work.update_geographical_area("GA-9810-999", column(streets))


def test_a_request_without_a_file_is_refused(authority):
    url = f"{authority.base}/v1/work/geographical-areas"
    answer = authority.http.post(url, json={}, timeout=20)
    assert answer.status_code == 400
    assert "file" in answer.json()["fields"]
