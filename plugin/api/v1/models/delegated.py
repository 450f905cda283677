"""For whom something is sent: fields that most requests share."""

from typing import Optional

from ...contract.complete import RuledRequest
from ..fields import Text50, Text100


class Delegated(RuledRequest):
    """A request that may name the person for whom the signed-in user sends it."""

    internal_user_identifier: Optional[Text100] = None
    internal_user_name: Optional[Text50] = None
