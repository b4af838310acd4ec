"""The model of every table: the descriptor, the data dictionary, validation and typed reading are all made from these.

Importing pandera takes half a second, so nothing on the dashboard's start path imports this.
"""

from __future__ import annotations

from iurc_dash.dates import FIRST_YEAR, LAST_YEAR
from iurc_dash.tables.definition import (
    ACTIVITY_KINDS,
    BASES,
    EXACTNESSES,
    GAP_KINDS,
    JOINT,
    MEASURES,
    MODELS,
    MODES,
    PAIRING_KINDS,
    PAIRING_STATUSES,
    PLACE_KINDS,
    POSITION_METHODS,
    QUALIFIERS,
    ROLES,
    SIDES,
    SLUG_PATTERN,
    STAKEHOLDER_KINDS,
    STATES,
    STEPS,
    SUBJECT_KINDS,
    TEXT_LENGTH,
    Flag,
    Number,
    Table,
    Text,
    Whole,
    column,
)
from iurc_dash.tables.keys import KEYS

# The programme itself: phases, regions, editions, what it reported and what is not known.


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
    official_name: Text = column("The programme’s own name for it")
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


class Comparisons(Table, name="comparisons", settled=True):
    """What a published total is held against: what this record counts in the same sense."""

    total: Text = column(
        "What was counted, as reported_figures.indicator has it, or the figure_id of a total that is another thing",
        example="city_pairings",
        required=True,
    )
    measure: Text = column("What it is held against; blank: nothing that is counted here", allowed=MEASURES)
    reason: Text = column("Why, where it is not plain", longest=TEXT_LENGTH)


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


# Countries and places that took part.


class Countries(Table, name="countries", settled=True):
    """Countries and territories that occur in the data."""

    country_code: Text = column("ISO 3166-1 alpha-2", example="PT", required=True, pattern=r"^[A-Z]{2}$")
    name: Text = column("Name of the country or territory", example="Portugal", required=True)
    is_eu_member: Flag = column("Whether it is a member state of the EU today", required=True)
    eu_member_phase_1: Flag = column("Whether it was one in phase 1", required=True)
    side_note: Text = column("What a reader must know about its side", longest=TEXT_LENGTH)


class Places(Table, name="places"):
    """Cities, metropolitan areas, regions and the like that took part."""

    place_id: Text = column("Readable key", example="bologna-it", required=True, pattern=SLUG_PATTERN)
    name: Text = column("Name for readers", example="Bologna", required=True)
    country_code: Text = column("Country or territory", refers="countries.country_code", required=True)
    kind: Text = column("What kind of place it is", allowed=PLACE_KINDS, required=True)
    latitude: Number = column("Latitude", unit="degrees north", smallest=-90, largest=90)
    longitude: Number = column("Longitude", unit="degrees east", smallest=-180, largest=180)
    population: Whole = column(
        "People, from GeoNames, of cities only; of the town or of its whole area, of different years, so not to"
        " be compared or added up",
        unit="people",
        smallest=0,
    )
    exactness: Text = column("What the position stands for", allowed=EXACTNESSES, required=True)
    position_method: Text = column("How the position was found", allowed=POSITION_METHODS)
    position_note: Text = column("What was settled by hand, and why", longest=TEXT_LENGTH)


class PlaceNames(Table, name="place_names"):
    """Names of a place as the sources write them."""

    place_id: Text = column("Place", refers="places.place_id", required=True)
    name: Text = column("Name as written", example="Nord-Est", required=True)


class PlaceRelations(Table, name="place_relations"):
    """Places that are related but not the same, such as a city and its metropolitan area."""

    place_id: Text = column("Place", refers="places.place_id", required=True)
    related_place_id: Text = column("The other place", refers="places.place_id", required=True)
    relation: Text = column("What the first is to the second", example="within", required=True)
    reason: Text = column("How this is known", longest=TEXT_LENGTH)


# Cooperations and the places that make them.


class Pairings(Table, name="pairings"):
    """Cooperations of two or more places."""

    pairing_id: Text = column(
        "Readable key", example="na-1-bologna-austin", required=True, pattern=SLUG_PATTERN
    )
    edition_id: Text = column("Edition it belongs to", refers="editions.edition_id", required=True)
    kind: Text = column("Between cities or between regions", allowed=PAIRING_KINDS, required=True)
    start_date: Text = column("Start, as exact as known", example="2017-12", date=True)
    end_date: Text = column("End, as exact as known", date=True)
    status: Text = column("Completed means that the phase is over", allowed=PAIRING_STATUSES)
    summary: Text = column("What the members worked on together, in our words", longest=TEXT_LENGTH)


