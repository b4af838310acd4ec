"""Lists of pairings, activities and sources, one line each, for the exhibits of any subject."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.activities import ActivityRecord
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, labels_by_pairing, size_of_pairing
from iurc_dash.metrics.rows import cells_of_row
from iurc_dash.metrics.sources import sources_of_row, sources_of_rows
from iurc_dash.metrics.themes import cluster_of_theme
from iurc_dash.quantities import Count, Row, Rows
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View

# A column of a list's own, with the function that gives the cell of a line's key.
OwnColumn = tuple[Column, Callable[[str], Cell]]


def pairing_columns(view: View, shown: Sequence[str], own: Sequence[OwnColumn] = ()) -> list[Column]:
    """The columns of a list of pairings: those shown, in their order, its own ones, and the rest for downloads.

    Where only stated links to goals are chosen there is no column of others: blank would read as none.
    """
    known = {
        column.key: column
        for column in (
            Column("pairing", _("Pairing"), "reference", "pairings"),
            Column("members", _("Members"), "references", "places"),
            Column("sides", _("Sides of the members"), "codes", "sides"),
            Column("countries", _("Countries and territories"), "references", "countries"),
            Column("edition", _("Programme in a region"), "reference", "editions"),
            Column("phase", _("Phase"), "reference", "phases"),
            Column("region", _("Region"), "reference", "regions"),
            Column("kind", _("Kind"), "code", "pairing_kinds"),
            Column("size", _("How many"), "code", "pairing_sizes"),
            Column("themes", _("Themes"), "references", "themes"),
            Column("labels", _("Themes as the sources write them"), "text"),
            Column("start", _("Start"), "date"),
            Column("end", _("End"), "date"),
            Column("status", _("Status"), "code", "statuses"),
            Column("activities", _("Activities"), "count", unit=_("activities")),
            Column("stated_goals", _("Goals that a source states"), "references", "goals"),
            Column("inferred_goals", _("Goals in our reading"), "references", "goals"),
            Column("summary", _("What was worked on"), "text"),
            Column("sources", _("Sources"), "references", "sources"),
        )
        if not (column.key == "inferred_goals" and view.selection.stated_only)
    }
    return [
        *(known[key] for key in shown if key in known),
        *(column for column, _cell_of in own),
        *(replace(column, hidden=True) for key, column in known.items() if key not in shown),
    ]


def pairing_table(
    view: View, keys: Sequence[str], shown: Sequence[str], own: Sequence[OwnColumn] = ()
) -> Table:
    """Pairings of the dataset, a line each, made when it is looked at."""
    records, columns = every_pairing(view), pairing_columns(view, shown, own)
    wanted = {column.key for column in columns}

    def line(key: str) -> Line:
        cells = _pairing_cells(view, records[key]) | {column.key: cell_of(key) for column, cell_of in own}
        return Line(key, {key: cell for key, cell in cells.items() if key in wanted}, Row("pairings", key))

    return Table(columns, keys, line)


def sources_of_pairing(view: View, record: PairingRecord) -> tuple[str, ...]:
    """Source keys that a pairing and its members rest on, most used first."""
    members = tuple(f"{record.pairing_id}|{place}" for place in record.places)
    return sources_of_rows(view.whole, {"pairings": (record.pairing_id,), "pairing_members": members})


def _pairing_cells(view: View, record: PairingRecord) -> dict[str, Cell]:
    country_of, cluster_of = view.words.countries_of_places, cluster_of_theme(view)
    return {
        "pairing": record.pairing_id,
        "members": record.places,
        "sides": tuple(side for _place, side in record.members),
        "countries": tuple(dict.fromkeys(country_of[place] for place in record.places)),
        "edition": record.edition_id,
        "phase": record.phase_id,
        "region": record.region_id,
        "kind": record.kind,
        "size": size_of_pairing(record),
        # Themes of the groups that are chosen come first: a line may have room for few.
        "themes": tuple(
            sorted(record.themes, key=lambda theme: cluster_of[theme] not in view.selection.clusters)
        ),
        "labels": labels_by_pairing(view.whole).get(record.pairing_id, ()),
        "start": record.start_date,
        "end": record.end_date,
        "status": record.status,
        "activities": Count.in_table("activities", record.activities),
        "stated_goals": record.stated_goals,
        "inferred_goals": record.inferred_goals,
        "summary": record.summary,
        "sources": sources_of_pairing(view, record),
    }


def activity_table(
    view: View, records: Sequence[ActivityRecord], shown: Sequence[str], own: Sequence[OwnColumn] = ()
) -> Table:
    """Activities, a line each: when and what, the columns shown, the list's own ones, the rest for downloads."""
    known = (
        Column("when", _("When"), "period"),
        Column("kind", _("Kind"), "code", "activity_kinds"),
        Column("title", _("What")),
        Column("place", _("Where")),
        Column("state", _("State"), "code", "states"),
        Column("pairings", _("Pairings"), "references", "pairings"),
        Column("mode", _("Held"), "code", "modes"),
        Column("countries", _("Countries and territories it took place in"), "references", "countries"),
        Column("edition", _("Programme in a region"), "reference", "editions"),
        Column("phase", _("Phase"), "reference", "phases"),
        Column("region", _("Region"), "reference", "regions"),
        Column("sources", _("Sources"), "references", "sources"),
    )
    by_key = {record.activity_id: record for record in records}

    def line(key: str) -> Line:
        record, row = by_key[key], Row("activities", key)
        cells: dict[str, Cell] = {
            "when": (record.start_date, record.end_date),
            "kind": record.kind,
            "title": record.title,
            "place": record.place_name,
            "state": record.state,
            # Many belong to a programme and to no pairing, and only events are held: nothing is missing there.
            "pairings": record.pairings or NOT_APPLICABLE,
            "mode": record.mode or ("" if record.is_event else NOT_APPLICABLE),
            "countries": tuple(record.country_codes.split("; ")) if record.country_codes else (),
            "edition": record.edition_id,
            "phase": record.phase_id,
            "region": record.region_id,
            "sources": sources_of_row(view.whole, row),
        }
        return Line(key, cells | {column.key: cell_of(key) for column, cell_of in own}, row)

    columns = [*known[:4], *(column for column, _cell_of in own), *known[4:]]
    visible = {*shown, *(column.key for column, _cell_of in own)}
    return Table(
        [replace(column, hidden=column.key not in visible) for column in columns], tuple(by_key), line
    )


