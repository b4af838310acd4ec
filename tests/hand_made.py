"""Forms and tables made by hand for tests of what draws them: few, small, visibly artificial."""

from __future__ import annotations

from dataclasses import replace

from artificial import artificial_dataset

from iurc_dash.exhibit import Answer, Exhibit
from iurc_dash.exhibits.caution_rules import cautions_for
from iurc_dash.forms import (
    Apart,
    ArcMap,
    Axis,
    Band,
    Bars,
    Category,
    Dot,
    DotPlot,
    DotRow,
    Flow,
    FlowBand,
    FlowNode,
    Form,
    LegendEntry,
    Look,
    MapPairing,
    MapPlace,
    Matrix,
    Sample,
    Series,
    ShareGrid,
    SidePlace,
    Slope,
    SlopeLine,
    Texture,
    TimeColumns,
    TwoSides,
    Unit,
    UnitChart,
    UnitGroup,
)
from iurc_dash.quantities import Count, Row, Share, Stated
from iurc_dash.tabular import NOT_APPLICABLE, Column, Line, Table
from iurc_dash.view import View, view_of

NASTY = "<script>alert('x')</script>\"&{x} ![p](//evil.example) $x$ `c`"


def pairings(count: int, prefix: str = "p") -> Count:
    """The count of so many made-up pairings."""
    return Count.in_table("pairings", [f"{prefix}{number}" for number in range(count)])


def series(key: str, *counts: int | None, colour: str = "phase-1", texture: Texture = "solid") -> Series:
    """A series of counts; None where nothing can be."""
    values = tuple(
        None if count is None else pairings(count, f"{key}-{at}-") for at, count in enumerate(counts)
    )
    return Series(key=key, label=key.upper(), values=values, colour=colour, texture=texture)


def bars(*of: Series, labels: tuple[str, ...] = ("A", "B", "C"), stacked: bool = False) -> Bars:
    """Bars of series along categories with these labels."""
    axis = Axis("Letter", tuple(Category(label.lower(), label) for label in labels))
    totals = tuple(
        Count.of(row for one in of if isinstance(cell := one.values[at], Count) for row in cell)
        for at in range(len(labels) if stacked else 0)
    )
    return Bars(axis=axis, series=of, unit="pairings", totals=totals)


def matrix(*counts: tuple[int | None, ...], label: str = "Row") -> Matrix:
    """A matrix of counts, with the keys r0, r1 and c0, c1."""
    values = tuple(
        tuple(
            None if count is None else pairings(count, f"{row}-{column}-")
            for column, count in enumerate(of_row)
        )
        for row, of_row in enumerate(counts)
    )

    def whole(cells: list[Count | None]) -> Count:
        return Count.of(row for cell in cells if cell for row in cell)

    return Matrix(
        rows=Axis("Row", tuple(Category(f"r{at}", f"{label} {at}") for at in range(len(counts)))),
        columns=Axis("Column", tuple(Category(f"c{at}", f"Column {at}") for at in range(len(counts[0])))),
        values=values,
        unit="pairings",
        row_totals=tuple(whole(list(row)) for row in values),
        column_totals=tuple(whole([row[at] for row in values]) for at in range(len(counts[0]))),
        total=whole([cell for row in values for cell in row]),
        row_total_label="All",
        column_total_label="Any",
    )


def unit_chart(label: str = "Mark") -> UnitChart:
    """Two groups of marks, one hollow and one a diamond among them, and a group that has none."""
    looks = (Look("phase-1"), Look("goal-2", "outlined"), Look("phase-2", shape="diamond"))
    units = [
        Unit(f"u{at}", f"{label} {at}", Row("pairings", f"p{at}"), look) for at, look in enumerate(looks)
    ]
    groups = tuple(
        UnitGroup(key, f"{label} {key}", tuple(own), Count.of(unit.row for unit in own), label, "2", "goal-2")
        for key, own in (("a", units[:2]), ("b", units[2:]))
    )
    samples = tuple(Sample(look, label) for look in looks)
    return UnitChart(label, groups, "pairings", samples, "rows", (Category("none", label),), label)


