"""`make bench`: each measure beside what a user would have instead, into `build/bench.json`."""

import json

from street_works.tests.bench import (
    checking,
    clashes,
    clashes_held,
    converting,
    first_call,
    grid_file,
    live,
    live_drawing,
    live_views,
    my_works,
    parsing,
    planning,
    start_up,
)
from street_works.tools import application

OUT = application.ROOT / "build" / "bench.json"
SUBJECTS = (
    start_up,
    first_call,
    parsing,
    checking,
    clashes,
    clashes_held,
    converting,
    grid_file,
    planning,
    live,
    live_drawing,
    live_views,
    my_works,
)


def main() -> None:
    """Run the benchmarks and write them down."""
    results = [one for subject in SUBJECTS for one in subject.measures()]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    for one in results:
        print(
            f"{one['name']}: {one['value']} {one['unit']} "
            f"({one['baseline_name']}: {one['baseline']}, ratio {one['ratio']})"
        )


if __name__ == "__main__":
    main()
