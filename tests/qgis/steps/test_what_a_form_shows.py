"""What a form shows of its answers: what they count as, and what is sent."""

from typing import Any

from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.tests.made.step_cases.case import StepCase  # noqa: E402
from street_works.tests.made.step_cases.changes import CASES as CHANGES  # noqa: E402
from street_works.tests.made.step_cases.notices import CASES as NOTICES  # noqa: E402
from street_works.tests.made.stepping import choose, fill_in, offered  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402


def opened(desk: Any, name: str) -> tuple[Any, StepCase, Any]:
    case = next(one for one in (*CHANGES, *NOTICES) if one.name == name)
    works = case.before(desk.trade)
    desk.sign_in(case.who)
    dock = desk.open(works.reference)
    choose(dock, offered(dock, case, case.line(desk.details)))
    until(lambda: desk.place.form.dialog is not None and not desk.place.jobs.running)
    return desk.place.form.dialog, case, works


def test_a_later_end_is_told_to_be_an_extension_while_it_is_typed(desk: Any) -> None:
    dialog, case, works = opened(desk, "ExtendWorks")
    assert "Promoter change request" in dialog.formStep.categoryLabel.text()
    fill_in(dialog, case.typed(works), desk.folder)
    assert "Works extension" in dialog.formStep.categoryLabel.text()
    days = dialog.form.seen(dialog.values(), dialog.form_view.situation)[1].category.working_days
    assert f"{days} working days" in dialog.formStep.categoryLabel.text()


def test_a_step_that_sends_nothing_with_it_shows_no_request(desk: Any) -> None:
    dialog, _case, _works = opened(desk, "CancelInspection")
    assert dialog.steps.currentWidget() is dialog.reviewStep
    assert not dialog.review.body.isVisible()
    desk.leave()
    dialog, case, works = opened(desk, "ScheduleInspection")
    fill_in(dialog, case.typed(works), desk.folder)
    dialog.nextButton.click()
    assert dialog.review.body.isVisible()
