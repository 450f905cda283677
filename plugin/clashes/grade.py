"""How serious it is that two meet."""

from enum import IntEnum

from ..words import tr


class Grade(IntEnum):
    """From the least to the most serious; columns of grades have 0 where nothing was found."""

    CANNOT_SAY = 1
    OPPORTUNITY = 2
    CLASH = 3

    @property
    def word(self) -> str:
        """The word for it in files."""
        return self.name.lower()


def title(grade: Grade) -> str:
    """Name a grade in Street Manager's words."""
    return {
        Grade.CLASH: tr("Potential clash"),
        Grade.OPPORTUNITY: tr("Potential collaboration"),
        Grade.CANNOT_SAY: tr("Cannot say"),
    }[grade]
