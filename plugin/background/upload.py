"""A request's body that Qt can read once and never again."""

from typing import Callable

from qgis.PyQt.QtCore import QIODevice


class OnceOnlyBody(QIODevice):
    """A body of `content` that refuses to be rewound.

    When a connection is closed before an answer came, Qt sends the same request again, up to three
    times and whatever its verb; that would submit one application several times. It cannot do so
    when the body cannot be read again. As it is no QBuffer, QGIS's network logger does not show
    its content either. `taken` says whether any of it may have been sent; of an empty body nothing
    can be seen, so it counts as sent. `told` hears how many bytes have been handed over, and of
    how many, on the main thread.
    """

    def __init__(self, content: bytes, told: Callable[[int, int], None]) -> None:
        super().__init__()
        self._told = told
        self._content = content
        self._position = 0
        self.taken = not content
        self.open(QIODevice.OpenModeFlag.ReadOnly | QIODevice.OpenModeFlag.Unbuffered)

    def isSequential(self) -> bool:  # noqa: N802 - Qt's name
        """Say that it can only be read from start to end."""
        return True

    def reset(self) -> bool:
        """Refuse to start again."""
        return False

    def bytesAvailable(self) -> int:  # noqa: N802 - Qt's name
        """Return how many bytes are left."""
        return len(self._content) - self._position

    def readData(self, most: int) -> bytes:  # noqa: N802 - Qt's name
        """Hand over the next bytes, at most `most`."""
        self.taken = True
        part = self._content[self._position : self._position + most]
        self._position += len(part)
        if part:
            self._told(self._position, len(self._content))
        return part
