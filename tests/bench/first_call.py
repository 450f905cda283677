"""What a script waits for until the client has made its first call."""

import statistics
import subprocess
import sys

from street_works.plugin.practice import PracticeService
from street_works.tests.bench.measures import Measure, measure

RUNS = 9

WITH_THE_CLIENT = """
import sys, time
began = time.perf_counter()
from street_works.plugin.api import StreetManager
client = StreetManager(sys.argv[1])
client.sign_in(sys.argv[2], sys.argv[3])
client.lookup.get_streets_by_query("road")
print(time.perf_counter() - began)
"""

WITH_REQUESTS = """
import sys, time
began = time.perf_counter()
import requests
session = requests.Session()
body = {"emailAddress": sys.argv[2], "password": sys.argv[3]}
answer = session.post(sys.argv[1] + "/v1/work/authenticate", json=body)
session.headers["token"] = answer.json()["idToken"]
session.get(sys.argv[1] + "/v1/lookup/nsg/search", params={"query": "road"}).json()
print(time.perf_counter() - began)
"""


def measures() -> list[Measure]:
    """Milliseconds in a new Python for the import, signing in and one look-up.

    Beside it `requests` doing the same, with no model, error or retry.
    """
    service = PracticeService()
    address = service.start()
    try:
        planner = next(one for one in service.accounts if one.role == "Planner")
        given = (address, planner.email, planner.password)
        value, baseline = (
            statistics.median(_once(script, *given) for _ in range(RUNS))
            for script in (WITH_THE_CLIENT, WITH_REQUESTS)
        )
    finally:
        service.stop()
    name = "client: import, sign in, first call"
    return [measure(name, "ms", value, baseline, "requests, the same two calls")]


def _once(script: str, *given: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", script, *given], capture_output=True, text=True, check=True
    )
    return 1000 * float(done.stdout)
