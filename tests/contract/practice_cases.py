"""Asks the practice service by schemathesis, and keeps count of what it answered."""

import json
from collections import Counter, defaultdict
from typing import Any, Callable, Optional

import requests
import schemathesis
from schemathesis import checks, engine
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import AcceptedNegativeData, Failure, FailureGroup
from schemathesis.engine import Status
from schemathesis.openapi.checks import MissingContentType, UndefinedContentType
from street_works.plugin.api.v1.operations import OPERATIONS
from street_works.tests.contract.documented import documented

checks.load_all_checks()

Key = tuple[str, str]
"""API and operation id."""

Existing = Callable[[set[str]], dict[str, Any]]
"""Gives references that exist for the names of path parameters."""

ROLES = ("Planner", "HighwayAuthority", "Contractor", "Admin", "DataExport")

CHECKS = {
    # What the guide's rules forbid is valid by Swagger, which knows hardly any rule.
    "positive_data_acceptance": {"enabled": False},
    # They follow a record through several requests by links, which Swagger 2.0 does not have: the
    # walk does that instead.
    "use_after_free": {"enabled": False},
    "ensure_resource_availability": {"enabled": False},
    # It needs the same request from two users; whose records are whose is tested elsewhere.
    "object_level_authorization": {"enabled": False},
    # The files name no header of any answer.
    "response_headers_conformance": {"enabled": False},
    # The guide's refusals by state (412) and account (423), and those of unreadable bodies.
    "negative_data_rejection": {
        "expected-statuses": [400, 401, 403, 404, 405, 409, 411, 412, 413, 415, 423, 429]
    },
    "missing_required_header": {"expected-statuses": [400, 401]},
}
"""Every check of schemathesis runs, but these otherwise or not at all."""

OF_ONE_ANSWER = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
)


class Answers:
    """How often each operation answered with which status, and what was found wrong."""

    def __init__(self) -> None:
        self.statuses: dict[Key, Counter[int]] = defaultdict(Counter)
        self.refusals: dict[Key, str] = {}
        self.checks: Counter[str] = Counter()
        self.findings: dict[tuple[Key, str], str] = {}

    @property
    def cases(self) -> int:
        return sum(sum(one.values()) for one in self.statuses.values())

    def without_success(self) -> list[str]:
        """Name the operations that never answered with a good status, and what they said last."""
        return [
            f"{'.'.join(key)}: {self.refusals.get(key, 'not asked')}"
            for key in _published()
            if not any(200 <= status < 300 for status in self.statuses[key])
        ]

    def table(self) -> str:
        """Write a line for each operation: each status, and how many answers had it."""
        lines = []
        for key in _published():
            told = "  ".join(f"{status}: {n}" for status, n in sorted(self.statuses[key].items()))
            lines.append(f"{'.'.join(key):45} {told}")
        return "\n".join(lines)


def _published() -> list[Key]:
    return [
        key for key in OPERATIONS if key[1] not in ("Status", "SetPassword", "AuthenticateInitial")
    ]


