"""Collections of map features, in which one bad feature does not hide the good ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, get_args

from pydantic import (
    PrivateAttr,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic.functional_validators import ModelWrapValidatorHandler
from typing_extensions import Self

from .base import Response
from .problems import problems


@dataclass(frozen=True)
class RefusedFeature:
    """A feature that could not be read: its place in the answer, its reference if any, and why."""

    index: int
    reference: str
    reason: str


class Collection(Response):
    """A feature collection: the good features in `features`, the others in `refused`."""

    reference_keys: ClassVar[tuple[str, ...]] = ()
    _refused: tuple[RefusedFeature, ...] = PrivateAttr(default=())

    @property
    def refused(self) -> tuple[RefusedFeature, ...]:
        """The features that could not be read, in the order in which they came."""
        return self._refused

    @model_validator(mode="wrap")
    @classmethod
    def _keep_the_good(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(value, Mapping) or not isinstance(value.get("features"), list):
            return handler(value)
        one: TypeAdapter[Any] = TypeAdapter(get_args(cls.model_fields["features"].annotation)[0])
        read = [cls._read(one, index, raw) for index, raw in enumerate(value["features"])]
        good = [feature for feature in read if not isinstance(feature, RefusedFeature)]
        collection = handler({**value, "features": good})
        collection._refused = tuple(bad for bad in read if isinstance(bad, RefusedFeature))
        return collection

    @classmethod
    def _read(cls, reader: "TypeAdapter[Any]", index: int, raw: Any) -> Any:
        """Return the feature, or why it is refused."""
        try:
            return reader.validate_python(raw)
        except ValidationError as error:
            return RefusedFeature(index, cls._reference(raw), _reason(error))

    @classmethod
    def _reference(cls, raw: Any) -> str:
        properties = raw.get("properties") if isinstance(raw, Mapping) else None
        if not isinstance(properties, Mapping):
            return ""
        return next((str(properties[key]) for key in cls.reference_keys if properties.get(key)), "")


def _reason(error: ValidationError) -> str:
    return "; ".join(
        f"{field}: {message}" for field, said in problems(error).items() for message in said
    )
