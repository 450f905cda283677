"""What has to be done to a table so that it says what the register says, and not more than that."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Held(NamedTuple):
    """A row that a table holds: its number there, and the digest of the record it was made of."""

    row: int
    digest: str


@dataclass(frozen=True)
class Steps:
    """What is to be done: records to add and to change by identity, rows to remove by number.

    `change` has the row's number by the record's identity. `same` is how many rows stay untouched
    although their records came.
    """

    add: tuple[str, ...]
    change: Mapping[str, int]
    remove: tuple[int, ...]
    same: int


def steps(
    held: Mapping[str, Held],
    wanted: Mapping[str, str],
    *,
    came: Collection[str],
    gone: Collection[str],
) -> Steps:
    """Say what brings a table from `held` to `wanted`, which has digests; both by identity.

    `came` are all records that were downloaded: one that the table holds and does not want any more
    has become another kind of shape. `gone` are those that the register no longer has. Whatever
    else the table holds is left alone.
    """
    return Steps(
        add=tuple(identity for identity in wanted if identity not in held),
        change={
            identity: held[identity].row
            for identity, digest in wanted.items()
            if identity in held and held[identity].digest != digest
        },
        remove=tuple(
            one.row
            for identity, one in held.items()
            if identity not in wanted and (identity in came or identity in gone)
        ),
        same=sum(
            identity in held and held[identity].digest == digest
            for identity, digest in wanted.items()
        ),
    )
