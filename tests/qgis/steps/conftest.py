"""One workplace and one practice service for all steps; who fills in the form signs in."""

from collections.abc import Iterator
from typing import Any

import pytest
from street_works.tests.made.desk import Desk
from street_works.tests.made.parties import trade_now
from street_works.tests.made.spoilt_service import Register
from street_works.tests.made.switched_on import hear, switched_on
from street_works.tests.made.waiting import until


@pytest.fixture(scope="module")
def desk_of_all(
    qgis_iface: Any, qgis_canvas: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """The desk, which is slow to set up."""
    folder = tmp_path_factory.mktemp("profile") / "street_works"
    folder.mkdir()
    qgis_iface.newProject()
    with trade_now() as trade:
        network = Register(trade.base)
        try:
            with switched_on(qgis_iface, qgis_canvas, folder) as on:
                yield Desk(trade, network, hear(on().workplace), folder)
        finally:
            network.down()


@pytest.fixture
def desk(desk_of_all: Desk) -> Iterator[Desk]:
    """The desk, with no form open and nothing under way."""
    desk_of_all.place.heard.clear()
    desk_of_all.network.asked.clear()
    yield desk_of_all
    desk_of_all.network.spoil = None
    desk_of_all.leave()
    until(lambda: not desk_of_all.place.jobs.running)


@pytest.fixture
def at_desk(desk: Desk) -> Iterator[Desk]:
    """The planner's desk, which is empty again afterwards."""
    desk.sign_in("planner")
    yield desk
    desk.leave()
    desk.place.sheet.clear()
