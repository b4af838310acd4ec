"""The programme itself: phases, regions, editions, what it reported and what is not known."""

from __future__ import annotations

from iurc_dash.dates import FIRST_YEAR, LAST_YEAR
from iurc_dash.tables.definition import (
    GAP_KINDS,
    PAIRING_STATUSES,
    QUALIFIERS,
    TEXT_LENGTH,
    Number,
    Table,
    Text,
    Whole,
    column,
)


class Phases(Table, name="phases", settled=True):
    """The stages of the programme."""

    phase_id: Text = column("Number of the phase", example="2", required=True)
    name: Text = column("Name for readers", example="Phase 2", required=True)
    programme_name: Text = column("What the programme was called in it", example="IURC", required=True)
    short_label: Text = column("Label for charts", example="2 · IURC 2021–2023", required=True)
    start_year: Whole = column(
        "First year", unit="year", smallest=FIRST_YEAR, largest=LAST_YEAR, required=True
    )
    end_year: Whole = column(
        "Last year; blank while it runs", unit="year", smallest=FIRST_YEAR, largest=LAST_YEAR
    )
    description: Text = column("What the phase was, in one sentence", longest=TEXT_LENGTH)


class Regions(Table, name="regions", settled=True):
    """The programme's world regions; ALL is the programme as a whole."""

    region_id: Text = column("Code of the region", example="NA", required=True)
    name: Text = column("Name for readers", example="North America", required=True)
    short_name: Text = column("Name for charts", example="North America", required=True)
    order: Whole = column("Place in lists and charts", smallest=0, required=True)
    description: Text = column("What the region takes in, in one sentence", longest=TEXT_LENGTH)


class Editions(Table, name="editions"):
    """One region's run of one phase; ALL-n is the programme as a whole in a phase."""

    edition_id: Text = column("Region and phase", example="NA-2", required=True)
    region_id: Text = column("Region", refers="regions.region_id", required=True)
    phase_id: Text = column("Phase", refers="phases.phase_id", required=True)
    short_name: Text = column("Name for readers", example="North America, phase 2", required=True)
    official_name: Text = column("The programme's own name for it")
    start_date: Text = column("Start, as exact as known", example="2021-01", date=True)
    end_date: Text = column("End, as exact as known", example="2023-12", date=True)
    status: Text = column("Whether it runs; blank where no source says", allowed=PAIRING_STATUSES)
    budget_eur: Number = column("Budget as published", unit="euro", smallest=0)
    implemented_for: Text = column("Services of the European Commission it is run for")
    note: Text = column("What a reader should know about dates and sources", longest=TEXT_LENGTH)
    collected_note: Text = column(
        "Remark on dates and money, as collected from the sources", longest=TEXT_LENGTH
    )
    order: Whole = column("Place in lists", smallest=0, required=True)


class EditionPredecessors(Table, name="edition_predecessors"):
    """Which editions of the phase before an edition built on."""

    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    previous_edition_id: Text = column("Edition before it", refers="editions.edition_id", required=True)


class EditionCountries(Table, name="edition_countries"):
    """Partner countries and territories of an edition, as the programme names them."""

    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    country_code: Text = column("Country or territory", refers="countries.country_code", required=True)


class ReportedFigures(Table, name="reported_figures"):
    """Totals that the programme itself published."""

    figure_id: Text = column("Readable key", required=True)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    indicator: Text = column("What was counted", example="pairings", required=True)
    value: Number = column("The total as published", smallest=0, required=True)
    qualifier: Text = column("Exact, at least or about", allowed=QUALIFIERS, required=True)
    as_of: Text = column("Date the total stands for", date=True)
    note: Text = column("What the total takes in", longest=TEXT_LENGTH)


class Gaps(Table, name="gaps"):
    """What was looked for and not found, and where sources disagree."""

    gap_id: Text = column("Readable key", required=True)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    subject: Text = column("What it is about", example="pairings", required=True)
    kind: Text = column("What kind of note it is", allowed=GAP_KINDS, required=True)
    note: Text = column("The note, in whole sentences", required=True, longest=TEXT_LENGTH)


class GapPairings(Table, name="gap_pairings"):
    """Pairings that a gap note speaks of."""

    gap_id: Text = column("Gap note", refers="gaps.gap_id", required=True)
    pairing_id: Text = column("Pairing", refers="pairings.pairing_id", required=True)
