"""The whole story of one pairing in words, from every table that speaks of it. Places: place_profiles.py."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.exhibit import sources_behind
from iurc_dash.exhibits.place_profiles import place_summary
from iurc_dash.exhibits.profile_lines import (
    ContributionLine,
    MemberLine,
    PairingLine,
    PairingProfile,
    PlaceProfile,
    SourceLine,
    StakeholderLine,
    ThemeLine,
)
from iurc_dash.exhibits.wording import (
    BASES,
    EXACTNESSES,
    SIDES,
    STATUSES,
    in_words,
    kind_of_pairing,
    recorded,
)
from iurc_dash.language import _, format_date, format_period
from iurc_dash.metrics.goals import agendas_in_order
from iurc_dash.metrics.pairings import PairingRecord, pairing_records, related_pairings
from iurc_dash.metrics.reading import rows_in

__all__ = [
    "PairingProfile",
    "PlaceProfile",
    "SourceLine",
    "pairing_profile",
    "place_summary",
    "source_lines",
]


def pairing_profile(dataset: Dataset, pairing_id: str) -> PairingProfile | None:
    """The profile of a pairing; None for a key that the dataset does not know."""
    record = pairing_records(dataset).get(pairing_id)
    if record is None:
        return None
    names = dataset.names
    return PairingProfile(
        pairing_id=pairing_id,
        name=names.pairings.get(pairing_id, pairing_id),
        edition_id=record.edition_id,
        edition=names.editions[record.edition_id],
        phase=names.phases[record.phase_id],
        region=names.regions[record.region_id],
        kind=kind_of_pairing(record),
        period=format_period(record.start_date, record.end_date),
        status=in_words(STATUSES, record.status),
        summary=recorded(record.summary),
        members=_members(dataset, record),
        themes=_themes(dataset, record),
        contributions=_contributions(dataset, record),
        activity_count=len(record.activities),
        related=_related(dataset, record),
        stakeholders=_stakeholders(dataset, record),
        gaps=_gaps(dataset, record),
        sources=_sources(dataset, record),
    )


def source_lines(dataset: Dataset, source_ids: Iterable[str]) -> tuple[SourceLine, ...]:
    """Sources in words, in the given order; a source without a title is called by its address."""
    known = _sources_by_key(dataset)
    found = [known[source] for source in source_ids if source in known]
    return tuple(
        SourceLine(title or url, recorded(publisher), format_date(date), url)
        for title, publisher, date, url in found
    )


@lru_cache(maxsize=4)
def _sources_by_key(dataset: Dataset) -> Mapping[str, tuple[str, str, str, str]]:
    columns = ("source_id", "title", "publisher", "published_date", "url")
    return {
        source: (title, publisher, date, url)
        for source, title, publisher, date, url in rows_in(dataset["sources"], *columns)
    }


def _members(dataset: Dataset, record: PairingRecord) -> tuple[MemberLine, ...]:
    names = dataset.names
    places = dataset["places"]
    places = places[places["place_id"].isin(record.places)]
    kinds = dict(rows_in(places, "place_id", "kind"))
    exactness = dict(rows_in(places, "place_id", "exactness"))
    return tuple(
        MemberLine(
            place_id=place,
            name=names.places[place],
            country=names.countries[names.place_countries[place]],
            kind=kinds[place],
            side=in_words(SIDES, side),
            position=in_words(EXACTNESSES, exactness[place]),
            note=_side_note(names.place_countries[place], side, record.phase_id),
        )
        for place, side in record.members
    )


def _side_note(country_code: str, side: str, phase_id: str) -> str:
    """British members are on the EU side of pairings as the programme had it; readers need to know when that was."""
    if country_code != "GB" or side != "EU":
        return ""
    if phase_id == "1":
        return _(
            "On the EU side as it was then; the United Kingdom left the EU at the end of 31 January 2020."
        )
    return _("Listed on the EU side by the programme, although the United Kingdom had left the EU.")


def _themes(dataset: Dataset, record: PairingRecord) -> tuple[ThemeLine, ...]:
    table = dataset["pairing_themes"]
    table = table[table["pairing_id"] == record.pairing_id]
    labels: dict[str, list[str]] = {}
    for theme, label in rows_in(table, "theme_id", "label"):
        labels.setdefault(theme, []).append(label)
    names, themes = dataset.names, dataset["themes"]
    clusters = dict(rows_in(themes, "theme_id", "cluster_id"))
    return tuple(
        ThemeLine(theme, names.themes[theme], names.clusters[clusters[theme]], tuple(labels[theme]))
        for theme in record.themes
    )


def _contributions(dataset: Dataset, record: PairingRecord) -> tuple[ContributionLine, ...]:
    """Stated before inferred, agendas and goals in their order."""
    names = dataset.names
    goals, agendas = dataset["goals"], agendas_in_order(dataset)
    numbers = dict(rows_in(goals, "goal_id", "number"))
    orders = dict(rows_in(goals, "goal_id", "order"))
    table = dataset["contributions"]
    table = table[(table["subject_kind"] == "pairing") & (table["subject_id"] == record.pairing_id)]
    columns = ("basis", "agenda_id", "goal_id", "contribution_id", "target", "reason")
    rows = sorted(
        rows_in(table, *columns),
        key=lambda row: (row[0] != "stated", agendas.index(row[1]), orders.get(row[2], 0), row[3]),
    )
    return tuple(
        ContributionLine(
            agenda=names.agendas[agenda],
            goal_id=goal,
            number=numbers.get(goal, ""),
            goal=names.goals[goal] if goal else _("the agenda as a whole"),
            target=target,
            basis=in_words(BASES, basis),
            reason=recorded(reason),
            source_urls=_urls(dataset, key),
        )
        for basis, agenda, goal, key, target, reason in rows
    )


def _urls(dataset: Dataset, contribution_id: str) -> tuple[str, ...]:
    found = sources_behind(dataset, {"contributions": (contribution_id,)})
    return tuple(line.url for line in source_lines(dataset, found))


def _related(dataset: Dataset, record: PairingRecord) -> tuple[PairingLine, ...]:
    names, records = dataset.names, pairing_records(dataset)
    return tuple(
        PairingLine(
            key,
            names.pairings[key],
            names.editions[records[key].edition_id],
            tuple(names.places[p] for p in shared),
        )
        for key, shared in related_pairings(dataset, record.pairing_id)
    )


def _stakeholders(dataset: Dataset, record: PairingRecord) -> tuple[StakeholderLine, ...]:
    table = dataset["stakeholders"]
    table = table[(table["subject_kind"] == "pairing") & (table["subject_id"] == record.pairing_id)]
    return tuple(StakeholderLine(kind, recorded(note)) for kind, note in rows_in(table, "kind", "note"))


def _gaps(dataset: Dataset, record: PairingRecord) -> tuple[str, ...]:
    links, gaps = dataset["gap_pairings"], dataset["gaps"]
    wanted = set(links.loc[links["pairing_id"] == record.pairing_id, "gap_id"])
    # One note of several editions stands once for each of them.
    return tuple(dict.fromkeys(gaps.loc[gaps["gap_id"].isin(wanted), "note"]))


def _sources(dataset: Dataset, record: PairingRecord) -> tuple[SourceLine, ...]:
    contributions, stakeholders = dataset["contributions"], dataset["stakeholders"]
    own = (contributions["subject_kind"] == "pairing") & (contributions["subject_id"] == record.pairing_id)
    taking_part = (stakeholders["subject_kind"] == "pairing") & (
        stakeholders["subject_id"] == record.pairing_id
    )
    rows = {
        "pairings": (record.pairing_id,),
        "pairing_members": tuple(f"{record.pairing_id}|{place}" for place in record.places),
        "contributions": tuple(contributions.loc[own, "contribution_id"]),
        "stakeholders": tuple(stakeholders.loc[taking_part, "stakeholder_id"]),
    }
    return source_lines(dataset, sources_behind(dataset, rows))
