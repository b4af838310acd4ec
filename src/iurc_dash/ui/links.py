"""Addresses of pages and of single things, with the current selection carried along."""

from __future__ import annotations

from urllib.parse import urlencode

from iurc_dash.dataset import Dataset
from iurc_dash.forms import Category, Matrix
from iurc_dash.selection import Selection, choices

# Where each kind of thing that a table or figure names has its page, and the parameter that names it there.
PAGE_OF_KIND = {
    "pairing": ("pairings", "pairing"),
    "place": ("map", "place"),
    "edition": ("editions", "edition"),
    "theme": ("themes", "theme"),
    "goal": ("goals", "shown"),
}

# Where the rows that a matrix counts are listed one by one. Activities have no such page: choosing a region there adds
# events of the whole programme, so the list would not be the number.
PAGE_OF_UNIT = {"pairings": "pairings"}


def page_address(url_path: str, selection: Selection, **parameters: str) -> str:
    """The relative address of a page; relative, so that it holds wherever the dashboard is mounted."""
    query = urlencode({**selection.parameters(), **parameters}, doseq=True)
    return f"./{url_path}" + (f"?{query}" if query else "")


def address_of(kind: str, key: str, selection: Selection) -> str:
    """The relative address of one pairing, place, edition, theme or goal; '' for kinds without a page."""
    if kind not in PAGE_OF_KIND or not key:
        return ""
    url_path, parameter = PAGE_OF_KIND[kind]
    return page_address(url_path, selection, **{parameter: key})


def cell_link(dataset: Dataset, selection: Selection, matrix: Matrix, row: str, column: str) -> str:
    """Where the rows behind a cell are listed: the selection narrowed to the cell's row and column.

    A blank key is a total and narrows nothing. Gives '' where rows or columns are no facet of a Selection.
    """
    if matrix.unit_key not in PAGE_OF_UNIT:
        return ""
    narrowed = selection
    for axis, key in ((matrix.rows, row), (matrix.columns, column)):
        facet = _facet_of(dataset, axis)
        if not facet:
            return ""
        if key:
            narrowed = narrowed.with_only(facet, key)
    return page_address(PAGE_OF_UNIT[matrix.unit_key], narrowed)


def _facet_of(dataset: Dataset, axis: tuple[Category, ...]) -> str:
    keys = {category.key for category in axis}
    return next((facet for facet, offered in choices(dataset).items() if keys and keys <= set(offered)), "")
