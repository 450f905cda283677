"""What the plugin says when Python packages are missing or too old."""

from importlib import metadata
from pathlib import Path

import pytest
from street_works.plugin import dependencies


class Bar:
    """The part of QGIS's message bar that is used."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def createMessage(self, title: str, text: str) -> str:  # noqa: N802
        return f"{title}: {text}"

    def pushItem(self, item: str) -> None:  # noqa: N802
        self.shown.append(item)

    def items(self) -> list[str]:
        return self.shown

    def popWidget(self, item: str) -> None:  # noqa: N802
        self.shown.remove(item)


class Iface:
    def __init__(self) -> None:
        self.bar = Bar()

    def messageBar(self) -> Bar:  # noqa: N802
        return self.bar


def test_nothing_is_missing_here() -> None:
    assert dependencies.missing_packages() == []


def test_absent_and_old_packages_are_named(tmp_path: Path) -> None:
    requirements = tmp_path / "requirements.txt"
    requirements.write_text("requests>=2.25\nno-such-package>=1.0\nshapely>=99.0\n")
    missing = dependencies.missing_packages(requirements)
    assert [(one.package, one.needed) for one in missing] == [
        ("no-such-package", "1.0"),
        ("shapely", "99.0"),
    ]
    assert missing[0].found is None
    assert missing[1].found == metadata.version("shapely")


def test_pydantic_with_another_pydantics_core_counts_as_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    version = metadata.version
    monkeypatch.setattr(
        dependencies.metadata,
        "version",
        lambda name: "0.0.1" if name == "pydantic-core" else version(name),
    )
    assert [one.package for one in dependencies.missing_packages()] == ["pydantic-core"]


def test_the_stand_in_tells_what_to_do_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    missing = [dependencies.Missing("pydantic", "2.0", "1.10.2")]
    monkeypatch.setattr(dependencies, "missing_packages", lambda: missing)
    iface = Iface()
    plugin = dependencies.plugin_for(iface)
    plugin.initGui()
    assert "pydantic 2.0 (here is 1.10.2)" in iface.bar.shown[0]
    assert "QPIP" in iface.bar.shown[0]
    plugin.unload()
    assert iface.bar.shown == []


def test_the_stand_in_tells_it_where_there_are_no_windows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = [dependencies.Missing("pydantic", "2.0", "1.10.2")]
    monkeypatch.setattr(dependencies, "missing_packages", lambda: missing)
    dependencies.plugin_for(None).initProcessing()
    assert "pydantic 2.0 (here is 1.10.2)" in capsys.readouterr().err
