"""What a word of the trade is: text that is written as its member's name."""

import re
from enum import Enum
from typing import Any


class Word(str, Enum):
    """A list of words; `auto()` makes each member the text of its name in small letters.

    A member is text: it equals that text, stands for it in sets and dictionaries, and is kept and
    sent as it. What the register says and the trade does not know yet stays plain text.
    """

    __str__ = str.__str__

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> str:
        return name.lower()


class Capitals(Word):
    """A list of words that are written in capitals."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> str:
        return name


def word_of(label: str) -> str:
    """Write a label as words are written: "give_and_take" for "Give and take"."""
    return re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
