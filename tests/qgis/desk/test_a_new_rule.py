"""A new rule is one file and one line in the list: settings, list and report then have it."""

from dataclasses import dataclass

import numpy as np
import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialog
from street_works.plugin.clashes import rules
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.meetings import near
from street_works.plugin.clashes.rule import Rule, metres
from street_works.plugin.main import OptionsFactory
from street_works.ui.clashes.rules_page import RulesPage


@dataclass(frozen=True)
class Neighbours(Rule):
    """Whatever is there, on whatever days."""

    name = "neighbours"

    around_m: float = metres(5.0, lambda: "around", most=400)

    def title(self):
        return "Neighbours"

    def help(self):
        return "Everybody may talk."

    def pairs(self, ours, theirs):
        return near(ours.shapes, theirs.tree, self.around_m)

    def grades(self, ours, theirs, pairs):
        return np.full(len(pairs.ours), Grade.OPPORTUNITY, dtype=np.int8)

    def why(self, pair):
        return "they might talk"


@pytest.fixture
def with_the_rule(monkeypatch):
    monkeypatch.setattr(rules, "ALL", (*rules.ALL, Neighbours))


def test_a_new_rule_is_in_the_settings_the_list_and_the_report(with_the_rule, at_work, until):
    dialog = QDialog()
    factory = OptionsFactory(
        "", lambda parent: RulesPage(at_work.settings, at_work.clashing.look_again, parent)
    )
    page = factory.createWidget(dialog)
    field = page.boxes["neighbours"].fields["around_m"]
    assert page.boxes["neighbours"].title() == "Neighbours"
    assert page.boxes["neighbours"].toolTip() == "Everybody may talk."
    assert field.value() == 5
    field.selectAll()
    QTest.keyClicks(field, "300")
    page.apply()
    at_work.dock.show()
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None)
    report = at_work.clashing.report
    assert Neighbours(300) in report.rules
    met = [one for one in report.encounters if one.found_by("neighbours")]
    assert met
    tree = at_work.clash_panel.clashTree
    row = tree.topLevelItem(report.encounters.index(met[0]))
    tree.setCurrentItem(row)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    below = [row.child(number).text(4) for number in range(row.childCount())]
    assert "Neighbours: they might talk" in below
    assert "Neighbours: around 300 m" in at_work.clash_panel.statement.text()
    page.boxes["neighbours"].setChecked(False)
    page.apply()
    assert not any(one.found_by("neighbours") for one in at_work.clashing.report.encounters)
    assert "Not looked for, as set in the options: Neighbours." in (
        at_work.clash_panel.statement.text()
    )
    dialog.deleteLater()


def test_the_rules_are_set_in_qgis_options_where_the_button_leads(at_work, monkeypatch):
    opened = []
    monkeypatch.setattr(
        at_work._iface, "showOptionsDialog", lambda *given: opened.append(given), raising=False
    )
    at_work.dock.show_panel(at_work.clash_panel)
    at_work.dock.show()
    QTest.mouseClick(at_work.clash_panel.rulesButton, Qt.MouseButton.LeftButton)
    ((_window, name),) = opened
    assert RulesPage(at_work.settings, lambda: None).objectName() == name


def test_with_every_rule_switched_off_it_is_told_what_to_do(at_work):
    page = RulesPage(at_work.settings, at_work.clashing.look_again)
    for box in page.boxes.values():
        box.setChecked(False)
    page.apply()
    at_work.find_clashes()
    (error,) = at_work.heard
    assert error.message == "Every rule by which clashes are found is switched off."
    assert "Rules …" in error.advice
