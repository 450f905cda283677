"""How soon the first of 5,000 permits are in my works, and how long that holds QGIS."""

from typing import Any

from street_works.tests.bench.measures import Measure, measure
from street_works.tests.made.own_lists_service import OwnListsService
from street_works.tools import application

SCRIPT = application.ROOT / "tests" / "journeys" / "scripts" / "my_works.py"
PERMITS = 5_000
ANSWER_S = 0.1
MORE_MS = 200.0
HELD_MS = 50.0


def measures() -> list[Measure]:
    """Milliseconds to the first rows, and that the main thread is held; beside what is allowed.

    The seconds to all rows stand beside the time that the answers alone take, one after the other.
    """
    found = measured(PERMITS)
    name = f"my works: {PERMITS:,} permits"
    allowed = 1000 * ANSWER_S + MORE_MS
    said = f"an answer of {1000 * ANSWER_S:.0f} ms and {MORE_MS:.0f} ms"
    held, used = 1000 * found["held_s"], 1000 * found["worked_with_held_s"]
    answers = found["pages"] * ANSWER_S
    return [
        measure(f"{name}, first rows", "ms", 1000 * found["first_s"], allowed, said),
        measure(f"{name}, held while they are read", "ms", held, HELD_MS, "allowed"),
        measure(f"{name}, held by sorting and filtering", "ms", used, HELD_MS, "allowed"),
        measure(f"{name}, all read", "s", found["all_s"], answers, "the answers alone"),
    ]


def measured(permits: int) -> dict[str, Any]:
    """Let QGIS read the lists of a promoter with so many permits."""
    service = OwnListsService(permits, delay_s=ANSWER_S)
    url = service.start()
    try:
        email, password = service.credentials()
        given = {"url": url, "email": email, "password": password, "needs": permits}
        found = application.run(SCRIPT, given, timeout=400)
    finally:
        service.stop()
    if "error" in found:
        raise RuntimeError(found["error"])
    return {**found, "pages": service.pages}
