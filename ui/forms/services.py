"""What a form asks of the rest of the plugin; answers come later, on the main thread."""

from collections.abc import Mapping
from typing import Any, Callable, Protocol

from qgis.PyQt.QtGui import QImage

from ...plugin.drafts.sending import Operation, Request
from ...plugin.errors import StreetWorksError
from ...plugin.forms.form import Form
from ...plugin.forms.shapes import Drawn
from ...plugin.trade.records.people import Promoter
from ...plugin.trade.records.receipts import Receipt
from ...plugin.trade.records.works import CategoryAnswer, CategoryQuestion

Failed = Callable[[StreetWorksError], None]
Accepted = Callable[[Receipt], None]


class FormHabits(Protocol):
    """The last answers to the questions that are answered alike each time."""

    def offered(self, form: Form[Any, Any]) -> dict[str, str]:
        """Return the last answers to those questions of a form, by their names."""

    def learn(self, answers: Mapping[str, Any]) -> None:
        """Keep answers in the place of those before; a blank one is forgotten."""


class FormServices(Protocol):
    """The register, the map and the draft, as a form sees them; each asks for what it needs.

    Nothing here may wait: each call returns at once, and exactly one of its callbacks is called
    later, from the event loop. A StreetWorksError that is raised at once means that nothing was
    begun, and no callback follows.
    """

    @property
    def habits(self) -> FormHabits:
        """What is remembered from form to form."""

    @property
    def environment_name(self) -> str:
        """The environment's name as the planner knows it."""

    @property
    def is_production(self) -> bool:
        """Whether what is submitted is live."""

    def read_promoter(self, code: str, done: Callable[[Promoter], None], failed: Failed) -> None:
        """Read the prefix and the workstreams of the promoter that the application is for."""

    def ask_category(
        self, question: CategoryQuestion, done: Callable[[CategoryAnswer], None], failed: Failed
    ) -> None:
        """Ask the register what works count as, and how long they last."""

    def send(
        self,
        operation: Operation,
        subject: str,
        request: Request,
        done: Accepted,
        failed: Failed,
        unknown: Failed,
        not_sent: Failed,
    ) -> None:
        """Send a request about `subject` once.

        `failed` means that the register has read and refused it, `unknown` that it may or may not
        have it, `not_sent` that nothing has left this computer.
        """

    def is_open(self, operation: Operation, subject: str) -> bool:
        """Say whether something was sent about `subject` of which no outcome is known."""

    def settle(
        self,
        operation: Operation,
        subject: str,
        done: Accepted,
        not_there: Callable[[], None],
        failed: Failed,
        refused: Failed,
    ) -> None:
        """Find out whether the register has what was sent; `failed` leaves that open.

        `refused` means that something else is in its place.
        """

    def upload_file(
        self, path: str, promoter: str, done: Callable[[int], None], failed: Failed
    ) -> None:
        """Upload the file at `path` for works of a promoter (its code); `done` gets its number."""

    def delete_file(self, file_id: int, done: Callable[[], None], failed: Failed) -> None:
        """Delete an uploaded file that was taken off the form again."""

    def map_picture(
        self, drawn: Drawn, width: int, height: int, done: Callable[[QImage], None]
    ) -> None:
        """Paint the map around an extent, `width` by `height` pixels.

        Where it was another one before, both are painted over it.
        """
