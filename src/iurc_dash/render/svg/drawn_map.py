"""An ArcMap as a drawing to explore: the map of Overview and of the page Map, and one small map a phase.

The drawing is whole without a script: land, lines, places as links, names. `ui/component/map.js` brings it to life:
what it needs stands in `data-` attributes, positions on the other map (`data-europe`) too. Looks are in
render/html/map.css; sizes there are in pixels of the screen (`--px` is how many units of the map a pixel is).
Nothing that is given here is ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Literal, NamedTuple, get_args

from iurc_dash.colours import ink_name
from iurc_dash.forms import ArcMap, Category, MapPairing, MapPlace
from iurc_dash.geography.flat_maps import EUROPE, WORLD, MapName
from iurc_dash.language import _, format_entry, format_names, format_number, format_parts, ngettext
from iurc_dash.quantities import NOTHING
from iurc_dash.render.ink import ink_class
from iurc_dash.render.svg.flat_drawing import WHOLE, Curve, FlatDrawing, Window, short
from iurc_dash.render.svg.label_places import free_labels
from iurc_dash.render.svg.land import PARTS
from iurc_dash.vocabulary import counted

# (name of a table, key of a row) -> address of the row's page.
LinkFor = Callable[[str, str], str]
# Name of a flat map -> address of its land.
LandFor = Callable[[MapName], str]


class FirstNames(NamedTuple):
    """Names that stand in the drawing before a script sets more, as map.css shows them from a width on, in pixels.

    Where a name is free at a width it is free at any larger one, for dots part and names do not grow.
    """

    shown_at: str
    width: int
    size: float
    dot: float
    most: int


FIRST_NAMES = (FirstNames("at-wide", 960, 13, 6, 40), FirstNames("at-narrow", 300, 11.5, 3, 9))
# Partners that are named where a place is told of in words.
PARTNERS_TOLD = 5
# Places are told apart by form and not by colour alone: a dot, a ring, a diamond.
Kind = Literal["network", "partner", "eu"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SHAPES: Mapping[Kind, str] = {
    "eu": "<circle/>",
    "partner": "<circle/>",
    "network": '<path d="M0-1L1 0 0 1-1 0z"/>',
}


def drawn_map(
    form: ArcMap, *, link_for: LinkFor, land_for: LandFor, first: MapName = "world", name: str = "map"
) -> str:
    """The map with its tools as HTML: one `<div class="iurc-map">`.

    link_for: where places and pairings have their page; land_for: where a browser fetches the land. first: the map
    that is seen first. name: begins every id, another one for each map of a page.
    """
    drawings: Mapping[MapName, FlatDrawing] = {
        "world": FlatDrawing(form, WORLD),
        "europe": FlatDrawing(form, EUROPE),
    }
    shown = drawings[first]
    window = shown.first_window
    boxes = _attributes({f"data-{key}": drawing.first_window.box for key, drawing in drawings.items()})
    parts = [
        f'<div class="iurc iurc-map" data-module="map" data-map="{first}" '
        f'data-several="{escape(_("Several places stand here"))}">',
        _list(),
        f'<svg class="iurc-map-drawing" id="{name}-drawing" viewBox="{window.box}" role="group" '
        f'aria-labelledby="{name}-title" aria-describedby="{name}-about"{boxes}>',
        f'<title id="{name}-title">{escape(_title(form))}</title>',
        f'<desc id="{name}-about">{escape(_about())}</desc>',
        _fades(form, name),
        *(_land(key, land_for(key), drawn=key == first) for key in drawings),
        _lines(form, drawings, first, link_for, name),
        _places(form, drawings, first, link_for),
        _first_names(form, shown, window),
        "</svg>",
        _zoom(),
        '<div class="iurc-map-foot">',
        _steps(form, first),
        _key(form),
        f'<div class="iurc-map-areas">{_tools([_group(_("Go to"), _areas(form, drawings))])}</div>',
        f'<p class="iurc-map-enlarged">{escape(_("Europe is drawn larger; shapes elsewhere are bent."))}</p>',
        "</div></div>",
    ]
    return "".join(parts)


def fetched_map(address: str, about: str, *, small: bool = False) -> str:
    """A map that the component fetches from an address, so that it is not sent again with each click.

    address: where `drawn_map` is served, or small maps; about: what it shows, for those who wait for it without
    seeing it.
    """
    room = " is-small" if small else ""
    return (
        f'<div class="iurc iurc-map-holder{room}" data-module="map" data-drawing="{escape(address)}" role="group" '
        f'aria-busy="true" aria-label="{escape(about)}"></div>'
    )


def phase_maps(form: ArcMap, *, land_for: LandFor, name: str = "phase-maps") -> str:
    """One small map a phase, side by side on the same scale, as HTML: pictures without names or links."""
    drawing = FlatDrawing(form, WORLD)
    maps = (_phase_map(form, drawing, phase, land_for, f"{name}-{phase.key}") for phase in form.phases)
    return f'<div class="iurc iurc-map-phases">{"".join(maps)}</div>'


def _phase_map(form: ArcMap, drawing: FlatDrawing, phase: Category, land_for: LandFor, name: str) -> str:
    pairings = [pairing for pairing in form.pairings if pairing.phase == phase.key]
    members = {place for pairing in pairings for place in pairing.members}
    every = (*form.network_places, *form.places)
    shown = [
        place if place.key in members else replace(place, pairings=NOTHING)
        for place in every
        if phase.key in place.phases
    ]
    by_ink: dict[str, list[str]] = {}
    for pairing in pairings:
        by_ink.setdefault(ink_class(pairing.colour), []).extend(
            curve.path for curve in drawing.curves.get(pairing.key, ())
        )
    lines = "".join(f'<path class="{ink}" d="{"".join(paths)}"/>' for ink, paths in by_ink.items())
    dots = _dots(form, shown, drawing, lambda place, put, shape: f"<g {put}>{shape}</g>")
    said = counted("tables", "pairings", len(pairings))
    return (
        f"<figure><figcaption><b>{escape(phase.label)}</b> {escape(said)}</figcaption>"
        f'<svg class="iurc-map-drawing iurc-map-small" viewBox="{WHOLE.box}" role="img" '
        f'aria-label="{escape(format_parts((phase.label, said)))}">'
        f"{_land('world', land_for('world'), drawn=True)}"
        f'<g class="iurc-map-lines">{lines}</g><g class="iurc-map-places">{dots}</g></svg></figure>'
    )


def _title(form: ArcMap) -> str:
    count = len(form.pairings)
    return ngettext("Map of {number} pairing", "Map of {number} pairings", count).format(
        number=format_number(count)
    )


def _about() -> str:
    return _("Each place is a link. With the arrow keys one moves from a place to the nearest one that way.")


def _fades(form: ArcMap, name: str) -> str:
    """Gradients that fade a line in from the EU end to the partner's: one for each colour and quarter."""
    whither = {"ne": "x1=0 y1=1 x2=1 y2=0", "nw": "x1=1 y1=1 x2=0 y2=0", "se": "x1=0 y1=0 x2=1 y2=1"}
    whither["sw"] = "x1=1 y1=0 x2=0 y2=1"
    parts = []
    for ink in sorted({ink_name(pairing.colour) for pairing in form.pairings}):
        stops = "".join(
            f'<stop class="iurc-map-{part}" offset="{offset}"/>'
            for part, offset in (("from", 0), ("half", 0.5), ("to", 1))
        )
        parts.append(f'<linearGradient id="{name}-{ink}" class="{ink_class(ink)}">{stops}</linearGradient>')
        for quarter, ends in whither.items():
            quoted = "".join(f' {key}="{value}"' for key, value in (end.split("=") for end in ends.split()))
            parts.append(f'<linearGradient id="{name}-{ink}-{quarter}" href="#{name}-{ink}"{quoted}/>')
    return f"<defs>{''.join(parts)}</defs>"


