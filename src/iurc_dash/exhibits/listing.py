"""Lists of pairings, activities and sources, one line each, for the exhibits of any subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, arranged, shared, table_of_rows
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import _
from iurc_dash.metrics.activities import ActivityRecord
from iurc_dash.metrics.pairings import PairingRecord, every_pairing, labels_by_pairing, size_of_pairing
from iurc_dash.metrics.sources import SourceRecord, every_source, sources_of_row, sources_of_rows
from iurc_dash.metrics.themes import cluster_of_theme
from iurc_dash.quantities import Count, Row, Rows
from iurc_dash.tabular import NOT_APPLICABLE, Column, Table
from iurc_dash.view import View


def pairing_table(
    view: View, keys: Iterable[str], shown: Sequence[str], own: Sequence[CellOf[PairingRecord]] = ()
) -> Table:
    """Pairings of the dataset, a line each: the columns shown, in their order, the others for downloads.

    `own` are columns of this list alone. Where only stated links to goals are chosen there is no column of others:
    blank would read as none.
    """
    records, columns = every_pairing(view), [*_pairing_columns(view), *own]
    if view.selection.stated_only:
        columns = [known for known in columns if known[0].key != "inferred_goals"]
    return table_of_rows(view, "pairings", {key: records[key] for key in keys}, arranged(columns, shown))


def _pairing_columns(view: View) -> list[CellOf[PairingRecord]]:
    country_of, cluster_of = view.words.countries_of_places, cluster_of_theme(view)
    labels, chosen = labels_by_pairing(view.whole), view.selection
    return [
        (shared("pairing"), lambda record: record.pairing_id),
        (shared("members"), lambda record: record.places),
        (
            Column("sides", _("Sides of the members"), "codes", "sides"),
            lambda record: tuple(side for _place, side in record.members),
        ),
        (
            shared("countries"),
            lambda record: tuple(dict.fromkeys(country_of[place] for place in record.places)),
        ),
        (shared("edition"), lambda record: record.edition_id),
        (shared("phase"), lambda record: record.phase_id),
        (shared("region"), lambda record: record.region_id),
        (Column("kind", _("Kind"), "code", "pairing_kinds"), lambda record: record.kind),
        (shared("size"), size_of_pairing),
        # Themes that are chosen come first, then those of the groups that are: a line may have room for few.
        (
            shared("themes"),
            lambda record: tuple(
                sorted(
                    record.themes,
                    key=lambda theme: (
                        theme not in chosen.themes,
                        cluster_of[theme] not in chosen.clusters,
                    ),
                )
            ),
        ),
        (
            Column("labels", _("Themes as the sources write them")),
            lambda record: labels.get(record.pairing_id, ()),
        ),
        (shared("start"), lambda record: record.start_date),
        (shared("end"), lambda record: record.end_date),
        (shared("status"), lambda record: record.status),
        (
            Column("activities", _("Activities"), "count", unit=_("activities")),
            lambda record: Count.in_table("activities", record.activities),
        ),
        (shared("stated_goals"), lambda record: record.stated_goals),
        (shared("inferred_goals"), lambda record: record.inferred_goals),
        (Column("summary", _("What was worked on")), lambda record: record.summary),
        (shared("sources"), lambda record: sources_of_pairing(view, record)),
    ]


def sources_of_pairing(view: View, record: PairingRecord) -> tuple[str, ...]:
    """Source keys that a pairing and its members rest on, most used first."""
    members = tuple(f"{record.pairing_id}|{place}" for place in record.places)
    return sources_of_rows(view.whole, {"pairings": (record.pairing_id,), "pairing_members": members})


def activity_table(
    view: View,
    records: Iterable[ActivityRecord],
    shown: Sequence[str],
    own: Sequence[CellOf[ActivityRecord]] = (),
) -> Table:
    """Activities, a line each: the columns shown, in their order, the others for downloads.

    `own` are columns of this list alone.
    """
    columns: list[CellOf[ActivityRecord]] = [
        (Column("when", _("When"), "period"), lambda record: (record.start_date, record.end_date)),
        (Column("kind", _("Kind"), "code", "activity_kinds"), lambda record: record.kind),
        (Column("title", _("What")), lambda record: record.title),
        (Column("place", _("Where")), lambda record: record.place_name),
        # Many belong to a programme and to no pairing, and only events are held: nothing is missing there.
        (shared("pairings"), lambda record: record.pairings or NOT_APPLICABLE),
        (
            Column("mode", _("Held"), "code", "modes"),
            lambda record: record.mode or ("" if record.is_event else NOT_APPLICABLE),
        ),
        (shared("state"), lambda record: record.state),
        (
            Column("countries", _("Countries and territories it took place in"), "references", "countries"),
            lambda record: tuple(filter(None, record.country_codes.split("; "))),
        ),
        (shared("edition"), lambda record: record.edition_id),
        (shared("phase"), lambda record: record.phase_id),
        (shared("region"), lambda record: record.region_id),
        (
            shared("sources"),
            lambda record: sources_of_row(view.whole, Row("activities", record.activity_id)),
        ),
        *own,
    ]
    by_key = {record.activity_id: record for record in records}
    return table_of_rows(view, "activities", by_key, arranged(columns, shown))


def source_table(
    view: View,
    records: Iterable[SourceRecord],
    shown: Sequence[str],
    own: Sequence[CellOf[SourceRecord]] = (),
) -> Table:
    """Sources, a line each: the columns shown, in their order, the others for downloads.

    `own` are columns of this list alone.
    """
    columns: list[CellOf[SourceRecord]] = [
        (shared("source"), lambda source: source.source_id),
        (shared("publisher"), lambda source: source.publisher),
        (shared("published"), lambda source: source.published_date),
        (Column("read_as", _("What was read there")), lambda source: source.read_as),
        (Column("title", _("Title")), lambda source: source.title),
        (Column("address", _("Address")), lambda source: source.url),
        *own,
    ]
    by_key = {source.source_id: source for source in records}
    return table_of_rows(view, "sources", by_key, arranged(columns, shown))


def sources_listed(view: View, rows: Rows, *, finding: Callable[[int], str], none: str) -> Answer:
    """The answer that lists the sources behind rows, most used first; `finding` says how many there are."""
    known = {source.source_id: source for source in every_source(view.whole)}
    keys = sources_of_rows(view.whole, rows)
    table = source_table(view, (known[key] for key in keys), ("source", "publisher", "published", "read_as"))
    if not keys:
        return nothing_found(none, table.columns)
    return listed(finding(len(keys)), table, Count.in_table("sources", keys))
