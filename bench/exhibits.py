"""How long the exhibits of each page take, on the recorded programme and on one a hundred times as large.

No server and no browser: what is measured is what a page asks of exhibits and renderers. Times are those of one
processor, so that others who use the machine do not count.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import psutil

from bench.large import large_dataset
from iurc_dash.addresses import address_of, mark_address
from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.preparing import prepare
from iurc_dash.exhibits.profiles import PROFILES
from iurc_dash.exhibits.register import choices_of, entry_of, make
from iurc_dash.forms import (
    ArcMap,
    Bars,
    DotPlot,
    Facts,
    Flow,
    KeyFigures,
    Listing,
    Matrix,
    Prose,
    ShareGrid,
    Slope,
    TimeColumns,
    Timeline,
    TwoSides,
    UnitChart,
)
from iurc_dash.language import DEFAULT_LANGUAGE, use_language
from iurc_dash.metrics.editions import editions_in_order
from iurc_dash.narrowing import narrow
from iurc_dash.opening import open_package
from iurc_dash.render import html
from iurc_dash.render import plotly as charts
from iurc_dash.render.deck import deck
from iurc_dash.render.deck.rows import layer_rows, rows_key
from iurc_dash.render.html import figures
from iurc_dash.render.svg import map_picture
from iurc_dash.selection import Selection
from iurc_dash.view import View, view_of

PACKAGE = Path(__file__).resolve().parents[1] / "data" / "package"
LARGE = "large"
# What each page shows; a parameter that is required takes its first choice.
OF_PAGES: Mapping[str, tuple[str, ...]] = {
    "overview": (
        "overview/key-figures",
        "overview/completeness",
        "pairings/on-map",
        "overview/every-pairing",
        "overview/who-came-back",
        "themes/shift",
        "stakeholders/took-part",
    ),
    "map": ("pairings/on-map", "pairings/countries"),
    "pairings": ("pairings/list",),
    "themes": (
        "themes/shift",
        "themes/clusters",
        "themes/clusters-by-region",
        "themes/circular-economy-by-region",
        "themes/circular-economy",
        "themes/ranking",
        "themes/pairings",
    ),
    "goals": (
        "goals/reached",
        "goals/subjects",
        "goals/by-region",
        "goals/other-agendas",
    ),
    "activity": (
        "activities/over-time",
        "activities/kinds-by-year",
        "activities/held-by-year",
        "activities/by-region",
        "activities/list",
    ),
    "reported": ("record/found-and-reported", "record/fullness", "record/reported", "record/gaps"),
    "programme": (*PROFILES["edition"], "pairings/on-map", "stakeholders/took-part"),
    "programme, goals": ("goals/reached", "goals/other-agendas"),
    "programme, reported": ("record/reported", "record/gaps"),
    "sources": ("record/sources",),
    "about": ("record/about",),
    "a pairing": PROFILES["pairing"],
    "a place": PROFILES["place"],
}
# Pages of one pairing, place or programme in a region alone, whatever is chosen, and the parameter that names it.
OF_SUBJECTS = {
    "a pairing": "pairing",
    "a place": "place",
    "programme": "edition",
    "programme, goals": "edition",
    "programme, reported": "edition",
}
# The page on which the map is one to move about in; everywhere else it is a picture.
MAP = "map"
LINES = 25
SELECTIONS = (
    Selection(phases=("2",)),
    Selection(regions=("LAC",)),
    Selection(goals=("sdg-11",)),
    Selection(clusters=("circular-economy-and-waste",)),
    Selection(countries=("ES",)),
    Selection(kinds=("cities",), stated_only=True),
)

T = TypeVar("T")


@dataclass(frozen=True)
class Times:
    """Milliseconds for a page: first with all that is chosen, with each new selection, with these seen already.

    `served` is what a browser fetches beside the page: the picture of a map, or the rows of its layers.
    """

    first: float
    new: Sequence[float]
    seen: Sequence[float]
    served: Sequence[float]
    kilobytes: float


def pages_of(dataset: Dataset) -> Mapping[str, Times]:
    """Every page of a prepared dataset."""
    return {page: times_of(dataset, page) for page in OF_PAGES}


def times_of(dataset: Dataset, page: str) -> Times:
    """How long a page takes."""
    whole = view_of(dataset)
    first, written = _timed(lambda: show_page(whole, page, _subject(whole, page, 0)))
    new, seen, served = [], [], []
    for turn, selection in enumerate(SELECTIONS, start=1):
        # After each run Streamlit collects; what was kept of the last page is not this one's to pay.
        gc.collect()
        started = time.process_time()
        view, subject = new_view(dataset, page, selection, turn)
        _size, maps = show_page(view, page, subject)
        new.append((time.process_time() - started) * 1000)
        served.append(_timed(partial(serve_all, maps, page))[0])
        seen.append(_timed(partial(show_page, view, page, subject))[0])
    return Times(first, new, seen, served, written[0] / 1000)


def new_view(dataset: Dataset, page: str, selection: Selection, turn: int) -> tuple[View, Mapping[str, str]]:
    """A view that nobody has looked at, and what the page is about; of a page about one thing, another thing."""
    whole = view_of(dataset)
    subject = _subject(whole, page, turn)
    if page in OF_SUBJECTS and "edition" not in subject:
        return whole, subject
    if "edition" in subject:
        where = whole.where(subject["edition"])
        selection = Selection(phases=(where.phase_id,), regions=(where.region_id,))
    return View(dataset, selection, DEFAULT_LANGUAGE, narrow(dataset, selection)), subject


def _subject(view: View, page: str, turn: int) -> Mapping[str, str]:
    """What a page is about: one pairing, place or programme after the other."""
    if page not in OF_SUBJECTS:
        return {}
    parameter = OF_SUBJECTS[page]
    if parameter == "edition":
        return {parameter: editions_in_order(view)[turn]}
    keys = list(choices_of(view, f"{parameter}s/facts", parameter))
    return {parameter: keys[len(keys) * turn // (len(SELECTIONS) + 1)]}


def show_page(view: View, page: str, subject: Mapping[str, str]) -> tuple[int, list[Exhibit]]:
    """Make and write every exhibit of a page: how many characters that is, and the maps that a browser fetches."""
    size, maps = 0, []
    for id in OF_PAGES[page]:
        shown = make(view, id, **_parameters(view, id, subject))
        with use_language(view.language):
            size += len(shown.finding) + len(shown.alt) + _write(shown, page)
        if isinstance(shown.form, ArcMap):
            maps.append(shown)
    return size, maps


def _parameters(view: View, id: str, subject: Mapping[str, str]) -> dict[str, str]:
    """What is asked of an exhibit: what the page is about, else the first choice of what is required."""
    return {
        parameter.name: subject.get(parameter.name) or next(iter(choices_of(view, id, parameter.name)))
        for parameter in entry_of(id).parameters
        if parameter.name in subject or parameter.required
    }


def _write(shown: Exhibit, page: str) -> int:
    """Write an exhibit as its page does; the number of characters."""
    drawn, view = shown.form, shown.view

    def link(table_name: str, key: str) -> str:
        return address_of(table_name, key, view)

    def mark(key: str) -> str:
        return mark_address(shown, key)

    match drawn:
        case KeyFigures():
            return len(html.key_figures_html(drawn, mark))
        case Matrix():
            return len(html.matrix_html(view, drawn, shown.question, mark))
        case Facts():
            return len(html.facts_html(view, drawn, link, mark))
        case Prose():
            return len(html.prose_html(drawn, mark))
        case Bars() | UnitChart() | Slope() | DotPlot() | ShareGrid() | Flow() | TimeColumns() | TwoSides():
            return len(figures.figure_html(drawn, link, mark))
        case Timeline():
            figure = shown.kept.once(("plotly", "light"), lambda: charts.figure(drawn, "light"))
            return len(figure.to_json())
        case ArcMap() if page == MAP:
            lines = shown.table.part(0, LINES)
            listed = html.table_html(view, lines, shown.question, link_for=link, mark_address=mark)
            return (
                len(listed) + len(rows_key(drawn)) + len(deck(drawn, "light", rows_at="./{layer}").to_json())
            )
        case ArcMap():
            return len(html.picture_html("./picture", shown.alt)) + len(html.legend_html(drawn.legend))
        case Listing():
            lines = shown.table.part(0, LINES)
            return len(html.table_html(view, lines, shown.question, link_for=link, mark_address=mark))
        case None:
            return 0


def serve(shown: Exhibit, page: str) -> int:
    """Write what a browser fetches of a map beside the page."""
    assert isinstance(shown.form, ArcMap)
    if page == MAP:
        return len(json.dumps(layer_rows(shown.form), separators=(",", ":")))
    return len(map_picture(shown.form, "light", fit=page in OF_SUBJECTS))


def serve_all(maps: Sequence[Exhibit], page: str) -> int:
    """Write what a browser fetches of all maps beside the page; the number of characters."""
    return sum(serve(shown, page) for shown in maps)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    started = time.process_time()
    result = work()
    return (time.process_time() - started) * 1000, result


def measure(programme: str) -> None:
    """Measure one programme in this process and print what was found as JSON."""
    dataset = open_package(PACKAGE, trust_hashes=True)
    if programme == LARGE:
        dataset = large_dataset(dataset)
    prepared, _nothing = _timed(lambda: prepare(dataset))
    # As the server does before it takes visitors.
    gc.collect()
    gc.freeze()
    pages = {
        page: {
            "first": times.first,
            "new": median(times.new),
            "worst": max(times.new),
            "seen": median(times.seen),
            "served": max(times.served),
            "kilobytes": times.kilobytes,
        }
        for page, times in pages_of(dataset).items()
    }
    rows = {name: len(dataset[name]) for name in ("pairings", "places", "activities", "row_sources")}
    memory = psutil.Process().memory_info().rss / 1e6
    print(json.dumps({"prepared": prepared, "pages": pages, "rows": rows, "megabytes": memory}))


def both_programmes() -> dict[str, dict[str, Any]]:
    """Both programmes, each measured in a process of its own."""
    found = {}
    for programme in ("recorded", LARGE):
        command = [sys.executable, "-m", "bench.exhibits", programme]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found[programme] = json.loads(printed.splitlines()[-1])
    return found


if __name__ == "__main__":
    measure(sys.argv[1])
