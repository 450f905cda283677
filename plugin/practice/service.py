"""The practice service as a whole: made from a seed, started, asked, stopped."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Optional, Union

from ..api.v1.models.lookup import StreetResponse
from ..api.v1.reading import streets
from ..trade.records.streets import Street
from .answers.streets import street
from .clock import Clock
from .keeping.journal import Journal
from .keeping.register import Register
from .made_up.around import made_up
from .operations import map as operations_map
from .operations.activities import ActivityOperations
from .operations.alterations import AlterationOperations
from .operations.areas import AreaOperations
from .operations.comments import CommentOperations
from .operations.export import ExportOperations
from .operations.files import FileOperations
from .operations.forward_plans import ForwardPlanOperations
from .operations.inspections import InspectionOperations
from .operations.office import Office
from .operations.party import PartyOperations
from .operations.penalties import PenaltyOperations
from .operations.people import PeopleOperations
from .operations.permits import PermitOperations
from .operations.progress import ProgressOperations
from .operations.reporting import ReportingOperations
from .operations.section81 import Section81Operations
from .operations.sites import SiteOperations
from .operations.work import WorkOperations
from .people.accounts import Account, Sessions, make_accounts
from .published.reading import FileReading, read_files
from .serving.exchange import Handler
from .serving.limits import RateLimit
from .serving.router import Router
from .serving.server import ADDRESS, Server
from .town.gazetteer import town_of


class PracticeService:
    """A small Street Manager V1.25.12 on 127.0.0.1 with a made-up town.

    `port` 0 takes any that is free. The same `seed` and `today` make the same town and works.
    `works` are files of published records to add; `bring_to_today` moves files that are over
    forward by whole weeks. `state` is a file in which everything that was created or changed
    survives. `passwords` fixes passwords by email address, otherwise they are random. Raises
    StreetWorksError for files that cannot be used.
    """

    def __init__(
        self,
        port: int = 0,
        seed: int = 1,
        works: Iterable[Union[str, Path]] = (),
        state: Optional[Union[str, Path]] = None,
        today: Optional[date] = None,
        *,
        bring_to_today: bool = False,
        passwords: Optional[Mapping[str, str]] = None,
        clock: Optional[Clock] = None,
        token_seconds: float = 3_600.0,
        refresh_seconds: float = 86_400.0,
        requests_per_minute: int = 6_000,
        scan_seconds: float = 2.0,
        csv_seconds: float = 2.0,
    ) -> None:
        self._port = port
        self._state = Path(state) if state is not None else None
        self._clock = clock or Clock(today)
        self._requests_per_minute = requests_per_minute
        self._scan_seconds = scan_seconds
        self._csv_seconds = csv_seconds
        self._server: Optional[Server] = None
        self.town = town_of(seed)
        self._published = read_files(works, self._clock.today(), bring_to_today=bring_to_today)
        self._seed = seed
        self._accounts = make_accounts(passwords)
        self._sessions = Sessions(self._accounts, self._clock, token_seconds, refresh_seconds)
        self._register: Optional[Register] = None

    @property
    def accounts(self) -> list[Account]:
        """Who may sign in, with passwords."""
        return list(self._accounts)

    def reset_code(self, email: str) -> Optional[str]:
        """Return the code for a forgotten password, which a real service would send by email."""
        return self._sessions.reset_code(email)

    @property
    def reading(self) -> list[FileReading]:
        """What became of each file of published records."""
        return list(self._published.readings)

    @property
    def home(self) -> tuple[float, float, float, float]:
        """The town's bounds: west, south, east, north in EPSG:27700."""
        return self.town.bounds

    def streets(self) -> tuple[Street, ...]:
        """Return all streets of the town, each as the look-up tells of it."""
        told = (StreetResponse.model_validate(street(one)) for one in self.town.streets)
        return tuple(map(streets.street, told))

    @property
    def register(self) -> Register:
        """Everything it holds; only while it runs."""
        if self._register is None:
            raise RuntimeError("the practice service is not running")
        return self._register

    def start(self) -> str:
        """Start serving; return the base address. Raises StreetWorksError: port or state file."""
        if self._server is not None:
            return self._address(self._server)
        journal = Journal(self._state) if self._state is not None else None
        try:
            register = self._make_register(journal)
            handlers = self._handlers(Office(register, self.town, self._clock))
            router = Router(handlers, self._sessions)
            limit = RateLimit(self._requests_per_minute, self._clock)
            self._server = Server(self._port, router, limit)
        except BaseException:
            if journal is not None:
                journal.close()
            raise
        self._register = register
        self._server.begin()
        return self._address(self._server)

    def stop(self) -> None:
        """Stop serving: no thread, port or file stays open. Does nothing when it is stopped."""
        server, self._server = self._server, None
        if server is not None:
            server.finish()
        register, self._register = self._register, None
        if register is not None:
            register.close()

    def _handlers(self, office: Office) -> dict[tuple[str, str], Handler]:
        reporting = ReportingOperations(office)
        families = (
            WorkOperations(office),
            PermitOperations(office),
            AlterationOperations(office),
            ProgressOperations(office),
            SiteOperations(office),
            ForwardPlanOperations(office),
            InspectionOperations(office),
            PenaltyOperations(office),
            Section81Operations(office),
            CommentOperations(office),
            ActivityOperations(office),
            AreaOperations(office),
            FileOperations(office),
            PartyOperations(self._sessions),
            PeopleOperations(office, self._sessions),
            reporting,
            ExportOperations(office, reporting, self._csv_seconds),
        )
        handlers = operations_map.handlers(office.register, self.town)
        for family in families:
            handlers.update(family.handlers())
        return handlers

    def _make_register(self, journal: Optional[Journal]) -> Register:
        around, published = made_up(self._seed, self._clock.today()), self._published
        return Register(
            works=[*around.works, *published.works],
            activities=[*around.activities, *published.activities],
            hs2_limits=around.hs2_limits,
            clock=self._clock,
            journal=journal,
            scan_seconds=self._scan_seconds,
        )

    @staticmethod
    def _address(server: Server) -> str:
        return f"http://{ADDRESS}:{server.port}"