def say_with_ahead(said: str, ahead: int) -> str:
    """What is said of activities that are done, blank where none is, and how many more are only planned or proposed."""
    if not ahead:
        return said
    if not said:
        message = ngettext(
            "No activity is recorded as done; one is only planned or proposed.",
            "No activity is recorded as done; {count} are only planned or proposed.",
            ahead,
        )
    else:
        message = ngettext(
            "One more is only planned or proposed.", "{count} more are only planned or proposed.", ahead
        )
    return f"{said} {message.format(count=format_number(ahead))}".strip()


def sources_listed(view: View, rows: Rows, *, finding: Callable[[int], str], none: str) -> Answer:
    """The answer that lists the sources behind rows, most used first; `finding` says how many there are."""
    keys = sources_of_rows(view.whole, rows)
    columns = (
        Column("source", _("Source"), "reference", "sources"),
        Column("publisher", _("Publisher")),
        Column("published", _("Published"), "date"),
        Column("read_as", _("What was read there")),
        Column("url", _("Address"), hidden=True),
    )
    if not keys:
        return nothing_found(none, columns)

    def line(key: str) -> Line:
        row = Row("sources", key)
        known = cells_of_row(view.whole, row)
        cells: dict[str, Cell] = {
            "source": key,
            "publisher": known["publisher"],
            "published": known["published_date"],
            "read_as": known["read_as"],
            "url": known["url"],
        }
        return Line(key, cells, row)

    return listed(finding(len(keys)), Table(columns, keys, line), Count.in_table("sources", keys))
