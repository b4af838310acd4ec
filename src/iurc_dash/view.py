"""A View: what exhibits are made from. A dataset, what a reader has chosen of it, and a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from iurc_dash.dataset import Dataset
from iurc_dash.kept import Kept
from iurc_dash.language import DEFAULT_LANGUAGE
from iurc_dash.narrowing import narrow
from iurc_dash.reading import rows_in
from iurc_dash.selection import Selection
from iurc_dash.words import Words

# The region that stands for the programme as a whole.
PROGRAMME_WIDE = "ALL"
EVERYTHING = Selection()
# The longest unused views are dropped while all that are kept weigh more than this: their narrowed rows, and for what
# is made from a view, some 0.4 MB as measured, as much as so many rows take. That is at most 75 views.
MOST_ROWS_KEPT = 1_500_000
ROWS_THAT_WEIGH_AS_MUCH_AS_A_VIEW = 20_000
# The same for the exhibits of one view, by the rows that they count; at most 300 exhibits.
MOST_ROWS_COUNTED = 1_500_000
ROWS_THAT_WEIGH_AS_MUCH_AS_AN_EXHIBIT = 5_000


class Where(NamedTuple):
    """Where an edition stands: its phase and its region; both blank for what has no edition."""

    phase_id: str
    region_id: str


NOWHERE = Where("", "")


@dataclass(frozen=True, eq=False)
class View:
    """The rows that a selection leaves of a dataset, with what is asked of them again and again.

    `whole` is the dataset, `rows` the same tables with only the rows that match; `view["pairings"]` is a table of
    `rows`. What is derived from a View is in `kept` and dies with it.
    """

    whole: Dataset
    selection: Selection
    language: str
    rows: Dataset
    kept: Kept = field(default_factory=Kept, repr=False)

    def __getitem__(self, table_name: str) -> pd.DataFrame:
        return self.rows[table_name]

    @cached_property
    def words(self) -> Words:
        """What readers call the rows of the whole dataset, and codes."""
        return Words(self.whole, self.language)

    def say(self, vocabulary: str, key: str) -> str:
        """What readers call a row of a table, or a code of a vocabulary."""
        return self.words.say(vocabulary, key)

    def of(self, selection: Selection) -> View:
        """Another selection of the same dataset in the same language."""
        return view_of(self.whole, selection, self.language)

    @cached_property
    def in_words(self) -> str:
        """The selection as a reader would say it."""
        return self.selection.in_words(self.whole, self.language)

    @cached_property
    def editions(self) -> Mapping[str, Where]:
        """Phase and region of every edition of the whole dataset."""
        rows = rows_in(self.whole["editions"], "edition_id", "phase_id", "region_id")
        return {edition: Where(phase, region) for edition, phase, region in rows}

    @cached_property
    def pairing_editions(self) -> Mapping[str, str]:
        """The edition of each pairing in view."""
        return dict(rows_in(self["pairings"], "pairing_id", "edition_id"))

    @cached_property
    def activity_editions(self) -> Mapping[str, str]:
        """The edition that each activity in view is counted under.

        That is its own; where the selection has left that one out, the first chosen one that recorded it, so
        that an activity counts once and in a phase and region that were asked for.
        """
        chosen = set(self["editions"]["edition_id"].tolist())
        others: dict[str, str] = {}
        for activity, edition in rows_in(self["activity_editions"], "activity_id", "edition_id"):
            if edition in chosen:
                others.setdefault(activity, edition)
        rows = rows_in(self["activities"], "activity_id", "edition_id")
        return {
            activity: edition if edition in chosen else others.get(activity, edition)
            for activity, edition in rows
        }

    def where(self, edition_id: str) -> Where:
        """Phase and region of an edition; blank for what is none."""
        return self.editions.get(edition_id, NOWHERE)

    def where_is(self, table_name: str, key: str) -> Where:
        """Phase and region of a pairing, activity or edition in view; blank for what has none."""
        if table_name == "pairings":
            return self.where(self.pairing_editions.get(key, ""))
        return self.where(self.activity_editions.get(key, "") if table_name == "activities" else key)

    @cached_property
    def _active_editions(self) -> frozenset[str]:
        """Editions in view with a pairing, an activity or a participant of a network in view."""
        return frozenset(
            {
                *self.pairing_editions.values(),
                *self.activity_editions.values(),
                *self["network_members"]["edition_id"].tolist(),
            }
        )

    @cached_property
    def phases(self) -> tuple[str, ...]:
        """Keys of the phases that have anything in view, earliest first: the columns of every figure by phase."""
        found = {self.where(edition).phase_id for edition in self._active_editions}
        return tuple(phase for phase in self.whole["phases"]["phase_id"] if phase in found)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """Keys of the regions that have anything in view, in their order; the whole programme may be one of them."""
        found = {self.where(edition).region_id for edition in self._active_editions}
        return tuple(region for region in self.words.in_order("regions") if region in found)

    @cached_property
    def _colours(self) -> Mapping[tuple[str, str], str]:
        found = {
            (table, key): f"{table.removesuffix('s')}-{place}"
            for table in ("phases", "regions")
            for place, key in enumerate(self.words.in_order(table), start=1)
        }
        return found | {("regions", PROGRAMME_WIDE): "neutral"}

    def colour(self, table_name: str, key: str) -> str:
        """The colour key of a phase or region by its place among all of the dataset: 'phase-2', 'region-4'.

        What stands for the programme as a whole, and a key that the dataset does not know, is neutral.
        """
        return self._colours.get((table_name, key), "neutral")

    @cached_property
    def running_editions(self) -> frozenset[str]:
        """Editions that are not over: their phase has no last year, and no status or end date says that they ended."""
        running = set(self.whole["phases"].loc[self.whole["phases"]["end_year"].isna(), "phase_id"])
        columns = ("edition_id", "phase_id", "status", "end_date")
        return frozenset(
            edition
            for edition, phase, status, end in rows_in(self.whole["editions"], *columns)
            if phase in running
            and status not in ("completed", "withdrawn")
            and not (end and end < self.whole.release.date[: len(end)])
        )

    def runs(self, phase_id: str) -> bool:
        """Whether any chosen edition of the phase still runs."""
        return any(
            edition in self.running_editions and phase == phase_id
            for edition, phase in rows_in(self["editions"], "edition_id", "phase_id")
        )


def view_of(dataset: Dataset, selection: Selection = EVERYTHING, language: str = DEFAULT_LANGUAGE) -> View:
    """The View of a selection, made once and kept on the dataset while it is in use."""

    def weigh(view: View) -> int:
        narrowed = (len(table) for name, table in view.rows.tables.items() if table is not dataset[name])
        return ROWS_THAT_WEIGH_AS_MUCH_AS_A_VIEW + sum(narrowed)

    views: Kept = dataset.kept.once("views", lambda: Kept(MOST_ROWS_KEPT, weigh))
    return views.once(
        (selection, language), lambda: View(dataset, selection, language, narrow(dataset, selection))
    )
