"""Words that exhibits on the record itself share."""

from __future__ import annotations

from iurc_dash.exhibits.sentences import join_names
from iurc_dash.language import ngettext
from iurc_dash.selection import facet_title
from iurc_dash.view import View

# Filters that say nothing of what is recorded of a whole edition: its totals, its notes.
NOT_OF_EDITIONS = ("clusters", "goals", "kinds", "countries", "stated_only", "eu_today")


def say_filters_left_out(view: View) -> str:
    """A sentence on the chosen filters that do not narrow what is of whole editions; blank where none is chosen."""
    chosen = [facet for facet in view.selection.narrowed_facets() if facet in NOT_OF_EDITIONS]
    if not chosen:
        return ""
    said = ngettext(
        "The filter {names} does not narrow them.", "The filters {names} do not narrow them.", len(chosen)
    )
    return said.format(names=join_names([facet_title(facet) for facet in chosen], in_quotes=True, most=5))
