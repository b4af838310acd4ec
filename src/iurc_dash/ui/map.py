"""The map to explore: lines and places to click, what was chosen beside it, and the same from a list."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from iurc_dash.cautions import caution_text
from iurc_dash.exhibits import map as maps
from iurc_dash.exhibits import pairings, profiles
from iurc_dash.exhibits.choices import place_choices
from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.forms import ArcMap
from iurc_dash.language import _, format_names
from iurc_dash.render import page as html
from iurc_dash.render.map_choice import picked_key
from iurc_dash.selection import Selection
from iurc_dash.ui import address, data, page, served, show
from iurc_dash.ui.links import address_of

COLOURS = ("phase", "region")
MAP_HEIGHT = 560


@st.fragment
def explorable_map(selection: Selection) -> None:
    """The map and, beside it, the pairing or place that was chosen."""
    address.catch_up()
    address.offer("colour", COLOURS, default="phase")
    names = data.made(pairings.pairing_choices, selection)
    places = data.made(place_choices, selection)
    address.offer("pairing", names)
    address.offer("place", places)
    words = {"phase": _("Colour by phase"), "region": _("Colour by region")}
    chosen_pairing, chosen_place = st.session_state.get("pairing") or "", st.session_state.get("place") or ""

    picture, detail = st.columns([7, 3], gap="medium")
    with picture:
        colour_by = st.segmented_control(
            _("Colour"),
            COLOURS,
            format_func=words.__getitem__,
            key="colour",
            label_visibility="collapsed",
            required=True,
        )
        colour: maps.ColourBy = "region" if colour_by == "region" else "phase"
        found = data.made(maps.pairings_on_map, selection, colour, "")
        _draw(found, chosen_pairing or chosen_place, served.layers_address(selection, colour))
    with detail:
        st.selectbox(
            _("Pairing"), list(names), format_func=names.__getitem__, key="pairing", index=None,
            placeholder=_("Choose, or click a line"), on_change=_only, args=("pairing",),
        )  # fmt: skip
        st.selectbox(
            _("Place"), list(places), format_func=places.__getitem__, key="place", index=None,
            placeholder=_("Choose, or click a dot"), on_change=_only, args=("place",),
        )  # fmt: skip
        if chosen_pairing:
            _pairing(chosen_pairing)
        elif chosen_place:
            _place(chosen_place)
        else:
            st.write(_("Choose a line or a dot to see what it is."))
    address.write(selection)


def _draw(found: Exhibit, chosen: str, rows_at: str) -> None:
    if not isinstance(found.form, ArcMap):
        st.write(found.finding)
        return
    shown_theme = page.theme()
    key = f"map_{shown_theme}"
    st.pydeck_chart(
        # What is chosen changes only how the map is drawn: the exhibit and its table need not be made again.
        show.deck_of(replace(found.form, chosen=chosen), shown_theme, MAP_HEIGHT, rows_at),
        key=key,
        height=MAP_HEIGHT,
        on_select=_picked,
        selection_mode="single-object",
        alt=found.alt,
    )
    st.html(html.legend_html(found.form.legend, shown_theme))
    st.caption(
        " ".join(
            (
                _(
                    "Filled dots are on the EU side, rings are partners. Click a line or a dot to see what it is."
                ),
                *(
                    [_("Not on the map: {places}.").format(places=format_names(found.form.unplaced))]
                    if found.form.unplaced
                    else []
                ),
                caution_text("boundaries"),
            )
        )
    )
    page.cautions_said().add("boundaries")


def _picked() -> None:
    """Put what was clicked into its list; a callback, so that it runs before the lists are drawn."""
    for key in ("map_light", "map_dark"):
        picked = picked_key(st.session_state.get(key))
        if picked is not None:
            kind, chosen = picked
            if address.pick(kind, chosen):
                _only(kind)


def _only(kind: str) -> None:
    """A pairing or a place is shown, not both."""
    other = "place" if kind == "pairing" else "pairing"
    if address.chosen(kind):
        address.choose(other, None)


def _pairing(pairing_id: str) -> None:
    profile = data.made(profiles.pairing_profile, pairing_id)
    if profile is None:
        return
    st.header(profile.name, anchor=False)
    st.caption(" · ".join((profile.edition, profile.kind, profile.period)))
    st.write(profile.summary)
    st.html(
        html.definition_list_html(
            [
                (
                    _("Members"),
                    format_names([f"{member.name} ({member.country})" for member in profile.members]),
                ),
                (
                    _("Themes"),
                    format_names([theme.name for theme in profile.themes]) if profile.themes else "",
                ),
                (_("Goals"), _goals(profile)),
                (_("Activities"), str(profile.activity_count)),
            ],
            page.theme(),
        )
    )
    show.link(_("Open its page"), address_of("pairing", pairing_id, page.selection()))
    st.html(html.source_list_html(profile.sources[:3], page.theme()))


def _goals(profile: profiles.PairingProfile) -> str:
    lines = [
        f"{line.number} {line.goal} ({line.basis})".strip() for line in profile.contributions if line.goal_id
    ]
    return "; ".join(lines)


def _place(place_id: str) -> None:
    profile = data.made(profiles.place_summary, place_id)
    if profile is None:
        return
    st.header(profile.name, anchor=False)
    st.caption(" · ".join((profile.country, profile.kind, profile.position)))
    for phase in profile.pairings:
        st.markdown(f"**{phase.phase}**")
        for line in phase.pairings:
            show.link(
                f"{line.name} ({line.edition})", address_of("pairing", line.pairing_id, page.selection())
            )
    for relation in profile.relations:
        st.caption(relation.relation)
