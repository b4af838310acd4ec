"""What stands out: a few findings worth saying first, each with its table and its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import Column, Exhibit, ExhibitTable, rows_of, sources_behind
from iurc_dash.exhibits.moved_regions import regions_moved
from iurc_dash.exhibits.moved_shares import circular_economy_moved, online_moved
from iurc_dash.exhibits.tabulation import table_of
from iurc_dash.exhibits.wording import counted_names
from iurc_dash.forms import Bars, Category, Series
from iurc_dash.language import _, format_names, format_number, format_share, ngettext
from iurc_dash.metrics.editions import phases_shown
from iurc_dash.metrics.reading import rows_in
from iurc_dash.metrics.standouts import (
    goal_link_bases,
    phases_of_places,
)
from iurc_dash.narrowing import narrow
from iurc_dash.selection import Selection

MOST = 4
# Fewer links than these say nothing about how we know.
FEWEST_LINKS = 10


def what_stands_out(dataset: Dataset, selection: Selection) -> tuple[Exhibit, ...]:
    """Up to four findings that hold for the selection; those with too little data are left out."""
    narrowed = narrow(dataset, selection)
    candidates: Sequence[Callable[[Dataset, Dataset], Exhibit | None]] = (
        returning_places,
        circular_economy_moved,
        regions_moved,
        online_moved,
        *(() if selection.stated_only else (stated_links,)),
    )
    found = (candidate(dataset, narrowed) for candidate in candidates)
    return tuple([exhibit for exhibit in found if exhibit is not None][:MOST])


def returning_places(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """Places that took part in more than one phase."""
    phases = phases_of_places(narrowed)
    returned = [place for place, its in phases.items() if len(its) > 1]
    if not returned:
        return None
    counts = Counter(len(its) for its in phases.values())
    finding = ngettext(
        "{count} of {total} places was in pairings of more than one phase",
        "{count} of {total} places were in pairings of more than one phase",
        len(returned),
    ).format(count=format_number(len(returned)), total=format_number(len(phases)))
    if counts[3] and len(phases_shown(narrowed)) == 3:
        finding = _("{said}, {count} of them in all three.").format(
            said=finding, count=format_number(counts[3])
        )
    else:
        finding += "."
    labels = {1: _("One phase"), 2: _("Two phases"), 3: _("Three phases")}
    categories = [Category(str(number), labels.get(number, str(number))) for number in sorted(counts)]
    values = tuple(counts[int(category.key)] for category in categories)
    members = rows_in(narrowed["pairing_members"], "pairing_id", "place_id")
    # Places themselves cite no source: that they took part rests on their membership.
    rows = rows_of(places=phases, pairing_members=(f"{pairing}|{place}" for pairing, place in members))
    numbers = counted_names((category.label, counts[int(category.key)]) for category in categories)
    return Exhibit(
        key="returning_places",
        question=_("Who came back in a later phase?"),
        finding=finding,
        form=Bars(tuple(categories), (Series("places", _("Places"), values, "accent"),), _("places")),
        table=_places_table(dataset, narrowed, phases),
        alt=f"{finding} {numbers}.",
        rows=rows,
        cautions=("recorded_only",),
        sources=sources_behind(dataset, rows),
    )


def _places_table(dataset: Dataset, narrowed: Dataset, phases: Mapping[str, tuple[str, ...]]) -> ExhibitTable:
    names = dataset.names
    pairings = Counter(narrowed["pairing_members"]["place_id"].tolist())
    columns = [
        Column("place", _("Place"), "place", key_column="place_id"),
        Column("country", _("Country or territory")),
        Column("phases", _("Phases")),
        Column("pairing_count", _("Pairings"), "number"),
    ]
    ordered = sorted(phases, key=lambda place: (-len(phases[place]), names.places[place], place))
    return table_of(
        columns,
        (
            {
                "place": names.places[place],
                "place_id": place,
                "country": names.countries[names.place_countries[place]],
                "phases": format_names([names.phases[phase] for phase in phases[place]]),
                "phase_count": len(phases[place]),
                "pairing_count": pairings[place],
            }
            for place in ordered
        ),
    )


def stated_links(dataset: Dataset, narrowed: Dataset) -> Exhibit | None:
    """How many links to Sustainable Development Goals a source states, and how many were inferred."""
    bases = goal_link_bases(narrowed)
    stated = sum(len(by_basis["stated"]) for by_basis in bases.values())
    total = stated + sum(len(by_basis["inferred"]) for by_basis in bases.values())
    if total < FEWEST_LINKS:
        return None
    kinds = sorted(bases, key=lambda kind: (-sum(map(len, bases[kind].values())), kind))
    finding = ngettext(
        "Of {total} links to Sustainable Development Goals {stated} is stated by a source ({share}); the others "
        "are inferred.",
        "Of {total} links to Sustainable Development Goals {stated} are stated by a source ({share}); the others "
        "are inferred.",
        stated,
    ).format(total=format_number(total), stated=format_number(stated), share=format_share(stated / total))
    if stated in (0, total):
        finding = _(
            "None of {total} links to Sustainable Development Goals is stated by a source; all are inferred."
        )
        if stated:
            finding = _("All {total} links to Sustainable Development Goals are stated by a source.")
        finding = finding.format(total=format_number(total))
    subjects = {
        "pairing": _("Pairings"),
        "activity": _("Activities"),
        "theme": _("Themes"),
        "edition": _("Editions"),
        "programme": _("The programme"),
    }
    names = {"stated": _("Stated"), "inferred": _("Inferred")}
    series = (
        Series("stated", names["stated"], tuple(len(bases[kind]["stated"]) for kind in kinds), "accent"),
        Series(
            "inferred",
            names["inferred"],
            tuple(len(bases[kind]["inferred"]) for kind in kinds),
            "accent",
            "outlined",
        ),
    )
    rows = rows_of(contributions=(row for kind in kinds for keys in bases[kind].values() for row in keys))
    columns = [
        Column("subject", _("What is linked")),
        *(Column(basis, name, "number") for basis, name in names.items()),
        Column("total", _("All"), "number"),
    ]
    records = [
        {
            "subject": subjects[kind],
            **{b: len(k) for b, k in bases[kind].items()},
            "total": sum(map(len, bases[kind].values())),
        }
        for kind in kinds
    ]
    records.append({"subject": _("All"), "stated": stated, "inferred": total - stated, "total": total})
    return Exhibit(
        key="stated_links",
        question=_("How do we know which goals are served?"),
        finding=finding,
        form=Bars(tuple(Category(kind, subjects[kind]) for kind in kinds), series, _("links")),
        table=table_of(columns, records),
        alt=finding,
        rows=rows,
        cautions=("inferred_goals",),
        sources=sources_behind(dataset, rows),
    )
