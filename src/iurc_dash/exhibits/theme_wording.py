"""What exhibits on themes share: which phases and regions they show, their words, what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Exhibit, ExhibitTable, rows_of, sources_behind
from iurc_dash.exhibits.wording import cautions_for, counted_names, one_of, quoted
from iurc_dash.forms import Form
from iurc_dash.language import _, format_names, format_number
from iurc_dash.metrics.pairings import pairing_records


def theme_exhibit(
    dataset: Dataset,
    key: str,
    question: str,
    finding: str,
    form: Form,
    table: ExhibitTable,
    links: pd.DataFrame,
    counts: Iterable[tuple[str, int]],
) -> Exhibit:
    """An exhibit that counts the pairings of theme links; `counts` are the main numbers, for its words."""
    rows = rows_of(pairings=links["pairing_id"])
    records = [pairing_records(dataset)[pairing] for pairing in rows["pairings"]]
    alt = _("Number of pairings. {counts}.").format(counts=counted_names(counts))
    cautions = cautions_for(records, dataset, "recorded_only", "several_themes")
    return Exhibit(key, question, finding, form, table, alt, rows, cautions, sources_behind(dataset, rows))


def present(dataset: Dataset, table_name: Literal["phases", "regions"], links: pd.DataFrame) -> list[str]:
    """Phases or regions that the links have, in their order."""
    if table_name == "phases":
        keys, found = list(dataset["phases"]["phase_id"]), set(links["phase_id"])
    else:
        keys, found = list(dataset["regions"].sort_values("order")["region_id"]), set(links["region_id"])
    return [key for key in keys if key in found]


def no_theme(narrowed: Dataset) -> str:
    """Why there is nothing to show: no pairing, or none with a theme."""
    if narrowed["pairings"].empty:
        return _("No pairing matches.")
    return _("No theme is recorded for the pairings that match.")


def most_frequent(names: list[str], count: int, total: int, clusters: Sequence[str] = ()) -> str:
    """Which theme or theme group most pairings work on, of all that have themes, or themes of the given clusters."""
    if total == 1:
        return _("The one pairing with themes recorded works on {names}.").format(names=one_of(quoted(names)))
    values = {"names": one_of(quoted(names)), "count": format_number(count), "total": format_number(total)}
    if clusters:
        values["clusters"] = format_names(quoted(clusters))
        if len(names) == 1:
            return _("{names} leads: {count} of {total} pairings on {clusters}.").format(**values)
        return _("{names} lead together: {count} each of {total} pairings on {clusters}.").format(**values)
    if len(names) == 1:
        return _("{names} leads: {count} of {total} pairings with themes recorded.").format(**values)
    return _("{names} lead together: {count} each of {total} pairings with themes recorded.").format(**values)
