"""The Reporting API's lists: pages, counts, filters, order, whose rows, and the update feed."""

from datetime import timedelta

import pytest

LISTS = (
    "alterations",
    "forward-plans",
    "fixed-penalty-notices",
    "inspections",
    "reinstatements",
    "section-81s",
    "comments",
    "csv-exports",
    "workstreams",
)
NOT_OF_ALTERATIONS = (
    "promoter_swa_code",
    "highway_authority_swa_code",
    "usrn",
    "workstream_prefix",
)


def every_row(caller, path, **query):
    """Read all pages of a list; give its rows and what each page said of the whole."""
    rows, told = [], []
    while True:
        answer = caller.get(f"reporting/{path}", offset=len(rows), **query)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        told.append(page["pagination"])
        rows += page["rows"]
        if not page["pagination"]["has_next_page"]:
            return rows, told
        assert len(page["rows"]) == 25


def own_permits(service, swa_code="0098"):
    return {
        permit.reference: (works, permit)
        for works in service.register.every_works()
        if works.promoter_swa_code == swa_code
        for permit in works.permits
    }


def test_pages_of_25_give_every_permit_of_the_organisation_once(service, planner):
    rows, told = every_row(planner, "permits")
    references = [row["permit_reference_number"] for row in rows]
    assert len(references) > 25
    assert sorted(references) == sorted(own_permits(service))
    assert {one["total_rows"] for one in told} == {len(references)}
    assert [one["has_next_page"] for one in told][-2:] == [True, False]


def test_an_offset_behind_the_end_gives_an_empty_page(planner):
    page = planner.get("reporting/permits", offset=100_000).json()
    assert page["rows"] == []
    assert page["pagination"]["has_next_page"] is False


def test_a_long_list_says_501_and_goes_on(service, authority):
    rows, told = every_row(authority, "permits", status="closed")
    there = [
        permit
        for works in service.register.every_works()
        if works.place.authority_swa_code == "9810"
        for permit in works.permits
        if permit.status == "closed"
    ]
    assert len(rows) == len(there) > 501
    assert {one["total_rows"] for one in told} == {501}


def test_an_authority_sees_one_promoter_when_it_asks_for_one(authority):
    rows, _ = every_row(authority, "permits", swa_code="0098")
    assert {row["promoter_swa_code"] for row in rows} == {"0098"}


def test_a_planner_sees_nothing_of_other_promoters(planner):
    refused = planner.get("reporting/permits", swa_code="9831")
    assert (refused.status_code, refused.json()["message"]) == (401, "Access restricted")


def test_a_contractor_says_for_whom(contractor, planner, new_works):
    made = new_works()
    assert contractor.get("reporting/reinstatements").status_code == 400
    theirs = contractor.get("reporting/works/updates", swa_code="0098", previous_minutes=60).json()
    own = planner.get("reporting/works/updates", previous_minutes=60).json()
    assert theirs == own
    assert made in [one["work_reference_number"] for one in own]
    assert contractor.get("reporting/reinstatements", swa_code="9833").status_code == 401
    refused = contractor.get("reporting/permits", swa_code="0098")
    assert refused.status_code == 401, "this list is for planners and authorities"


def test_the_newest_comes_first_unless_another_order_is_asked_for(planner):
    def column(name, **query):
        return [row[name] for row in every_row(planner, "permits", **query)[0]]

    created = column("date_created")
    assert created == sorted(created, reverse=True)
    starts = column("proposed_start_date", sort_column="start_date")
    assert starts == sorted(starts)
    assert starts[0] < starts[-1]
    back = column(
        "proposed_start_date", sort_column="start_date", sort_direction="desc"
    )  # fmt: skip
    assert back == sorted(starts, reverse=True)


@pytest.mark.parametrize(
    ("query", "keeps"),
    [
        ({"status": ["granted", "submitted"]},
         lambda w, p: p.status in ("granted", "submitted")),
        ({"work_status": "planned"}, lambda w, p: w.status == "planned"),
        ({"work_category": ["minor"]}, lambda w, p: p.category == "minor"),
        ({"is_high_impact_traffic_management": "true"},
         lambda w, p: p.traffic_management in (
             "road_closure", "lane_closure", "contra_flow", "multi_way_signals",
             "two_way_signals", "convoy_workings")),
        ({"active_permit_only": "true"}, lambda w, p: w.active is p),
        ({"is_early_start": "false"}, lambda w, p: not p.is_early_start),
        ({"work_start_date_from": "2026-06-08"},
         lambda w, p: str((p.actual_start or p.start).date()) >= "2026-06-08"),
        ({"work_end_date_to": "2026-06-01"},
         lambda w, p: str((p.actual_stop or p.end).date()) <= "2026-06-01"),
    ],
    ids=lambda one: "-".join(one) if isinstance(one, dict) else "",
)  # fmt: skip
def test_a_filter_keeps_what_it_says_and_no_less(service, planner, query, keeps):
    rows, _ = every_row(planner, "permits", **query)
    expected = [name for name, (works, one) in own_permits(service).items() if keeps(works, one)]
    assert 0 < len(expected) < len(own_permits(service))
    assert sorted(row["permit_reference_number"] for row in rows) == sorted(expected)


