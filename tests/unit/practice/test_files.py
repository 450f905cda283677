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
