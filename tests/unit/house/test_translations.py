"""Translators find every text of the planners' in one file, and nothing that is gone."""

import ast
from pathlib import Path
from xml.etree import ElementTree

import pytest
from street_works.tools import translations

ROOT = Path(__file__).resolve().parents[3]
CODE = [path for room in ("plugin", "ui") for path in sorted((ROOT / room).rglob("*.py"))]
FORMS = sorted((ROOT / "ui").rglob("*.ui"))


def messages(path: Path) -> dict[str, str]:
    """Return each text of a .ts file with its translation, in the one context of the plugin."""
    contexts = ElementTree.parse(path).findall("context")
    assert [context.findtext("name") for context in contexts] == ["StreetWorks"]
    return {
        one.findtext("source", ""): one.findtext("translation", "")
        for one in contexts[0].findall("message")
    }


def of_forms() -> set[str]:
    strings = [one for path in FORMS for one in ElementTree.parse(path).iter("string")]
    return {one.text for one in strings if one.text and one.get("notr") != "true"}


def test_the_file_for_translators_has_every_text_and_none_that_is_gone() -> None:
    wanted = of_forms() | set(translations.of_code())
    assert len(wanted) > 1500
    assert set(messages(translations.TEMPLATE)) == wanted, "run `make translations`"


def test_marked_texts_are_seen_wherever_they_stand() -> None:
    source = """
WORDS = {"minor": tr_noop("Minor")}
class Panel:
    def told(self, days):
        return tr("{days} days, "
                  "not more").format(days=days) + str("untold") + self.tr_of("untold")
"""
    assert sorted(translations.marked(source)) == ["Minor", "{days} days, not more"]


def test_texts_are_marked_where_they_stand() -> None:
    """A text put together is found by no translator, nor one handed over that no `tr_noop` marks.

    Here stands who translates what others have marked.
    """
    handed = [
        (path.name, ast.unparse(node))
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"tr", "tr_noop"}
        if not isinstance(node.args[0], ast.Constant)
    ]
    assert handed == [("labels.py", "tr(known)")]


@pytest.fixture
def translator(tmp_path: Path) -> Path:
    """Return a translator's Welsh file, which has one of two texts translated."""
    if not translations.can_be_made():
        pytest.skip("Qt's programs for translators could not be installed here")
    path = tmp_path / "street_works_cy.ts"
    translations.gather(["Street", "Clash"], [], [path])
    text = path.read_text(encoding="utf-8")
    for welsh in ("Stryd", "Gwrthdaro"):
        text = text.replace(' type="unfinished"></translation>', f">{welsh}</translation>", 1)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_translated_stays_and_what_is_gone_goes(translator: Path) -> None:
    assert messages(translator) == {"Street": "Stryd", "Clash": "Gwrthdaro"}
    form = ROOT / "ui" / "account" / "new_password.ui"
    translations.gather(["Street", "Pole"], [form], [translator])
    after = messages(translator)
    assert after["Street"] == "Stryd"
    assert after["Pole"] == ""
    assert "Clash" not in after
    assert len(after) > 5


def test_what_qt_reads_is_made_beside_it(translator: Path) -> None:
    translations.release(translator)
    assert translator.with_suffix(".qm").stat().st_size > 0


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "PROGRAMS", "")
    with pytest.raises(FileNotFoundError, match="lupdate is missing"):
        translations.gather([], [], [])
