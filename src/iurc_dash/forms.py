"""The forms a figure can take: small frozen values of numbers, labels and units that know no library.

`render/` turns a form into a plotly figure, a deck.gl map, a drawn picture or a page. Colours are named by
`colour` keys of `colours.py` ("phase-1", "region-NA", "goal-11", "stated", "neutral"), never given as values.
Every mark carries the `key` of what it stands for, so that a click on it can open it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# Stated and inferred are told apart by this and not only by colour.
Texture = Literal["solid", "outlined"]


@dataclass(frozen=True)
class Part:
    """A key figure's share in one phase; `change` is against the phase before, None for the first."""

    label: str
    value: int | None
    change: int | None = None


@dataclass(frozen=True)
class KeyFigure:
    """One number, what it counts, its parts by phase, and a sentence that belongs to it."""

    key: str
    label: str
    value: int | None
    parts: tuple[Part, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class KeyFigures:
    """A row of key figures."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class Category:
    """One bar's place: its key and its label."""

    key: str
    label: str


@dataclass(frozen=True)
class Series:
    """Values along the categories; None where nothing is recorded."""

    key: str
    label: str
    values: tuple[float | None, ...]
    colour: str = "neutral"
    texture: Texture = "solid"
    # One colour key a value where bars of a series differ (goals); blank means `colour` for all.
    value_colours: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bars:
    """Horizontal bars, one a category, stacked or side by side, with direct labels."""

    categories: tuple[Category, ...]
    series: tuple[Series, ...]
    unit: str
    stacked: bool = True
    # Vertical bars are for time only, where readers expect it to run from left to right.
    along_time: bool = False


@dataclass(frozen=True)
class Matrix:
    """Counts by row and column, with totals; None where the combination cannot exist."""

    rows: tuple[Category, ...]
    columns: tuple[Category, ...]
    values: tuple[tuple[int | None, ...], ...]
    row_title: str
    column_title: str
    unit: str
    row_totals: tuple[int, ...] = ()
    column_totals: tuple[int, ...] = ()
    total: int | None = None
    # What is counted, as a table of the dataset: where a number's rows are listed.
    unit_key: str = "pairings"


@dataclass(frozen=True)
class Span:
    """Something on a time line: from `start` to `end`, ISO dates as exact as known.

    `end` may be blank (one date). `open_end` means that it goes on or that its end is not recorded.
    """

    key: str
    lane: str
    label: str
    start: str
    end: str = ""
    open_end: bool = False
    # True where no source dates it and the phase's own years stand in.
    assumed: bool = False
    colour: str = "neutral"


@dataclass(frozen=True)
class Band:
    """A stretch of time behind the spans, such as a phase; years as numbers, end exclusive."""

    label: str
    start_year: int
    end_year: int


@dataclass(frozen=True)
class Timeline:
    """Spans and dates in lanes along time."""

    lanes: tuple[Category, ...]
    spans: tuple[Span, ...]
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class MapPlace:
    """A place on a map; `weight` is the number of pairings it is in."""

    key: str
    label: str
    longitude: float
    latitude: float
    side: Literal["EU", "partner"]
    weight: int = 1
    description: str = ""


@dataclass(frozen=True)
class MapPairing:
    """A pairing on a map: the keys of its members that have a position, and how they are joined.

    `joins` are pairs of indices into `members`; a trio has two, a group of five four: they are drawn as one
    thing, never as so many pairs.
    """

    key: str
    label: str
    members: tuple[str, ...]
    joins: tuple[tuple[int, int], ...]
    colour: str
    description: str = ""


@dataclass(frozen=True)
class LegendEntry:
    """A colour and what it means."""

    colour: str
    label: str


@dataclass(frozen=True)
class ArcMap:
    """Pairings as lines between their members on a map of the world."""

    places: tuple[MapPlace, ...]
    pairings: tuple[MapPairing, ...]
    legend: tuple[LegendEntry, ...]
    # The pairing or place that the reader has chosen; drawn strongly, the rest faintly.
    chosen: str = ""
    unplaced: tuple[str, ...] = ()


Form = KeyFigures | Bars | Matrix | Timeline | ArcMap
