"""Places that came back."""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.columns import CellOf, shared, table_of_rows
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import part_of_whole
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.forms import Axis, Bars, Category, Series
from iurc_dash.language import N_, _, format_number, ngettext
from iurc_dash.metrics.pairings import pairings_of_places
from iurc_dash.metrics.standouts import phases_of_places
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Share
from iurc_dash.tabular import Column, Table
from iurc_dash.view import View


@exhibit("standouts/returning-places", N_("Who took part in more than one phase?"))
def returning_places(view: View) -> Answer:
    """Places in pairings by the number of phases that they took part in."""
    phases_of = phases_of_places(view)
    phases = {phase for phases in phases_of.values() for phase in phases}
    if not phases_of:
        return nothing_found(_("No pairing matches."))
    if len(phases) < 2:
        return nothing_found(
            _("Pairings of one phase only are looked at, so nobody can be seen to come back.")
        )
    tally = Tally.of_table(
        ("number",), "places", (((str(len(phases)),), place) for place, phases in phases_of.items())
    )
    numbers = sorted(tally.keys("number"), key=int)
    form = Bars(
        axis=Axis(
            _("Number of phases"), tuple(Category(number, _say_phases(int(number))) for number in numbers)
        ),
        series=(Series("places", _("Places"), tuple(map(tally.at, numbers)), "accent"),),
        unit=_("places"),
    )
    return Answer(
        finding=_say_returned(tally, len(phases)),
        form=form,
        table=lambda: _table(view),
        counted=tally.whole,
        cautions=("recorded_only", *(["phase_running"] if any(map(view.runs, phases)) else [])),
    )


def _say_phases(number: int) -> str:
    return ngettext("{count} phase", "{count} phases", number).format(count=format_number(number))


def _say_returned(tally: Tally, phases: int) -> str:
    """'3 of 13 places in pairings took part in more than one phase, one of them in all 3 phases.'"""
    returned = Count.union(tally.at(number) for number in tally.keys("number") if number != "1")
    share, everywhere = part_of_whole(Share(returned, tally.whole)), tally.at(str(phases)).value
    if not returned:
        return _("None of {count} places in pairings took part in more than one phase.").format(
            count=format_number(tally.whole.value)
        )
    if phases < 3 or not everywhere:
        return _("{share} places in pairings took part in more than one phase.").format(share=share)
    return ngettext(
        "{share} places in pairings took part in more than one phase, one of them in all {phases} phases.",
        "{share} places in pairings took part in more than one phase, {count} of them in all {phases} phases.",
        everywhere,
    ).format(share=share, count=format_number(everywhere), phases=format_number(phases))


def _table(view: View) -> Table:
    """Every place in a pairing, those of most phases first."""
    phases_of, pairings_of = phases_of_places(view), pairings_of_places(view)

    def regions(place: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(view.where_is("pairings", one).region_id for one in pairings_of[place]))

    columns: list[Column | CellOf[str]] = [
        (shared("place"), lambda place: place),
        (shared("country"), lambda place: view.words.countries_of_places[place]),
        (Column("phases", _("Phases"), "references", "phases"), phases_of.__getitem__),
        (
            Column("pairings", _("Pairings"), "count"),
            lambda place: Count.in_table("pairings", pairings_of[place]),
        ),
        (Column("regions", _("Regions"), "references", "regions", hidden=True), regions),
        shared("sources", hidden=True),
    ]
    ordered = sorted(phases_of, key=lambda place: (-len(phases_of[place]), view.say("places", place), place))
    return table_of_rows(view, "places", {place: place for place in ordered}, columns)
