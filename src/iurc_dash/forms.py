"""The forms a figure can take: small frozen values of quantities, labels and units that know no library.

`render/` turns a form into a plotly figure, a deck.gl map, a drawn picture or a page. Colours are named by
`colour` keys of `colours.py` ("phase-1", "region-NA", "goal-11", "neutral"), never given as values.
Every mark is a Quantity of quantities.py, so it can open the rows it counts; `marks()` of a form lists them.
The key of a mark is the keys of its place joined by '/'; a blank one stands for all: 'sdg-11/' is a row's total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from iurc_dash.language import _, format_parts
from iurc_dash.quantities import NOTHING, Count, Mark, Quantity, Row, Share, Stated, amount
from iurc_dash.tabular import Cell, Column

# Stated and inferred are told apart by this and not only by colour.
Texture = Literal["solid", "outlined"]
# What is one of a kind among others, such as a pairing of three or more, has another shape.
Shape = Literal["square", "diamond"]


@dataclass(frozen=True)
class Category:
    """A place on an axis: its key and its label."""

    key: str
    label: str


@dataclass(frozen=True)
class Axis:
    """Categories in order, what they are together, and the facet of a Selection that they are values of, if any."""

    title: str
    categories: tuple[Category, ...]
    facet: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the categories."""
        return tuple(category.key for category in self.categories)


@dataclass(frozen=True, eq=False)
class KeyFigure:
    """One number, what it counts, its parts by phase in the order of `KeyFigures.phases`, and a sentence."""

    key: str
    label: str
    value: Quantity
    parts: tuple[Quantity, ...] = ()
    note: str = ""


@dataclass(frozen=True, eq=False)
class KeyFigures:
    """A row of key figures."""

    figures: tuple[KeyFigure, ...]
    phases: tuple[Category, ...] = ()
    # A colour key for each phase; blank where they have none.
    colours: tuple[str, ...] = ()

    def marks(self) -> Iterator[Mark]:
        """Each figure, and each of its parts."""
        for figure in self.figures:
            yield Mark(figure.key, figure.label, figure.value)
            for phase, part in zip(self.phases, figure.parts, strict=bool(figure.parts)):
                yield Mark(f"{figure.key}/{phase.key}", format_parts((figure.label, phase.label)), part)


@dataclass(frozen=True, eq=False)
class Series:
    """Values along the categories; None where the combination cannot exist."""

    key: str
    label: str
    values: tuple[Count | Share | Stated | None, ...]
    colour: str = "neutral"
    texture: Texture = "solid"
    # One colour key a value where bars of a series differ (goals); blank means `colour` for all.
    value_colours: tuple[str, ...] = ()

    def amount(self, place: int) -> float:
        """The number of a value, by its place on the axis."""
        return amount(self.values[place])

    def colour_at(self, place: int) -> str:
        """The colour key of a value."""
        return self.value_colours[place] if self.value_colours else self.colour

    @property
    def sample_colour(self) -> str:
        """The colour key that stands for the series: no goal's where bars have the goals' own."""
        return "neutral" if self.value_colours else self.colour


# So many things, at least, the scale of bars goes to.
LEAST_LENGTH = 5.0


@dataclass(frozen=True, eq=False)
class Bars:
    """Horizontal bars, one a category, stacked or side by side, with direct labels.

    `totals` are the counts of the distinct rows of stacked bars; `scale` is the length of the longest bar that two
    figures share, where they are set side by side.
    """

    axis: Axis
    series: tuple[Series, ...]
    unit: str
    totals: tuple[Count, ...] = ()
    scale: float | None = None

    def marks(self) -> Iterator[Mark]:
        """Each bar or part of one, and each total."""
        for place, category in enumerate(self.axis.categories):
            for series in self.series:
                label = format_parts((category.label, series.label if len(self.series) > 1 else ""))
                yield Mark(f"{category.key}/{series.key}", label, series.values[place])
            if self.totals:
                yield Mark(f"{category.key}/", category.label, self.totals[place])

    @property
    def stacked(self) -> bool:
        """Whether the series lie one after the other, as parts of a total."""
        return bool(self.totals)

    def length(self, place: int) -> float:
        """How long a category's bars are: one after the other, or the longest of them."""
        amounts = [series.amount(place) for series in self.series]
        return sum(amounts) if self.stacked else max(amounts, default=0.0)

    @property
    def longest(self) -> float:
        """What the scale ends at; one or two things make no bar across the whole width."""
        shares = any(isinstance(value, Share) for series in self.series for value in series.values)
        lengths = map(self.length, range(len(self.axis.categories)))
        return self.scale or max([0.0 if shares else LEAST_LENGTH, *lengths])