def _land(key: MapName, address: str, *, drawn: bool) -> str:
    """The land of a map, fetched from its address; what is not drawn yet is fetched by the script."""
    attribute = "href" if drawn else "data-href"
    uses = "".join(f'<use class="iurc-map-{part}" {attribute}="{escape(address)}#{part}"/>' for part in PARTS)
    return f'<g class="iurc-map-ground" data-of="{key}" aria-hidden="true">{uses}</g>'


def _lines(
    form: ArcMap, drawings: Mapping[MapName, FlatDrawing], first: MapName, link_for: LinkFor, name: str
) -> str:
    """Each pairing with a line as one link; in the order of keys, whatever colours them."""
    other = _other(first)
    phases = {phase.key: phase.label for phase in form.phases}
    regions = {region.key: region.label for region in form.regions}
    parts = []
    for pairing in sorted(form.pairings, key=lambda one: one.key):
        curves = drawings[first].curves.get(pairing.key, ())
        if not curves:
            continue
        told = format_parts((phases.get(pairing.phase, ""), regions.get(pairing.region, "")))
        attributes = {
            "class": ink_class(pairing.colour),
            "href": link_for("pairings", pairing.key),
            "data-pairing": pairing.key,
            "data-places": " ".join(pairing.members),
            "data-phase": pairing.phase,
            "data-label": pairing.label,
            "data-told": told,
        }
        paths = "".join(
            _line(curve, elsewhere, other, f"{name}-{ink_name(pairing.colour)}")
            for curve, elsewhere in zip(curves, drawings[other].curves[pairing.key], strict=True)
        )
        parts.append(f'<a tabindex="-1"{_attributes(attributes)}>{paths}</a>')
    return f'<g class="iurc-map-lines" aria-hidden="true">{"".join(parts)}</g>'