def share(part: int, whole: int, prefix: str = "p") -> Share:
    """So many made-up pairings of so many."""
    return Share(pairings(part, prefix), pairings(whole, prefix))


def slope(label: str = "Line") -> Slope:
    """Two lines between two ends, of which one moved."""
    lines = (
        SlopeLine("up", f"{label} up", share(2, 20, "a"), share(18, 24, "b"), moved=True),
        SlopeLine("level", label, share(10, 20, "a"), share(12, 24, "b")),
    )
    ends = (Category("first", f"{label} first"), Category("last", "Last"))
    return Slope(label, ends, (pairings(20, "a"), pairings(24, "b")), lines, "pairings")


def two_sides(label: str = "Place") -> TwoSides:
    """Two places on one side, of which one takes part in more, and one on the other."""
    rows = [Row("pairing_members", f"p|{key}") for key in ("a", "b", "c")]
    sides = (
        (
            SidePlace("a", f"{label} a", rows[0], (label,), pairings(2), f"{label} others"),
            SidePlace("b", f"{label} b", rows[1], (label, label)),
        ),
        (SidePlace("c", f"{label} c", rows[2]),),
    )
    return TwoSides(sides, label, Row("editions", "NA-1"), (f"{label} when", label), "region-1")


def dot_plot(label: str = "Dot") -> DotPlot:
    """A count beside two stated numbers, and one with nothing beside it."""
    stated = [Stated(number, Row("reported_figures", f"f{number}")) for number in (3, 8)]
    found, reported = Look("accent"), Look("neutral", "outlined")
    rows = (
        DotRow(
            "a",
            f"{label} a",
            (
                Dot("found", label, pairings(5), found),
                *(Dot(f"f{one.value}", label, one, reported) for one in stated),
            ),
            note=label,
        ),
        DotRow("b", f"{label} b", (Dot("found", label, pairings(1, "q"), found),)),
    )
    return DotPlot(label, rows, "pairings", (Sample(found, label), Sample(reported, label)))


def time_columns(label: str = "Column") -> TimeColumns:
    """Two years, of which one has nothing downwards, and something that is in none."""
    up, down = series("up", 3, 5), replace(series("down", 0, 2), label=label)
    axis = Axis(label, (Category("2020", f"{label} 2020"), Category("2021", "2021")))
    totals = tuple(
        Count.of(row for one in (up, down) if isinstance(cell := one.values[at], Count) for row in cell)
        for at in range(2)
    )
    return TimeColumns(
        axis=axis,
        first_year=2020,
        parts=1,
        series=(up,),
        below=(down,),
        totals=totals,
        unit="pairings",
        bands=(Band(label, 2019, 2021),),
        apart=(Apart("undated", label, pairings(4, "apart")),),
    )


def share_grid(label: str = "Cell") -> ShareGrid:
    """Two rows of two cells that open what lacks them, of which one is full and one has nothing it could be of."""
    return ShareGrid(
        rows=Axis(label, (Category("r0", f"{label} 0"), Category("r1", "Row 1"))),
        columns=Axis("Column", (Category("c0", label), Category("c1", "Column 1"))),
        values=((share(2, 8), share(8, 8)), (share(0, 4, "q"), None)),
        unit="pairings",
        drawn="shades",
        opens="rest",
    )


def grid_of_bars(label: str = "Bar") -> ShareGrid:
    """Shares as bars, of which one rests on few."""
    axis = Axis(label, (Category("r0", f"{label} 0"),))
    columns = Axis("Column", (Category("c0", label), Category("c1", "Column 1")))
    return ShareGrid(
        axis,
        columns,
        ((share(10, 40), share(2, 4, "q")),),
        "pairings",
        "bars",
        colours=("region-1", "region-2"),
    )