@dataclass(frozen=True)
class Look:
    """How a mark looks."""

    colour: str = "neutral"
    texture: Texture = "solid"
    shape: Shape = "square"


@dataclass(frozen=True)
class Sample:
    """A look and what it means."""

    look: Look
    label: str


@dataclass(frozen=True, eq=False)
class Unit:
    """One thing as one mark: its key among those of its group, its name, the row that it is."""

    key: str
    label: str
    row: Row
    look: Look


@dataclass(frozen=True, eq=False)
class UnitGroup:
    """Things that belong together, in order, and the count of their distinct rows.

    `sign` stands before the label in the colour of the key `colour`, such as the number of a goal.
    """

    key: str
    label: str
    units: tuple[Unit, ...]
    total: Count
    note: str = ""
    sign: str = ""
    colour: str = ""


@dataclass(frozen=True, eq=False)
class UnitChart:
    """Every thing a mark of its own, in groups: side by side as blocks, or one below the other as rows.

    `empty` are groups that have nothing, named in one line, and `empty_label` what is said of them.
    """

    title: str
    groups: tuple[UnitGroup, ...]
    unit: str
    samples: tuple[Sample, ...]
    arrangement: Literal["blocks", "rows"] = "blocks"
    empty: tuple[Category, ...] = ()
    empty_label: str = ""

    def marks(self) -> Iterator[Mark]:
        """Each thing, and each group."""
        for group in self.groups:
            for unit in group.units:
                yield Mark(f"{group.key}/{unit.key}", unit.label, Count.of([unit.row]))
            yield Mark(f"{group.key}/", group.label, group.total)


@dataclass(frozen=True, eq=False)
class Matrix:
    """Counts by row and column, with the counts of all distinct rows; None where the combination cannot exist."""

    rows: Axis
    columns: Axis
    values: tuple[tuple[Count | None, ...], ...]
    unit: str
    row_totals: tuple[Count, ...]
    column_totals: tuple[Count, ...]
    total: Count
    # What the last line and column are called: "All" where they add up, "Any goal" where they cannot.
    row_total_label: str
    column_total_label: str
    scale: float | None = None

    @property
    def highest(self) -> float:
        """What has the strongest shade."""
        return self.scale or max(map(amount, chain(*self.values)), default=0.0)

    def marks(self) -> Iterator[Mark]:
        """Each cell, each total."""
        for row, values, total in zip(self.rows.categories, self.values, self.row_totals, strict=True):
            for column, value in zip(self.columns.categories, values, strict=True):
                yield Mark(f"{row.key}/{column.key}", format_parts((row.label, column.label)), value)
            yield Mark(f"{row.key}/", row.label, total)
        for column, total in zip(self.columns.categories, self.column_totals, strict=True):
            yield Mark(f"/{column.key}", column.label, total)
        yield Mark("/", self.column_total_label, self.total)


@dataclass(frozen=True, eq=False)
class SlopeLine:
    """A share at two times, and whether it moved by more than chance."""

    key: str
    label: str
    first: Share
    last: Share
    moved: bool = False


