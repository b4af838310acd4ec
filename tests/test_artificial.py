"""Tests that the artificial datasets are what the models of the tables say, and whole."""

import pytest
from artificial import artificial_dataset, empty_dataset, one_row_dataset

from iurc_dash.dataset import TEXT, Dataset
from iurc_dash.tables.keys import FACT_TABLES, key_columns
from iurc_dash.tables.models import TABLES

DATASETS = [artificial_dataset(), empty_dataset(), one_row_dataset()]


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("table_name", TABLES)
def test_each_table_is_what_its_model_says(dataset: Dataset, table_name: str) -> None:
    table = dataset[table_name]
    # Pandera asks for texts as Arrow keeps them; a dataset keeps them as Python does (dataset.py).
    texts = [column for column, dtype in table.dtypes.items() if dtype == TEXT]
    TABLES[table_name].validate(table.astype(dict.fromkeys(texts, "str")))
    assert not dataset[table_name].duplicated(key_columns(table_name)).any()


@pytest.mark.parametrize("dataset", DATASETS)
@pytest.mark.parametrize("table_name", TABLES)
def test_no_reference_leads_nowhere(dataset: Dataset, table_name: str) -> None:
    for name, column in TABLES[table_name].to_schema().columns.items():
        refers = (column.metadata or {}).get("refers")
        if refers:
            target, key = refers.split(".")
            assert set(dataset[table_name][name]) - {""} <= set(dataset[target][key]), name


@pytest.mark.parametrize("dataset", [artificial_dataset(), one_row_dataset()])
def test_every_fact_row_cites_a_source_but_editions_of_the_small_one(dataset: Dataset) -> None:
    cited = set(zip(dataset["row_sources"]["table_name"], dataset["row_sources"]["row_id"], strict=True))
    tables = [name for name in FACT_TABLES if dataset is artificial_dataset() or name != "editions"]
    for table_name in tables:
        for row in dataset[table_name].to_dict("records"):
            row_id = "|".join(str(row[key]) for key in key_columns(table_name))
            assert (table_name, row_id) in cited
