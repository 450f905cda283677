"""QGIS is killed while every form is half filled in: what was typed is back."""

import pickle
import random
import signal
import subprocess
import sys
import time
from types import SimpleNamespace
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.desk.half_filled import HalfFilled  # noqa: E402
from street_works.plugin.drafts import DraftStore  # noqa: E402
from street_works.plugin.forms.about import subject_of  # noqa: E402
from street_works.plugin.forms.kinds import Kind  # noqa: E402
from street_works.plugin.settings import CUSTOM  # noqa: E402
from street_works.tests.made.filled_until_killed import HalfFill  # noqa: E402
from street_works.tests.made.parties import (  # noqa: E402
    PASSWORDS,
    client_of,
    email_of,
    trade_now,
)
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.case import StepCase  # noqa: E402
from street_works.ui.forms.form_dialog import FormDialog  # noqa: E402

PROGRAM = "street_works.tests.made.filled_until_killed"
LONGEST_S = 0.5  # from when all was kept until the end


def half_filled(case: StepCase, trade: Any, client: Any) -> HalfFill:
    """Return the first half of what is typed on a form, but for files, which are elsewhere."""
    works = case.before(trade)
    typed = {
        name: value
        for name, value in case.typed(works).items()
        if case.form().answers[name].kind is not Kind.FILES
    }
    first = dict(list(typed.items())[: (len(typed) + 1) // 2])
    email = email_of(case.who)
    return HalfFill(case.name, case.situation(client, works), email, PASSWORDS[email], first)


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What was typed on each form when the process was killed, and the drafts that are left."""
    folder = tmp_path_factory.mktemp("killed")
    with trade_now() as trade:
        clients = {who: client_of(trade.base, who) for who in {case.who for case in CASES}}
        typed = {case.name: half_filled(case, trade, clients[case.who]) for case in CASES}
        (folder / "forms").write_bytes(pickle.dumps(list(typed.values())))
        given = [trade.base, str(folder), str(folder / "forms")]
        with subprocess.Popen(
            [sys.executable, "-m", PROGRAM, *given], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            time.sleep(random.uniform(0, LONGEST_S))  # noqa: S311 - no secret
            process.send_signal(signal.SIGKILL)
        assert line == "kept\n"
        for client in clients.values():
            client.close()
    store = DraftStore(folder / "drafts.sqlite")
    yield typed, HalfFilled(SimpleNamespace(environment_key=CUSTOM), store)
    store.close()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_typed_is_back_on_the_form(case: StepCase, killed: Any, desk: Any) -> None:
    typed, half = killed
    one = typed[case.name]
    form, subject = case.form(), subject_of(one.situation.works, one.situation.record)
    kept = half.values(form.operation.name, subject)
    desk.sign_in(case.who)
    there, typed_then = (answers(desk, case.form(), one, values) for values in (kept, one.typed))
    assert {name: there[name] for name in one.typed} == {
        name: typed_then[name] for name in one.typed
    }


def answers(desk: Any, form: Any, one: HalfFill, values: dict[str, Any]) -> dict[str, Any]:
    """Return the answers on the form when it is opened with `values`."""
    dialog = FormDialog(form, one.situation, desk.place.applying, values)
    there: dict[str, Any] = dialog.values()
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return there