@dataclass(frozen=True, eq=False)
class Slope:
    """Shares at two times joined by lines; `wholes` are what they are shares of, at each end."""

    title: str
    ends: tuple[Category, Category]
    wholes: tuple[Count, Count]
    lines: tuple[SlopeLine, ...]
    unit: str

    def marks(self) -> Iterator[Mark]:
        """Each end of each line, and what the shares of an end are of."""
        for end, whole, place in zip(self.ends, self.wholes, ("first", "last"), strict=True):
            for line in self.lines:
                label = format_parts((line.label, end.label))
                yield Mark(f"{line.key}/{end.key}", label, line.first if place == "first" else line.last)
            yield Mark(f"/{end.key}", end.label, whole)


@dataclass(frozen=True, eq=False)
class Dot:
    """A value on a scale: the key and name of what it is, and how it looks."""

    key: str
    label: str
    value: Count | Share | Stated
    look: Look


@dataclass(frozen=True, eq=False)
class DotRow:
    """Dots of one thing on a common scale, and what is said at its end."""

    key: str
    label: str
    dots: tuple[Dot, ...]
    note: str = ""


@dataclass(frozen=True, eq=False)
class DotPlot:
    """Rows of dots on one scale, joined in each row; all values are counts and stated numbers, or all are shares."""

    title: str
    rows: tuple[DotRow, ...]
    unit: str
    samples: tuple[Sample, ...] = ()

    @property
    def of_shares(self) -> bool:
        """Whether its values are shares."""
        return any(isinstance(dot.value, Share) for row in self.rows for dot in row.dots)

    @property
    def highest(self) -> float:
        """The highest value."""
        return max((amount(dot.value) for row in self.rows for dot in row.dots), default=0.0)

    def marks(self) -> Iterator[Mark]:
        """Each dot."""
        for row in self.rows:
            for dot in row.dots:
                yield Mark(f"{row.key}/{dot.key}", format_parts((row.label, dot.label)), dot.value)


@dataclass(frozen=True, eq=False)
class ShareGrid:
    """Shares by row and column, as shaded cells or as bars on one scale; None where there is no whole.

    A cell opens its part, or, where `opens` says so, what the whole has beside it: of a record, what is lacking.
    """

    rows: Axis
    columns: Axis
    values: tuple[tuple[Share | None, ...], ...]
    unit: str
    drawn: Literal["shades", "bars"]
    opens: Literal["part", "rest"] = "part"
    colours: tuple[str, ...] = ()

    @property
    def highest(self) -> float:
        """The highest share, 0 to 1."""
        return max(map(amount, chain(*self.values)), default=0.0)

    def marks(self) -> Iterator[Mark]:
        """Each cell: its share, and where that is what it opens, the count of the rest."""
        for row, values in zip(self.rows.categories, self.values, strict=True):
            for column, value in zip(self.columns.categories, values, strict=True):
                label = format_parts((row.label, column.label))
                yield Mark(f"{row.key}/{column.key}", label, value)
                if self.opens == "rest" and value is not None:
                    yield Mark(f"{row.key}/{column.key}/rest", label, value.rest)


@dataclass(frozen=True, eq=False)
class FlowNode:
    """Things that are together at a stage: a key, a name, the stage's place, the count, a colour."""

    key: str
    label: str
    stage: int
    count: Count
    colour: str


@dataclass(frozen=True, eq=False)
class FlowBand:
    """Things that go from one node to one of the next stage."""

    source: str
    target: str
    count: Count


@dataclass(frozen=True, eq=False)
class Flow:
    """Things that go through stages; at each stage the nodes, in order, are all that was seen up to it."""

    stages: Axis
    nodes: tuple[FlowNode, ...]
    bands: tuple[FlowBand, ...]
    unit: str

    def marks(self) -> Iterator[Mark]:
        """Each node and each band."""
        labels = {node.key: node.label for node in self.nodes}
        for node in self.nodes:
            label = format_parts((node.label, self.stages.categories[node.stage].label))
            yield Mark(node.key, label, node.count)
        for band in self.bands:
            label = _("{source} to {target}").format(source=labels[band.source], target=labels[band.target])
            yield Mark(f"{band.source}/{band.target}", label, band.count)


