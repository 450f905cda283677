"""Hundreds of values that nobody meant: what a setting, a file or a project may hold."""

import json
import random
import string
from typing import Any

from street_works.tests.rounds import rounds

DEEP = 20_000
KNOWN: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 14, 10**9, 2**31, 2**63, 10**400, -(10**30)),
    *(0.1, -0.5, 1e308, 5e-324, float("nan"), float("inf"), float("-inf")),
    *("", " ", "abc", "NaN", "nan", "inf", "-inf", "Infinity", "1e999", "-1", "0", "1", "2000"),
    *("2001", "1_000", "0x10", "١٢", "1,5", "25 m", "true", "TRUE", "yes", "None", "null"),
    *("undefined", "{}", "[]", '""', "{", "[1", '{"a"', "[[[]]]", "[" * DEEP, '{"a":' * DEEP),
    *("x" * 200_000, "9" * 5000, "\x00", "a\x00b", "\x1b[31m", "%s%n{0}{a}", "../../etc/passwd"),
    *("/", "C:\\CON", "file:///x", "practice", "production", "impact", "type", "hs2", "later"),
    *(b"", b"\x00\xff\xfe", b"25", bytearray(b"x"), [], [None], ["a", 1], [[["a"]]], ["25"]),
    *({}, {"a": None}, {"version": 99}, '{"version": 99}', '{"days": {"preset": "decade"}}'),
    '{"days": {"preset": []}}',
    '{"days": {"preset": "own", "first": "0001-01-01", "last": "9999-12-31"}}',
    '{"days": {"preset": "own", "first": "2026-02-30"}}',
    '{"days": {"preset": "own", "first": 1}}',
    '{"days": {"preset": "own", "first": "2026-03-01", "last": "2026-01-01"}}',
    *('{"categories": "major"}', '{"statuses": [1]}', '{"impacts": ["none", "\\u0000"]}'),
    *('{"traffic_sensitive": 1}', '{"text": null}', json.dumps({"text": "words " * DEEP})),
    '{"order": {}, "hidden": 1, "widths": [], "sort": {}}',
    '{"order": [[]], "hidden": [{}], "sort": ["start", "up"]}',
    '{"widths": {"start": 1e400, "end": true, "kind": -5, "status": 1000000000}}',
    *("2026-01-01", "9999-12-31", "0001-01-01", "1970-01-01T00:00:09Z", "2026-13-45"),
)


def damaged_values(count: int = rounds(300, full=1000), seed: int = 30) -> list[Any]:
    """Return `count` values: those known to do harm, then chance ones, the same each time."""
    chance = random.Random(seed)  # noqa: S311 - it makes test values
    return [*KNOWN, *(_any(chance, 3) for _ in range(count - len(KNOWN)))]


def _any(chance: random.Random, depth: int) -> Any:
    letters = string.printable + "äß–“€\u200f\u0000"
    makers = [
        lambda: chance.choice(KNOWN),
        lambda: chance.randint(-(10 ** chance.randint(1, 40)), 10 ** chance.randint(1, 40)),
        lambda: chance.uniform(-1, 1) * 10 ** chance.randint(-20, 300),
        lambda: bytes(chance.randrange(256) for _ in range(chance.randrange(40))),
        lambda: "".join(chance.choice(letters) for _ in range(chance.randrange(60))),
    ]
    if depth:
        makers += [
            lambda: [_any(chance, depth - 1) for _ in range(chance.randrange(4))],
            lambda: {str(n): _any(chance, depth - 1) for n in range(chance.randrange(4))},
            lambda: json.dumps(_any(chance, depth - 1), default=str),
        ]
    return chance.choice(makers)()
