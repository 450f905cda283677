"""Evidence: attachments that come with what the highway authority found."""

from typing import Any

from ...words import tr
from ..fields import Field, Section


def evidence(flag: str) -> Section[Any]:
    """Return the section that asks for evidence; `flag` is the field that says there is some."""
    return Section(
        tr("Evidence"),
        (
            Field(flag, tr("Is there evidence to attach?")),
            Field(
                "file_ids",
                tr("Evidence"),
                tr("Photographs, for example."),
                shown=lambda values, _situation: bool(values.get(flag)),
            ),
        ),
    )
