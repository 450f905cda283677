"""The page about the clocks tells the truth: its tables are the code's."""

from pathlib import Path

from street_works.plugin.rules.clocks.reasons import CLOCKS
from street_works.plugin.rules.clocks.table import RULES
from street_works.plugin.trade.labels import label

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "clocks.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[tuple[str, ...]]:
    """Return the rows of the table under a heading of the page, without its head."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[2:]]


def test_each_clock_stands_there_with_its_rule_and_source() -> None:
    assert rows("The rules") == [
        (label(clock), rule.words(), rule.source, "check" if rule.is_thin else "ours")
        for clock, rule in RULES.items()
    ]


def test_each_reason_stands_there_with_its_clocks() -> None:
    assert rows("What needs a planner") == [
        (label(reason), " · ".join(map(label, clocks)) or "none")
        for reason, clocks in CLOCKS.items()
    ]
