"""What each page is about: its title, which is what was found, and the map that belongs to it.

The page says it when it is drawn, and the server before that, for readers without scripts, search engines and previews
of links (server/shell.py). A page is named by its address, as in ui/navigation.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import ExhibitError, choices_of, make
from iurc_dash.language import _, use_language
from iurc_dash.metrics.editions import default_edition, view_of_edition
from iurc_dash.selection import Selection
from iurc_dash.view import View

MAP, FOUND = "pairings/on-map", "record/found-and-reported"
# The exhibits that pages begin with, by the page's address, and whose finding is their title; of several the first that
# has something to show.
LEADING: Mapping[str, tuple[str, ...]] = {
    "activity": ("activities/over-time",),
    "goals": ("goals/reached",),
    "pairings": ("pairings/list",),
    "rows": ("record/rows",),
    "sources": ("record/sources",),
    "themes": ("themes/shift", "themes/clusters"),
}
# What an address asks of a page beside the selection: parameter -> value.
Asked = Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Subject:
    """What a page is about: its title, what more is said of it, and the map that belongs to it.

    `selected` says whether the reader's selection holds for it, `close` whether the map shows only where places are,
    `is_one_thing` whether the browser's tab is called by its title.
    """

    title: str
    more: str = ""
    map: Exhibit | None = None
    selected: bool = True
    close: bool = False
    is_one_thing: bool = False


def tab_title(name: str) -> str:
    """What the browser's tab is called: the page, or the one thing that it shows, and the dashboard."""
    return _("{page} · {dashboard}").format(page=name, dashboard=_("IURC Cooperation Dashboard"))


def subject_of(url_path: str, view: View, asked: Asked) -> Subject | None:
    """What the page at an address is about; None for a page whose title is only its name."""
    with use_language(view.language):
        try:
            return _SUBJECTS[url_path](view, asked) if url_path in _SUBJECTS else None
        except ExhibitError:
            return None


def _overview(view: View, _asked: Asked) -> Subject:
    full = make(view, "overview/completeness")
    title = make(view, "overview/key-figures").finding
    return Subject(title, f"{full.finding} {full.more}".strip(), make(view, MAP, colour="region"))


def _map(view: View, _asked: Asked) -> Subject:
    shown = make(view, MAP, colour="region")
    return Subject(shown.finding, shown.more, shown)


def leading(view: View, *ids: str, **parameters: str) -> Exhibit:
    """The first of these exhibits that has something to show, else the last: a page begins with it."""
    shown = [make(view, id, **parameters) for id in ids]
    return next((one for one in shown if not one.is_empty), shown[-1])


def compared(view: View, subject: str) -> Exhibit:
    """What was found of a subject beside what was reported of it; where nothing of any can be compared, the totals."""
    shown = make(view, FOUND, subject=subject)
    offered = choices_of(view, FOUND, "subject")
    if shown.is_empty and all(make(view, FOUND, subject=other).is_empty for other in offered):
        return make(view, "record/reported")
    return shown


def _reported(view: View, asked: Asked) -> Subject:
    subject = asked.get("subject", "")
    shown = compared(view, subject if subject in choices_of(view, FOUND, "subject") else "")
    return Subject(shown.finding, shown.more)


def _leading(url_path: str, *parameters: str) -> Callable[[View, Asked], Subject]:
    """The finding of what the page begins with is its title; `parameters` are those that the address may name."""

    def subject(view: View, asked: Asked) -> Subject:
        named = {name: asked[name] for name in parameters if asked.get(name)}
        shown = leading(view, *LEADING[url_path], **named)
        return Subject(shown.finding, shown.more)

    return subject


def _pairings(view: View, asked: Asked) -> Subject:
    pairing, whole = asked.get("pairing", ""), view.of(Selection())
    if pairing in whole.words.names("pairings"):
        shown = make(whole, MAP, pairing=pairing, colour="region")
        return Subject(
            whole.say("pairings", pairing), map=shown, selected=False, close=True, is_one_thing=True
        )
    offered = {name: choices_of(view, "pairings/list", name) for name in ("missing", "sort", "order")}
    known = {name: value for name, value in asked.items() if value in offered.get(name, (value,))}
    return _leading("pairings", "search", *offered)(view, known)


def _places(view: View, asked: Asked) -> Subject:
    place = asked.get("place", "")
    if place in view.words.names("places"):
        shown = make(view, "places/on-map", place=place)
        return Subject(view.say("places", place), map=shown, selected=False, close=True, is_one_thing=True)
    return Subject(_("Which place?"), selected=False)


def _programme(view: View, asked: Asked) -> Subject | None:
    choices = choices_of(view, "editions/facts", "edition")
    edition = asked.get("edition", "")
    chosen = edition if edition in choices else default_edition(view)
    if not chosen:
        return None
    shown = make(view_of_edition(view, chosen), MAP)
    return Subject(choices[chosen], map=shown, selected=False, close=True, is_one_thing=True)


def _about(_view: View, _asked: Asked) -> Subject:
    return Subject(_("About this dashboard"), selected=False)


def _accessibility(_view: View, _asked: Asked) -> Subject:
    return Subject(_("Accessibility statement"), selected=False)


_SUBJECTS: Mapping[str, Callable[[View, Asked], Subject | None]] = {
    "": _overview,
    "activity": _leading("activity"),
    "programme": _programme,
    "map": _map,
    "pairings": _pairings,
    "places": _places,
    "themes": _leading("themes"),
    "reported": _reported,
    "goals": _leading("goals"),
    "sources": _leading("sources", "search"),
    "about": _about,
    "accessibility": _accessibility,
    "rows": _leading("rows", "exhibit", "mark", "asked"),
}
