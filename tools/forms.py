"""Writes `docs/forms.md`: every form with its picture, who may use it and when it is offered.

Run it as `.venv/bin/python tools/forms.py`, or by `make docs`. All of it is asked of the forms, the
rules and the contract. The pictures are made by `tools/pictures.py`.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from street_works.plugin.api.v1.operations import OPERATIONS
from street_works.plugin.forms.about import FormAbout
from street_works.plugin.forms.all_forms import FORMS
from street_works.plugin.rules.steps import sides_of
from street_works.plugin.trade.parties import Side
from street_works.plugin.trade.records.belonging import (
    InspectionSummary,
    PenaltySummary,
    Section81Summary,
    SiteSummary,
)
from street_works.plugin.trade.records.forward_plans import ForwardPlan
from street_works.plugin.trade.records.works import ChangeSummary, Comment, Permit, Works
from street_works.tools.operations import operation_of
from street_works.tools.when_offered import when

PAGE = Path(__file__).resolve().parents[1] / "docs" / "forms.md"
IMAGES = PAGE.parent / "images" / "forms"
_HEAD = """\
# Every form, in pictures

Street Works has {forms} forms. Each is filled in here as it may be, at the practice service. What
is about works that are there is opened by *Next step …* above their details: what may be done now
is in its menu, what may not in a list within that, with the reason. From there every form goes the
same way: *Review* shows what will be sent, *Submit* sends it once, and a receipt tells what came of
it. What is typed is kept. The [user guide](user_guide.md) tells more; [Where each operation
is](operations.md) lists the contract's operations.

This page is made by `make docs` from the forms and the rules by which they are offered."""
_NEW = "New works"
_ABOUT = {
    "permits": "Permits and changes to them",
    "sites": "Sites and reinstatements",
    "final-reinstatement": "Sites and reinstatements",
    "inspection-units": "Sites and reinstatements",
    "inspections": "Inspections",
    "scheduled-inspections": "Inspections",
    "fixed-penalty-notices": "FPNs",
    "section-81s": "Section 81",
    "forward-plans": "Forward plans",
    "comments": "Comments and files",
    "files": "Comments and files",
}
"""What a form is about, by the part of the contract's path that follows the works."""
_THE_WORKS = "Progress of works"
_WITH = {
    Works: "the works",
    Permit: "the permit",
    ChangeSummary: "a change request, on its line of the *Change requests* tab",
    SiteSummary: "a site, on its line of the *Sites* tab",
    InspectionSummary: "an inspection, on its line of the *Inspections* tab",
    PenaltySummary: "an FPN, on its line of the *FPNs* tab",
    Section81Summary: "the notice, on its line of the *Section 81* tab",
    ForwardPlan: "the forward plan",
    Comment: "a comment, on its line of the *Comments* tab",
}
"""What each kind of record is called, and where it is in the details."""
_WHO = {
    frozenset({Side.PROMOTER}): "Promoter, or its contractor",
    frozenset({Side.AUTHORITY}): "Highway authority",
    frozenset(Side): "Promoter, its contractor, and the highway authority",
}


def picture_of(form: type) -> str:
    """Return the name of a form's picture, without its ending."""
    return re.sub(r"(?<=[a-z])(?=[A-Z0-9])", "-", form.__name__).lower()


def page() -> str:
    """Return the page."""
    groups: dict[str, list[Any]] = {_NEW: [], _THE_WORKS: []}
    for form in FORMS:
        groups.setdefault(_group(form), []).append(form)
    index = "\n".join(
        f"- [{title}](#{_anchor(title)}): {_names(of)}" for title, of in groups.items()
    )
    told = (f"## {title}\n\n" + "\n\n".join(map(_told, of)) for title, of in groups.items())
    return "\n\n".join([_HEAD.format(forms=len(FORMS)), index, *told]) + "\n"


def _group(form: Any) -> str:
    """Return what a form is about."""
    if not issubclass(form, FormAbout):
        return _NEW
    api, name = operation_of(form).split(".")
    _works, _reference, *rest = OPERATIONS[api, name].path.strip("/").split("/")
    return _ABOUT.get(rest[0], _THE_WORKS)


def _names(forms: Iterable[Any]) -> str:
    return ", ".join(form().told().title for form in forms)


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


def _told(form: Any) -> str:
    """Tell of one form: its name, its picture, who uses it, and when."""
    title, name = form().told().title, operation_of(form).partition(".")[2]
    about = issubclass(form, FormAbout)
    who = _WHO[sides_of(form.step)] if about else _WHO[frozenset({Side.PROMOTER})]
    where = (
        f"with {_WITH[form.takes]}"
        if about
        else "on the *Extent* panel, for the extent on the desk"
    )
    return "\n\n".join(
        [
            f"### {title}",
            f"**{who}**, {where}. Sends `{name}`.",
            _when(form) if about else "Offered once the extent is sound and its street is chosen.",
            f"![The form “{title}”, filled in](images/forms/{picture_of(form)}.png)",
        ]
    )


def _when(form: Any) -> str:
    """Say when a form is offered, by its step and by what it says itself."""
    own = form.is_for.__func__ is not FormAbout.is_for.__func__
    condition = str(form.is_for.__doc__).removeprefix("Say whether ") if own else ""
    return f"{when(form.step)}{condition and f' Only where {condition}'}"


def main(path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
