"""Which countries and territories the partners come from."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.pairings._partners import countries_below_half, say_coverage, say_partners
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import bars_by_phase, matrix_of, matrix_table, nothing_found, phase_axis
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _
from iurc_dash.metrics.map import pairings_by_partner_country
from iurc_dash.view import View

MOST_COUNTRIES = 12


@exhibit("pairings/countries", N_("Where do the partners come from?"))
def countries(view: View) -> Answer:
    """The partner countries and territories by phase: the most frequent as bars, all of them in the table."""
    tally = pairings_by_partner_country(view)
    if not tally.whole:
        return nothing_found(
            _("No pairing matches.")
            if view["pairings"].empty
            else _("No partner is recorded for the pairings that match.")
        )
    names = view.words.names("countries")
    ranked = tally.ranked("country", {key: names.get(key, key) for key in tally.keys("country")})
    axis = Axis(
        _("Country or territory"), tuple(Category(key, names.get(key, key)) for key in ranked), "countries"
    )
    shown = Axis(axis.title, axis.categories[:MOST_COUNTRIES], axis.facet)
    unit = _("pairings")
    several = sum(tally.at(key).value for key in ranked) > tally.whole.value
    return Answer(
        finding=say_partners(view),
        more=say_coverage(view),
        form=bars_by_phase(view, tally, shown, unit),
        table=lambda: matrix_table(
            matrix_of(
                tally,
                axis,
                phase_axis(view),
                unit,
                total_labels=(_("Any country or territory"), _("All phases")),
            ),
            "countries",
        ),
        counted=tally.whole,
        cautions=(
            "recorded_only",
            *(("several_countries",) if several else ()),
            *(("partner_coverage",) if countries_below_half(view) else ()),
        ),
    )
