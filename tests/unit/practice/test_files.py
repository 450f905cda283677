"""Files sent as evidence."""


def send(caller, content=b"evidence", name="plan.pdf", kind="application/pdf", **query):
    return caller.http.post(
        f"{caller.base}/v1/work/files",
        files={"file": (name, content, kind)},
        params=query,
        timeout=20,
    )


def test_a_file_is_sent_fetched_linked_once_and_kept(planner, application):
    content = bytes(range(256)) * 40 + b"\r\n--boundary\r\n"
    sent = send(planner, content, "C:\\plans\\plan.pdf")
    assert sent.status_code == 201
    assert sent.json()["name"] == "plan.pdf"
    file_id = sent.json()["file_id"]
    fetched = planner.get(f"work/files/{file_id}")
    assert fetched.content == content
    assert fetched.headers["Content-Type"] == "application/pdf"
    made = planner.post("work/works", application(file_ids=[file_id]))
    assert made.status_code == 201
    works = planner.get(f"work/works/{made.json()['work_reference_number']}").json()
    assert [file["file_id"] for file in works["files"]] == [file_id]
    assert works["active_permit"]["files"] == [{"file_id": file_id, "name": "plan.pdf"}]
    again = planner.post("work/works", application(file_ids=[file_id]))
    assert again.json()["fields"].keys() == {"file_ids"}
    linked = planner.http.delete(f"{planner.base}/v1/work/files/{file_id}", timeout=20)
    assert linked.status_code == 412


def test_ones_own_free_file_may_be_deleted_and_nobody_elses(planner, contractor):
    file_id = send(planner).json()["file_id"]
    url = f"{planner.base}/v1/work/files/{file_id}"
    assert contractor.http.delete(url, timeout=20).status_code == 412
    assert planner.http.delete(url, timeout=20).status_code == 204
    assert planner.get(f"work/files/{file_id}").status_code == 404
    assert planner.http.delete(url, timeout=20).status_code == 404


def test_a_file_is_not_there_until_it_is_scanned(make_service, call, seconds):
    _, base = make_service(clock=seconds, scan_seconds=5)
    planner = call(base)
    good, bad = send(planner).json()["file_id"], None
    bad = send(planner, b"X5O! EICAR-STANDARD-ANTIVIRUS-TEST-FILE!").json()["file_id"]
    assert planner.get(f"work/files/{good}").status_code == 404
    seconds.passed += 6
    assert planner.get(f"work/files/{good}").status_code == 200
    assert planner.get(f"work/files/{bad}").status_code == 404


def test_a_contractor_sends_for_a_promoter(contractor, planner):
    file_id = send(contractor, swaCode="0098").json()["file_id"]
    assert planner.get(f"work/files/{file_id}").status_code == 200
    assert send(planner, swaCode="9831").json()["message"] == "Access restricted"
    own = send(contractor).json()["file_id"]
    assert planner.get(f"work/files/{own}").json()["message"] == "Access restricted"


def test_what_is_no_file_or_too_big_is_refused(planner):
    assert send(planner, b"x" * (10 * 1024 * 1024 + 1)).status_code in (400, 413)
    assert send(planner, b"x" * (10 * 1024 * 1024)).status_code == 201
    plain = planner.http.post(f"{planner.base}/v1/work/files", data=b"hello", timeout=20)
    assert plain.json()["fields"].keys() == {"file"}
    two = [("file", ("a", b"1")), ("file", ("b", b"2"))]
    both = planner.http.post(f"{planner.base}/v1/work/files", files=two, timeout=20)
    assert both.json()["fields"].keys() == {"file"}
    assert planner.get("work/files/abc").status_code == 404


def link(caller, works, *file_ids):
    return caller.post(f"work/works/{works}/files", {"file_ids": list(file_ids)})


def test_both_sides_add_files_to_works(planner, authority, contractor, new_works):
    works = new_works()
    first, second = (send(planner, name=f"{n}.pdf").json()["file_id"] for n in (1, 2))
    assert link(planner, works, first, second).status_code == 201
    third = send(authority, name="3.pdf").json()["file_id"]
    assert link(authority, works.lower(), third).status_code == 201
    record = authority.get(f"work/works/{works}").json()
    assert [one["name"] for one in record["files"]] == ["1.pdf", "2.pdf", "3.pdf"]
    told = [one for one in record["history"] if one["event"] == "file_uploaded"]
    assert [one["object_reference"] for one in told] == [str(n) for n in (first, second, third)]
    assert planner.get(f"work/files/{third}").status_code == 200
    again = link(planner, works, first)
    assert (again.status_code, again.json()["fields"].keys()) == (400, {"file_ids"})
    foreign = link(planner, works, send(authority).json()["file_id"])
    assert (foreign.status_code, foreign.json()["fields"].keys()) == (400, {"file_ids"})


def test_files_are_added_to_ones_own_works_only(planner, authority, new_works, elsewhere):
    file_id = send(planner).json()["file_id"]
    assert link(planner, new_works(promoter_swa_code="9831"), file_id).status_code == 401
    assert link(planner, "NOTHING", file_id).status_code == 404
    file_id = send(authority).json()["file_id"]
    assert link(authority, new_works(**elsewhere), file_id).status_code == 401


def test_works_have_a_hundred_megabytes_at_most(planner, new_works):
    works = new_works()
    nine = b"x" * (9 * 1024 * 1024)
    sent = [send(planner, nine).json()["file_id"] for _ in range(12)]
    assert link(planner, works, *sent[:11]).status_code == 201
    full = link(planner, works, sent[11])
    assert (full.status_code, full.json()["fields"].keys()) == (400, {"file_ids"})
