"""Addresses of pages, of single things and of the rows behind a mark, with the selection carried along.

All are relative, so that they hold wherever the dashboard is mounted.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from iurc_dash.colours import Theme
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.language import DEFAULT_LANGUAGE
from iurc_dash.tokens import token_of
from iurc_dash.view import View

SERVED_FOLDER = "served"
# Which data an address means (tokens.py), and in which language its words are.
RELEASE_PARAMETER, LANGUAGE_PARAMETER = "release", "lang"

# Where rows of a table have their page, and the parameter that names one there.
PAGE_OF_TABLE = {
    "pairings": ("pairings", "pairing"),
    "places": ("places", "place"),
    "editions": ("editions", "edition"),
    "themes": ("themes", "theme"),
    "goals": ("goals", "shown"),
}


def view_parameters(view: View) -> dict[str, list[str]]:
    """The parameters that bring a view back: its selection, and its language where that is not English."""
    language = {LANGUAGE_PARAMETER: [view.language]} if view.language != DEFAULT_LANGUAGE else {}
    return {**view.selection.parameters(), **language}


def page_address(url_path: str, view: View, parameters: Mapping[str, str] | None = None) -> str:
    """The address of a page, with the selection and the language of the view."""
    # A slash means nothing in a query; a page has hundreds of addresses with two of them.
    query = urlencode({**view_parameters(view), **(parameters or {})}, doseq=True, safe="/")
    return f"./{url_path}" + (f"?{query}" if query else "")


def address_of(table: str, key: str, view: View) -> str:
    """The address of the page of a row, such as a pairing; '' for tables whose rows have none."""
    if table not in PAGE_OF_TABLE or not key:
        return ""
    url_path, parameter = PAGE_OF_TABLE[table]
    return page_address(url_path, view, {parameter: key})


def mark_address(exhibit: Exhibit, mark: str) -> str:
    """The address that opens exactly the rows behind a mark of an exhibit; a blank mark is all that it counts."""
    asked = {"exhibit": exhibit.id, "mark": mark, "asked": urlencode(exhibit.parameters)}
    return page_address("rows", exhibit.view, {name: value for name, value in asked.items() if value})


def picture_address(exhibit: Exhibit, theme: Theme, *, close: bool = False) -> str:
    """The address of a drawn map: of a view, close in when wished, or of one pairing or place with names."""
    asked = {"theme": theme, **({"close": "1"} if close else {}), **exhibit.parameters}
    return f"./{SERVED_FOLDER}/map.svg?{_served(exhibit.view, asked)}"


def layers_address(exhibit: Exhibit) -> str:
    """The address of the rows of a map's layers, with `{layer}` for the layer's name."""
    return f"./{SERVED_FOLDER}/map-{{layer}}.json?{_served(exhibit.view, exhibit.parameters)}"


def data_address(dataset: Dataset) -> str:
    """The address of all tables of a dataset in one file."""
    return f"./{SERVED_FOLDER}/data.zip?{urlencode({RELEASE_PARAMETER: token_of(dataset)})}"


def _served(view: View, asked: Mapping[str, str]) -> str:
    named = {RELEASE_PARAMETER: token_of(view.whole), LANGUAGE_PARAMETER: view.language}
    return urlencode({**view.selection.parameters(), **asked, **named}, doseq=True)
