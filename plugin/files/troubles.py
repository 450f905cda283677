"""What is told of a SQLite file of the plugin that cannot be used."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import StreetWorksError
from ..words import tr


class InUseError(StreetWorksError):
    """Another program has the file."""

    def __init__(self, path: Path, said: str) -> None:
        super().__init__(
            tr("The file {name} is in use by another program.").format(name=path.name),
            advice=tr("Close other windows of QGIS and try again."),
            detail=f"{path}: {said}",
            may_retry=True,
        )


@dataclass(frozen=True)
class DamagedRow:
    """A row of which something cannot be read: its id as far as it is one, and what is wrong."""

    id: str
    why: str


def drafts_damaged(rows: Sequence[DamagedRow]) -> StreetWorksError:
    """Say that drafts cannot be read; they stay in the file."""
    return StreetWorksError(
        tr("{n} of your drafts cannot be read; the others are there.").format(n=len(rows)),
        advice=tr("What is damaged stays in the file drafts.sqlite; please draw it again."),
        detail=_listed(rows),
    )


def verdicts_damaged(rows: Sequence[DamagedRow]) -> StreetWorksError:
    """Say that verdicts cannot be read; they stay in the file."""
    return StreetWorksError(
        tr("{n} of your verdicts on clashes cannot be read; the others are there.").format(
            n=len(rows)
        ),
        advice=tr("What is damaged stays in the file verdicts.sqlite; please judge it again."),
        detail=_listed(rows),
    )


def submissions_damaged(rows: Sequence[DamagedRow]) -> StreetWorksError:
    """Say that what was noted of submissions cannot be read; none of them is sent again."""
    return StreetWorksError(
        tr("What was noted of {references} cannot be read in full.").format(
            references=", ".join(row.id for row in rows)
        ),
        advice=tr("Look these works up in Street Manager before you apply for them again."),
        detail=_listed(rows),
    )


def _listed(rows: Sequence[DamagedRow]) -> str:
    return "\n".join(f"{row.id}: {row.why}" for row in rows)


def damaged(path: Path, said: str) -> StreetWorksError:
    """Say that what is in the file is no longer sound."""
    return StreetWorksError(
        tr("The file {name} is damaged.").format(name=path.name),
        advice=tr("Restart QGIS: the file is then put aside and an empty one is begun."),
        detail=f"{path}: {said}",
    )


def not_writable(path: Path, said: str) -> StreetWorksError:
    """Say that the file cannot be made or written."""
    return StreetWorksError(
        tr("The file {name} cannot be written in {folder}.").format(
            name=path.name, folder=path.parent
        ),
        advice=tr("Check that the disk is not full and that the folder is not write-protected."),
        detail=f"{path}: {said}",
        may_retry=True,
    )


def from_the_future(path: Path) -> StreetWorksError:
    """Say that the file has a form that this version does not know."""
    return StreetWorksError(
        tr("The file {name} was written by a later version of Street Works.").format(
            name=path.name
        ),
        advice=tr("Update the plugin. The file was left as it is."),
        detail=str(path),
    )
