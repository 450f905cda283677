"""Sends what it is given, all of it at the same time, and waits for answers until it is killed.

Usage: sent_until_killed.py URL JOURNAL SENDINGS. The last is a file of pickled Sendings.
"""

import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from street_works.plugin.api import StreetManager
from street_works.plugin.drafts.journal import Journal
from street_works.plugin.drafts.sending import submit
from street_works.plugin.forms.all_forms import OPERATIONS


class Sending(NamedTuple):
    """What is sent: by whom, by which operation, about what."""

    email: str
    password: str
    operation: str
    subject: str
    request: Any


def send(url: str, journal: Journal, one: Sending) -> None:
    """Sign in and send it."""
    client = StreetManager(url)
    client.sign_in(one.email, one.password)
    submit(client, journal, OPERATIONS[one.operation], "practice", one.subject, one.request)


def main(url: str, outbox: str, sendings: str) -> None:
    """Send all of them."""
    everything = pickle.loads(Path(sendings).read_bytes())  # noqa: S301 - the test's own
    journal = Journal(Path(outbox))
    with ThreadPoolExecutor(len(everything)) as threads:
        for one in everything:
            threads.submit(send, url, journal, one)


if __name__ == "__main__":
    main(*sys.argv[1:])
