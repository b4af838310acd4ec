"""Addresses of pages, of single things and of the rows behind a mark, with the selection carried along.

All are relative, so that they hold wherever the dashboard is mounted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal
from urllib.parse import quote, urlencode

from iurc_dash.colours import Theme
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.language import DEFAULT_LANGUAGE
from iurc_dash.tokens import token_of
from iurc_dash.view import View

SERVED_FOLDER = "served"
# The page that shows the rows behind a number.
ROWS_PAGE = "rows"
# Which data an address means (tokens.py), and in which language its words are.
RELEASE_PARAMETER, LANGUAGE_PARAMETER = "release", "lang"
# Stands for the address of a page in the one where errors are reported.
PAGE_IN_REPORT = "{page}"

# Where rows of a table have their page, and the parameter that names one there.
PAGE_OF_TABLE = {
    "pairings": ("pairings", "pairing"),
    "places": ("places", "place"),
    "editions": ("programme", "edition"),
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


def mark_address(exhibit: Exhibit, mark: str, part: str = "") -> str:
    """The address that opens exactly the rows behind a mark of an exhibit; a blank mark is all that it counts.

    `part` is what is looked at of it first: table, rows, sources or files.
    """
    asked = {"exhibit": exhibit.id, "mark": mark, "asked": urlencode(exhibit.parameters), "part": part}
    return page_address(ROWS_PAGE, exhibit.view, {name: value for name, value in asked.items() if value})


def picture_address(exhibit: Exhibit, theme: Theme, *, close: bool = False) -> str:
    """The address of a drawn map: of a view, close in when wished, or of one pairing or place with names."""
    asked = {"theme": theme, **({"close": "1"} if close else {}), **exhibit.parameters}
    return f"./{SERVED_FOLDER}/map.svg?{_served(exhibit.view, asked)}"


def drawing_address(exhibit: Exhibit, *, by_phase: bool = False) -> str:
    """The address of the map to explore, or of one small map a phase, as HTML."""
    name = "map-phases" if by_phase else "map"
    return f"./{SERVED_FOLDER}/{name}.html?{_served(exhibit.view, exhibit.parameters)}"


def layers_address(exhibit: Exhibit) -> str:
    """The address of the rows of a map's layers, with `{layer}` for the layer's name."""
    return f"./{SERVED_FOLDER}/map-{{layer}}.json?{_served(exhibit.view, exhibit.parameters)}"


def file_address(
    exhibit: Exhibit,
    file: Literal["picture.png", "picture.svg", "table.zip"],
    theme: Theme = "light",
    *,
    here: str = "",
    preview: bool = False,
) -> str:
    """The address of what is taken away of an exhibit: a picture, or its table as CSV with a README.

    `here` is the address of the page that shows it ('./goals?phase=2'), which the picture names; blank names that of
    its rows. `preview` gives the size that other sites show of a link.
    """
    asked = {
        "exhibit": exhibit.id,
        "asked": urlencode(exhibit.parameters),
        "theme": "" if file == "table.zip" else theme,
        "here": "" if file == "table.zip" else here,
        "size": "preview" if preview else "",
    }
    said = {name: value for name, value in asked.items() if value}
    return f"./{SERVED_FOLDER}/{file}?{_served(exhibit.view, said)}"


def data_address(dataset: Dataset) -> str:
    """The address of all tables of a dataset in one file."""
    return f"./{SERVED_FOLDER}/data.zip?{urlencode({RELEASE_PARAMETER: token_of(dataset)})}"


def report_form(setting: str) -> str:
    """Where readers report an error of a page, with `{page}` for its address; '' where it is no place to send them.

    `setting` is a web or mail address as it was set, which may say itself where `{page}` belongs.
    """
    is_mail = setting.startswith("mailto:")
    if not is_mail and not setting.startswith(("https://", "http://")):
        return ""
    if PAGE_IN_REPORT in setting:
        return setting
    parameter = "body" if is_mail else "page"
    return f"{setting}{'&' if '?' in setting else '?'}{parameter}={PAGE_IN_REPORT}"


def report_address(form: str, page: str) -> str:
    """The address at which an error of a page is reported; `page` is the whole address of that page."""
    return form.replace(PAGE_IN_REPORT, quote(page, safe=""))


def _served(view: View, asked: Mapping[str, str]) -> str:
    named = {RELEASE_PARAMETER: token_of(view.whole), LANGUAGE_PARAMETER: view.language}
    return urlencode({**view.selection.parameters(), **asked, **named}, doseq=True)
