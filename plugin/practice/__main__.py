"""python -m street_works.plugin.practice [--port N] [--seed N] [--works FILE]... [--state FILE]."""

import argparse
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from ..errors import StreetWorksError
from .published.reading import FileReading
from .service import PracticeService


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run the practice service until Ctrl+C or SIGTERM; return the exit status."""
    options = _options(arguments)
    stopped = threading.Event()

    def stop(number: int, frame: Any) -> None:
        stopped.set()

    for which in (signal.SIGINT, signal.SIGTERM):
        signal.signal(which, stop)
    try:
        service = PracticeService(
            port=options.port,
            seed=options.seed,
            works=options.works,
            state=options.state,
            bring_to_today=options.bring_to_today,
        )
        address = service.start()
    except StreetWorksError as error:
        print(f"{error}\n{error.detail}".strip(), file=sys.stderr)
        return 1
    try:
        _introduce(service, address)
        while not stopped.wait(1.0):  # Windows hears Ctrl+C only between waits
            pass
    finally:
        service.stop()
    return 0


def _options(arguments: Optional[Sequence[str]]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m street_works.plugin.practice",
        description="A small Street Manager V1.25.12 on 127.0.0.1 to practise with.",
    )
    parser.add_argument("--port", type=int, default=0, help="default: any that is free")
    parser.add_argument("--seed", type=int, default=1, help="another number, another town")
    parser.add_argument(
        "--works", type=Path, action="append", default=[], metavar="FILE",
        help="add published records; may be given several times",
    )  # fmt: skip
    parser.add_argument(
        "--bring-to-today", action="store_true", help="move files that are over to around today"
    )
    parser.add_argument(
        "--state", type=Path, metavar="FILE", help="keep created works in this file"
    )
    return parser.parse_args(arguments)


def _introduce(service: PracticeService, address: str) -> None:
    """Tell the address, the accounts and what was read."""
    west, south, east, north = service.home
    print(f"The town lies at {west:.0f} {south:.0f} to {east:.0f} {north:.0f} (EPSG:27700).")
    for account in service.accounts:
        note = f" ({account.situation})" if account.situation else ""
        print(f"{account.role}: {account.email} {account.password} - {account.organisation}{note}")
    for reading in service.reading:
        _tell(reading)
    print(f"Ready: {address}", flush=True)


def _tell(reading: FileReading) -> None:
    print(
        f"{reading.path.name}: {reading.read} read, {reading.added} added, "
        f"{len(reading.refused)} refused"
    )
    for note in reading.notes:
        print(f"  {note}")
    for where, why in reading.refused:
        print(f"  refused, {where}: {why}")


if __name__ == "__main__":
    sys.exit(main())