def flow(label: str = "Node") -> Flow:
    """Five of eight come back in the second of two stages, beside two new ones."""
    came, gone, new = pairings(5), pairings(3, "gone"), pairings(2, "new")
    return Flow(
        stages=Axis(label, (Category("1", f"{label} 1"), Category("2", "Second"))),
        nodes=(
            FlowNode("1-new", label, 0, came + gone, "phase-1"),
            FlowNode("2-again", f"{label} again", 1, came, "phase-2"),
            FlowNode("2-new", "New", 1, new, "phase-2"),
            FlowNode("2-away", "Away", 1, gone, "neutral"),
        ),
        bands=(FlowBand("1-new", "2-again", came), FlowBand("1-new", "2-away", gone)),
        unit="pairings",
    )


def place(key: str, longitude: float, latitude: float, count: int = 1, side: str = "EU") -> MapPlace:
    """A place that is in so many pairings."""
    return MapPlace(
        key=key,
        label=key.capitalize(),
        longitude=longitude,
        latitude=latitude,
        side=side,
        pairings=pairings(count),
        description=f"{key.capitalize()}, Nowhere",
    )


def arc_map(*, chosen: str = "", colour: str = "phase") -> ArcMap:
    """Three pairings of five places, of which two stand at one point; one pairing is a trio, one has no line."""
    of_phases, of_regions = ("phase-2", "phase-1", "phase-2"), ("region-1", "region-2", "region-3")
    colours = of_phases if colour == "phase" else of_regions
    line = ((12.5, 41.9), (40.0, 50.0), (116.4, 39.9))
    found = (
        ("b-trio", ("rome", "milan", "peking"), ((0, 1), (0, 2)), ((9.2, 45.5), *line)),
        ("a-pair", ("lazio", "sydney"), ((0, 1),), ((12.5, 41.9), (150.0, 0.0), (190.2, -33.9))),
        ("c-alone", ("milan",), (), ()),
    )
    drawn = tuple(
        MapPairing(key=key, label=key, members=members, joins=joins, colour=ink, line=path)
        for (key, members, joins, path), ink in zip(found, colours, strict=True)
    )
    return ArcMap(
        places=(
            place("rome", 12.5, 41.9, 3),
            place("lazio", 12.5, 41.9, 1),
            place("milan", 9.2, 45.5, 2),
            place("peking", 116.4, 39.9, side="partner"),
            place("sydney", -169.8, -33.9, side="partner"),
        ),
        pairings=drawn,
        legend=tuple(LegendEntry(ink, ink) for ink in dict.fromkeys(colours)),
        chosen=chosen,
    )


def view() -> View:
    """All of the artificial dataset."""
    return view_of(artificial_dataset())


COLUMNS = (
    Column("name", "Name", "reference", "pairings"),
    Column("count", "Count", "count", unit="activities"),
    Column("share", "Share", "share"),
    Column("start", "Start", "date"),
    Column("period", "Period", "period"),
    Column("kind", "Kind", "code", "activity_kinds"),
    Column("themes", "Themes", "references", "themes"),
    Column("note", "Note", "text"),
    Column("phase", "Phase", "reference", "phases", hidden=True),
    Column("sources", "Sources", "references", "sources", hidden=True),
)


def table(*lines: Line) -> Table:
    """A table with a column of most kinds; two of them are in downloads only."""
    return Table.of(COLUMNS, lines)


def line(key: str = "jp-1-mockholm-prototype", **cells: object) -> Line:
    """A line with the cells given, all others blank."""
    return Line(key, {"name": key, **cells}, Row("pairings", key))  # type: ignore[arg-type]


def total(**cells: object) -> Line:
    """The line of totals."""
    return Line("", {"name": "All", "start": NOT_APPLICABLE, **cells}, is_total=True)  # type: ignore[arg-type]


def exhibit(of: View, shown: Table, *, form: Form | None = None, **parameters: str) -> Exhibit:
    """An exhibit that shows a table and a form."""
    answer = Answer(
        finding="Three letters come up.",
        form=form or bars(series("n", 1, 2, 3)),
        table=lambda: shown,
        counted=pairings(0),
        cautions=("recorded_only",),
    )
    return Exhibit(
        id="letters/counted",
        parameters=parameters,
        view=of,
        question="Which letters come up?",
        answer=answer,
        cautions=cautions_for(of, answer),
    )
