"""Every text for planners speaks as they do: of Street Manager, and not of a register."""

import re
from pathlib import Path

from street_works.tools import translations

ROOT = Path(__file__).parents[3]
SAID_BY = ("ui", "plugin/desk", "plugin/rules", "plugin/drafts", "plugin/map", "plugin/live",
           "plugin/processing", "plugin/background", "plugin/practice/published")  # fmt: skip
REGISTER = re.compile(r"\b(the|a) register\b", re.IGNORECASE)


def test_planners_are_told_of_street_manager():
    texts = [
        (path.relative_to(ROOT), text)
        for folder in SAID_BY
        for path in sorted((ROOT / folder).rglob("*.py"))
        for text in translations.marked(path.read_text("utf-8"))
    ]
    texts += [(path.name, path.read_text("utf-8")) for path in sorted((ROOT / "ui").rglob("*.ui"))]
    guide = ROOT / "docs" / "user_guide.md"
    texts.append((guide.name, guide.read_text("utf-8")))
    assert len(texts) > 500
    assert [one for one in texts if REGISTER.search(one[1])] == []
