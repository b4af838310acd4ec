"""Activities by year: of which kinds, and how events were held."""

from __future__ import annotations

from collections.abc import Iterable

from iurc_dash.exhibit import Answer
from iurc_dash.exhibits.activities._sentences import cautions_of, say_none
from iurc_dash.exhibits.register import exhibit
from iurc_dash.exhibits.sentences import (
    join_names,
    join_sentences,
    part_of_whole,
    say_ahead,
    say_all,
    say_places_matched,
    say_undated,
)
from iurc_dash.exhibits.shaping import matrix_of, matrix_table, nothing_found
from iurc_dash.forms import Apart, Axis, Band, Category, Series, TimeColumns
from iurc_dash.language import N_, _, format_number, format_parts, ngettext
from iurc_dash.metrics.activities import (
    activities_ahead,
    activities_by_year,
    counted_activities,
    events_held_by_year,
)
from iurc_dash.metrics.ranking import leaders
from iurc_dash.metrics.tally import Tally
from iurc_dash.quantities import Count, Share
from iurc_dash.view import View
from iurc_dash.vocabulary import VOCABULARIES, plural_word, word

ONLINE = "online"
# Years in which many could only meet online.
PANDEMIC_YEARS = ("2020", "2021")


@exhibit("activities/kinds-by-year", N_("Which kinds of activity were there in which year?"))
def kinds_by_year(view: View) -> Answer:
    """Dated activities by kind and year, kinds with most first; every year from the first to the last is shown."""
    tally = activities_by_year(view)
    if not counted_activities(view):
        return nothing_found(say_none(view))
    if not tally.whole:
        return nothing_found(_("No activity that matches has a date."))
    kinds = tuple(Category(kind, plural_word("activity_kinds", kind)) for kind in tally.ranked("kind"))
    form = matrix_of(tally, Axis(_("Kind"), kinds), _years(tally.keys("year")), _("activities"))
    undated = len(counted_activities(view)) - tally.whole.value
    return Answer(
        finding=_say_kinds(tally),
        more=join_sentences(
            say_undated(undated), say_ahead(activities_ahead(view).value), say_places_matched(view)
        ),
        form=form,
        table=lambda: matrix_table(form, "activity_kinds"),
        counted=tally.whole,
        cautions=(*cautions_of(counted_activities(view)), *(["undated"] if undated else [])),
    )


@exhibit("activities/held-by-year", N_("When did people meet in person, and when online?"))
def held_by_year(view: View) -> Answer:
    """Events whose year and form are recorded: in person and hybrid upwards, online downwards, year by year."""
    tally = events_held_by_year(view)
    known = Tally.of_table(
        tally.axes,
        "activities",
        (
            (cell, key)
            for cell, count in tally.cells.items()
            for key in count.in_rows_of("activities")
            if all(cell)
        ),
    )
    if not known.whole:
        return nothing_found(_("No event that matches has both a year and a form recorded."))
    years = _years(known.keys("year"))
    modes = Axis("", tuple(Category(mode, word("modes", mode)) for mode in _modes_in_order(known)))
    pandemic = any(known.at(year) for year in PANDEMIC_YEARS)
    held = [record for record in counted_activities(view) if record.is_event]
    return Answer(
        finding=_say_online(known),
        more=_say_left_out(tally),
        form=TimeColumns(
            axis=years,
            first_year=int(years.keys[0]),
            parts=1,
            series=tuple(_series(known, years, mode) for mode in modes.categories if mode.key != ONLINE),
            below=tuple(_series(known, years, mode) for mode in modes.categories if mode.key == ONLINE),
            totals=tuple(known.at(year) for year in years.keys),
            unit=_("events"),
            bands=_pandemic() if pandemic else (),
            apart=tuple(_apart(tally)),
        ),
        table=lambda: matrix_table(matrix_of(known, years, modes, _("events"))),
        counted=tally.whole,
        cautions=(*cautions_of(held), *(["pandemic_years"] if pandemic else [])),
    )


def _modes_in_order(tally: Tally) -> list[str]:
    """Modes in the order of their vocabulary, then those that it does not know, last what is not recorded."""
    order = {mode: place for place, mode in enumerate(VOCABULARIES["modes"])}
    return sorted(tally.keys("mode"), key=lambda mode: (not mode, order.get(mode, len(order)), mode))