def _line(curve: Curve, elsewhere: Curve, other: MapName, fade: str) -> str:
    if curve.level:
        return (
            f'<path class="iurc-map-line iurc-map-level" d="{curve.path}" data-{other}="{elsewhere.path}"/>'
        )
    return f'<path stroke="url(#{fade}-{curve.heading})" d="{curve.path}" data-{other}="{elsewhere.path}"/>'


def _places(form: ArcMap, drawings: Mapping[MapName, FlatDrawing], first: MapName, link_for: LinkFor) -> str:
    """Each place as a link."""
    other = _other(first)
    partners = _partners(form.pairings)
    labels = {place.key: place.label for place in form.places}
    phases = {phase.key: phase.label for phase in form.phases}

    def link(place: MapPlace, put: str, shape: str) -> str:
        elsewhere = drawings[other].spots[place.key]
        attributes = {
            "href": link_for("places", place.key),
            "data-place": place.key,
            "data-phase": " ".join(place.phases),
            "data-label": place.label,
            f"data-{other}": f"{short(elsewhere.x)} {short(elsewhere.y)}",
            "aria-label": _say_place(place, phases, [labels[key] for key in partners.get(place.key, ())]),
        }
        return f"<a {put}{_attributes(attributes)}>{shape}</a>"

    places = (*form.network_places, *form.places)
    return f'<g class="iurc-map-places">{_dots(form, places, drawings[first], link)}</g>'


def _dots(
    form: ArcMap,
    places: Iterable[MapPlace],
    drawing: FlatDrawing,
    draw: Callable[[MapPlace, str, str], str],
) -> str:
    """Places by what they are and by colour: networks below, the EU side above; small ones over large ones.

    draw: (place, attributes that put it there, shape) -> element.
    """
    groups: dict[tuple[Kind, str], list[MapPlace]] = {}
    for place in places:
        groups.setdefault((_kind(place), _ink_of(form, place)), []).append(place)
    parts = []
    for kind, ink in sorted(groups, key=lambda group: (KINDS.index(group[0]), group[1])):
        drawn = []
        for place in sorted(groups[kind, ink], key=_order):
            spot = drawing.spots[place.key]
            put = f'transform="translate({short(spot.x)} {short(spot.y)})" data-n="{place.pairings.value}"'
            drawn.append(draw(place, put, SHAPES[kind]))
        parts.append(f'<g class="is-{kind} {ink_class(ink)}">{"".join(drawn)}</g>')
    return "".join(parts)


