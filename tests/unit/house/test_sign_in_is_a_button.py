"""An error that asks to sign in says so of itself, so that its message has the button for it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
ASKS = re.compile(r"\bsign in\b", re.IGNORECASE)
TOPICS = {"SESSION", "RIGHTS"}
BY_THEMSELVES = {"NotSignedIn", "AccessRestricted"}
NO_ERRORS = {
    "plugin/toolbar.py": "the action itself",
    "plugin/map/locator.py": "the result signs in when it is chosen",
    "plugin/desk/sensitive_works.py": "a line of the panel, which has the button at its top",
    "plugin/desk/reshaping.py": "a line of the panel, whose top offers it then",
    "ui/mine/mine_panel.py": "a line of the panel, which has the button at its top",
    "ui/account/sign_in_dialog.py": "the dialog itself",
    "ui/shared/trouble.py": "the button itself",
}


def asking(tree: ast.AST) -> Iterator[ast.Call]:
    """Give the calls that are handed a text which asks to sign in; not `tr`, and not `format`."""

    def within(node: ast.AST, call: "ast.Call | None") -> Iterator[ast.Call]:
        if isinstance(node, ast.Call) and named(node.func) not in {"tr", "format"}:
            call = node
        if isinstance(node, ast.Call) and named(node.func) == "tr":
            text = node.args[0]
            if isinstance(text, ast.Constant) and ASKS.search(text.value) and call is not None:
                yield call
        for child in ast.iter_child_nodes(node):
            yield from within(child, call)

    return within(tree, None)


def named(node: ast.AST) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


def has_the_button(call: ast.Call) -> bool:
    """Say whether an error is about the session or the account, by its class or by its word."""
    about = {named(one.value) for one in call.keywords if one.arg == "about"}
    classes = {named(one) for one in (call.func, *call.args)}
    return bool(about & TOPICS or classes & BY_THEMSELVES)


def without_the_button(path: str, text: str) -> list[str]:
    if path in NO_ERRORS:
        return []
    calls = asking(ast.parse(text))
    return [f"{path}:{one.lineno}" for one in calls if not has_the_button(one)]


def texts() -> dict[str, str]:
    """Return the modules that may ask for it, by their paths."""
    paths = [*(ROOT / "plugin").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]
    found = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in sorted(paths)}
    return {path: text for path, text in found.items() if ASKS.search(text)}


def test_every_error_that_asks_to_sign_in_brings_the_button() -> None:
    files = texts()
    calls = [one for text in files.values() for one in asking(ast.parse(text))]
    assert len(calls) > 12
    assert [one for path, text in files.items() for one in without_the_button(path, text)] == []


def test_what_is_no_error_still_speaks_of_it() -> None:
    files = texts()
    assert [path for path in NO_ERRORS if path not in files] == []


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ('StreetWorksError(tr("Gone."), advice=tr("Sign in again."))', ["plugin/odd.py:1"]),
        ('StreetWorksError(tr("Gone."), advice=tr("Sign in."), about=RIGHTS)', []),
        ('refused.told(errors.NotSignedIn, tr("Gone."), tr("Sign in again."))', []),
        ('StreetWorksError(tr("Sign in to {it}.").format(it=1), about=DATES)', ["plugin/odd.py:1"]),
    ],
)
def test_one_without_is_found(error: str, told: list[str]) -> None:
    assert without_the_button("plugin/odd.py", error) == told
