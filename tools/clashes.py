"""Inside QGIS: a clash with works of another promoter, from finding it to being told of it anew.

The planner of a water company finds, judges, chooses other days, proves and applies. The other
party is a gas network, for which the contractor applies; later its works move to the planner's
days.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import filling
import inside
from inside import iface
from playing import CONTRACTOR, OUT, PLANNER, Playing
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QFileDialog, QLineEdit
from steps import Journey

Key = Qt.Key
GAS = "9831"
CHANGE = "CreatePermitAlteration"
WEEKS_AHEAD = 4
LENGTH = timedelta(days=4)
APART_M = 30
PAGE_SCALE = 1.4  # pixels a point
RESOLVED = "Agreed by telephone: we keep to the north side, they to the south."
MOVED = "We have moved to other days."


class Clashes(Playing):
    """The steps in order; what one finds out the next ones use."""

    def __init__(self) -> None:
        super().__init__()
        self.line: Any = None
        self.theirs = self.ours = ""
        self.days = (date.min, date.min)

    @property
    def panel(self) -> Any:
        """The tab about clashes."""
        return self.workplace.clash_panel

    @property
    def report(self) -> Any:
        """What was found, once nothing is under way any more."""
        clashing = self.workplace.clashing
        inside.wait_for(lambda: clashing.report and not clashing.working, "the clashes")
        inside.wait_for(lambda: not self.workplace.jobs.running, "the other days and the map")
        inside.render_finished()
        return clashing.report

    # ---- the way of the steps ----

    def draw(self, along_m: float) -> None:
        """Draw an extent of 24 by 6 metres on the street, so far from its middle."""
        middle = self.line.length / 2 + along_m
        here, there = (self.line.interpolate(middle + one) for one in (-12, 12))
        east, north = (here.x + there.x) / 2, (here.y + there.y) / 2
        inside.go_to((east - 80, north - 60, east + 80, north + 60))
        dx, dy = (there.x - here.x) / 8, (there.y - here.y) / 8  # three metres along
        inside.trigger("polygon")
        for one, left in ((here, 1), (here, -1), (there, -1), (there, 1)):
            inside.click_canvas(one.x - left * dy, one.y + left * dx)
        inside.click_canvas(east, north, Qt.MouseButton.RightButton)
        inside.street_of_extent(self.workplace)

    def apply_with(self, answers: dict[str, Any], *shown: str, promoter: str = "") -> str:
        """Open the form, for a `promoter` that may be chosen, send it; return the new works."""
        inside.trigger("apply")
        dialog = inside.widget_of("FormDialog")
        if promoter:
            filling.give(dialog.form_view, "promoter_swa_code", promoter)
            inside.wait_for(lambda: dialog.form_view.situation.promoter.known, "the promoter")
        self.works = ""
        self.send(dialog, answers, shown)
        return self.works

    def find(self, name: str) -> Any:
        """Press the button that finds clashes; return what is met of that reference."""
        inside.trigger("clashes")
        return self.met(name)

    def met(self, name: str) -> Any:
        """Return what the report says of the works of a reference, or None."""
        every = self.report.encounters
        return next((one for one in every if one.other.reference.startswith(name)), None)

    def row_of(self, name: str) -> Any:
        """Click the row of a reference in the list, and return it."""
        tree = self.panel.clashTree
        rows = (tree.topLevelItem(number) for number in range(tree.topLevelItemCount()))
        row = next(one for one in rows if one.text(1).startswith(name))
        tree.scrollToItem(row)
        place = QPoint(60, tree.visualItemRect(row).center().y())
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        inside.render_finished()
        return row

    def turn_to(self, page: str) -> None:
        """Bring one of the pages below the list to the front, by a click on its tab."""
        bar = self.panel.parts.tabBar()
        number = next(n for n in range(bar.count()) if bar.tabText(n).startswith(page))
        place = bar.tabRect(number).center()
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=place)
        inside.pause(0.1)

    def say(self, verdict: str, reason: str) -> str:
        """Give a verdict on what is current in the list by the keyboard; return what it then says.

        `verdict` is how it is shown.
        """
        self.turn_to("Verdict")
        form = self.panel.verdictForm
        away = form.verdictBox.findText(verdict) - form.verdictBox.currentIndex()
        form.verdictBox.setFocus()
        for _ in range(abs(away)):
            QTest.keyClick(form.verdictBox, Key.Key_Down if away > 0 else Key.Key_Up)
        form.reasonEdit.setFocus()
        QTest.keyClick(form.reasonEdit, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(form.reasonEdit, reason)
        form.judgeButton.setFocus()
        QTest.keyClick(form.judgeButton, Key.Key_Space)
        inside.pause(0.1)
        return str(form.whoLabel.text())

    # ---- the journey ----

    def other_party(self) -> str:
        """A contractor applies for works of a gas network."""
        self.sign_in(CONTRACTOR)
        from shapely.geometry import shape  # by now the plugin has loaded it, in its own way

        street = self.street()
        self.line = shape(street.line)
        start = date.today() + timedelta(weeks=WEEKS_AHEAD)
        start -= timedelta(days=start.weekday())
        self.days = start, start + LENGTH
        self.draw(0)
        self.theirs = self.apply_with(
            {
                "work_type": "planned",
                "application_type": "permit",
                **_on_days(*self.days),
                "excavation": True,
            },
            promoter=GAS,
        )
        return f"{self.theirs} on {street.name}: {self.stands()}"

    def found(self) -> str:
        """The planner draws beside them, on the same days, and finds them."""
        self.sign_in(PLANNER)
        iface.messageBar().clearWidgets()  # QGIS's own word on a grid that it has not got
        self.draw(APART_M)
        inside.trigger("clashes")  # the tab, and what is found on the usual days
        inside.type_over(self.panel.startEdit, f"{self.days[0]:%d/%m/%Y}")
        inside.type_over(self.panel.endEdit, f"{self.days[1]:%d/%m/%Y}")
        one = self.find(self.theirs)
        statement = self.panel.statement.text().replace("\n", "; ")
        return f"{one.title}, {one.findings[0].why}: {statement}"

    def stepped(self) -> str:
        """Step by key from one to the next on the map: list and map show the same one."""
        canvas, said = iface.mapCanvas(), []
        canvas.setFocus()
        for _ in range(min(3, len(self.report.encounters))):
            QTest.keyClick(canvas, Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
            inside.render_finished()
            said.append(self.workplace.clash_walk.said)
            inside.photograph(OUT / f"step-{len(said)}.png")
        return "; ".join(said)

    def judged(self) -> str:
        """Judge the gas network's works."""
        self.row_of(self.theirs)
        return self.say("To be resolved", RESOLVED)

    def other_days(self) -> str:
        """Take other days from the list: report, map and time line follow at once."""
        self.turn_to("Other days")
        inside.photograph(OUT / "windows.png")
        listed = self.workplace.other_days_view.windowsList
        dates = self.workplace.sheet.dates
        rows = [listed.item(number) for number in range(listed.count())]
        item = next(one for one in rows if one.data(Qt.ItemDataRole.UserRole).start > dates[1])
        listed.scrollToItem(item)
        text, place = item.text(), listed.visualItemRect(item).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        one = self.met(self.theirs)
        _scroll_down(self.panel)
        now = f"{one.title}, {one.findings[0].why}" if one else "not met any more"
        return f"{text}, of {len(rows)}: {now}"

    def resolved(self) -> str:
        """The days of my works have moved: the verdict is given again."""
        row = self.row_of(self.theirs)
        again, why = row.text(7), self.panel.verdictForm.againLabel.text()
        return f"{again} ({why}); {self.say('Resolved', MOVED)}"

    def proved(self) -> str:
        """Write the evidence, by the button and QGIS's dialog, and look at each page."""
        folder = OUT / "evidence"
        folder.mkdir()
        _answer_folder_dialog(folder)
        self.turn_to("Evidence")
        inside.click(self.panel.evidenceButton)
        evidence = self.workplace.evidence
        inside.wait_for(lambda: not evidence.under_way and any(folder.iterdir()), "the evidence")
        (document,) = folder.glob("*.pdf")
        pages = _pages_as_pictures(document)
        return f"{', '.join(sorted(one.name for one in folder.iterdir()))}: {pages} pages"

    def attached(self) -> str:
        """Attach the document to the application."""
        told = self.workplace.messages.texts
        inside.click(self.panel.attachButton)
        words = "is among the attachments"
        return str(
            inside.wait_for(lambda: next((one for one in told() if words in one), ""), words)
        )

    def applied(self) -> str:
        """Apply: the form has the document, and says what was found and judged."""
        self.days = self.workplace.sheet.dates
        answers = {"work_type": "planned", "application_type": "permit", "excavation": True}
        self.ours = self.apply_with(answers, "additional_info", "file_ids")
        works = self.look()
        inside.photograph(OUT / "details-applied.png")
        if any("among the attachments" in one for one in self.workplace.messages.texts()):
            raise RuntimeError("the evidence is still told of, though the application is sent")
        return f"{self.stands()}: {works.permit.notes}".replace("\n", "; ")

    def moved(self) -> str:
        """The other party moves its works to the planner's new days."""
        self.works = self.theirs
        answers = {**_on_days(*self.days), "permit_alteration_reason": "The gang is free then."}
        self.sign_in(CONTRACTOR)
        told = self.step(CONTRACTOR, CHANGE, answers, self.look().permit.reference)
        return f"{told} {self.stands()}"

    def watched(self) -> str:
        """The planner is told of it: on the toolbar, on both tabs, and in the list of news."""
        self.sign_in(PLANNER)
        news = self.workplace.watch_view.news
        inside.wait_for(lambda: self.workplace.watch.now.told, "the watch to tell")
        dock = self.workplace.dock
        dock.tabs.setCurrentIndex(
            next(n for n in range(dock.tabs.count()) if dock.tabs.tabText(n).startswith("Changes"))
        )
        rows = [news.newsTree.topLevelItem(n) for n in range(news.newsTree.topLevelItemCount())]
        told = [" | ".join(row.text(n) for n in range(row.columnCount())) for row in rows]
        button = iface.mainWindow().findChild(QAction, "street_works_clashes").text()
        headings = [dock.tabs.tabText(n) for n in range(dock.tabs.count())]
        return f"{button}; {headings[-1]}; {news.newsStatement.text()} {'; '.join(told)}"

    def judged_again(self) -> str:
        """The planner, about to change the works, is told that it has to be judged again."""
        self.sign_in(PLANNER)
        self.works = self.ours
        inside.take_step(self.workplace, CHANGE, self.look().permit.reference)
        view = inside.widget_of("FormDialog").form_view
        view.go_to(view.rows["works_coordinates"])
        inside.click(view.rows["works_coordinates"].editor.draw)
        inside.wait_for(lambda: self.workplace.sheet.draft.question, "the extent on the desk")
        one = self.find(self.theirs)
        row = self.row_of(self.theirs)
        self.turn_to("Verdict")
        why = self.panel.verdictForm.againLabel.text()
        inside.photograph(OUT / "judge-again.png")
        said = row.text(7)
        return f"{one.title}, {said} ({why}); {self.say('To be resolved', 'They have moved, too.')}"


