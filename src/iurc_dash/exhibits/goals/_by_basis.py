"""Marks, bars and tables of what is linked to goals or agendas, stated and inferred told apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from iurc_dash.exhibits.columns import CellOf, shared
from iurc_dash.exhibits.shaping import TEXTURES, stacked_bars, table_by_category
from iurc_dash.forms import Axis, Bars, Category, Form, Look, Sample, Series, Unit, UnitChart, UnitGroup
from iurc_dash.language import _, format_number, format_parts, ngettext
from iurc_dash.metrics.goals import (
    SDG,
    SUBJECT_KINDS,
    GoalLink,
    contributions_of,
    goals_of,
)
from iurc_dash.metrics.sources import sources_of_rows
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count
from iurc_dash.tables.keys import SUBJECT_TABLES
from iurc_dash.tabular import Column, Table
from iurc_dash.view import View
from iurc_dash.vocabulary import plural_word, word

# More marks than these are no picture.
MOST_MARKS = 400


def goal_axis(view: View) -> Axis:
    """The Sustainable Development Goals in order, with their numbers."""
    goals = tuple(Category(goal, view.words.goal_label(goal)) for goal in goals_of(view, SDG))
    return Axis(_("Goal"), goals, "goals")


def form_by_basis(
    view: View, tally: Tally, axis: Axis, linked: Mapping[str, Sequence[GoalLink]], unit: str
) -> Form:
    """Every link one mark, stated filled and first, our reading hollow; most linked first, nothing linked in one line.

    Where there are more than can be told apart they are bars.
    """
    if sum(map(len, linked.values())) > MOST_MARKS:
        return bars_by_basis(view, tally, axis, unit)
    ranked = sorted(axis.categories, key=lambda category: -tally.at(category.key).value)
    return UnitChart(
        title=axis.title,
        groups=tuple(_group(view, one, linked[one.key], tally) for one in ranked if one.key in linked),
        unit=unit,
        samples=tuple(
            Sample(Look("neutral", texture), word("bases", basis))
            for basis, texture in TEXTURES.items()
            if tally.at(None, basis)
        ),
        arrangement="rows",
        empty=tuple(category for category in axis.categories if category.key not in linked),
        empty_label=_("No link is recorded:"),
    )


def _group(view: View, category: Category, links: Sequence[GoalLink], tally: Tally) -> UnitGroup:
    number = goals_of(view, SDG).get(category.key, "")
    colour = f"goal-{number}" if number else "accent"
    ordered = sorted(links, key=lambda link: link.basis != "stated")
    stated = tally.at(category.key, "stated").value
    note = ngettext("{count} stated by a source", "{count} stated by a source", stated)
    return UnitGroup(
        key=category.key,
        label=view.words.names("goals")[category.key] if number else category.label,
        units=tuple(
            Unit(
                ".".join(link.subject),
                format_parts((_say_subject(view, link), word("bases", link.basis))),
                link.subject,
                Look(colour, TEXTURES[link.basis]),
            )
            for link in ordered
        ),
        total=tally.at(category.key),
        note=note.format(count=format_number(stated)) if 0 < stated < len(links) else "",
        sign=number,
        colour=colour,
    )


def _say_subject(view: View, link: GoalLink) -> str:
    """The name of what is linked; the programme as a whole has none of its own."""
    if link.subject_kind not in SUBJECT_TABLES:
        return word("subject_kinds", link.subject_kind)
    return view.say(SUBJECT_TABLES[link.subject_kind], link.subject_id)


def bars_by_basis(view: View, tally: Tally, axis: Axis, unit: str) -> Bars:
    """Stacked bars by (category, basis): stated solid, inferred outlined; goals with a number in its colour."""
    numbers = goals_of(view, SDG)
    colours = tuple(f"goal-{numbers[key]}" if numbers.get(key) else "accent" for key in axis.keys)
    series = (
        Series(
            key=basis,
            label=word("bases", basis),
            values=(),
            colour="accent",
            texture=texture,
            value_colours=colours,
        )
        for basis, texture in TEXTURES.items()
    )
    return stacked_bars(tally, axis, series, unit)


def table_by_basis(
    view: View,
    tally: Tally,
    axis: Axis,
    linked: Mapping[str, Sequence[GoalLink]],
    further: Sequence[CellOf[str]] = (),
    *,
    vocabulary: str = "",
) -> Table:
    """The table of such bars: subjects, how they are known and of what kind, and the rows that say so.

    `linked` are the links of each category, `further` are columns before that of the sources.
    """
    kinds = [kind for kind in SUBJECT_KINDS if tally.at(None, None, kind)]
    return table_by_category(
        axis,
        [
            (Column("subjects", _("How many"), "count"), tally.at),
            *(
                (Column(basis, word("bases", basis), "count"), partial(_count, tally, basis, None))
                for basis in TEXTURES
            ),
            *((Column(kind, _say_kind(kind), "count"), partial(_count, tally, None, kind)) for kind in kinds),
            (
                Column("rows", _("Rows in the data"), "count"),
                lambda key: contributions_of(linked.get(key, ())),
            ),
            *further,
            (
                shared("sources", hidden=True),
                lambda key: sources_of_rows(view.whole, contributions_of(linked.get(key, ())).rows),
            ),
        ],
        vocabulary=vocabulary,
    )


def inferred_caution(links: Iterable[GoalLink]) -> tuple[str, ...]:
    """The caution on inferred links, where there are any."""
    return ("inferred_goals",) if any(link.basis == "inferred" for link in links) else ()


def _count(tally: Tally, basis: str | None, kind: str | None, key: str) -> Count:
    return tally.at(key, basis, kind)


def _say_kind(kind: str) -> str:
    return (
        plural_word("tables", SUBJECT_TABLES[kind]) if kind in SUBJECT_TABLES else word("subject_kinds", kind)
    )
