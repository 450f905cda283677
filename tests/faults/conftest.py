"""A network that harms what it carries."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from types import MappingProxyType, SimpleNamespace
from typing import Callable

import pytest
from street_works.tests.made.harmful_network import (
    FAULTS,
    FILE_FAULTS,
    HARMLESS,
    REFRESH_FAULTS,
    Faults,
    Proxy,
    create,
    proxy,
    sign_out_elsewhere,
)


@pytest.fixture
def faulty() -> Iterator[SimpleNamespace]:
    """Make proxies with `faulty.proxy(service_url, seed, share, revoke)`.

    `harmed` and `planned` are those of `Faults`; `revoke` is to sign out, `end` to end the token.
    """
    running = ExitStack()

    def started(url: str, seed: int, share: float, revoke: Callable[[], None], *,
                harmed: Mapping[str, Sequence[str]], end: Callable[[], None] = lambda: None,
                planned: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Proxy:  # fmt: skip
        faults = Faults(seed, share, harmed, planned)
        return running.enter_context(proxy(url, faults, revoke, end))

    yield SimpleNamespace(
        proxy=started,
        faults=FAULTS,
        create=create,
        harmless=HARMLESS,
        file_faults=FILE_FAULTS,
        refresh_faults=REFRESH_FAULTS,
        sign_out_elsewhere=sign_out_elsewhere,
    )
    running.close()
