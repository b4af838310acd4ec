"""What came of the circular economy: the pairings and activities that work on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, rows_of, sources_behind
from iurc_dash.exhibits.tabulation import nothing_found, table_of
from iurc_dash.exhibits.wording import (
    cautions_for,
    count_of_activities,
    count_of_pairings,
    counted_names,
    kind_of_pairing,
)
from iurc_dash.forms import Bars, Category, Series
from iurc_dash.language import _, format_date, format_names, format_number, format_period, ngettext
from iurc_dash.metrics.pairings import PairingRecord, chosen_records, plain
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.themes import (
    CIRCULAR_ECONOMY,
    RESULT_KINDS,
    activities_on_theme,
    labels_of_theme,
    theme_links,
)
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection


def circular_economy(dataset: Dataset, selection: Selection) -> Exhibit:
    """Pairings and activities on the circular economy by edition; the table lists them, pairings first."""
    question = _("What came of the circular economy?")
    narrowed = narrow(dataset, selection)
    records = [record for record in chosen_records(dataset, narrowed) if CIRCULAR_ECONOMY in record.themes]
    activities = activities_on_theme(narrowed, CIRCULAR_ECONOMY)
    if not records and activities.empty:
        finding = _("No pairing or activity that matches works on the circular economy.")
        return nothing_found("circular-economy", question, finding, _columns())
    form = _bars(dataset, records, activities)
    of_pairings = [*_pairing_rows(dataset, records)]
    table = table_of(_columns(), [*of_pairings, *_activity_rows(dataset, narrowed, activities)])
    rows = rows_of(pairings=(record.pairing_id for record in records), activities=activities["activity_id"])
    with_themes = theme_links(narrowed)["pairing_id"].nunique()
    cautions = cautions_for(records, dataset, "recorded_only", "programme_wide", "theme_as_named")
    return Exhibit(
        "circular-economy", question, _finding(len(records), with_themes, activities["kind"].tolist()), form, table,
        _alt(form, activities), rows, cautions, sources_behind(dataset, rows),
    )  # fmt: skip


def _finding(pairings: int, with_themes: int, kinds: Sequence[str]) -> str:
    activities = len(kinds)
    if pairings == with_themes == 1:
        first = _("The one pairing with themes recorded works on the circular economy")
    elif pairings:
        first = ngettext(
            "{count} of {total} pairings with themes recorded works on the circular economy",
            "{count} of {total} pairings with themes recorded work on the circular economy",
            pairings,
        ).format(count=format_number(pairings), total=format_number(with_themes))
    else:
        first = _("No pairing that matches works on the circular economy")
    if not activities:
        return _("{first}, and no activity names it.").format(first=first)
    second = ngettext("{activities} names it", "{activities} name it", activities).format(
        activities=count_of_activities(activities)
    )
    results = Counter(kind for kind in kinds if kind in RESULT_KINDS)
    if not results:
        return _("{first}; {second}, no plan, pilot, agreement or publication among them.").format(
            first=first, second=second
        )
    listed = format_names([_result_counted(kind, count) for kind, count in results.most_common()])
    return _("{first}; {second}, among them {results}.").format(first=first, second=second, results=listed)


def _result_counted(kind: str, count: int) -> str:
    """'5 publications', '1 case study'."""
    words = {
        "action plan": ngettext("{count} action plan", "{count} action plans", count),
        "agreement": ngettext("{count} agreement", "{count} agreements", count),
        "case study": ngettext("{count} case study", "{count} case studies", count),
        "pilot project": ngettext("{count} pilot project", "{count} pilot projects", count),
        "publication": ngettext("{count} publication", "{count} publications", count),
    }
    return words[kind].format(count=format_number(count))


def _bars(dataset: Dataset, records: Sequence[PairingRecord], activities: pd.DataFrame) -> Bars:
    """Two bars an edition, editions in their order and only those that have any."""
    pairings = Counter(record.edition_id for record in records)
    named = Counter(activities["edition_id"])
    editions = [
        key for key in dataset["editions"].sort_values("order")["edition_id"] if pairings[key] + named[key]
    ]
    return Bars(
        tuple(Category(edition, dataset.names.editions[edition]) for edition in editions),
        (
            Series("pairings", _("Pairings"), tuple(pairings[edition] for edition in editions), "accent"),
            Series("activities", _("Activities"), tuple(named[edition] for edition in editions), "neutral"),
        ),
        _("pairings and activities"),
        stacked=False,
    )


def _alt(form: Bars, activities: pd.DataFrame) -> str:
    pairings, named = form.series
    by_edition = "; ".join(
        _("{edition}: {pairings}, {activities}").format(
            edition=category.label,
            pairings=count_of_pairings(int(pairings.values[place] or 0)),
            activities=count_of_activities(int(named.values[place] or 0)),
        )
        for place, category in enumerate(form.categories)
    )
    kinds = Counter(_(kind) for kind in activities["kind"])
    ranked = sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked:
        return _("Two bars an edition. {editions}.").format(editions=by_edition)
    return _("Two bars an edition. {editions}. Activities by kind: {kinds}.").format(
        editions=by_edition, kinds=counted_names(ranked)
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("subject", _("Pairing or activity"), "pairing", "pairing_id"),
        Column("kind", _("Kind")),
        Column("edition", _("Edition"), "edition", "edition_id"),
        Column("labels", _("As the sources write it")),
        Column("when", _("When")),
    )


def _pairing_rows(dataset: Dataset, records: Sequence[PairingRecord]) -> list[dict[str, Any]]:
    names, labels = dataset.names, labels_of_theme(dataset, CIRCULAR_ECONOMY)
    ordered = sorted(records, key=lambda record: (record.phase_id, plain(names.pairings[record.pairing_id])))
    return [
        {
            "pairing_id": record.pairing_id,
            "subject": names.pairings[record.pairing_id],
            "kind": kind_of_pairing(record),
            "edition_id": record.edition_id,
            "edition": names.editions[record.edition_id],
            "labels": "; ".join(labels[record.pairing_id]),
            "when": format_period(record.start_date, record.end_date),
        }
        for record in ordered
    ]


def _activity_rows(dataset: Dataset, narrowed: Dataset, found: pd.DataFrame) -> list[dict[str, Any]]:
    """Oldest first, undated ones last."""
    homes = dict(rows_in(found, "activity_id", "edition_id"))
    named = narrowed["activity_themes"]
    labels: dict[str, list[str]] = {}
    for activity, theme, label in rows_in(named, "activity_id", "theme_id", "label"):
        if theme == CIRCULAR_ECONOMY:
            labels.setdefault(activity, []).append(label)
    table = narrowed["activities"]
    columns = ("start_date", "title", "activity_id", "kind", "end_date")
    chosen = [row for row in rows_in(table, *columns) if row[2] in homes]
    return [
        {
            "subject": title,
            "kind": _(kind),
            "edition_id": homes[activity],
            "edition": dataset.names.editions[homes[activity]],
            "labels": "; ".join(labels[activity]),
            "when": format_period(start, end) if start else format_date(end),
        }
        for start, title, activity, kind, end in sorted(chosen, key=lambda row: (not row[0], row))
    ]
