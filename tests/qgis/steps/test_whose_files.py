"""Files that are attached on a form belong to those whose works they are."""

from typing import Any

import pytest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.forms.steps.attach_files import AttachFiles  # noqa: E402
from street_works.tests.made.parties import COUNTY  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.stepping import choose, fill_in, offered, review, submit  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402

CASE = next(case for case in CASES if case.form is AttachFiles)


@pytest.mark.parametrize(
    ("who", "code"), [("planner", "0098"), ("contractor", "0098"), ("authority", COUNTY)]
)
def test_a_contractor_uploads_for_the_promoter_and_others_for_themselves(
    desk: Any, who: str, code: str
) -> None:
    works = CASE.before(desk.trade)
    desk.sign_in(who)
    dock = desk.open(works.reference)
    choose(dock, offered(dock, CASE, None))
    dialog = desk.place.form.dialog
    fill_in(dialog, {name: [f"{who}.pdf"] for name in CASE.typed(works)}, desk.folder)
    review(dialog)
    submit(dialog, dialog.receiptStep)
    until(lambda: not desk.place.jobs.running)
    (file,) = desk.trade.service.register.summaries([works_file(desk, works)])
    assert (file.name, file.swa_code) == (f"{who}.pdf", code)


def works_file(desk: Any, works: Any) -> int:
    """Return the number of the one file of works."""
    (file,) = works.works["files"]
    number: int = file["file_id"]
    return number
