"""Asks the register for category and duration while the planner types, and tells the answer."""

from dataclasses import dataclass
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...plugin.errors import StreetWorksError
from ...plugin.forms.application.form import category_question
from ...plugin.forms.application.hints import category_line, local_category
from ...plugin.forms.application.situation import Situation
from ...plugin.trade.calendar import uk_time
from ...plugin.trade.records.works import CategoryAnswer, CategoryQuestion
from ...plugin.words import tr
from ..shared.alive import while_alive
from ..shared.trouble import attempt
from .services import FormServices

WAIT_MS = 400


@dataclass(frozen=True)
class Said:
    """What is known of the category: the register's answer, or why there is none."""

    answer: Optional[CategoryAnswer] = None
    failure: str = ""
    waiting: bool = False


class CategoryAsker(QObject):
    """Asks anew once typing pauses and the dates or the kind differ; ignores overtaken answers."""

    changed = pyqtSignal()

    def __init__(self, services: FormServices, parent: QObject, *, wanted: bool) -> None:
        """`wanted` says whether there is a category to be asked for."""
        super().__init__(parent)
        self._services = services
        self._wanted = wanted
        self._question: Optional[CategoryQuestion] = None
        self._number = 0
        self.said = Said()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._ask)

    def follow(self, values: dict[str, Any]) -> None:
        """Ask for what `values` say, unless that was asked already."""
        question = category_question(values) if self._wanted else None
        if question == self._question:
            return
        self._question = question
        self._number += 1
        self._say(Said(waiting=question is not None))
        self._timer.stop()
        if question is not None:
            self._timer.start()

    def ask_again(self) -> None:
        """Ask the same once more, after a failure."""
        if self._question is not None and self.said.failure:
            self._number += 1
            self._say(Said(waiting=True))
            self._ask()

    def stop(self) -> None:
        """Ask nothing more and ignore what is still to come."""
        self._timer.stop()
        self._number += 1

    def _ask(self) -> None:
        question, number = self._question, self._number
        if question is None:
            return

        def done(answer: CategoryAnswer) -> None:
            if number == self._number:
                self._say(Said(answer=answer))

        def failed(error: StreetWorksError) -> None:
            if number == self._number:
                self._say(Said(failure=str(error)))

        attempt(
            lambda: self._services.ask_category(
                question, while_alive(self, done), while_alive(self, failed)
            ),
            failed,
        )

    def _say(self, said: Said) -> None:
        self.said = said
        self.changed.emit()


def category_text(said: Said, values: dict[str, Any], situation: Situation) -> str:
    """Say category, duration and early start in one line, and whose word it is."""
    if said.answer is not None:
        answer = said.answer
        text = category_line(answer.category, answer.working_days, early=answer.starts_early)
        as_of = uk_time(answer.as_of).strftime("%H:%M")
        return tr("{text} (from Street Manager, {time})").format(text=text, time=as_of)
    here = local_category(values, situation.today, situation.now, situation.earlier)
    if here is None:
        return tr("Category: to be known once kind and dates are complete")
    text = category_line(here.category, here.working_days, early=here.starts_early)
    if said.waiting:
        return tr("{text} (worked out here, asking Street Manager…)").format(text=text)
    if said.failure:
        return tr("{text} (worked out here; Street Manager could not say: {why})").format(
            text=text, why=said.failure
        )
    return tr("{text} (worked out here)").format(text=text)