def _years(recorded: Iterable[str]) -> Axis:
    """Every year from the first to the last that has anything."""
    known = [int(year) for year in recorded]
    years = map(str, range(min(known), max(known) + 1))
    return Axis(_("Year"), tuple(Category(year, year) for year in years))


def _series(tally: Tally, years: Axis, mode: Category) -> Series:
    values = tuple(tally.at(year, mode.key) for year in years.keys)
    return Series(mode.key, mode.label, values, f"mode-{mode.key}")


def _pandemic() -> tuple[Band, ...]:
    first, last = int(PANDEMIC_YEARS[0]), int(PANDEMIC_YEARS[-1])
    return (Band(_("Pandemic"), first, last + 1),)


def _apart(tally: Tally) -> Iterable[Apart]:
    """Events that have no place in the figure, by what is not recorded of them."""
    undated = tally.at("")
    formless = Count.union(tally.at(year, "") for year in tally.keys("year") if year)
    if formless:
        yield Apart("form", _("No source says how it was held"), formless)
    if undated:
        yield Apart("undated", _("No date is recorded"), undated)


def _say_kinds(tally: Tally) -> str:
    """When what comes up most came up; where kinds are level, how often."""
    years = tally.keys("year")
    if len(years) == 1:
        messages = (
            N_("The one dated activity falls in {year}."),
            N_("Both dated activities fall in {year}."),
            N_("All {count} dated activities fall in {year}."),
        )
        return say_all(tally.whole.value, messages, year=years[0])
    totals = {kind: tally.at(kind).value for kind in tally.ranked("kind")}
    first = leaders(totals)
    if len(first) == 1:
        return _say_rhythm(tally, first[0])
    names = join_names([plural_word("activity_kinds", kind) for kind in first], most=2, in_quotes=True)
    most = totals[first[0]]
    message = ngettext("{names} come up once each.", "{names} come up {count} times each.", most)
    return message.format(names=names, count=format_number(most))


def _say_rhythm(tally: Tally, kind: str) -> str:
    """How many of a kind there were before, in and since the years of the pandemic."""
    years = sorted(tally.keys("year"))
    messages = (_("{count} before {first}"), _("{count} in {first} and {last}"), _("{count} from {next} on"))
    said = [
        message.format(
            count=format_number(sum(tally.at(kind, year).value for year in within)), **_pandemic_years()
        )
        for message, within in zip(messages, _by_period(years), strict=True)
        if within
    ]
    return _("{kind}: {periods}.").format(
        kind=plural_word("activity_kinds", kind), periods=format_parts(said)
    )


def _by_period(years: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
    """Years before, in and after those of the pandemic."""
    years = list(years)
    return (
        [year for year in years if year < PANDEMIC_YEARS[0]],
        [year for year in years if year in PANDEMIC_YEARS],
        [year for year in years if year > PANDEMIC_YEARS[-1]],
    )


def _pandemic_years() -> dict[str, str]:
    """The first and the last year of the pandemic and the next, as sentences name them."""
    first, last = PANDEMIC_YEARS[0], PANDEMIC_YEARS[-1]
    return {"first": first, "last": last, "next": str(int(last) + 1)}


def _say_online(known: Tally) -> str:
    """How many events were online before, in and since the years of the pandemic, where any are known."""
    messages = (_("{share} before {first}"), _("{share} in {first} and {last}"), _("{share} from {next} on"))
    said = []
    for message, within in zip(messages, _by_period(known.keys("year")), strict=True):
        whole = Count.union(known.at(year) for year in within)
        if whole:
            online = Share(Count.union(known.at(year, ONLINE) for year in within), whole)
            said.append(message.format(share=part_of_whole(online), **_pandemic_years()))
    return _("Events online: {periods}.").format(periods=format_parts(said))


def _say_left_out(tally: Tally) -> str:
    """How many have no year, and how many no form."""
    undated = tally.at("").value
    formless = sum(tally.at(year, "").value for year in tally.keys("year") if year)
    unknown = _("For {count} dated events no source says how they were held.") if formless else ""
    return join_sentences(unknown.format(count=format_number(formless)), say_undated(undated))
