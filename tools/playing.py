"""Inside QGIS: plays the people of a journey, who take turns with the accounts to practise with.

Every step is taken from the details' menu, filled in, reviewed and sent.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import filling
import inside
import qgis.utils
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

OUT = Path(inside.GIVEN["out"])
PLANNER, CONTRACTOR, AUTHORITY = range(3)  # rows of the accounts in the sign-in dialog
COUNTY = "9810"  # whose account the practice service has for the authority


def in_words(*words: str) -> str:
    """Say words of the trade as the plugin, which is installed by now, shows them."""
    from street_works.plugin.trade.labels import label

    return ", ".join(map(label, words))


class Playing:
    """What everybody does; `works` is the reference of the works that are looked at."""

    def __init__(self) -> None:
        self.works = ""
        self.role = -1

    @property
    def workplace(self) -> Any:
        """The plugin's windows and desk."""
        return qgis.utils.plugins[inside.PLUGIN].workplace

    def start(self) -> str:
        """Install the plugin from its zip with QGIS's own installer."""
        return f"Street Works {inside.install(inside.GIVEN['package'])}"

    def sign_in(self, role: int) -> None:
        """Sign in as one of the people, unless one is."""
        if self.role != role:
            inside.sign_in_to_practice(self.workplace, role)
            self.role = role

    def street(self) -> Any:
        """Return a street of the county that is long enough to work in its middle."""
        from shapely.geometry import shape

        register, found = self.workplace.account.register, []

        def look(_progress: Any) -> Any:
            named = register.streets_named("road")
            return [register.street(one.usrn) for one in named[:40]]

        self.workplace.jobs.start("streets", look, done=found.append, failed=found.append)
        streets = inside.wait_for(lambda: found, "the streets")[0]
        return next(
            one for one in streets if one.authority_code == COUNTY and shape(one.line).length > 200
        )

    def look(self) -> Any:
        """Open the works' details, as they stand now."""
        from street_works.plugin.map.pick import Record

        finding = self.workplace.finding
        finding.open(Record("works", self.works, self.works))
        inside.wait_for(lambda: not finding.details.loading, "the details")
        return inside.wait_for(lambda: finding.details.works, "the works")

    def stands(self) -> str:
        """Say how works and permit stand, by the details that are shown."""
        works = self.look()
        permit = works.permit
        return f"{permit.reference}: {in_words(works.status, permit.category, permit.status)}"

    def step(
        self,
        role: int,
        operation: str,
        answers: Mapping[str, Any],
        part: str = "",
        tab: str = "",
    ) -> str:
        """Take a step as one of the people: from the menu to the receipt; `tab` has its line."""
        self.sign_in(role)
        self.look()
        if tab:
            self._turn_to(tab, part)
        number = len(list(OUT.glob("menu-*"))) + 1
        inside.take_step(
            self.workplace, operation, part, OUT / f"menu-{number:02d}-{operation}.png"
        )
        dialog = inside.widget_of("FormDialog")
        return self.send(dialog, answers)

    def _turn_to(self, tab: str, part: str) -> None:
        """Bring a section of the details to the front, and go down to the line of `part`."""
        dock = self.workplace.finding.dock
        names = [dock.tabs.tabText(number) for number in range(dock.tabs.count())]
        dock.tabs.setCurrentIndex(next(n for n, one in enumerate(names) if one.startswith(tab)))
        for _ in dock.section.section.lines:
            if dock.section.about.part == part:
                return
            QTest.keyClick(dock.section.table, Qt.Key.Key_Down)
        raise RuntimeError(f"{tab} has no line of {part}")

    def send(self, dialog: Any, answers: Mapping[str, Any], shown: Sequence[str] = ()) -> str:
        """Answer, review, send and close the receipt; returns what the receipt says.

        A picture is taken of each of the questions `shown`, of the review, and of the end.
        """
        for name, given in answers.items():
            filling.give(dialog.form_view, name, given)
        inside.wait_for(lambda: dialog.nextButton.isEnabled(), "the register's answer")
        filling.fill(dialog)
        inside.wait_for(lambda: dialog.nextButton.isEnabled(), "the register's answer")
        name = f"{len(list(OUT.glob('review-*'))) + 1:02d}-{dialog.form.operation.name}"
        inside.photograph(OUT / f"form-{name}.png")
        for question in shown:
            dialog.form_view.go_to(dialog.form_view.rows[question])
            inside.photograph(OUT / f"form-{name}-{question}.png")
        inside.click(dialog.nextButton)
        inside.wait_for(lambda: dialog.steps.currentWidget() is dialog.reviewStep, "the review")
        inside.photograph(OUT / f"review-{name}.png")
        inside.submit(dialog)
        told = str(dialog.receiptStep.receiptTitle.text())
        self.works = self.works or dialog.receiptStep.workEdit.text()
        inside.click(dialog.closeButton)
        inside.wait_loaded(self.workplace)
        return told
