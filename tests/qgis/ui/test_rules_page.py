"""The page of the rules in QGIS's options: each rule with its thresholds, on or off, kept."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.clashes.rules import ALL  # noqa: E402 - after it
from street_works.plugin.desk.rules_set import rules_set, set_apart, usual_set  # noqa: E402
from street_works.ui.clashes.rules_page import RulesPage  # noqa: E402


@pytest.fixture
def open_page(open_options):
    return lambda: open_options(RulesPage)


@pytest.fixture
def page(open_page):
    return open_page()


def by_name(settings):
    return {rule.name: rule for rule in rules_set(settings)}


def type_over(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_every_rule_has_its_box_with_a_field_for_each_threshold(page, settings):
    assert list(page.boxes) == [rule.name for rule in ALL]
    for one in usual_set(settings):
        box = page.boxes[one.rule.name]
        assert box.title() == one.rule.title()
        assert box.isChecked()
        assert list(box.fields) == [asked.name for asked in one.rule.asks()]
        for asked in one.rule.asks():
            field = box.fields[asked.name]
            assert (field.minimum(), field.maximum()) == (asked.least, asked.most)
            assert field.value() == getattr(one.rule, asked.name)
            assert field.suffix().strip() == asked.unit
            assert field.accessibleName() == f"{one.rule.title()}: {asked.label()}"


def test_a_threshold_is_kept_when_it_is_applied_and_not_before(page, settings, open_page, heard):
    type_over(page.boxes["near"].fields["within_m"], "40.5")
    assert by_name(settings)["near"].within_m == 25
    page.apply()
    assert heard == ["applied"]
    assert by_name(settings)["near"].within_m == 40.5
    assert by_name(settings)["activity"].within_m == 25
    assert open_page().boxes["near"].fields["within_m"].value() == 40.5
    page.apply()
    assert heard == ["applied"]


def test_what_is_not_set_apart_follows_the_panel(page, settings):
    type_over(page.boxes["near"].fields["margin_days"], "3")
    page.apply()
    settings.clash_distance_m, settings.clash_days = 60.0, 30
    rules = by_name(settings)
    assert (rules["near"].within_m, rules["near"].margin_days) == (60, 3)
    assert (rules["activity"].within_m, rules["activity"].margin_days) == (60, 30)
    assert set_apart(settings) == ("Set apart in the options: " + rules["near"].said() + ".",)


def test_a_rule_is_switched_off_by_its_tick_and_that_is_told(page, settings, open_page):
    box = page.boxes["section_58"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    page.apply()
    assert "section_58" not in by_name(settings)
    assert len(by_name(settings)) == len(ALL) - 1
    assert set_apart(settings) == (
        "Not looked for, as set in the options: Section 58 restrictions.",
    )
    assert not open_page().boxes["section_58"].isChecked()


def test_usual_values_come_back_and_nothing_of_them_is_stored(page, settings, store, heard):
    for box in page.boxes.values():
        box.setChecked(False)
        for field in box.fields.values():
            field.setValue(field.value() + 1)
    page.apply()
    assert rules_set(settings) == ()
    assert [key for key in store.allKeys() if "clash_rules" in key] != []
    QTest.mouseClick(page.restoreButton, Qt.MouseButton.LeftButton)
    assert rules_set(settings) == ()
    page.apply()
    assert rules_set(settings) == tuple(one.rule for one in usual_set(settings))
    assert [key for key in store.allKeys() if "clash_rules" in key] == []
    assert heard == ["applied", "applied"]
    assert set_apart(settings) == ()


@pytest.mark.parametrize("stored", ["-1", "nan", "a mile", "1e9", "true", ""])
def test_what_is_stored_amiss_is_as_usual(store, settings, stored):
    store.setValue("street_works/clash_rules/near/within_m", stored)
    store.setValue("street_works/clash_rules/hs2/on", stored)
    assert by_name(settings)["near"].within_m == 25
    assert ("hs2" in by_name(settings)) is True


def test_it_is_walked_through_by_keys(page):
    page.boxes["near"].setFocus()
    seen = set()
    for _step in range(100):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        seen.add(page.focusWidget())
    fields = {field for box in page.boxes.values() for field in box.fields.values()}
    assert {*fields, *page.boxes.values(), page.restoreButton} <= seen
