"""The changelog: what is not released yet first, then each version with its day."""

import configparser
import re
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HEADINGS = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
RELEASED = re.compile(r"(\d+\.\d+\.\d+) – (\d{4}-\d\d-\d\d)")


def released() -> list[tuple[str, date]]:
    found = [RELEASED.fullmatch(heading) for heading in HEADINGS[1:]]
    assert None not in found, HEADINGS
    return [(one[1], date.fromisoformat(one[2])) for one in found if one]


def test_what_is_not_released_stands_first() -> None:
    assert HEADINGS[0] == "Unreleased"


def test_versions_have_days_and_the_newest_stands_first() -> None:
    days = [day for _version, day in released()]
    assert days
    assert days == sorted(days, reverse=True)


def test_the_version_of_the_plugin_is_told_of() -> None:
    parser = configparser.ConfigParser()
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    assert parser["general"]["version"] in [version for version, _day in released()]
