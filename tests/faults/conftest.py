"""A network that harms what it carries."""

import threading
from collections.abc import Iterator, Mapping, Sequence
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
    sign_out_elsewhere,
)


@pytest.fixture
def faulty() -> Iterator[SimpleNamespace]:
    """Make proxies with `faulty.proxy(service_url, seed, share, revoke)`.

    `harmed` and `planned` are those of `Faults`; `revoke` is to sign out, `end` to end the token.
    """
    running = []

    def proxy(url: str, seed: int, share: float, revoke: Callable[[], None], *,
              harmed: Mapping[str, Sequence[str]], end: Callable[[], None] = lambda: None,
              planned: Mapping[str, Sequence[str]] = MappingProxyType({})) -> Proxy:  # fmt: skip
        faults = Faults(seed, share, harmed, planned)
        one = Proxy(int(url.rsplit(":", maxsplit=1)[1]), faults, revoke, end)
        thread = threading.Thread(target=one.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        running.append((one, thread))
        return one

    yield SimpleNamespace(
        proxy=proxy,
        faults=FAULTS,
        create=create,
        harmless=HARMLESS,
        file_faults=FILE_FAULTS,
        refresh_faults=REFRESH_FAULTS,
        sign_out_elsewhere=sign_out_elsewhere,
    )
    for one, thread in running:
        one.finish()
        thread.join()
