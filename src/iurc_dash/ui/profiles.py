"""The page of one pairing, the facts of one edition, and the controls of the list of pairings."""

from __future__ import annotations

import streamlit as st

from iurc_dash.exhibits import pairings
from iurc_dash.exhibits.choices import MOST_FIRST, sort_choices
from iurc_dash.exhibits.editions import EditionProfile
from iurc_dash.exhibits.exhibit import Exhibit
from iurc_dash.exhibits.profile_tables import contribution_table, related_table
from iurc_dash.exhibits.profiles import PairingProfile
from iurc_dash.language import _, format_names, ngettext
from iurc_dash.render import page as html
from iurc_dash.selection import Selection
from iurc_dash.ui import address, data, page, served, show
from iurc_dash.ui.links import page_address


def chosen_pairing() -> PairingProfile | None:
    """The pairing that the address names, whatever the filters; None when it names none or an unknown one."""
    pairing_id = address.offer("pairing", data.made(pairings.pairing_choices, Selection()))
    profile: PairingProfile | None = data.made(pairings.pairing_profile, pairing_id)
    return profile


def pairing(profile: PairingProfile) -> None:
    """Everything recorded of one pairing."""
    page.heading(profile.name, uses_selection=False)
    st.caption(" · ".join((profile.edition, profile.kind, profile.period, profile.status)))
    facts, picture = st.columns([3, 2], gap="large")
    with facts:
        if profile.summary == _("not recorded"):
            st.write(_("What the members worked on together is not recorded."))
        else:
            st.write(profile.summary)
        _members(profile)
        _themes(profile)
    with picture:
        located = data.made(pairings.pairing_on_map, profile.pairing_id)
        if located.form is not None:
            show.picture(
                located, served.picture_address(Selection(), page.theme(), pairing=profile.pairing_id)
            )
    _contributions(profile)
    show.listing_with_figure(data.made(pairings.pairing_activities, profile.pairing_id))
    _others(profile)
    if profile.gaps:
        st.header(_("What is missing or in doubt"), anchor=False)
        st.markdown("\n".join(f"- {note}" for note in profile.gaps))
    st.header(
        ngettext("{count} source", "{count} sources", len(profile.sources)).format(
            count=len(profile.sources)
        ),
        anchor=False,
    )
    st.html(html.source_list_html(profile.sources, page.theme()))
    show.link(_("All pairings"), page_address("pairings", page.selection()))


def edition_facts(profile: EditionProfile) -> None:
    """What the programme calls an edition, when it ran, for whom, and what it built on."""
    st.html(
        html.definition_list_html(
            [
                (_("Official name"), profile.official_name),
                (_("Period"), profile.period),
                (_("Status"), profile.status),
                (
                    _("Partner countries and territories"),
                    format_names(profile.countries) if profile.countries else "",
                ),
                (_("Run for"), profile.implemented_for),
                (_("Budget"), profile.budget),
                (
                    _("Built on"),
                    format_names([name for _id, name in profile.predecessors]) or _("no earlier edition"),
                ),
                (_("To know"), profile.note),
            ],
            page.theme(),
        )
    )


def pairing_list(selection: Selection) -> Exhibit:
    """The list of pairings as the address asks for it: searched and in order."""
    search = address.offer("search", None)
    sort = address.offer("sort", sort_choices(), default="name")
    listed: Exhibit = data.made(pairings.pairing_list, selection, search, sort, sort in MOST_FIRST)
    return listed


def pairing_list_controls() -> None:
    """Search and order of the list of pairings."""
    sorts = sort_choices()
    search_column, sort_column = st.columns([3, 1], vertical_alignment="bottom")
    with search_column:
        st.text_input(_("Search places, countries, themes and summaries"), key="search")
    with sort_column:
        st.selectbox(_("Order by"), list(sorts), format_func=sorts.__getitem__, key="sort")


def _members(profile: PairingProfile) -> None:
    st.header(_("Members"), anchor=False)
    st.html(
        html.definition_list_html(
            [
                (
                    member.side,
                    ", ".join((member.name, member.country))
                    + f" ({member.kind}; {member.position})"
                    + (f". {member.note}" if member.note else ""),
                )
                for member in profile.members
            ],
            page.theme(),
        )
    )


def _themes(profile: PairingProfile) -> None:
    st.header(_("Themes"), anchor=False)
    if not profile.themes:
        st.write(_("not recorded"))
        return
    st.html(html.chips_html([theme.name for theme in profile.themes], page.theme()))
    labels = sorted({label for theme in profile.themes for label in theme.labels})
    st.caption(_("As the sources write them: {labels}").format(labels="; ".join(labels)))


def _contributions(profile: PairingProfile) -> None:
    st.header(_("Contributions to goals"), anchor=False)
    if not profile.contributions:
        st.write(_("No link to a goal is recorded."))
        return
    show.table(contribution_table(profile), _("Goals, and how the link is known"), key="contributions")


def _others(profile: PairingProfile) -> None:
    if profile.related:
        st.header(_("The same places in other editions"), anchor=False)
        show.table(related_table(profile), _("Pairings that share a place with this one"), key="related")
    if profile.stakeholders:
        st.header(_("Who else took part"), anchor=False)
        st.markdown("\n".join(f"- {line.kind}: {line.note}" for line in profile.stakeholders))
