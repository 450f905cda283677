"""Cases of what asks for works that are not there yet: an application, a forward plan, a site."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Callable

from street_works.plugin.drafts.references import new_work_reference
from street_works.plugin.forms.application.announcement import Announcement
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.application.new_works import NewWorks
from street_works.plugin.forms.application.non_notifiable import NonNotifiableSite
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.applications import answered, drilled, planned
from street_works.tests.made.parties import Trade

from .case import day
from .notices import plan_of
from .sites import site_of


@dataclass(frozen=True)
class NewCase:
    """A form, what of its request is made of an application, but for the reference.

    `typed` gives the answers by field.
    """

    form: type[NewWorks[Any]]
    made_of: Callable[[dict[str, Any]], dict[str, Any]]
    typed: Callable[[], dict[str, Any]]
    who: str = "planner"

    @property
    def name(self) -> str:
        """What it is called in a list of tests."""
        return self.form.__name__

    def request(self, _client: Any, trade: Trade, _folder: Any) -> tuple[str, Any]:
        """Return what the form sends about works of its own, after their reference."""
        start, reference = uk_today() + timedelta(days=30), new_work_reference("ZW", "001")
        body = trade.application(start, start + timedelta(days=1), work_reference_number=reference)
        made = {**self.made_of(body), "work_reference_number": reference}
        return reference, self.form.model.model_validate(made, context={"today": uk_today()})


def _announced() -> dict[str, Any]:
    return {**dict(zip(Announcement.days, (day(200), day(230)))), **planned()}


NEW: tuple[NewCase, ...] = (
    NewCase(Application, dict, lambda: answered(uk_today() + timedelta(days=30))),
    NewCase(Announcement, plan_of, _announced),
    NewCase(NonNotifiableSite, site_of, drilled),
)
