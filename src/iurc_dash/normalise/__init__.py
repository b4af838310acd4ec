"""The step from collected rows to the tables of the package, one subject a module."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.checks import Checked, check
from iurc_dash.checks.collected import check_collected, made_from
from iurc_dash.normalise.corrections import apply_corrections, correction_citations
from iurc_dash.normalise.events import activities, canonical_activities
from iurc_dash.normalise.gap_rows import gaps
from iurc_dash.normalise.gazetteer import Gazetteer, towns_missing
from iurc_dash.normalise.goals import Subjects, contributions, stakeholders
from iurc_dash.normalise.networks import networks
from iurc_dash.normalise.pairings import pairings
from iurc_dash.normalise.part import Part
from iurc_dash.normalise.places import settled_places
from iurc_dash.normalise.programme import programme, reported_figures
from iurc_dash.normalise.reference import Reference
from iurc_dash.normalise.settled import settled_problems
from iurc_dash.normalise.sources import row_sources, sources
from iurc_dash.problems import Code, Problem
from iurc_dash.sources.raw import RawTables, Shape
from iurc_dash.tables.models import SETTLED_TABLES, TABLES


@dataclass(frozen=True)
class Normalised:
    """What was made of collected rows: rows of every package table as text, and the account of where they came from.

    `collected` are the rows after their corrections, of which there were `corrections`.
    """

    part: Part
    collected: RawTables
    corrections: int


def normalise(
    collected: RawTables, reference: Reference, gazetteer: Gazetteer | None
) -> tuple[Normalised, list[Problem]]:
    """Make the rows of the package from those that can be understood; and a Problem for each that cannot.

    Without a gazetteer towns have no position.
    """
    corrected = apply_corrections(collected, reference)
    collected = corrected.collected
    whole, place_ids = settled_places(collected, reference, gazetteer)
    whole.tables |= {name: reference[name] for name in SETTLED_TABLES}
    whole.unmet += [*corrected.unmet, *settled_problems(collected, reference)]
    if gazetteer is None:
        whole.problems.append(towns_missing())
    listed, source_ids = sources(collected)
    same, activity_ids = canonical_activities(collected, reference)
    subjects = Subjects(collected, reference, activity_ids)
    whole.take(
        [
            listed,
            same,
            programme(collected, reference),
            reported_figures(collected),
            pairings(collected, reference, place_ids),
            networks(collected, reference, place_ids),
            contributions(collected, reference, subjects),
            activities(collected, reference, activity_ids),
            stakeholders(collected, reference, subjects),
            gaps(collected, reference),
        ]
    )
    whole.citations += correction_citations(corrected.made, activity_ids)
    whole.take([row_sources(whole.citations, source_ids)])
    return Normalised(whole, collected, len(corrected.made)), whole.problems


def checked(
    collected: RawTables, reference: Reference, gazetteer: Gazetteer | None
) -> tuple[Checked, Normalised]:
    """Check collected rows, make the tables of the package, check those; all is told where people entered it."""
    told = check_collected(collected)
    told_rows = {(problem.table, problem.row) for problem in told}
    normalised, found = normalise(collected, reference, gazetteer)
    # A row with a wrong cell is told of that alone, and nothing is said about keys that may be in rows not read.
    is_part = collected.incomplete or any(problem.code is Code.ONE_UNIT for problem in collected.problems)
    unsaid = {Code.DANGLING_REFERENCE, Code.UNKNOWN_SOURCE} if is_part else set()
    problems = [
        problem
        for problem in found
        if (problem.table, problem.row) not in told_rows and problem.code not in unsaid
    ]
    raw = RawTables(
        Shape.PACKAGE,
        tables={name: normalised.part.tables.get(name, []) for name in TABLES},
        problems=[*collected.problems, *problems],
        incomplete=set().union(*(made_from(table) for table in collected.incomplete)),
    )
    return check(raw, told), normalised
