"""The rules by which clashes are found, as the planner has set them."""

from ..clashes.rule import Rule
from ..clashes.rules import all_with
from ..settings import Settings


def rules_set(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules with the thresholds that are kept."""
    return all_with(within_m=settings.clash_distance_m, margin_days=settings.clash_days)
