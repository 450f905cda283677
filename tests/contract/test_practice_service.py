"""The practice service answers as the six Swagger files say, whatever it is asked.

First a walk makes one of everything, each answer checked. Then schemathesis tries every operation:
systematically (each parameter and field missing, of another type, too long; other verbs; no token),
at random, and at random with references that exist. Last come requests made at random from our own
models, which satisfy the rules that Swagger does not know.
"""

import copy
import random
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from street_works.plugin.api.contract.base import Request
from street_works.plugin.api.v1.operations import OPERATIONS
from street_works.plugin.practice import PracticeService
from street_works.tests.contract.practice_cases import ROLES, Answers, Existing, Service
from street_works.tests.contract.practice_steps import TODAY
from street_works.tests.contract.practice_walk import Walk
from street_works.tests.contract.random_requests import requests_of
from street_works.tests.rounds import drawn_seed, rounds

EXAMPLES = rounds(1, full=40)
ONE_IN = rounds(3, full=1)
"""One in so many accounts is drawn to be led to the limits of what an operation takes."""
SEED = 81


@pytest.fixture(scope="module")
def answers(request: pytest.FixtureRequest) -> Iterator[Answers]:
    counted = Answers()
    yield counted
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print(f"\nThe practice service gave {counted.cases} answers:\n{counted.table()}")
        print("Checks of schemathesis that judged them:")
        print(*(f"  {name}: {number}" for name, number in counted.checks.items()), sep="\n")


@pytest.fixture(scope="module")
def practice() -> Iterator[PracticeService]:
    running = PracticeService(today=TODAY, requests_per_minute=10**9, scan_seconds=0, csv_seconds=0)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def service(practice, swagger, answers) -> Service:
    tokens = {}
    for one in practice.accounts:
        if not one.situation and one.role not in tokens:
            body = {"emailAddress": one.email, "password": one.password}
            answer = requests.post(
                f"{practice.start()}/v1/work/authenticate", json=body, timeout=20
            )
            tokens[one.role] = answer.json()["idToken"]
    return Service(practice.start(), swagger, tokens, answers)


@pytest.fixture(scope="module")
def walk(service, practice) -> Walk:
    walked = Walk(service, practice)
    walked.all()
    return walked


def fail_for_findings(answers: Answers) -> None:
    if answers.findings:
        pytest.fail(
            "\n".join(
                f"{'.'.join(key)}: {what}\n    {sample}"
                for (key, what), sample in sorted(answers.findings.items())
            ),
            pytrace=False,
        )


def test_the_walk_finds_a_good_answer_of_every_operation(walk, answers):
    fail_for_findings(answers)
    if answers.without_success():
        pytest.fail("no good answer of\n" + "\n".join(answers.without_success()), pytrace=False)


@pytest.mark.parametrize("role", [*ROLES, None])
@pytest.mark.parametrize("api", ["work", "geojson", "lookup", "party", "reporting", "export"])
def test_nothing_leads_it_out_of_the_contract(api, role, service, walk, answers):
    answers.findings.clear()
    drawn = drawn_seed()
    print(f"drawn by the seed {drawn}")
    service.try_out(api, role, examples=EXAMPLES, seed=SEED, coverage=drawn % ONE_IN == 0)
    fail_for_findings(answers)


def one_that_exists(walk: Walk) -> Existing:
    chosen = random.Random(SEED)  # noqa: S311 - chooses test cases

    def choose(names: set[str]) -> dict[str, Any]:
        fitting = [one for one in walk.known if names <= one.keys()]
        if not fitting:
            return {}
        one = chosen.choice(fitting)
        return {name: one[name] for name in names}

    return choose


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("api", ["work", "lookup", "party", "export"])
def test_nor_does_anything_that_names_what_is_there(api, role, service, walk, answers):
    answers.findings.clear()
    existing = one_that_exists(walk)
    service.try_out(api, role, examples=EXAMPLES, seed=SEED, coverage=False, existing=existing)
    fail_for_findings(answers)


BY_MODELS = sorted(
    key
    for key, one in OPERATIONS.items()
    if one.request is not None and one.roles and key[0] != "party"
)


@pytest.mark.parametrize("key", BY_MODELS, ids=".".join)
def test_nor_do_requests_that_satisfy_the_rules(key, service, walk, answers):
    answers.findings.clear()
    operation = OPERATIONS[key]
    names = {one.name for one in operation.parameters if one.place == "path"}
    existing = one_that_exists(walk)

    def send(made: Request) -> None:
        body = {name: one for name, one in made.body().items() if name != "file_ids"}
        body.update({name: one for name, one in walk.place().items() if name in body})
        service.ask(key, body=body, **(existing(names) or dict.fromkeys(names, "1")))

    quick = settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    quick(given(requests_of(operation.request))(send))()
    fail_for_findings(answers)


# ---- the checks are awake ----


def lose_a_key(definition):
    del definition["properties"]["name"]
    definition["required"].remove("name")


def ask_for_another_key(definition):
    definition["required"].append("postcode")


def change_a_type(definition):
    definition["properties"]["name"] = {"type": "number"}


@pytest.mark.parametrize("doctor", [lose_a_key, ask_for_another_key, change_a_type])
def test_an_answer_outside_the_contract_is_noticed(doctor, practice, swagger, service):
    other = copy.deepcopy(swagger["party"])
    doctor(other["definitions"]["OrganisationSummaryResponse"])
    strict = Service(practice.start(), {"party": other}, service.tokens, Answers())
    strict.ask(("party", "GetOrganisations"))
    assert strict.answers.findings
    strict.answers.findings.clear()
    strict.try_out("party", "Planner", examples=1, seed=SEED, coverage=True)
    assert ("party", "GetOrganisations") in {key for key, _ in strict.answers.findings}
