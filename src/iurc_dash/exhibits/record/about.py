"""The record itself in numbers."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.forms import Facts
from iurc_dash.language import N_, _, format_date
from iurc_dash.metrics.rows import rows_of_table
from iurc_dash.quantities import Count
from iurc_dash.reading import rows_in
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, Line, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import counted


@exhibit("record/about", N_("What is this record made of?"))
def about(view: View) -> Answer:
    """Release, sources, pairings, labels and themes of the whole dataset, and places that no map can show."""
    dataset = view.whole
    terms: list[tuple[Column, Cell]] = [
        (Column("version", _("Data release")), dataset.release.version),
        (Column("date", _("As of"), "date"), dataset.release.date),
    ]
    counts = {
        "sources": (_("Public pages"), rows_of_table(dataset, "sources")),
        "pairings": (_("Pairings"), rows_of_table(dataset, "pairings")),
        "activities": (_("Activities, those only planned too"), rows_of_table(dataset, "activities")),
        "labels": (
            _("Labels that sources gave to pairings and activities"),
            rows_of_table(dataset, "pairing_themes") + rows_of_table(dataset, "activity_themes"),
        ),
        "themes": (_("Themes that labels are sorted into"), rows_of_table(dataset, "themes")),
        "clusters": (_("Theme groups"), rows_of_table(dataset, "thematic_clusters")),
    }
    terms += [(Column(key, title, "count"), count) for key, (title, count) in counts.items()]
    unplaced = Column("unplaced", _("Places without a point on a map"), "references", "places")
    terms.append((unplaced, _unplaced(view) or NOT_APPLICABLE))
    columns = [column for column, _cell in terms]
    return Answer(
        finding=_(
            "Data release {version} of {date}: {pairings} and {activities}; {sources} were read."
        ).format(
            version=dataset.release.version,
            date=format_date(dataset.release.date),
            **{
                key: counted("tables", key, counts[key][1].value)
                for key in ("pairings", "activities", "sources")
            },
        ),
        form=Facts(tuple(terms)),
        table=lambda: Table.of(columns, [Line("record", {column.key: cell for column, cell in terms})]),
        counted=Count.union(count for _title, count in counts.values()),
    )


def _unplaced(view: View) -> tuple[str, ...]:
    """Places that no map can show, by name."""
    rows = rows_in(view.whole["places"], "name", "place_id", "exactness")
    return tuple(place for _name, place, exactness in sorted(rows) if exactness == "none")
