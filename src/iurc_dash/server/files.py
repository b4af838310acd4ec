"""What a reader takes away of an exhibit, by address: its picture, and its table with a README.

An address names the exhibit with its parameters, and data, selection and language as all served addresses do
(`addresses.file_address` makes it).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from iurc_dash.addresses import mark_address
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.record.rows import asked_parameters
from iurc_dash.exhibits.register import entries, make
from iurc_dash.kept import Kept
from iurc_dash.render.data import exhibit_zip, file_name
from iurc_dash.render.picture import picture, preview
from iurc_dash.render.png import png
from iurc_dash.selection import Selection
from iurc_dash.server.drawings import Parameters, language, last, theme_of
from iurc_dash.ui.navigation import PAGES
from iurc_dash.view import view_of

# The longest unused are dropped while all pictures kept of a dataset are larger than this, in bytes.
MOST_KEPT = 40_000_000
MOST_OF_AN_ADDRESS = 600
MEDIA_TYPES = {"png": "image/png", "svg": "image/svg+xml", "zip": "application/zip"}


@dataclass(frozen=True)
class File:
    """A file: what is in it, what kind it is, and the name that it is saved under."""

    content: bytes
    extension: str
    name: str

    @property
    def media_type(self) -> str:
        """What it is."""
        return MEDIA_TYPES[self.extension]

    @property
    def disposition(self) -> str:
        """What a browser does with it: pictures are shown, others saved."""
        return f'{"attachment" if self.extension == "zip" else "inline"}; filename="{self.name}"'


def file(dataset: Dataset, parameters: Parameters, name: str, home: str) -> File | None:
    """The file of a name ('picture.png', 'picture.svg', 'table.zip'); None where there is none, or no such exhibit.

    `home` is the complete address of the dashboard. Raises ExhibitError where the exhibit does not take what is asked
    with, NotDrawnError where its picture cannot be drawn now.
    """
    if (
        name not in ("picture.png", "picture.svg", "table.zip")
        or last(parameters, "exhibit") not in entries()
    ):
        return None
    selection, _remarks = Selection.parse(parameters, dataset)
    view = view_of(dataset, selection, language(parameters))
    exhibit = make(view, last(parameters, "exhibit"), **asked_parameters(last(parameters, "asked")))
    extension = name.rpartition(".")[2]
    made = exhibit_zip(exhibit) if extension == "zip" else _picture(exhibit, parameters, extension, home)
    return File(made, extension, file_name(exhibit, extension))


def _picture(exhibit: Exhibit, parameters: Parameters, extension: str, home: str) -> bytes:
    """The picture, kept with the dataset: the same is asked for again, and drawing it takes long."""
    theme, is_preview = theme_of(parameters), last(parameters, "size") == "preview"
    # A preview stands beside its address and has none of its own.
    address = "" if is_preview else home + _way_back(exhibit, last(parameters, "here"))

    def drawn() -> bytes:
        svg = preview(exhibit, theme) if is_preview else picture(exhibit, theme, address=address)
        return svg.encode() if extension == "svg" else png(svg, scale=1 if is_preview else 2)

    view = exhibit.view
    what = (exhibit.id, *exhibit.parameters.items(), view.selection, view.language)
    kept: Kept = view.whole.kept.once("pictures", lambda: Kept(MOST_KEPT, len))
    return kept.once((what, theme, extension, is_preview, address), drawn)


def _way_back(exhibit: Exhibit, here: str) -> str:
    """The address below the dashboard's that brings the exhibit back: that of a page, else that of its rows."""
    page, _mark, query = here[:MOST_OF_AN_ADDRESS].removeprefix("./").partition("?")
    if here and page in {entry.url_path for entry in PAGES}:
        said = urlencode(parse_qsl(query), safe="/")
        return page + (f"?{said}" if said else "")
    return mark_address(exhibit, "").removeprefix("./")
