"""The list of promoters is filled: from the register, and from the records."""

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.desk.live_map import now
from street_works.plugin.trade.box import Box

BOX = Box(470850.0, 235750.0, 471350.0, 236250.0)


def offered(workplace):
    combo = workplace.map_panel.filter_panel.promoterCombo
    return [combo.itemText(row) for row in range(combo.count())]


def load(workplace, until):
    workplace.live.look(BOX, since=now())
    until(lambda: not workplace.live_view.busy and not workplace.jobs.running)


def test_the_promoter_list_is_filled_and_one_checked_in_it_filters_the_map(
    signed_in, until, qgis_canvas
):
    load(signed_in, until)
    names = offered(signed_in)
    assert "MIDVALE WATER" in names
    assert "LAPSED UTILITIES" in names  # has no works: the register lists it
    assert names == sorted(names, key=str.casefold)
    panel = signed_in.map_panel.filter_panel
    signed_in.dock.show()
    combo = panel.promoterCombo
    combo.showPopup()
    view = combo.view()
    QTest.keyClick(view, Qt.Key.Key_Home)
    for _row in range(names.index("MIDVALE WATER")):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    assert signed_in.live_view.filters.current.promoters == ("MIDVALE WATER",)
    until(lambda: not signed_in.live_view.busy and not signed_in.jobs.running)
    assert len(signed_in.live.store.promoters()) > 1
    shown = {
        feature["promoter"]
        for shape in ("point", "line", "polygon")
        for layer in [signed_in.live.layers.layer("works", shape)]
        if layer is not None
        for feature in layer.getFeatures()
    }
    assert shown == {"MIDVALE WATER"}
    assert offered(signed_in) == names


def test_without_the_registers_list_the_records_promoters_are_offered(
    workplace, environment, practice, register, until
):
    def spoil(asked, body):
        if "/organisations?" in asked.path:
            asked.answer(500, b'{"message": "out of order"}')
        else:
            asked.answer(*asked.hand_on(body))

    register.spoil = spoil
    workplace.account.sign_in(environment, practice.email, practice.password)
    until(lambda: workplace.live.store is not None and not workplace.jobs.running)
    load(workplace, until)
    assert workplace.live.store.promoters()
    assert set(offered(workplace)) == set(workplace.live.store.promoters())
    assert "LAPSED UTILITIES" not in offered(workplace)


def test_signed_out_the_promoters_of_what_was_loaded_are_offered(signed_in, until):
    load(signed_in, until)
    held = set(signed_in.live.store.promoters())
    assert held
    assert "LAPSED UTILITIES" in offered(signed_in)
    signed_in.account.sign_out()
    until(lambda: not signed_in.jobs.running)
    assert set(offered(signed_in)) == held
