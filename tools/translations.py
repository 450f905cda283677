"""Gathers the planners' texts for translators, and makes what Qt reads of what they translated.

`make translations` brings resources/translations/ up to date:

- `street_works.ts` has every text of `tr`, `tr_noop` and the forms. To begin a language, copy it
  to `street_works_<language>.ts` (`street_works_cy.ts`) and translate that with Qt Linguist.
- Each language's file gets what is new, keeps what is translated, and loses what is gone.
- `street_works_<language>.qm` is made of it; the plugin loads that one.
"""

import ast
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TEMPLATE = FOLDER / "street_works.ts"
CONTEXT = "StreetWorks"
# Where Debian keeps Qt's own programs, beside the PATH.
PROGRAMS = os.pathsep.join([os.environ["PATH"], "/usr/lib/qt5/bin", "/usr/lib/qt6/bin"])


def marked(source: str) -> Iterator[str]:
    """Give each text that the Python code `source` marks for translation."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"tr", "tr_noop"}:
            yield from (one.value for one in node.args if isinstance(one, ast.Constant))


def of_code(root: Path = ROOT) -> list[str]:
    """Return the texts of the plugin's Python code, each once, in the order of the alphabet."""
    paths = [path for room in ("plugin", "ui") for path in (root / room).rglob("*.py")]
    return sorted({text for path in paths for text in marked(path.read_text(encoding="utf-8"))})


def program(name: str) -> str:
    """Return the path of Qt's program `name`; raise FileNotFoundError where there is none."""
    found = shutil.which(name, path=PROGRAMS)
    if found is None:
        raise FileNotFoundError(f"{name} is missing: install qttools5-dev-tools")
    return found


def can_be_made() -> bool:
    """Say whether Qt's programs are here."""
    return all(shutil.which(name, path=PROGRAMS) for name in ("lupdate", "lrelease"))


def gather(texts: Iterable[str], forms: Iterable[Path], into: Iterable[Path]) -> None:
    """Bring the .ts files `into` up to date with `texts` and the texts of the .ui files `forms`."""
    with tempfile.TemporaryDirectory() as folder:
        # Qt's own reader of Python asks for a class around each text: it gets them as a form.
        listed = Path(folder) / "texts.ui"
        listed.write_bytes(_as_form(texts))
        subprocess.run(
            [program("lupdate"), "-silent", "-no-obsolete", "-locations", "none",
             "-disable-heuristic", "similartext", "-source-language", "en_GB",
             listed, *sorted(forms), "-ts", *into],
            check=True,
        )  # fmt: skip


def release(translated: Path) -> None:
    """Make the .qm file beside the .ts file `translated`."""
    subprocess.run([program("lrelease"), "-silent", translated], check=True)


def _as_form(texts: Iterable[str]) -> bytes:
    form = ElementTree.Element("ui", version="4.0")
    ElementTree.SubElement(form, "class").text = CONTEXT
    widget = ElementTree.SubElement(form, "widget")
    for text in texts:
        named = ElementTree.SubElement(widget, "property", name="text")
        ElementTree.SubElement(named, "string").text = text
    return ElementTree.tostring(form, encoding="utf-8", xml_declaration=True)


def main() -> None:
    """Bring the template and every language up to date."""
    languages = sorted(FOLDER.glob("street_works_*.ts"))
    TEMPLATE.unlink(missing_ok=True)  # made anew, in the order of the alphabet: Qt appends
    gather(of_code(), (ROOT / "ui").rglob("*.ui"), [TEMPLATE, *languages])
    for language in languages:
        release(language)
    print(f"{TEMPLATE.relative_to(ROOT)}, and {len(languages)} languages")


if __name__ == "__main__":
    main()
