"""Words that exhibits on the record itself share."""

from __future__ import annotations

from iurc_dash.exhibits.sentences import join_names
from iurc_dash.language import ngettext
from iurc_dash.metrics.sources import OF_EDITIONS
from iurc_dash.selection import facet_title
from iurc_dash.view import View


def say_filters_left_out(view: View) -> str:
    """A sentence on the chosen filters that do not narrow totals and notes of whole editions; blank for none."""
    chosen = [facet for facet in view.selection.narrowed_facets() if facet not in OF_EDITIONS]
    if not chosen:
        return ""
    said = ngettext(
        "The filter {names} does not narrow them.", "The filters {names} do not narrow them.", len(chosen)
    )
    return said.format(names=join_names([facet_title(facet) for facet in chosen], in_quotes=True, most=5))
