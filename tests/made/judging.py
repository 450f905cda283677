"""What has to hold of every form on its way to the receipt, seen as a planner sees it."""

import json
from typing import Any

from qgis.PyQt.QtCore import QCoreApplication, QEvent
from street_works.tests.made.by_keyboard import unreached
from street_works.tests.made.parties import client_of
from street_works.tests.made.stepping import press, review, submit
from street_works.tools.by_ear_and_key import against_reading, missing

PLEASE_CHANGE = "Please change this"


def nothing_missing(window: Any) -> None:
    """Look at what is to be seen of a window for those who do not see it, or use no mouse."""
    said = missing(window)
    assert not said, "\n".join(said)


def judge(dialog: Any, stops: list[Any]) -> None:
    """Look at the way of the Tab key over one page, and at what a screen reader says on it."""
    nothing_missing(dialog)
    assert unreached(dialog, stops) == []
    assert dialog.nextButton in stops
    on_page = [one for one in stops if dialog.form_view.pages.isAncestorOf(one)]
    assert against_reading(on_page) == []


def refused_at_its_question(desk: Any, dialog: Any, answers: dict[str, Any]) -> None:
    """Submit what the service minds in each field: its words stand there, beside the answers."""
    shown = [name for name, row in dialog.form_view.rows.items() if not row.isHidden()]
    minded = {name: [f"{PLEASE_CHANGE}: {name}"] for name in shown}
    review(dialog)
    desk.network.spoil = refusing(400, "Bad Request", minded)
    nothing_missing(dialog)
    submit(dialog, dialog.failureStep)
    nothing_missing(dialog)
    desk.network.spoil = None
    press(dialog.backButton)
    rows = dialog.form_view.rows
    assert {name: rows[name].error.text() for name in shown} == {
        name: f"{PLEASE_CHANGE}: {name}" for name in shown
    }
    assert {name: dialog.values()[name] for name in answers} == answers


def refusing(status: int, message: str, fields: dict[str, Any]) -> Any:
    """Return what refuses all that changes something, and lets through what reads."""

    def spoil(asked: Any, body: bytes) -> None:
        if asked.command == "GET":
            asked.answer(*asked.hand_on(body), asked.kind)
            return
        told = {"message": message, "error": {"status": status}, "fields": fields}
        asked.answer(status, json.dumps(told).encode())

    return spoil


def close(desk: Any, dialog: Any) -> None:
    """Leave the receipt."""
    nothing_missing(dialog)
    press(dialog.closeButton)
    gone(desk)


def gone(desk: Any) -> None:
    """See that the form is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.place.form.dialog is None


def told_by(trade: Any, case: Any, entry: Any) -> Any:
    """Return the receipt by the register's own word, read anew over HTTP."""
    client = client_of(trade.base, case.who)
    try:
        return case.form.operation.settle(client, entry)
    finally:
        client.close()
