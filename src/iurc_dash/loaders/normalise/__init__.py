"""The step from collected rows to the tables of the package, one subject a module."""

from __future__ import annotations

from dataclasses import dataclass

from iurc_dash.loaders.collected import Collected, Row
from iurc_dash.loaders.gazetteer import Gazetteer
from iurc_dash.loaders.ledger import ROW, Ledger, counts_read
from iurc_dash.loaders.normalise.corrections import apply_corrections, correction_citations
from iurc_dash.loaders.normalise.events import activities, canonical_activities
from iurc_dash.loaders.normalise.gap_rows import gaps
from iurc_dash.loaders.normalise.goals import Subjects, contributions, stakeholders
from iurc_dash.loaders.normalise.networks import networks
from iurc_dash.loaders.normalise.pairings import pairings
from iurc_dash.loaders.normalise.part import Part
from iurc_dash.loaders.normalise.places import settled_places
from iurc_dash.loaders.normalise.programme import programme, reported_figures
from iurc_dash.loaders.normalise.settled import settled_problems
from iurc_dash.loaders.normalise.sources import derived_citations, row_sources, sources
from iurc_dash.loaders.reference import Reference
from iurc_dash.problems import DatasetError


@dataclass(frozen=True)
class Normalised:
    """Rows of every package table as text, the account of where they came from, values that differed."""

    tables: dict[str, list[Row]]
    ledger: Ledger
    differences: list[str]


def normalise(collected: Collected, reference: Reference, gazetteer: Gazetteer | None = None) -> Normalised:
    """Make the rows of the package; raises DatasetError with every Problem, or when rows do not add up."""
    corrected = apply_corrections(collected, reference)
    if corrected.problems:
        raise DatasetError(corrected.problems)
    collected = corrected.collected
    problems = settled_problems(collected, reference)
    if problems:
        raise DatasetError(problems)
    whole, place_ids = settled_places(collected, reference, gazetteer)
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
    whole.citations += correction_citations(reference, activity_ids)
    whole.take([row_sources(whole.citations, source_ids)])
    if whole.problems:
        raise DatasetError(whole.problems)
    ledger = _balanced(whole, collected, reference, corrected.count)
    return Normalised(whole.tables, ledger, whole.differences)


class LedgerError(Exception):
    """Rows that were read are neither in the package nor accounted for: a fault of the build itself."""


def _balanced(whole: Part, collected: Collected, reference: Reference, corrections: int) -> Ledger:
    read = counts_read(collected)
    read["gaps", ROW] = len(reference["gaps"])
    ledger = Ledger(whole.entries, read, corrections)
    made = {name: len(rows) for name, rows in whole.tables.items()}
    source_ids = {row["url"]: row["source_id"] for row in whole.tables["sources"]}
    derived = {
        "editions": made["editions"] - len(collected.tables["editions"]),
        "row_sources": derived_citations(whole.citations, source_ids),
    }
    wrong = ledger.gaps(made, derived)
    if wrong:
        raise LedgerError("\n".join(wrong))
    return ledger
