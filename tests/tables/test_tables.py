"""What each column is, said once: the models hold together and the package follows them."""

from __future__ import annotations

import pytest

from iurc_dash.checks.cells import column_type, columns_of
from iurc_dash.tables.definition import MODELS
from iurc_dash.tables.keys import FACT_TABLES, KEYS, NAMED_BY, SEEN_AS, SUBJECT_TABLES, key_columns
from iurc_dash.tables.models import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_it_is_and_what_identifies_a_row(name: str) -> None:
    columns = columns_of(name)
    assert TABLES[name].__doc__
    assert key_columns(name), "a table without a key cannot be sorted or cited"
    assert set(key_columns(name)) <= set(columns)
    for key in key_columns(name):
        assert columns[key].metadata["required"], f"{key} could be blank and still be a key"


@pytest.mark.parametrize("name", TABLES)
def test_a_column_says_what_it_is_and_refers_to_a_key(name: str) -> None:
    for column_name, column in columns_of(name).items():
        assert column.description and not column.description.endswith(".")
        assert column_type(column) in ("string", "number", "integer", "boolean")
        target, _dot, key = column.metadata["refers"].partition(".")
        if target:
            assert key_columns(target) == [key], f"{column_name} refers to what is not a key"


def test_fact_tables_are_tables() -> None:
    assert set(FACT_TABLES) <= set(TABLES)
    assert set(SEEN_AS) <= set(FACT_TABLES) and set(SEEN_AS.values()) <= set(FACT_TABLES)
    assert "sources" not in FACT_TABLES, "a source cites nothing"


def test_every_model_is_a_table_and_names_are_columns_of_it() -> None:
    assert set(MODELS) == set(KEYS), "a model without a key, or a key without a model"
    assert set(SUBJECT_TABLES.values()) <= set(KEYS)
    for name, column in NAMED_BY.items():
        assert len(KEYS[name]) == 1 and columns_of(name)[column].metadata["required"], name


def test_examples_are_allowed_values() -> None:
    for name in TABLES:
        for column in columns_of(name).values():
            example, allowed = column.metadata["example"], column.metadata["allowed"]
            assert not (example and allowed) or example in allowed