def test_the_query_looks_into_references_and_streets(service, planner):
    reference, (works, _) = sorted(own_permits(service).items())[3]
    rows, _ = every_row(planner, "permits", query=reference.lower())
    assert [row["permit_reference_number"] for row in rows] == [reference]
    rows, _ = every_row(planner, "permits", query=works.place.street.lower())
    assert rows
    assert {row["street"] for row in rows} == {works.place.street}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"status": "purple"}, "status"),
        ({"offset": "-1"}, "offset"),
        ({"offset": "ten"}, "offset"),
        ({"active_permit_only": "perhaps"}, "active_permit_only"),
        ({"work_start_date_from": "yesterday"}, "work_start_date_from"),
        ({"sort_direction": "sideways"}, "sort_direction"),
        ({"offset": ["1", "2"]}, "offset"),
    ],
)
def test_a_parameter_that_means_nothing_is_named(planner, query, named):
    refused = planner.get("reporting/permits", **query)
    assert refused.status_code == 400
    assert named in refused.text


def test_permit_summaries_of_named_works_leave_out_other_promoters(service, planner):
    own = next(works for works, _ in own_permits(service).values())
    other = next(works for works, _ in own_permits(service, "9831").values())
    rows = planner.post(
        "reporting/permits/search",
        {"work_reference_numbers": [own.reference.lower(), other.reference]},
    )
    assert rows.status_code == 200, rows.text
    assert {row["work_reference_number"] for row in rows.json()} == {own.reference}
    assert len(rows.json()) == len(own.permits)


def test_alterations_plans_and_comments_are_listed(planner, authority, application, new_works):
    reference = new_works()
    body = application(permit_alteration_reason="Longer", additional_info="More")
    body = {name: value for name, value in body.items() if name not in NOT_OF_ALTERATIONS}
    path = f"work/works/{reference}"
    made = planner.post(f"{path}/permits/{reference}-01/alterations", body)
    assert made.status_code == 201, made.text
    told = {"detail": "Mind the bollards", "topic": "GENERAL", "is_internal": False}
    assert authority.post(f"{path}/comments", told).status_code == 201
    hidden = {**told, "is_internal": True, "detail": "Between us"}
    assert authority.post(f"{path}/comments", hidden).status_code == 201
    rows, _ = every_row(planner, "alterations", query=reference)
    assert [row["alteration_status"] for row in rows] == ["auto_applied"]
    assert rows[0]["permit_reference_number"] == f"{reference}-01"
    assert not every_row(planner, "alterations", query=reference, alteration_status="refused")[0]
    mine, _ = every_row(planner, "comments", is_not_read="true")
    assert "Mind the bollards" in [row["detail"] for row in mine]
    assert "Between us" not in [row["detail"] for row in mine]
    theirs, _ = every_row(authority, "comments", is_internal="true")
    assert [row["detail"] for row in theirs] == ["Between us"]


def test_every_list_answers_for_promoter_and_authority(planner, authority):
    for caller in (planner, authority):
        for path in LISTS:
            page = caller.get(f"reporting/{path}").json()
            assert len(page["rows"]) <= page["pagination"]["total_rows"] <= 501


# -- what changed lately -----------------------------------------------------------------------


def test_the_update_feed_tells_what_happened_oldest_first(service, planner, contractor, new_works):
    before = service._clock.now()
    first, second = new_works(), new_works()
    ended = planner.http.put(
        f"{planner.base}/v1/work/works/{first}/permits/{first}-01/status",
        json={"permit_status": "cancelled"}, timeout=20,
    )  # fmt: skip
    assert ended.status_code == 204, ended.text
    after = service._clock.now() + timedelta(seconds=1)
    span = {"start_date": before.isoformat(), "end_date": after.isoformat()}
    feed = planner.get("reporting/works/updates", **span).json()
    ours = [one for one in feed if one["work_reference_number"] in (first, second)]
    assert [one["update_id"] for one in feed] == sorted({one["update_id"] for one in feed})
    assert ours[-1]["work_reference_number"] == first
    assert "cancel" in ours[-1]["event_type"]
    others = planner.get(
        "reporting/works/updates", exclude_events_from="CONTRACTOR@practice.example", **span
    ).json()
    assert {one["update_id"] for one in others} < {one["update_id"] for one in feed}
    assert ours[-1] in others


def test_the_update_feed_wants_to_know_since_when(planner):
    assert planner.get("reporting/works/updates").status_code == 400
    assert planner.get("reporting/works/updates", previous_minutes=5).status_code == 200
    backwards = planner.get(
        "reporting/works/updates",
        start_date="2026-06-01T10:00:00Z", end_date="2026-06-01T09:00:00Z",
    )  # fmt: skip
    assert backwards.status_code == 400
    assert "end_date" in backwards.text
    assert planner.get("reporting/works/updates", start_date="2026-06-01").status_code == 400
