"""Requests whose rules between fields are told together with the faults of single fields."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Annotated, Any, Callable, ClassVar, Optional
from zoneinfo import ZoneInfo

from pydantic import (
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic.functional_validators import ModelWrapValidatorHandler
from pydantic_core import ErrorDetails
from typing_extensions import Self

from .base import Request
from .fields import UK
from .problems import planner_error, restated

Rule = Callable[["Given"], Optional[tuple[str, str]]]
"""Reads what is given and answers with the field and the message when it is broken."""


class Given:
    """The readable values of a request that may still have faults, and when it is judged."""

    def __init__(self, values: dict[str, Any], today: date, now: datetime) -> None:
        self._values = values
        self.today = today
        self.now = now

    def __getitem__(self, name: str) -> Any:
        """Return the value of field `name`, or None when it is absent or unreadable."""
        return self._values.get(name)


class _LeftOut(Given):
    """What a request would hold without one field: values are read when a rule asks for them."""

    def __init__(
        self, model: type[Request], given: Mapping[str, Any], today: date, now: datetime
    ) -> None:
        super().__init__({}, today, now)
        self._model = model
        self._given = {name: one for name, one in given.items() if not _is_blank(one)}
        self.without = ""

    def __getitem__(self, name: str) -> Any:
        if name == self.without:
            return None
        if name not in self._values:
            self._values[name] = self._read(name)
        return self._values[name]

    def _read(self, name: str) -> Any:
        try:
            return _reader(self._model, name).validate_python(self._given[name])
        except (KeyError, ValidationError):
            return None


class RuledRequest(Request):
    """A request with rules between its fields.

    All faults come in one ValidationError: of single fields and of rules, each at the field it
    belongs to, one for a field. `{"today": date}` as validation context fixes the day that past
    and future are judged by, `{"now": datetime}` the moment; otherwise they are those of the
    clock, in the United Kingdom. An empty text counts as
    not given.
    """

    rules: ClassVar[tuple[Rule, ...]] = ()

    @classmethod
    def needed(
        cls, given: Mapping[str, Any], today: date, now: Optional[datetime] = None
    ) -> frozenset[str]:
        """Return the fields that a request has to have which holds `given` otherwise.

        Each field is left out in turn. It is needed when the model minds, or one of the rules.
        `today` and `now` are as in the validation context.
        """
        judged = _LeftOut(cls, given, today, now or datetime.now(ZoneInfo(UK)))
        return frozenset(
            name
            for name, field in cls.model_fields.items()
            if field.is_required() or cls._minds_without(name, judged)
        )

    @classmethod
    def _minds_without(cls, name: str, judged: _LeftOut) -> bool:
        judged.without = name
        broken = (rule(judged) for rule in cls.rules)
        return any(one is not None and one[0] == name for one in broken)

    @model_validator(mode="wrap")
    @classmethod
    def _tell_all(
        cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        if not isinstance(value, dict):
            return handler(value)
        given = {name: one for name, one in value.items() if not _is_blank(one)}
        request: Optional[Self] = None
        faults: list[ErrorDetails] = []
        try:
            request = handler(given)
        except ValidationError as error:
            faults = error.errors(include_url=False)
        faulty = {str(fault["loc"][0]) for fault in faults if fault["loc"]}
        broken = cls._broken(request, given, faulty, info)
        if request is None or broken:
            errors = restated(faults)
            errors += [planner_error(field, said, given.get(field)) for field, said in broken]
            raise ValidationError.from_exception_data(cls.__name__, errors)
        return request

    @classmethod
    def _broken(
        cls,
        request: Optional[Request],
        given: dict[str, Any],
        faulty: set[str],
        info: ValidationInfo,
    ) -> list[tuple[str, str]]:
        """List the broken rules, the first for each field that has no fault already."""
        values = dict(request) if request else cls._readable(given, faulty)
        found: dict[str, str] = {}
        judged = Given(values, *_clock(info))
        for rule in cls.rules:
            broken = rule(judged)
            if broken and broken[0] not in faulty:
                found.setdefault(*broken)
        return list(found.items())

    @classmethod
    def _readable(cls, given: dict[str, Any], faulty: set[str]) -> dict[str, Any]:
        names = (name for name in given if name in cls.model_fields and name not in faulty)
        return {name: _reader(cls, name).validate_python(given[name]) for name in names}


@cache
def _reader(model: type[Request], name: str) -> "TypeAdapter[Any]":
    field = model.model_fields[name]
    kind: Any = field.annotation
    return TypeAdapter(Annotated[(kind, *field.metadata)] if field.metadata else kind)


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _clock(info: ValidationInfo) -> tuple[date, datetime]:
    """Tell the day and the moment that past and future are judged by."""
    context = info.context or {}
    now = context.get("now") or datetime.now(ZoneInfo(UK))
    return context.get("today") or now.astimezone(ZoneInfo(UK)).date(), now
