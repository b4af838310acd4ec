"""The circular economy among the work, online events among the meetings: did their share move?"""

from __future__ import annotations

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.shaping import nothing_found
from iurc_dash.exhibits.standouts._shares import answer_of_shares
from iurc_dash.language import N_, _, ngettext
from iurc_dash.metrics.standouts import Shares, circular_economy_shares, online_shares
from iurc_dash.view import View


@exhibit("standouts/circular-economy", N_("How much of the work is on the circular economy?"))
def circular_economy(view: View) -> Answer:
    """Pairings on the circular economy among those that have a theme recorded, by phase.

    Where theme groups are chosen, the whole would be the groups themselves, and nothing is said.
    """
    shares = circular_economy_shares(view)
    if not shares:
        return nothing_found(_("No theme is recorded for the pairings that match."))
    if view.selection.clusters:
        return nothing_found(_("The share of the circular economy is told among all theme groups only."))
    return answer_of_shares(
        view,
        shares,
        sentence=_("On the circular economy: {shares}."),
        of_what=ngettext(
            "{share} pairing with a theme recorded", "{share} pairings with a theme recorded", _first(shares)
        ),
        part=(_("On the circular economy"), "accent"),
        rest=_("On other themes only"),
        whole=_("With a theme"),
        unit=_("pairings"),
        cautions=("recorded_only", "theme_as_named"),
    )


@exhibit("standouts/online", N_("How many of the events were online?"))
def online(view: View) -> Answer:
    """Online events among those held of which a source says how, by phase."""
    shares = online_shares(view)
    if not shares:
        return nothing_found(_("Of no event that matches a source says how it was held."))
    return answer_of_shares(
        view,
        shares,
        sentence=_("Online: {shares}."),
        of_what=ngettext(
            "{share} event whose form is recorded", "{share} events whose form is recorded", _first(shares)
        ),
        part=(_("Online"), "mode-online"),
        rest=_("In person or hybrid"),
        whole=_("Form recorded"),
        unit=_("events"),
        cautions=("recorded_only", "programme_wide"),
    )


def _first(shares: Shares) -> int:
    """How many there are in the first phase, of which a sentence says what they are."""
    return next(iter(shares.values())).whole.value
