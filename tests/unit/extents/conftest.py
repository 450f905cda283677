"""What the tests of extents share."""

from typing import Any, Callable

import pytest


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Callable[..., None]:
    """Print a figure so that it is seen even when the test passes."""

    def say(*what: Any) -> None:
        with capsys.disabled():
            print("\n ", *what, end="")

    return say
