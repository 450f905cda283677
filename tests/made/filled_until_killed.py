"""Opens every form that it is given, fills each in half by keys, and goes on until it is killed.

Usage: filled_until_killed.py URL FOLDER FORMS. The last is a file of pickled HalfFills. A line with
"kept" is printed once everything was typed and kept.
"""

import pickle
import sys
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from qgis.core import QgsApplication
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.background.jobs import Jobs  # noqa: E402
from street_works.plugin.desk.account import Account  # noqa: E402
from street_works.plugin.desk.filling import Filling  # noqa: E402
from street_works.plugin.desk.habits import Habits  # noqa: E402
from street_works.plugin.desk.half_filled import HalfFilled  # noqa: E402
from street_works.plugin.drafts import DraftStore, Journal  # noqa: E402
from street_works.plugin.drafts.habits import HabitStore  # noqa: E402
from street_works.plugin.forms.about import About, subject_of  # noqa: E402
from street_works.plugin.settings import CUSTOM, Environment  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.case import written  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.tools.filling import give  # noqa: E402
from street_works.ui.forms.form_dialog import FormDialog  # noqa: E402


class HalfFill(NamedTuple):
    """A case by its name, what its form is about, who has it, and what is typed of it."""

    case: str
    situation: About[Any]
    email: str
    password: str
    typed: dict[str, Any]


def opened(one: HalfFill, filling: Filling, half: HalfFilled) -> FormDialog:
    """Open a form, which keeps its answers."""
    form = next(case.form for case in CASES if case.name == one.case)()
    subject = subject_of(one.situation.works, one.situation.record)
    keep = partial(half.keep, form.operation.name, subject)
    dialog = FormDialog(form, one.situation, filling, {}, keep=keep)
    dialog.show()
    return dialog


def type_in(dialog: FormDialog, typed: dict[str, Any], folder: Path) -> None:
    """Give the answers by keys."""
    view = dialog.form_view
    for name, value in written(view.form, typed, folder).items():
        give(view, name, value)


def main(url: str, place: str, forms: str) -> None:
    """Fill in all of them, again and again."""
    app, folder = QgsApplication([], True, place), Path(place)
    app.initQgis()
    everything = pickle.loads(Path(forms).read_bytes())  # noqa: S301 - the test's own
    jobs = Jobs()
    account = Account(jobs, folder)
    first = everything[0]
    account.sign_in(Environment(CUSTOM, "Custom address", url), first.email, first.password)
    until(lambda: account.signed_in and not jobs.running)
    half = HalfFilled(account, DraftStore(folder / "drafts.sqlite"))
    habits = Habits(account, HabitStore(folder / "habits.sqlite"))
    filling = Filling(jobs, account, Journal(folder / "outbox.sqlite"), habits)
    dialogs = [(opened(one, filling, half), one.typed) for one in everything]
    begun = [dialog.values() for dialog, _typed in dialogs]
    told = False
    while True:
        for dialog, typed in dialogs:
            type_in(dialog, typed, folder)
        changed = [one for (one, _), before in zip(dialogs, begun) if one.values() != before]
        until(partial(are_kept, changed))
        if not told:
            print("kept", flush=True)
        told = True


def are_kept(dialogs: list[FormDialog]) -> bool:
    """Say whether all of them have told that their answers are kept."""
    return all(one.keptLabel.text().startswith("Kept") for one in dialogs)


if __name__ == "__main__":
    main(*sys.argv[1:])
