"""Which countries take part on the EU side, and with which regions."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import Wording, name_few, say_standing
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found, region_axis
from iurc_dash.forms import Axis, Category
from iurc_dash.language import N_, _
from iurc_dash.metrics.map import pairings_by_eu_country
from iurc_dash.metrics.ranking import standing
from iurc_dash.view import View

WORDING = Wording(
    all=(
        N_("On the EU side of the one pairing recorded: {names}."),
        N_("On the EU side of both recorded pairings: {names}."),
        N_("On the EU side of each of the {whole} recorded pairings: {names}."),
    ),
    once=N_("On the EU side of one recorded pairing each: {names}."),
    even=N_("On the EU side of {count} recorded pairings each: {names}."),
    lead=N_("On the EU side more often than any other: {names}, in {share} recorded pairings."),
    most=N_("On the EU side of {share} recorded pairings: {names}, before {next}."),
    tie=N_("On the EU side most often: {names}, each in {share} recorded pairings."),
)


@exhibit("pairings/eu-countries", N_("Who takes part on the EU side, and with whom?"))
def eu_countries(view: View) -> Answer:
    """Pairings by the countries of their members on the EU side and by region; a pairing of two counts for both."""
    tally = pairings_by_eu_country(view)
    if not tally.whole:
        return nothing_found(
            _("No pairing matches.")
            if view["pairings"].empty
            else _("No member on the EU side is recorded for the pairings that match.")
        )
    names = view.words.names("countries")
    ranked = tally.ranked("country", {key: names.get(key, key) for key in tally.keys("country")})
    matrix = matrix_of(
        tally,
        Axis(_("Country"), tuple(Category(key, names.get(key, key)) for key in ranked), "countries"),
        region_axis(view, tally),
        _("pairings"),
        total_labels=(_("Any country"), _("All regions")),
    )
    counts = {key: tally.at(key) for key in sorted(ranked, key=lambda key: view.say("countries", key))}
    several = sum(count.value for count in counts.values()) > tally.whole.value
    return Answer(
        finding=say_standing(
            standing(counts, tally.whole), WORDING, name_few(view.words.country_within, "countries")
        ),
        form=matrix,
        table=lambda: matrix_table(matrix, "countries"),
        counted=tally.whole,
        cautions=("recorded_only", *(("several_countries",) if several else ())),
    )
