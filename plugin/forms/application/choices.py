"""What may be chosen on an application, as the account, the promoter and the street have it."""

from collections.abc import Iterator
from typing import Any, Optional

from ...rules import activity_types, asd, hs2
from ...rules.roads import road_name
from ...words import tr
from ..fields import Option
from .situation import Situation, copied


def promoters(situation: Situation) -> Iterator[Option]:
    """Give the promoters that the account may apply for."""
    for one in situation.promoters:
        words = tr("{name} ({code})").format(name=one.name, code=one.code)
        yield Option(one.code, words)


def workstreams(situation: Situation) -> Iterator[Option]:
    """Give the promoter's workstreams."""
    for one in situation.workstreams:
        yield Option(one.prefix, _joined(one.prefix, one.name))


def authorities(situation: Situation) -> Iterator[Option]:
    """Give the authorities that notice may be given to."""
    for one in situation.authorities:
        yield Option(one.code, _joined(one.name, one.place))


def road_categories(situation: Situation) -> Iterator[Option]:
    """Give the street's reinstatement types."""
    for code, place in situation.reinstatements.items():
        yield Option(str(code), _joined(road_name(code), place))


def designations(situation: Situation) -> Iterator[Option]:
    """Give the street's designations: key, name, and when, where and what each is."""
    for key, one in situation.designations.items():
        told = (asd.when(one), one.place, one.description)
        yield Option(key, asd.name_of(one.code), " · ".join(filter(None, told)))


def copies(keys: list[str], situation: Situation) -> list[dict[str, Any]]:
    """Return the designations that were chosen by their keys, exactly as the street has them."""
    return [copied(one) for key, one in situation.designations.items() if key in keys]


def may_be_chosen(value: str, situation: Situation) -> bool:
    """Say whether the contract's `value` is open to this promoter, or only to others."""
    kind, is_hs2 = situation.promoter.kind, situation.is_hs2
    offered = activity_types.is_offered(value, kind, is_hs2=is_hs2)
    return offered and (is_hs2 or not hs2.is_reserved(value))


def _joined(*texts: Optional[str]) -> str:
    return " – ".join(text for text in texts if text)