def _kind(place: MapPlace) -> Kind:
    if not place.pairings:
        return "network"
    return "eu" if place.side == "EU" else "partner"


def _order(place: MapPlace) -> tuple[int, str]:
    return -place.pairings.value, place.key


def _ink_of(form: ArcMap, place: MapPlace) -> str:
    """A partner has its region's colour where lines have it; a colour never means two things on one map."""
    return place.colour if place.side == "EU" or _is_by_region(form) else "neutral"


def _is_by_region(form: ArcMap) -> bool:
    return all(entry.colour.startswith("region-") for entry in form.legend)


def _partners(pairings: Iterable[MapPairing]) -> Mapping[str, tuple[str, ...]]:
    """For each place those that it shares a pairing with, in the order of the pairings."""
    found: dict[str, dict[str, None]] = {}
    for pairing in pairings:
        for member in pairing.members:
            found.setdefault(member, {}).update(
                dict.fromkeys(other for other in pairing.members if other != member)
            )
    return {place: tuple(others) for place, others in found.items()}


def _say_place(place: MapPlace, phases: Mapping[str, str], partners: Sequence[str]) -> str:
    """'Rome, Italy: 9 pairings, Phase 1, Phase 2, with Austin, Chengdu, Medellín and 5 more'."""
    what = counted("tables", "pairings", place.pairings.value) if place.pairings else _("in networks only")
    in_phases = (phases[phase] for phase in place.phases if phase in phases)
    said = format_entry(place.description or place.label, format_parts((what, *in_phases)))
    if not partners:
        return said
    more = len(partners) - PARTNERS_TOLD
    named = [*partners[:PARTNERS_TOLD]] if more > 1 else [*partners]
    if more > 1:
        named.append(ngettext("{count} more", "{count} more", more).format(count=format_number(more)))
    return _("{place}, with {partners}").format(place=said, partners=format_names(named))


def _first_names(form: ArcMap, drawing: FlatDrawing, window: Window) -> str:
    """Names of the places with most pairings, for a wide and for a narrow picture."""
    # Those in networks are not named, but in the way.
    places = [*sorted(form.places, key=_order), *form.network_places]
    sets = "".join(
        f'<g class="{names.shown_at}">{"".join(_names(places, drawing, window, names))}</g>'
        for names in FIRST_NAMES
    )
    return f'<g class="iurc-map-names" aria-hidden="true">{sets}</g>'


def _names(
    places: Sequence[MapPlace], drawing: FlatDrawing, window: Window, names: FirstNames
) -> Iterable[str]:
    scale = names.width / window.width
    dots = [
        ((spot.x - window.left) * scale, (spot.y - window.top) * scale)
        for spot in (drawing.spots[place.key] for place in places)
    ]
    labels = [place.label for place in places if place.pairings][: 4 * names.most]
    frame = (names.width, window.height * scale)
    placed = free_labels(dots, labels, frame, names.size, dot=names.dot, most=names.most)
    for number, label in placed.items():
        spot, (x, y) = drawing.spots[places[number].key], dots[number]
        yield (
            f'<g transform="translate({short(spot.x)} {short(spot.y)})">'
            f'<text x="{short(label.x - x)}" y="{short(label.y - y)}" text-anchor="{label.anchor}">'
            f"{escape(places[number].label)}</text></g>"
        )


def _steps(form: ArcMap, first: MapName) -> str:
    """Buttons for the two maps and for the phases."""
    maps = {"world": _("World"), "europe": _("Europe enlarged")}
    groups = [
        _group(_("Map"), [_button(label, "map", key, pressed=key == first) for key, label in maps.items()])
    ]
    if len(form.phases) > 1:
        phases = [_button(_("All phases"), "phase", "", pressed=True)]
        phases += [_button(phase.label, "phase", phase.key, pressed=False) for phase in form.phases]
        groups.append(_group(_("Phase"), phases))
    return _tools(groups)


