"""Writes `docs/clash_rules.md`: every rule by which clashes are found, and its usual values.

Run it as `.venv/bin/python tools/clash_rules.py`, or by `make docs`. All of it is asked of the
rules.
"""

from pathlib import Path

from street_works.plugin.clashes import rules
from street_works.plugin.clashes.grade import Grade, title
from street_works.plugin.clashes.rule import Rule
from street_works.tools.client_docs import table

PAGE = Path(__file__).resolve().parents[1] / "docs" / "clash_rules.md"
_HEAD = """\
# The rules by which clashes are found

Each rule looks at your works and at one other at a time. A pair that several rules speak of has a
finding of each, and the most serious one says how it is listed. Distances are metres on the
National Grid, from shape to shape; days are civil days in the UK, the first and the last included,
weekends and bank holidays too.

Where a day or a shape that would decide is not known, a rule says *cannot say*. What could not be
compared at all, and what Street Manager did not give, is told beside the findings. The
[user guide](user_guide.md#clashes-and-opportunities) shows the list; files and the command line
have the words of the second column.

This page is made by `make docs` from the rules."""
_COLUMNS = ("Rule", "In files", "Looks for", "Usual values", "Days in common", "Days apart")


def page() -> str:
    """Return the page."""
    return f"{_HEAD}\n\n{table(_COLUMNS, map(_row, rules.usual()))}\n"


def _row(rule: Rule) -> tuple[str, ...]:
    return (
        rule.title(),
        f"`{rule.name}`",
        rule.help(),
        rule.values(),
        title(rule.grade),
        title(Grade.OPPORTUNITY) if _has_margin(rule) else "nothing",
    )


def _has_margin(rule: Rule) -> bool:
    return any(one.unit == "days" for one in rule.asks())


def main(path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