def _on_days(first: date, last: date) -> dict[str, str]:
    days = {"proposed_start_date": first, "proposed_end_date": last}
    return {name: f"{day:%d/%m/%Y}" for name, day in days.items()}


def _scroll_down(panel: Any) -> None:
    """Scroll the tab of a panel to its end, by its scroll bar."""
    area = panel.parentWidget().parentWidget()
    QTest.keyClick(area.verticalScrollBar(), Key.Key_End)
    inside.pause(0.1)


def _answer_folder_dialog(folder: Path) -> None:
    """Choose a folder in the dialog that is about to ask for one."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(100, answer)
            return
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.setText(str(folder))  # typed, a list of completions would take the Enter key
        QTest.keyClick(line, Key.Key_Return)

    QTimer.singleShot(100, answer)


def _pages_as_pictures(document: Path) -> int:
    """Write each page of a PDF as a picture, and return how many there are."""
    import pypdfium2  # the plugin has loaded its own libraries by now, in its own way

    read = pypdfium2.PdfDocument(document)
    for number in range(len(read)):
        page = read[number].render(scale=PAGE_SCALE, rev_byteorder=True)
        picture = QImage(
            bytes(page.buffer), page.width, page.height, page.stride, QImage.Format.Format_RGB888
        )
        picture.save(str(OUT / f"page-{number + 1}.png"))
    return len(read)


def script() -> dict[str, Any]:
    """Walk it, step by step."""
    walk, journey = Clashes(), Journey(OUT)
    iface.mainWindow().showMaximized()
    for name, act in (
        ("start", walk.start),
        ("the other party", walk.other_party),
        ("found", walk.found),
        ("stepped through", walk.stepped),
        ("judged", walk.judged),
        ("other days", walk.other_days),
        ("resolved", walk.resolved),
        ("evidence", walk.proved),
        ("attached", walk.attached),
        ("applied", walk.applied),
        ("the other party moves", walk.moved),
        ("watch tells", walk.watched),
        ("judged again", walk.judged_again),
    ):
        journey.step(name, act)
    return {"steps": journey.steps}


inside.run_script(script)
