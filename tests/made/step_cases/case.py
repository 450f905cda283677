"""What is known of a form by which every generic test can fill it in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Optional

from street_works.plugin.forms.about import About, FormAbout, sides_of
from street_works.plugin.forms.application.on_works import read_about
from street_works.plugin.forms.attachments import read
from street_works.plugin.forms.fields import Need
from street_works.plugin.forms.kinds import Kind
from street_works.plugin.live.details.details import Details, fetch_details
from street_works.plugin.live.details.section import Part
from street_works.plugin.trade.calendar import uk_time, uk_today
from street_works.plugin.trade.records.works import Permit, Works
from street_works.tests.made.parties import Case, Trade


@dataclass(frozen=True)
class StepCase:
    """A form: who fills it in, for which works, with what, and what is to be seen afterwards.

    `before` brings works to where the step may be taken, `typed` gives the answers by field,
    `shows` is in the details once it was accepted, and was not before. `which` picks one of several
    records that the form could be about.
    """

    form: type[FormAbout[Any, Any]]
    who: str
    before: Callable[[Trade], Case]
    typed: Callable[[Case], dict[str, Any]]
    shows: str
    which: Callable[[Any], bool] = lambda _record: True

    @property
    def name(self) -> str:
        """What it is called in a list of tests."""
        return self.form.__name__

    def line(self, details: Details) -> Optional[tuple[Part, int]]:
        """Return where the record stands in the details; None for the works and their permit."""
        return next((place for place, _record in self._lines(details)), None)

    def record(self, details: Details) -> Any:
        """Return the record that the form is filled in about."""
        shown = {Works: details.works, Permit: details.permit}
        if self.form.takes in shown:
            return shown[self.form.takes]
        return next(record for _place, record in self._lines(details))

    def _lines(self, details: Details) -> Iterator[tuple[tuple[Part, int], Any]]:
        for section in details.sections:
            if type(section.about) is self.form.takes:
                yield (section.part, 0), section.about
            for row, line in enumerate(section.lines):
                if type(line.about) is self.form.takes and self.which(line.about):
                    yield (section.part, row), line.about

    # ---- without the screen ----

    def situation(self, client: Any, works: Case) -> About[Any]:
        """Return what the form starts from, as the register tells `client` of it now."""
        details = fetch_details(client.register, works.reference)
        works, record = details.works, self.record(details)
        assert works is not None
        if Need.STREET in self.form.needs:
            return read_about(client.register, works, record)
        return About(works, record, uk_today(), sides_of(client.rights, works))

    def values(self, client: Any, situation: About[Any], works: Case, folder: Any) -> Any:
        """Return all answers on the form; attachments are made in `folder` and uploaded."""
        form, typed = self.form(), self.typed(works)
        for name, answer in form.answers.items():
            if answer.kind is Kind.FILES and name in typed:
                typed[name] = [_uploaded(client, folder / one) for one in typed[name]]
        values = {**form.defaults(situation), **typed}
        return {**values, **form.name(values, situation)}

    def request(self, client: Any, trade: Trade, folder: Any) -> tuple[str, Any]:
        """Return what the form sends about works of its own, after the journal's name for them."""
        works, form = self.before(trade), self.form()
        situation = self.situation(client, works)
        values = self.values(client, situation, works, folder)
        return form.subject(values, situation), form.build(values, situation)


def written(form: Any, typed: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return what is typed on a form with files in the place of their names, made in `folder`."""
    return {
        name: [write_file(folder / one) for one in value]
        if form.answers[name].kind is Kind.FILES
        else value
        for name, value in typed.items()
    }


def write_file(path: Path) -> Path:
    """Write a small document to be attached; each path has content of its own. Returns it."""
    path.write_bytes(b"%PDF-1.4 " + str(path).encode())
    return path


def _uploaded(client: Any, path: Path) -> dict[str, Any]:
    one = read(str(write_file(path)))
    number = int(client.work.upload_file(str(path), None).file_id)
    return {"file_id": number, "name": one.name, "size": one.size, "digest": one.digest}


def moment(**away: float) -> dict[str, str]:
    """Return the answer to when something happened: so far from now, such as `minutes=-5`."""
    then = uk_time(datetime.now(timezone.utc) + timedelta(**away))
    return {"day": then.date().isoformat(), "time": f"{then:%H:%M}"}


def day(days: int) -> str:
    """Return the answer to a day, so many from today."""
    one: date = uk_today() + timedelta(days=days)
    return one.isoformat()