class PairingMembers(Table, name="pairing_members"):
    """The places that make a pairing: two, three or more."""

    pairing_id: Text = column("Pairing", refers="pairings.pairing_id", required=True)
    place_id: Text = column("Place", refers="places.place_id", required=True)
    side: Text = column("On the EU side at the time, or partner", allowed=SIDES, required=True)
    order: Whole = column("Order as the source lists them", smallest=1, required=True)


class PairingThemes(Table, name="pairing_themes"):
    """Themes of a pairing, with the label as the source wrote it."""

    pairing_id: Text = column("Pairing", refers="pairings.pairing_id", required=True)
    theme_id: Text = column("Theme", refers="themes.theme_id", required=True)
    label: Text = column("Label as the source wrote it", required=True)


# Themes, their clusters, and the networks the programme named.


class ThematicClusters(Table, name="thematic_clusters", settled=True):
    """Groups of themes, built around the programme's own networks."""

    cluster_id: Text = column(
        "Readable key", example="circular-economy-and-waste", required=True, pattern=SLUG_PATTERN
    )
    name: Text = column("Name for readers", required=True)
    description: Text = column("What it takes in", longest=TEXT_LENGTH)
    order: Whole = column("Place in lists and charts", smallest=0, required=True)


class Themes(Table, name="themes", settled=True):
    """What pairings and activities work on, in one controlled list."""

    theme_id: Text = column("Readable key", example="circular-economy", required=True, pattern=SLUG_PATTERN)
    name: Text = column("Name for readers", example="Circular economy", required=True)
    cluster_id: Text = column("Thematic cluster", refers="thematic_clusters.cluster_id", required=True)
    description: Text = column("What counts as this theme", longest=TEXT_LENGTH)


class ThematicNetworks(Table, name="thematic_networks"):
    """Networks, clusters and topics that the programme itself named in an edition."""

    network_id: Text = column("Readable key", required=True, pattern=SLUG_PATTERN)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    name: Text = column("Name as the programme writes it", required=True)
    description: Text = column("What it is, in our words", longest=TEXT_LENGTH)


class NetworkThemes(Table, name="network_themes"):
    """Themes that a thematic network stands for."""

    network_id: Text = column("Thematic network", refers="thematic_networks.network_id", required=True)
    theme_id: Text = column("Theme", refers="themes.theme_id", required=True)


class NetworkMembers(Table, name="network_members"):
    """Places that took part in an edition or one of its networks, in a pairing or not."""

    member_id: Text = column("Readable key", required=True)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)
    network_id: Text = column(
        "Network; blank where the source names none", refers="thematic_networks.network_id"
    )
    place_id: Text = column("Place", refers="places.place_id", required=True)
    side: Text = column("On the EU side at the time, or partner", allowed=SIDES, required=True)


# Agendas, their goals, and what contributes to them.


class Agendas(Table, name="agendas", settled=True):
    """Agendas that contributions are made to."""

    agenda_id: Text = column("Readable key", example="sdg", required=True)
    name: Text = column("Name for readers", required=True)
    short_name: Text = column("Name for charts", required=True)
    url: Text = column("Where the agenda is published")
    description: Text = column("What it is, in one sentence", longest=TEXT_LENGTH)


class Goals(Table, name="goals", settled=True):
    """Goals or areas of an agenda."""

    goal_id: Text = column("Readable key", example="sdg-11", required=True, pattern=SLUG_PATTERN)
    agenda_id: Text = column("Agenda", refers="agendas.agenda_id", required=True)
    number: Text = column("Number within the agenda", example="11")
    name: Text = column("Official short name", required=True)
    short_name: Text = column("Name for charts", required=True)
    colour: Text = column("The UN's colour of a Sustainable Development Goal")
    order: Whole = column("Place in lists and charts", smallest=0, required=True)


