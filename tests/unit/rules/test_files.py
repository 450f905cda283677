"""Files: what belongs to works stays."""

import pytest
from street_works.plugin.rules.files import why_not_deleted


@pytest.mark.parametrize(
    ("used", "own", "reason"),
    [(False, True, None), (False, False, "uploaded"), (True, True, "stay"), (True, False, "stay")],
)
def test_only_ones_own_unused_files_are_deleted(used: bool, own: bool, reason: str) -> None:
    why = why_not_deleted(used=used, own=own)
    assert why is None if reason is None else reason in str(why)