def _list() -> str:
    """The room of what the map shows in words, before the drawing; a script fills it when it is opened."""
    return (
        f'<details class="iurc-map-list" data-order="{escape(_("By where partners lie, from left to right"))}" '
        f'data-networks="{escape(_("In networks only"))}" hidden="">'
        f"<summary>{escape(_('As a list'))}</summary><div></div></details>"
    )


def _zoom() -> str:
    signs = (
        ("+", "closer", _("Closer")),
        ("−", "farther", _("Farther")),
        ("⤢", "everything", _("Everything")),
    )
    buttons = "".join(
        f'<button type="button" data-do="{what}" aria-label="{escape(label)}" title="{escape(label)}">{sign}</button>'
        for sign, what, label in signs
    )
    return (
        f'<div class="iurc-map-zoom" role="group" aria-label="{escape(_("Zoom"))}" hidden="">{buttons}</div>'
    )


def _tools(groups: Iterable[str]) -> str:
    """Groups of buttons that need a script; hidden until one is there."""
    return f'<div class="iurc-map-tools" hidden="">{"".join(groups)}</div>'


def _group(label: str, buttons: Iterable[str]) -> str:
    return f'<div role="group" aria-label="{escape(label)}">{"".join(buttons)}</div>'


def _button(label: str, what: str, key: str, *, pressed: bool) -> str:
    state = "true" if pressed else "false"
    return (
        f'<button type="button" data-do="{what}" data-key="{escape(key)}" aria-pressed="{state}">'
        f"{escape(label)}</button>"
    )


def _areas(form: ArcMap, drawings: Mapping[MapName, FlatDrawing]) -> Iterable[str]:
    """A button for Europe and one for each region, with the window of each on both maps."""
    places = (*form.places, *form.network_places)
    areas = [("", _("Europe"), "eu", [place.key for place in places if place.side == "EU"])]
    for region in form.regions:
        of_region = [place for place in places if place.region == region.key]
        areas.append(
            (region.key, region.label, next((p.colour for p in of_region), ""), [p.key for p in of_region])
        )
    for key, label, ink, keys in areas:
        if keys:
            windows = {f"data-{name}": drawing.window(keys).box for name, drawing in drawings.items()}
            yield (
                f'<button type="button" data-do="area" data-key="{escape(key)}"{_attributes(windows)}>'
                f"{_sample(ink) if _is_by_region(form) else ''}{escape(label)}</button>"
            )


def _key(form: ArcMap) -> str:
    """What the forms of places and the colours of lines mean; where buttons tell the colours, a script hides these."""
    kinds = {_kind(place) for place in (*form.places, *form.network_places)}
    words: Mapping[Kind, str] = {
        "eu": _("EU side"),
        "partner": _("Partner"),
        "network": _("In networks only"),
    }
    entries = [
        f'<li><svg class="iurc-map-sample iurc-map-places" viewBox="-7 -7 14 14" aria-hidden="true">'
        f'<g class="is-{kind} {ink_class("eu" if kind == "eu" else "neutral")}"><g data-n="4">{SHAPES[kind]}</g></g>'
        f"</svg>{escape(label)}</li>"
        for kind, label in words.items()
        if kind in kinds
    ]
    told = ' class="iurc-map-told-by-buttons"' if _is_by_region(form) else ""
    entries += [f"<li{told}>{_sample(entry.colour)}{escape(entry.label)}</li>" for entry in form.legend]
    return f'<ul class="iurc-legend iurc-map-key">{"".join(entries)}</ul>'


def _sample(ink: str) -> str:
    return f'<span class="iurc-sample {ink_class(ink)}"></span>'


def _other(first: MapName) -> MapName:
    return "europe" if first == "world" else "world"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items() if value)
