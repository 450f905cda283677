"""Which works are on traffic-sensitive streets, as far as the register tells.

No record on the map says so, nor names its street's number. A permit, which anybody signed in may
read, repeats the designations of its street, chosen by the promoter or not, and has the street's
number: so each works is asked about by its permit, and each street once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Callable

from ...api.errors import AccessRestricted, NotFound
from ...api.register import Register
from ...rules.asd import TRAFFIC_SENSITIVE, number_of
from ...trade.records.works import Permit

Reference = tuple[str, str]


@dataclass(frozen=True)
class Known:
    """References of works on traffic-sensitive streets, on others, and on streets not known."""

    sensitive: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    not_known: frozenset[str] = frozenset()


class Streets:
    """Remembers which streets are traffic-sensitive, for one session."""

    def __init__(self) -> None:
        self._streets: dict[int, bool] = {}
        self._works: dict[Reference, bool] = {}

    def look_up(
        self,
        register: Register,
        references: Iterable[Reference],
        report: Callable[[int], None] = lambda done: None,
    ) -> Known:
        """Tell for each (works reference, permit reference) whether its street is sensitive.

        One request for each works not asked about before, and one for each street: run it in a job,
        which `register` also lets be cancelled. `report` hears how many are done. Works that the
        register does not know, or will not show, are in `not_known`. Raises ApiError for what
        concerns all of them, such as no network; what was learnt till then is remembered.
        """
        told: dict[bool, set[str]] = {True: set(), False: set()}
        not_known = set()
        for done, reference in enumerate(references, 1):
            try:
                told[self._ask(register, reference)].add(reference[0])
            except (AccessRestricted, NotFound):
                not_known.add(reference[0])
            report(done)
        return Known(frozenset(told[True]), frozenset(told[False]), frozenset(not_known))

    def _ask(self, register: Register, reference: Reference) -> bool:
        if reference not in self._works:
            permit = register.permit(*reference)
            self._works[reference] = _is_named(permit) or self._street(register, permit.usrn)
        return self._works[reference]

    def _street(self, register: Register, usrn: int) -> bool:
        if usrn not in self._streets:
            self._streets[usrn] = register.street(usrn).traffic_sensitive
        return self._streets[usrn]


def _is_named(permit: Permit) -> bool:
    named = (*permit.designations, *permit.passed_over)
    return any(number_of(one.code) == TRAFFIC_SENSITIVE for one in named)
