"""Addresses of pages and things carry the selection and nothing else."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from artificial import artificial_dataset

from iurc_dash.exhibits.overview import pairings_by_region_and_phase
from iurc_dash.forms import Category, Matrix
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection
from iurc_dash.ui.links import address_of, cell_link, page_address


def parameters(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_addresses_are_relative_and_carry_the_selection() -> None:
    address = address_of("pairing", "na-1-a&b", Selection(phases=("1", "2"), regions=("NA",)))
    assert address.startswith("./pairings?")
    assert parameters(address) == {"phase": ["1", "2"], "region": ["NA"], "pairing": ["na-1-a&b"]}
    assert page_address("", Selection()) == "./"


def test_kinds_without_a_page_have_no_address() -> None:
    assert address_of("country", "PT", Selection()) == ""
    assert address_of("pairing", "", Selection()) == ""


def test_a_cell_leads_to_as_many_pairings_as_it_counts() -> None:
    dataset = artificial_dataset()
    matrix = pairings_by_region_and_phase(dataset, Selection()).form
    assert isinstance(matrix, Matrix)
    for row, values in zip(matrix.rows, matrix.values, strict=True):
        for column, value in zip(matrix.columns, values, strict=True):
            address = cell_link(dataset, Selection(), matrix, row.key, column.key)
            selection, remarks = Selection.parse(parameters(address), dataset)
            assert not remarks
            assert len(narrow(dataset, selection)["pairings"]) == (value or 0)


def test_a_cell_of_what_cannot_be_filtered_has_no_address() -> None:
    matrix = Matrix(
        (Category("webinar", "Webinars"),),
        (Category("1", "Phase 1"),),
        ((3,),),
        "Kind",
        "Phase",
        "activities",
    )
    assert cell_link(artificial_dataset(), Selection(), matrix, "webinar", "1") == ""
