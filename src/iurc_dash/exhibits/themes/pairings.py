"""The pairings that work on a theme."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import shared
from iurc_dash.exhibits.listing import pairing_table
from iurc_dash.exhibits.register import Parameter, exhibit
from iurc_dash.exhibits.sentences import quote
from iurc_dash.exhibits.shaping import listed, nothing_found
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.pairings import names_to_sort_by
from iurc_dash.metrics.search import plain
from iurc_dash.metrics.themes import labels_of_theme, pairings_by_theme
from iurc_dash.quantities import Count
from iurc_dash.view import EVERYTHING, View

SHOWN = ("pairing", "countries", "edition", "kind", "labels", "start", "end")


def theme_choices(view: View) -> Mapping[str, str]:
    """Themes that any pairing of the dataset works on, most in view first: key -> 'Circular economy (45)'."""
    tally = pairings_by_theme(view).by("theme")
    counts = {theme: tally.at(theme).value for theme in pairings_by_theme(view.of(EVERYTHING)).keys("theme")}
    ranked = sorted(counts, key=lambda theme: (-counts[theme], plain(view.say("themes", theme))))
    return {
        theme: _("{name} ({count})").format(
            name=view.say("themes", theme), count=format_number(counts[theme])
        )
        for theme in ranked
    }


@exhibit(
    "themes/pairings", N_("Which pairings work on a theme?"), Parameter("theme", theme_choices, required=True)
)
def pairings(view: View, *, theme: str) -> Answer:
    """The pairings that work on a theme, by phase and name, with the labels that their sources wrote for it."""
    labels, name = labels_of_theme(view, theme), quote(view.say("themes", theme))
    ordered = pairings_in_order(view, labels)
    table = pairing_table(
        view, ordered, SHOWN, [(shared("labels"), lambda record: labels[record.pairing_id])]
    )
    if not labels:
        return nothing_found(_("No pairing that matches works on {theme}.").format(theme=name), table.columns)
    return listed(
        _say_pairings(name, labels),
        table,
        Count.in_table("pairings", ordered),
        cautions=("recorded_only",),
        question=_("Which pairings work on {theme}?").format(theme=name),
    )


def pairings_in_order(view: View, keys: Iterable[str]) -> list[str]:
    """Pairings by phase, then by name."""
    place_of = {phase: place for place, phase in enumerate(view.phases)}
    names = names_to_sort_by(view)
    return sorted(
        keys,
        key=lambda key: (
            place_of[view.where_is("pairings", key).phase_id],
            names[key],
            key,
        ),
    )


def _say_pairings(theme: str, labels: Mapping[str, tuple[str, ...]]) -> str:
    """How many pairings work on a theme, and in how many ways their sources write it where these are several."""
    written = {plain(label) for found in labels.values() for label in found}
    values = {
        "theme": theme,
        "count": format_number(len(labels)),
        "ways": format_number(len(written)),
    }
    if len(written) == 1:
        return ngettext(
            "One pairing works on {theme}.", "{count} pairings work on {theme}.", len(labels)
        ).format(**values)
    return ngettext(
        "One pairing works on {theme}, which its sources write in {ways} ways.",
        "{count} pairings work on {theme}, which their sources write in {ways} ways.",
        len(labels),
    ).format(**values)
