"""Forms that the parties of a practice service fill in, and send with the real client."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any, Optional

from street_works.plugin.api import StreetManager
from street_works.plugin.drafts import Journal, Submission, settle, submit
from street_works.plugin.drafts.entry import Entry
from street_works.plugin.forms.about import About, FormAbout, offers, sides_of, subject_of
from street_works.plugin.forms.application.on_works import AboutOnStreet, read_about
from street_works.plugin.settings import PRACTICE
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.records.belonging import OfWorks
from street_works.plugin.trade.records.works import Works
from street_works.tests.made.parties import PASSWORDS, Case, Trade, email_of, trade_now


class Somebody:
    """An account that fills in forms; what it sends is kept in a journal of its own."""

    def __init__(self, client: StreetManager, journal: Journal) -> None:
        self.client, self.journal = client, journal

    def works(self, case: Case) -> Works:
        """Return works as the register tells of them now."""
        return self.client.register.works(case.reference)

    def about(self, case: Case, record: Optional[OfWorks] = None) -> About[Any]:
        """Return the situation of a form about works, or about a record of theirs."""
        works = self.works(case)
        sides = sides_of(self.client.rights, works)
        return About(works, record or works, uk_today(), sides)

    def applying(self, case: Case) -> AboutOnStreet[Works]:
        """Return the situation of an application about works."""
        works = self.works(case)
        return read_about(self.client.register, works, works)

    def why_not(
        self, form: type[FormAbout[Any, Any]], case: Case, record: Optional[OfWorks] = None
    ) -> Optional[str]:
        """Say why a form is not offered, or None where it is."""
        works = self.works(case)
        (offer,) = offers((form,), works, record or works, self.client.rights)
        return offer.why

    def send(self, form: FormAbout[Any, Any], about: About[Any], **typed: Any) -> Submission:
        """Fill in a form, over what it opens with, and send it."""
        values = {**form.defaults(about), **typed}
        subject = form.subject(values, about)
        request = form.build(values, about)
        return submit(self.client, self.journal, form.operation, PRACTICE, subject, request)

    def lose(
        self, form: FormAbout[Any, Any], about: About[Any], *, arrived: bool, **typed: Any
    ) -> Entry:
        """Send a filled in form so that no answer comes; it may have `arrived` nevertheless."""
        values = {**form.defaults(about), **typed}
        subject, request = form.subject(values, about), form.build(values, about)
        name = form.operation.name
        entry = self.journal.begin(PRACTICE, name, subject, request.body(), once=False)
        if arrived:
            form.operation.send(self.client, subject, request)
        self.journal.unknown(entry.id, "The connection broke off.")
        return entry

    def found_out(self, form: FormAbout[Any, Any], about: About[Any]) -> Submission:
        """Find out what became of what was sent last."""
        subject = subject_of(about.works, about.record)
        return settle(self.client, self.journal, form.operation, PRACTICE, subject)


class Parties:
    """The accounts of a service, each signed in when it is asked for."""

    def __init__(self, trade: Trade, folder: Path, held: ExitStack) -> None:
        self.trade, self._folder, self._held = trade, folder, held
        self._known: dict[str, Somebody] = {}

    def __getitem__(self, name: str) -> Somebody:
        if name not in self._known:
            client = self._held.enter_context(closing(StreetManager(self.trade.base)))
            email = email_of(name)
            client.sign_in(email, PASSWORDS[email])
            client.register.holder(email)
            journal = self._held.enter_context(closing(Journal(self._folder / f"{name}.sqlite")))
            self._known[name] = Somebody(client, journal)
        return self._known[name]


@contextmanager
def parties_in(folder: Path) -> Iterator[Parties]:
    """Run a service for them, with our clock; their journals are kept in `folder`."""
    with ExitStack() as held:
        trade = held.enter_context(trade_now())
        yield Parties(trade, folder, held)