class Service:
    """The practice service as its contract sees it."""

    def __init__(
        self, base_url: str, swagger: dict[str, Any], tokens: dict[str, str], answers: Answers
    ) -> None:
        self.base_url = base_url
        self.tokens = tokens
        self.answers = answers
        self._swagger = {api: documented(api, said) for api, said in swagger.items()}
        self._plain = {api: self._schema(api, {}) for api in swagger}
        self._http = requests.Session()
        self._http.trust_env = False

    def _schema(self, api: str, more: dict[str, Any]) -> Any:
        settings = {"base-url": f"{self.base_url}/v1/{api}", "checks": CHECKS, **more}
        return schemathesis.openapi.from_dict(
            self._swagger[api], config=SchemathesisConfig.from_dict(settings)
        )

    def role_for(self, key: Key) -> Optional[str]:
        """Tell who may carry out an operation: the first of the roles that somebody here has."""
        allowed = {role.value for role in OPERATIONS[key].roles}
        return next((role for role in ROLES if role in allowed and role in self.tokens), None)

    def _falls_to(self, key: Key, role: Optional[str]) -> bool:
        return bool(OPERATIONS[key].roles) == bool(role) and self.role_for(key) == role

    # ---- one call ----

    def ask(
        self, key: Key, *, role: Optional[str] = None, body: Any = None, file: Any = None,
        query: Optional[dict[str, Any]] = None, **path: Any,
    ) -> Any:  # fmt: skip
        """Make one call; return the JSON of a good answer, or None. Faults become findings."""
        operation = self._plain[key[0]].find_operation_by_id(key[1])
        role = role or self.role_for(key)
        given: dict[str, Any] = (
            {"body": body, "media_type": "application/json"} if body is not None else {}
        )
        case = operation.Case(
            path_parameters={name: str(value) for name, value in path.items()},
            query=query or {},
            headers={"token": self.tokens[role]} if role else {},
            **given,
        )
        if file is None:
            answer = case.call(session=self._http)
            status, content = answer.status_code, answer.content
        else:
            address = self.base_url + "/v1/" + key[0] + case.formatted_path
            answer = self._http.request(
                case.method, address, files={"file": file}, headers=case.headers, params=query
            )
            status, content = answer.status_code, answer.content
        self.answers.statuses[key][status] += 1
        self.answers.checks.update(OF_ONE_ANSWER)
        try:
            case.validate_response(answer, checks=checks.CHECKS.get_by_names(OF_ONE_ANSWER))
        except FailureGroup as group:
            for failure in group.exceptions:
                if filter_failure(None, failure, case, answer):
                    self._find(key, failure, case.as_curl_command())
        if not 200 <= status < 300:
            self.answers.refusals[key] = f"{status} {content.decode()[:300]}"
            return None
        try:
            return json.loads(content) if content else {}
        except ValueError:
            return content

    # ---- many calls ----

    def try_out(
        self, api: str, role: Optional[str], *, existing: Optional[Existing] = None, **ways: Any
    ) -> None:
        """Let schemathesis try all operations of an API that fall to `role`; faults are findings.

        With `existing` the path is made of references that exist.
        """
        keys = [key for key in _published() if key[0] == api and self._falls_to(key, role)]
        if not keys:
            return
        more = {"headers": {"token": self.tokens[role]}} if role else {}
        schema = self._schema(api, {**more, **_phases(**ways)}).include(
            operation_id=[operation_id for _, operation_id in keys]
        )
        schema.hook(filter_failure)
        if existing is not None:
            schema.hook(_hook_for_path(existing))
        for event in engine.from_schema(schema).execute():
            error = getattr(event, "value", None) or getattr(event, "exception", None)
            if isinstance(error, Exception):
                raise error
            recorder = getattr(event, "recorder", None)
            if recorder is not None:
                self._note(api, recorder)

    def _note(self, api: str, recorder: Any) -> None:
        key_of: dict[str, Key] = {}
        for case_id, node in recorder.cases.items():
            key_of[case_id] = (api, node.value.operation.definition.raw["operationId"])
        for case_id, exchanged in recorder.interactions.items():
            if exchanged.response is not None and case_id in key_of:
                self.answers.statuses[key_of[case_id]][exchanged.response.status_code] += 1
        for case_id, outcomes in recorder.checks.items():
            for outcome in outcomes:
                self.answers.checks[outcome.name] += outcome.status is not Status.SKIP
                if outcome.failure_info is not None:
                    told = outcome.failure_info
                    self._find(key_of[case_id], told.failure, told.code_sample)

    def _find(self, key: Key, failure: Failure, sample: str) -> None:
        what = f"{failure.title}: {' '.join(failure.message.split())[:300]}"
        self.answers.findings.setdefault((key, what), sample)


def filter_failure(context: Any, failure: Failure, case: Any, response: Any) -> bool:
    """Tell whether a failure counts. These do not:

    an answer without content has no type; a file comes back as what it was sent as, be it none of
    the six types that are listed; a form may have more parts than the one that is read; what is
    there but empty, in the query or the body, counts as not given.
    """
    if isinstance(failure, MissingContentType):
        return bool(response.content)
    if isinstance(failure, UndefinedContentType):
        return case.operation.definition.raw["operationId"] != "GetFile"
    if isinstance(failure, AcceptedNegativeData):
        body = case.body if isinstance(case.body, dict) else {}
        given = (*(case.query or {}).values(), *body.values())
        is_empty = any(value in ("", [""], None) for value in given)
        return case.media_type != "multipart/form-data" and not is_empty
    return True


def _hook_for_path(existing: Existing) -> Callable[..., dict[str, Any]]:
    def map_path_parameters(context: Any, path_parameters: dict[str, Any]) -> dict[str, Any]:
        return {**path_parameters, **existing(set(path_parameters))} if path_parameters else {}

    return map_path_parameters


def _phases(*, examples: int, seed: int, coverage: bool) -> dict[str, Any]:
    return {
        "seed": seed,
        "continue-on-failure": True,
        "generation": {"max-examples": examples, "deterministic": True, "database": "none"},
        "phases": {
            "examples": {"enabled": False},
            "coverage": {"enabled": coverage},
            "fuzzing": {"enabled": True},
            "stateful": {"enabled": False},
        },
    }