class Contributions(Table, name="contributions"):
    """What ties a pairing, activity, theme or edition to a goal, and how that is known."""

    contribution_id: Text = column("Readable key", required=True)
    subject_kind: Text = column("What contributes", allowed=SUBJECT_KINDS, required=True)
    subject_id: Text = column("Its key in the table of its kind; 'programme' for the whole", required=True)
    agenda_id: Text = column("Agenda", refers="agendas.agenda_id", required=True)
    goal_id: Text = column("Goal; blank when the agenda is named as a whole", refers="goals.goal_id")
    target: Text = column("Target, where the source names one", example="11.6")
    basis: Text = column(
        "Stated by a source, or inferred from what was worked on", allowed=BASES, required=True
    )
    reason: Text = column("Where it is said, or why it was inferred", longest=TEXT_LENGTH)


# What happened, came out or is planned, and who took part besides the places.


class Activities(Table, name="activities"):
    """Things that happened or came out, and some that are only planned or proposed, as `state` says."""

    activity_id: Text = column("Readable key", required=True, pattern=SLUG_PATTERN)
    edition_id: Text = column("Edition it is counted under", refers="editions.edition_id", required=True)
    kind: Text = column("What kind of activity it is", allowed=ACTIVITY_KINDS, required=True)
    title: Text = column("Title in our words", required=True)
    start_date: Text = column("Start, as exact as known", date=True)
    end_date: Text = column("End, as exact as known", date=True)
    place_name: Text = column("Where, as written")
    country_codes: Text = column("Countries or territories it took place in, separated by '; '")
    mode: Text = column("In person, online or hybrid; blank where no source says", allowed=MODES)
    participants: Number = column(
        "Participants, where a source gives a number", unit="people", smallest=0, whole=True
    )
    state: Text = column(
        "Done, or only planned or proposed, which is never counted as come out; blank where it is not recorded",
        allowed=STATES,
    )
    step: Text = column("Step of the cooperation that it is for its pairing, in our reading", allowed=STEPS)
    joint: Text = column("Whether both sides did it; blank where no source says", allowed=JOINT)


class ActivityEditions(Table, name="activity_editions"):
    """Every edition that recorded an activity; an event of the whole programme has several."""

    activity_id: Text = column("Activity", refers="activities.activity_id", required=True)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)


class ActivityPairings(Table, name="activity_pairings"):
    """Pairings that an activity belongs to."""

    activity_id: Text = column("Activity", refers="activities.activity_id", required=True)
    pairing_id: Text = column("Pairing", refers="pairings.pairing_id", required=True)


class ActivityThemes(Table, name="activity_themes"):
    """Themes of an activity, with the label as the source wrote it."""

    activity_id: Text = column("Activity", refers="activities.activity_id", required=True)
    theme_id: Text = column("Theme", refers="themes.theme_id", required=True)
    label: Text = column("Label as the source wrote it", required=True)


class Stakeholders(Table, name="stakeholders"):
    """Who took part, was visited or was met besides the cities and regions."""

    stakeholder_id: Text = column("Readable key", required=True)
    subject_kind: Text = column(
        "Whether of a pairing or an activity", allowed=("pairing", "activity"), required=True
    )
    subject_id: Text = column("Key of the pairing or activity", required=True)
    kind: Text = column("Kind of stakeholder", allowed=STAKEHOLDER_KINDS, required=True)
    note: Text = column("Who, in our words", longest=TEXT_LENGTH)
    role: Text = column(
        "Took part, or was only visited or met; blank where the note does not say", allowed=ROLES
    )


# Where rows were read.


class Sources(Table, name="sources"):
    """Public pages that rows were read from."""

    source_id: Text = column("Readable key", required=True, pattern=SLUG_PATTERN)
    url: Text = column("Address", required=True, pattern=r"^https?://\S+$", longest=TEXT_LENGTH)
    title: Text = column("Title, in our words or translated")
    publisher: Text = column("Who published it")
    published_date: Text = column("Date of publication, as exact as known", date=True)
    read_as: Text = column("What it supplied", longest=TEXT_LENGTH)


class RowSources(Table, name="row_sources"):
    """Which sources a row rests on; every fact row cites at least one."""

    table_name: Text = column("Table of the row", example="pairings", required=True)
    row_id: Text = column("Key of the row; the columns of a longer key joined by '|'", required=True)
    source_id: Text = column("Source", refers="sources.source_id", required=True)


TABLES: dict[str, type[Table]] = {name: MODELS[name] for name in KEYS}
# The rows of these tables are those of the file of their name in data/reference, as they stand there.
SETTLED_TABLES = tuple(name for name, model in TABLES.items() if model.is_settled())
