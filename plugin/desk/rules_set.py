"""The rules by which clashes are found, as the planner has set them.

What the panel asks, within how many metres and days, is usual for every rule that asks for it; a
rule may be set apart in QGIS's options. Its settings are made of its fields.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from ..clashes.rule import Rule, Threshold
from ..clashes.rules import all_with
from ..kept import Flag, Number
from ..settings import Settings
from ..words import tr


class SetRule(NamedTuple):
    """A rule with its thresholds, and whether it is used."""

    rule: Rule
    on: bool


def rules_set(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that are used."""
    return tuple(one.rule for one in all_set(settings) if one.on)


def all_set(settings: Settings) -> tuple[SetRule, ...]:
    """Return every rule with the thresholds that are kept, else with the usual ones."""
    return tuple(
        SetRule(_as_kept(settings, one.rule), settings.kept.value(_used(one.rule)))
        for one in usual_set(settings)
    )


def usual_set(settings: Settings) -> tuple[SetRule, ...]:
    """Return every rule as the panel has it, and used."""
    rules = all_with(within_m=settings.clash_distance_m, margin_days=settings.clash_days)
    return tuple(SetRule(rule, on=True) for rule in rules)


def set_apart(settings: Settings) -> tuple[str, ...]:
    """Say which rules are not used, and which have thresholds that are not the panel's."""
    pairs = tuple(zip(usual_set(settings), all_set(settings)))
    off = [one.rule.title() for _usual, one in pairs if not one.on]
    apart = [one.rule.said() for usual, one in pairs if one.on and one != usual]
    said = (
        (off, tr("Not looked for, as set in the options: {rules}.")),
        (apart, tr("Set apart in the options: {rules}.")),
    )
    return tuple(text.format(rules="; ".join(rules)) for rules, text in said if rules)


def keep_set(settings: Settings, chosen: Iterable[SetRule]) -> None:
    """Keep what is not as usual: the rest goes on to follow the panel."""
    for usual, one in zip(usual_set(settings), chosen):
        wanted: list[tuple[Any, Any]] = [(_used(one.rule), one.on)]
        for asked in one.rule.asks():
            setting = _threshold(usual.rule, asked)
            wanted.append((setting, getattr(one.rule, asked.name)))
        for setting, value in wanted:
            if value == setting.usual:
                settings.kept.remove(setting)
            else:
                settings.kept.put(setting, value)


def _as_kept(settings: Settings, usual: Rule) -> Rule:
    values = {one.name: settings.kept.value(_threshold(usual, one)) for one in usual.asks()}
    return type(usual)(**values)


def _used(rule: Rule) -> Flag:
    return Flag(f"clash_rules/{rule.name}/on", usual=True)


def _threshold(usual: Rule, asked: Threshold) -> Number[Any]:
    key = f"clash_rules/{usual.name}/{asked.name}"
    return Number(key, getattr(usual, asked.name), asked.least, asked.most)
