"""What all messages to and from the service have in common."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict


class Message(BaseModel):
    """A message to or from the service.

    `definition` names the contract's definition where it is not the name of the class.
    """

    definition: ClassVar[str] = ""


class Request(Message):
    """A message to the service: nothing may be in it that the contract does not name."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, frozen=True)

    def body(self) -> dict[str, Any]:
        """Return the JSON object to send: what is set, under the contract's names, and no nulls."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


class Response(Message):
    """A message from the service: what the contract does not name is kept as it came."""

    model_config = ConfigDict(extra="allow", populate_by_name=True)


class Secret(Response):
    """A response that carries tokens: its text form shows none, and no error repeats its input."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True, hide_input_in_errors=True)
