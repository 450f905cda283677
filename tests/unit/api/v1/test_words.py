"""V1 spells its enumerations as the trade its words: reading V1 has nothing to translate."""

import importlib
import pkgutil
from enum import Enum

import pytest
from street_works.plugin.api.v1 import enums
from street_works.plugin.trade import vocabulary
from street_works.plugin.trade.vocabulary.word import Capitals, Word

OF_THE_CONTRACT_ALONE = {
    "ASDCode", "ASDPeriodicityCode", "AuditEvent", "AuditObjectType", "CSVExportStatus",
    "FailureReason", "PermitCsvExportPrefix", "ReasonForRefusal", "ReinstatementTypeCode",
    "Section81Type",
}  # fmt: skip
"""Numbers, codes without a public heading, and lists that no rule and no label speaks of."""

LISTS = {
    name: kind
    for name, kind in vars(enums).items()
    if isinstance(kind, type) and issubclass(kind, Enum) and kind.__module__ == enums.__name__
    if len(kind)
}


def words() -> set[str]:
    modules = [
        importlib.import_module(f"{vocabulary.__name__}.{found.name}")
        for found in pkgutil.iter_modules(vocabulary.__path__)
    ]
    return {
        str(word)
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Word)
        for word in kind
    }


@pytest.mark.parametrize("name", sorted(set(LISTS) - OF_THE_CONTRACT_ALONE))
def test_every_text_is_a_word_of_the_trade(name: str) -> None:
    assert {str(one.value) for one in LISTS[name]} - words() == set()


@pytest.mark.parametrize("name", sorted(OF_THE_CONTRACT_ALONE))
def test_what_is_the_contracts_alone_is_no_word_of_the_trade(name: str) -> None:
    assert {str(one.value) for one in LISTS[name]} - words() != set()


def test_a_word_is_text() -> None:
    works = importlib.import_module(f"{vocabulary.__name__}.works")
    word = works.Category.IMMEDIATE_URGENT
    assert word == "immediate_urgent"
    assert f"{word}" == str(word) == "immediate_urgent"
    assert {"immediate_urgent": 1}[word] == 1
    assert type(str(word)) is str


def test_words_in_capitals_are_written_so() -> None:
    comments = importlib.import_module(f"{vocabulary.__name__}.comments")
    assert issubclass(comments.CommentTopic, Capitals)
    assert comments.CommentTopic.SECTION_74 == "SECTION_74"
