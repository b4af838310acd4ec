"""Every value that a column allows has words, and a value that nobody knew has itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.tables import definition as tables
from iurc_dash.vocabulary import NOT_RECORDED, VOCABULARIES, counted, plural_word, word, word_within

# Lists of allowed values in tables/definition.py, and the vocabulary that has their words.
ALLOWED = {
    "ACTIVITY_KINDS": "activity_kinds",
    "MODES": "modes",
    "STATES": "states",
    "PAIRING_KINDS": "pairing_kinds",
    "PAIRING_STATUSES": "statuses",
    "SIDES": "sides",
    "PLACE_KINDS": "place_kinds",
    "EXACTNESSES": "exactnesses",
    "POSITION_METHODS": "position_methods",
    "BASES": "bases",
    "SUBJECT_KINDS": "subject_kinds",
    "STAKEHOLDER_KINDS": "stakeholder_kinds",
    "ROLES": "stakeholder_roles",
    "MEASURES": "measures",
    "QUALIFIERS": "qualifiers",
    "GAP_KINDS": "gap_kinds",
    "STEPS": "steps",
    "JOINT": "sides_that_acted",
}


def lists_of_allowed_values() -> dict[str, tuple[str, ...]]:
    return {
        name: value
        for name, value in vars(tables).items()
        if name.isupper() and isinstance(value, tuple) and all(isinstance(part, str) for part in value)
    }


def test_every_list_of_allowed_values_has_its_vocabulary() -> None:
    assert set(lists_of_allowed_values()) == set(ALLOWED)


@pytest.mark.parametrize("name", ALLOWED)
def test_every_allowed_value_has_words(name: str) -> None:
    allowed = lists_of_allowed_values()[name]
    assert set(allowed) == set(VOCABULARIES[ALLOWED[name]]), "words for each value, and for nothing else"


def test_words_are_words() -> None:
    for vocabulary, terms in VOCABULARIES.items():
        for code, term in terms.items():
            assert term.one.strip() and "_" not in term.one, (vocabulary, code)
            if term.counted[0]:
                assert term.counted[0].strip() and term.counted[1].strip()


@given(st.text(min_size=1))
def test_an_unknown_code_is_shown_as_it_is(code: str) -> None:
    if code not in VOCABULARIES["activity_kinds"]:
        for said in (word, plural_word, word_within):
            assert said("activity_kinds", code) == code
        assert code in counted("activity_kinds", code, 3)
    assert word("no such vocabulary", code) == code


def test_blank_is_not_recorded() -> None:
    assert word("modes", "") == NOT_RECORDED
    assert "0" not in word("modes", "")


def test_one_and_many_differ() -> None:
    assert counted("tables", "pairings", 1) == "1 pairing"
    assert counted("tables", "pairings", 12) == "12 pairings"
    assert counted("tables", "activities", 0) == "0 activities"
