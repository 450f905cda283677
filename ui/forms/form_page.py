"""The first page of a form: the questions, what the register says of the answers, what is wrong."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any, Optional

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...plugin.errors import StreetWorksError
from ...plugin.forms.application.hints import counted
from ...plugin.forms.application.new_works import PROMOTER
from ...plugin.forms.fields import Need
from ...plugin.forms.form import Form
from ...plugin.forms.values import is_blank
from ...plugin.trade.records.people import Promoter
from ...plugin.words import tr
from ..shared.alive import while_alive
from ..shared.shades import paint_trouble
from ..shared.ui_file import load_form
from .category import CategoryAsker, category_text
from .failure import fields_of
from .keeping import SAVE_MS
from .promoter import PromoterAsker
from .services import FormServices
from .view import FormView, field_of


class FormPage(QWidget):
    """Asks the questions, and asks the register for what their answers give rise to.

    `answered` follows every answer of the planner, `renewed` the questions of another promoter,
    `heard` what the register says. `to_map` carries a question to be answered on the map.
    """

    answered = pyqtSignal()
    renewed = pyqtSignal()
    heard = pyqtSignal()
    to_map = pyqtSignal(str)

    pageLayout: QVBoxLayout
    categoryLabel: QLabel
    askAgainButton: QPushButton
    formTrouble: QLabel

    def __init__(
        self,
        form: Form[Any, Any],
        situation: Any,
        services: FormServices,
        kept: dict[str, Any],
        parent: Optional[QWidget] = None,
    ) -> None:
        """`kept` is what was answered before."""
        super().__init__(parent)
        load_form(self, __file__)
        self._form = form
        self._services = services
        self._by_register = ""  # what the register counts it as
        self.category = CategoryAsker(services, self, wanted=Need.CATEGORY in form.needs)
        self.promoter = PromoterAsker(services, self, wanted=Need.PROMOTER in form.needs)
        self._put_view(situation, form.defaults(situation, kept), kept)
        self.formTrouble.hide()
        self.category.changed.connect(self._show_heard)
        self.promoter.changed.connect(self._show_heard)
        self.promoter.read.connect(self._take_promoter)
        for asker in (self.category, self.promoter):
            self.askAgainButton.clicked.connect(asker.ask_again)

    @property
    def waiting(self) -> bool:
        """Whether the register has still to say what the answers give rise to."""
        return self.category.said.waiting or self.promoter.waiting

    def begin(self) -> None:
        """Ask the register for the first time."""
        self._follow()
        self._show_heard()

    def stop(self) -> None:
        """Ask the register nothing more."""
        self.category.stop()

    def is_complete(self) -> bool:
        """Say whether every question is answered well; where not, show which."""
        self.view.speak_of_all()
        problems = self.view.problems()
        if problems:
            self.say_problems(problems)
        return not problems

    def say_problems(self, problems: Mapping[str, str]) -> None:
        """Say how much is left to do, and what is wrong with what is not on the form."""
        elsewhere = [text for name, text in problems.items() if name not in self.view.rows]
        left = len(problems) - len(elsewhere)
        lines = list(elsewhere)
        if left:
            lines.insert(
                0,
                tr("One answer needs your attention.")
                if left == 1
                else tr("{n} answers need your attention.").format(n=left),
            )
        self.say("\n".join(lines))
        self.view.go_to_first(problems)

    def refuse(self, error: StreetWorksError) -> None:
        """Show at the questions what the register minded there, and the rest below them."""
        fields = fields_of(error)
        self.view.refuse(fields)
        self.say("\n".join(_of_no_row(fields, self.view)) or str(error))

    def say(self, text: str) -> None:
        """Say below the questions what is wrong, "" for nothing."""
        self.formTrouble.setText(text)
        self.formTrouble.setVisible(bool(text))
        paint_trouble(self.formTrouble)

    def _put_view(self, situation: Any, values: dict[str, Any], answered: Collection[str]) -> None:
        """Show the questions; of those not `answered` yet the blank ones get their last answers."""
        last = self._services.habits.offered(self._form)
        fresh = {name for name in last if name not in answered and is_blank(values.get(name))}
        values = {**values, **{name: last[name] for name in fresh}}
        self.view = FormView(self._form, situation, self._services, values, last, self)
        self.view.forgotten.connect(lambda name: self._services.habits.learn({name: ""}))
        self.view.changed.connect(self._answered)
        self.view.to_map.connect(self.to_map)
        self.pageLayout.insertWidget(0, self.view, 1)

    def _answered(self) -> None:
        self.formTrouble.hide()
        self._follow()
        self._show_category()
        self.answered.emit()

    def _follow(self) -> None:
        """Ask the register for what the answers give rise to."""
        values = self.view.values()
        self.promoter.follow(values, self.view.situation)
        self.category.follow(values)

    def _take_promoter(self, promoter: Promoter) -> None:
        """Put the promoter's own questions on the form, such as its workstreams."""
        before = self.view
        if before.pending():  # a file on its way must find the form that it belongs to
            QTimer.singleShot(SAVE_MS, while_alive(self, lambda: self._take_promoter(promoter)))
            return
        situation = replace(before.situation, promoter=promoter)
        values = before.values()
        asked = self._form.shown(values, before.situation)
        self._put_view(situation, self._form.begin(situation, values), asked)
        self.pageLayout.removeWidget(before)
        before.deleteLater()
        if PROMOTER in self._form.shown(values, situation):
            self.view.go_to(self.view.rows[PROMOTER])
        self.renewed.emit()
        self._show_heard()

    def _show_heard(self) -> None:
        """Show what the register says of the answers."""
        said, view, text = self.category.said, self.view, ""
        if Need.CATEGORY in self._form.needs:
            said = replace(said, answer=counted(said.answer, view.values(), view.situation))
            view.set_situation(replace(view.situation, category=said.answer))
            text = category_text(said, view.values(), view.situation)
        self._by_register = "\n".join(filter(None, [self.promoter.failure, text]))
        self._show_category()
        self.askAgainButton.setVisible(bool(said.failure or self.promoter.failure))
        self.heard.emit()

    def _show_category(self) -> None:
        """Say what the register counts it as, and what is known of that here."""
        here = self._form.counts_as(self.view.values(), self.view.situation)
        said = "\n".join(filter(None, [self._by_register, here]))
        self.categoryLabel.setText(said)
        self.categoryLabel.setVisible(bool(said))


def _of_no_row(fields: dict[str, list[str]], view: FormView) -> list[str]:
    """Return the register's messages that belong to no question on the form."""
    return [
        text
        for place, messages in fields.items()
        if field_of(place) not in view.rows
        for text in messages
    ]
