"""A practice service with its parties, who fill in forms about works."""

from collections.abc import Iterator

import pytest
from street_works.tests.made.filled_forms import Parties, parties_in


@pytest.fixture(scope="module")
def parties(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Parties]:
    with parties_in(tmp_path_factory.mktemp("journals")) as made:
        yield made
