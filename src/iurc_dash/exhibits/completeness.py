"""How complete the record is, in a sentence or two."""

from __future__ import annotations

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.wording import count_of_pairings
from iurc_dash.language import _, format_number, format_share, ngettext
from iurc_dash.metrics.overview import (
    completeness,
)
from iurc_dash.metrics.sources import fact_rows, source_records
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection


def completeness_in_words(dataset: Dataset, selection: Selection) -> str:
    """What this is, how many sources it rests on, and of how many pairings what is recorded."""
    narrowed = narrow(dataset, selection)
    sources = len(source_records(narrowed))
    begin = ngettext(
        "An independent record put together from {count} public page.",
        "An independent record put together from {count} public pages.",
        sources,
    ).format(count=format_number(sources))
    if not any(fact_rows(narrowed).values()) or not sources:
        return _("An independent record put together from public pages; nothing in it matches.")
    known = completeness(narrowed)
    if not known.pairings:
        return begin
    share = format_share(known.with_themes / known.pairings)
    end = ngettext(
        "Of {pairings}, {themes} ({share}) has a theme recorded, {start} a start date and {goals} a link to a "
        "Sustainable Development Goal.",
        "Of {pairings}, {themes} ({share}) have a theme recorded, {start} a start date and {goals} a link to a "
        "Sustainable Development Goal.",
        known.with_themes,
    ).format(
        pairings=count_of_pairings(known.pairings),
        themes=format_number(known.with_themes),
        share=share,
        start=format_number(known.with_start),
        goals=format_number(known.with_goals),
    )
    stated = ngettext(
        "A source states the link for {count} pairing.",
        "A source states the link for {count} pairings.",
        known.with_stated_goals,
    ).format(count=format_number(known.with_stated_goals))
    if not known.with_stated_goals:
        stated = _("No source states such a link.")
    return f"{begin} {end} {stated}"