@dataclass(frozen=True, eq=False)
class Span:
    """Something on a time line: from `start` to `end`, ISO dates as exact as known.

    `end` may be blank (one date). `open_end` means that it goes on or that its end is not recorded; `assumed` that
    no source dates it and the phase's own years stand in. `row` is the row that says it.
    """

    key: str
    lane: str
    label: str
    start: str
    row: Row
    end: str = ""
    open_end: bool = False
    assumed: bool = False
    colour: str = "neutral"


@dataclass(frozen=True)
class Band:
    """A stretch of time behind the spans, such as a phase; years as numbers, end exclusive."""

    label: str
    start_year: int
    end_year: int


@dataclass(frozen=True, eq=False)
class Apart:
    """What is counted and has no place in a figure: its key, why, and the count."""

    key: str
    label: str
    count: Count


@dataclass(frozen=True, eq=False)
class TimeColumns:
    """Counts by stretches of time as columns: series stacked upwards from the line, others downwards.

    The axis has every stretch from the first year on, `parts` of them a year; `totals` are the distinct rows of a
    stretch, `apart` what is in none.
    """

    axis: Axis
    first_year: int
    parts: Literal[1, 4]
    series: tuple[Series, ...]
    totals: tuple[Count, ...]
    unit: str
    below: tuple[Series, ...] = ()
    bands: tuple[Band, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def highest(self) -> tuple[float, float]:
        """The length of the longest column upwards, and of the longest downwards."""
        places = range(len(self.totals))
        up, down = (
            max((sum(one.amount(place) for one in stack) for place in places), default=0.0)
            for stack in (self.series, self.below)
        )
        return up, down

    def bands_within(self) -> Iterator[tuple[Band, int, int]]:
        """Each band with the first of its stretches and the one after the last; what is outside the axis is cut."""
        for band in self.bands:
            start = max(0, (band.start_year - self.first_year) * self.parts)
            end = min(len(self.totals), (band.end_year - self.first_year) * self.parts)
            if end > start:
                yield band, start, end

    def marks(self) -> Iterator[Mark]:
        """Each part of a column, each column, and what has no place."""
        for place, category in enumerate(self.axis.categories):
            for series in (*self.series, *self.below):
                label = format_parts((category.label, series.label))
                yield Mark(f"{category.key}/{series.key}", label, series.values[place])
            yield Mark(f"{category.key}/", category.label, self.totals[place])
        for one in self.apart:
            yield Mark(f"/{one.key}", one.label, one.count)


@dataclass(frozen=True, eq=False)
class Timeline:
    """Spans and dates in lanes along time."""

    lanes: tuple[Category, ...]
    spans: tuple[Span, ...]
    bands: tuple[Band, ...] = ()

    def marks(self) -> Iterator[Mark]:
        """Each span: the date that its row states."""
        for span in self.spans:
            yield Mark(f"{span.lane}/{span.key}", span.label, Stated(span.start, span.row))


@dataclass(frozen=True, eq=False)
class MapPlace:
    """A place on a map; `pairings` counts the pairings it is in, `description` is its name in full.

    `networks` counts its part in networks, for a place that is in no pairing of the map. `region` and `phases` are keys
    of the map's axes: the region whose partner it is, blank on the EU side, and the phases that it had a part in.
    """

    key: str
    label: str
    longitude: float
    latitude: float
    side: str
    pairings: Count
    description: str = ""
    networks: Count = NOTHING
    colour: str = "neutral"
    region: str = ""
    phases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class MapPairing:
    """A pairing on a map: the keys of its members that have a position, and how they are joined.

    `joins` are pairs of indices into `members`; a trio has two, a group of five four: they are drawn as one
    thing, never as so many pairs. `line` runs unbroken along all of them: (longitude, latitude) in degrees, thinned,
    longitudes running on past 180 without a jump; it is the same whatever else is on the map.
    """

    key: str
    label: str
    members: tuple[str, ...]
    joins: tuple[tuple[int, int], ...]
    colour: str
    line: tuple[tuple[float, float], ...] = ()
    phase: str = ""
    region: str = ""


@dataclass(frozen=True)
class LegendEntry:
    """A colour and what it means."""

    colour: str
    label: str


@dataclass(frozen=True, eq=False)
class ArcMap:
    """Pairings as lines between their members on a map of the world, and places that are in networks only.

    `phases` and `regions` are those that anything on the map belongs to, in their order.
    """

    places: tuple[MapPlace, ...]
    pairings: tuple[MapPairing, ...]
    legend: tuple[LegendEntry, ...]
    # The pairing or place that the reader has chosen; drawn strongly, the rest faintly.
    chosen: str = ""
    unplaced: tuple[str, ...] = ()
    network_places: tuple[MapPlace, ...] = ()
    phases: tuple[Category, ...] = ()
    regions: tuple[Category, ...] = ()

    def marks(self) -> Iterator[Mark]:
        """Each line, which is one pairing, and each place with the pairings, or else the networks, it is in."""
        for pairing in self.pairings:
            yield Mark(f"pairing/{pairing.key}", pairing.label, Count.in_table("pairings", [pairing.key]))
        for place in self.places:
            yield Mark(f"place/{place.key}", place.label, place.pairings)
        for place in self.network_places:
            yield Mark(f"place/{place.key}", place.label, place.networks)


@dataclass(frozen=True, eq=False)
class Facts:
    """Terms and what is known of them, one a line; a cell is read as its column says."""

    terms: tuple[tuple[Column, Cell], ...]

    def marks(self) -> Iterator[Mark]:
        """Each cell that is a quantity."""
        for column, cell in self.terms:
            if isinstance(cell, Count | Share | Stated):
                yield Mark(column.key, column.title, cell)


# Words in the reader's language; a mark among them is called what its label says.
Paragraph = str | tuple[str | Mark, ...]


@dataclass(frozen=True, eq=False)
class Prose:
    """Paragraphs in the reader's language; a mark within one opens the rows of what is said there."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs as words alone."""
        return tuple(
            paragraph
            if isinstance(paragraph, str)
            else "".join(part.label if isinstance(part, Mark) else part for part in paragraph)
            for paragraph in self.paragraphs
        )

    def marks(self) -> Iterator[Mark]:
        """Each mark in a sentence."""
        for paragraph in self.paragraphs:
            yield from (part for part in paragraph if isinstance(part, Mark))


@dataclass(frozen=True, eq=False)
class SidePlace:
    """A place on one side: its key and name, the row that says that it is there, what else is said of it.

    `others` counts what else it takes part in, and `others_label` says so in words.
    """

    key: str
    label: str
    row: Row
    notes: tuple[str, ...] = ()
    others: Count = NOTHING
    others_label: str = ""


@dataclass(frozen=True, eq=False)
class TwoSides:
    """Places of two sides and the line between them: above it where it belongs, below it when and how it stands.

    `belongs_to` is the row that the words above lead to.
    """

    sides: tuple[tuple[SidePlace, ...], tuple[SidePlace, ...]]
    label: str
    belongs_to: Row
    notes: tuple[str, ...]
    colour: str

    def marks(self) -> Iterator[Mark]:
        """Each place, and what else it takes part in."""
        for place in (place for side in self.sides for place in side):
            yield Mark(f"place/{place.key}", place.label, Count.of([place.row]))
            if place.others:
                label = format_parts((place.label, place.others_label))
                yield Mark(f"place/{place.key}/others", label, place.others)


@dataclass(frozen=True, eq=False)
class Listing:
    """The table itself is what is looked at.

    `ordered_by` is the column that it is in the order of, blank for an order of its own, from its end where
    `descending`; `asks` says for each column that may order it what to ask its exhibit for: parameter -> value.
    """

    ordered_by: str = ""
    descending: bool = False
    asks: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def marks(self) -> Iterator[Mark]:
        """None beside those of the table."""
        return iter(())


Form = (
    KeyFigures
    | Bars
    | UnitChart
    | Slope
    | DotPlot
    | ShareGrid
    | Flow
    | Matrix
    | TimeColumns
    | Timeline
    | ArcMap
    | Facts
    | Prose
    | TwoSides
    | Listing
)
