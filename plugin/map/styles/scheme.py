"""A scheme: what the features of a layer are told apart by, and the classes that makes."""

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsExpression

from ...words import tr
from .look import Look


@dataclass(frozen=True)
class Choice:
    """A class: the values that belong to it, its words in the legend, and its look."""

    values: tuple[str, ...]
    title: Callable[[], str]
    look: Look


@dataclass(frozen=True)
class Scheme:
    """Classes in the order of the legend, and the field or expression whose values they hold.

    `rest` is what all other values look like, also those of a later server. The first class is the
    most important, or the last choice if the classes are `rising`.
    """

    by: str
    choices: tuple[Choice, ...]
    rest: Choice
    rising: bool = False

    @property
    def classes(self) -> tuple[Choice, ...]:
        """All classes in the order of the legend."""
        return (*self.choices, self.rest)

    def rank(self) -> str:
        """Return the expression that numbers features by their class: 0 is the most important."""
        numbers = [str(number) for number in range(len(self.choices))]
        return self._cases([*(reversed(numbers) if self.rising else numbers), str(len(numbers))])

    def by_class(self, tell: Callable[[Look], str]) -> str:
        """Return the expression that is what `tell` says, by the look of a feature's class."""
        return self._cases([tell(one.look) for one in self.classes])

    def _cases(self, results: list[str]) -> str:
        """Return the expression for one of `results`; as a map it looks at `by` only once."""
        entries = [
            f"{QgsExpression.quotedString(value)}, {result}"
            for choice, result in zip(self.choices, results)
            for value in choice.values
        ]
        if not entries:
            return results[-1]
        return f"coalesce(map_get(map({', '.join(entries)}), {self.by}), {results[-1]})"


def rest(look: Look) -> Choice:
    """Return the class of all values that no other class has."""
    return Choice((), lambda: tr("Other"), look)
