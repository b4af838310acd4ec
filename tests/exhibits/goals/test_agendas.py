"""Agendas named as a whole, the New Urban Agenda, EU agendas: who is linked, and how that is known."""

from __future__ import annotations

from artificial import artificial_dataset, frame
from artificial_pairings import made
from exhibit_checks import assert_sound, said

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import UnitChart
from iurc_dash.quantities import Count

ID = "goals/other-agendas"
Link = tuple[str, str, str, str, str]


def with_links(*links: Link, **tables: object) -> Dataset:
    """The artificial dataset with other links, given as (kind, subject, agenda, goal, basis)."""
    rows = [
        (f"c{number}", kind, subject, agenda, goal, "", basis, "Made up.")
        for number, (kind, subject, agenda, goal, basis) in enumerate(links, start=1)
    ]
    return artificial_dataset().with_tables(contributions=frame("contributions", rows), **tables)  # type: ignore[arg-type]


def eu(goal: str, subject: str = "na-1-webinar", kind: str = "activity", basis: str = "stated") -> Link:
    return (kind, subject, "eu", goal, basis)


PAIRINGS = (
    "na-1-testville-demo-city",
    "na-1-nowhereby-specimen",
    "lac-1-fictia-modelia",
    "jp-1-mockholm-prototype",
)


def groups_of(exhibit: Exhibit) -> tuple[str, ...]:
    """Keys of the agendas or areas that have marks, in their order."""
    assert isinstance(exhibit.form, UnitChart)
    return tuple(group.key for group in exhibit.form.groups)


def test_agendas_named_once_each_have_no_lead_and_names_stand_in_quotation_marks() -> None:
    two = with_links(eu("eu-covenant-of-mayors"), eu("eu-new-leipzig-charter"))
    assert said(made(two, ID)) == ("Linked once: 2 agendas. That is 1 activity. A source states both links.")
    two = with_links(eu("eu-covenant-of-mayors"), eu("eu-new-leipzig-charter", PAIRINGS[0], "pairing"))
    assert made(two, ID).finding == "2 agendas are linked once each, so none stands out."
    two = with_links(eu("eu-european-green-deal"), eu("eu-new-leipzig-charter", PAIRINGS[0], "pairing"))
    assert made(two, ID).finding == (
        "“European Green Deal” and “New Leipzig Charter” are linked once each, so none stands out."
    )
    goals = (
        "eu-european-green-deal",
        "eu-urban-agenda-for-the-eu",
        "eu-covenant-of-mayors",
        "eu-new-leipzig-charter",
    )
    links = [eu(goal, subject, "pairing") for goal, subject in zip(goals, PAIRINGS, strict=True)]
    assert said(made(with_links(*links), ID)) == (
        "4 agendas are linked once each, so none stands out. That is 4 pairings. A source states each of the 4 links."
    )


def test_agendas_are_most_first() -> None:
    links = [
        eu("eu-european-green-deal"),
        *(eu("eu-farm-to-fork", pairing, "pairing") for pairing in PAIRINGS[:2]),
    ]
    exhibit = made(with_links(*links), ID)
    assert_sound(exhibit)
    assert groups_of(exhibit) == ("eu-farm-to-fork", "eu-european-green-deal")
    assert exhibit.finding == (
        "“Farm to Fork strategy” is linked in 2 of 3 cases, before “European Green Deal” (1)."
    )
    many = with_links(*[eu("eu-farm-to-fork", f"a{n}") for n in range(20)], eu("eu-european-green-deal"))
    assert made(many, ID).finding == "“Farm to Fork strategy” is linked most often, in 20 of 21 (95%) cases."


def test_the_programme_and_editions_are_told_by_what_they_are() -> None:
    dataset = with_links(
        eu("eu-europe-2020", "programme", "programme"),
        eu("eu-europe-2020", "NA-1", "edition"),
        eu("eu-europe-2020", "NA-2", "edition"),
        eu("eu-europe-2020", PAIRINGS[0], "pairing", "inferred"),
    )
    exhibit = made(dataset, ID)
    assert_sound(exhibit)
    assert said(exhibit) == (
        "Linked in all 4 cases: “Europe 2020 strategy”. That is 1 pairing, 2 programmes in a region and the whole "
        "programme. Of the 4 links shown, 1 is our reading and 3 are stated by a source."
    )
    # What is linked to a programme-wide run of a phase is linked to no programme in a region.
    wide = made(with_links(eu("eu-europe-2020", "ALL-1", "edition")), ID)
    assert wide.more == "That is the whole programme. A source states the link."
    line = exhibit.table.line("eu-europe-2020")
    # The programme has no row of its own: the row that names it stands for it.
    assert isinstance(line["programme"], Count) and line["programme"].rows == {"contributions": ("c1",)}
    assert isinstance(line["subjects"], Count) and line["subjects"].value == 4


def test_an_agenda_unknown_today_is_shown_beside_the_others() -> None:
    agendas = [*artificial_dataset()["agendas"].values.tolist(), ("later", "Later agenda", "Later", "", "")]
    dataset = with_links(
        ("pairing", PAIRINGS[0], "later", "", "stated"),
        ("pairing", PAIRINGS[0], "sdg", "", "stated"),
        agendas=frame("agendas", agendas),
    )
    exhibit = made(dataset, ID)
    assert_sound(exhibit)
    assert groups_of(exhibit) == ("sdg", "later")
    assert "“Later agenda”" in exhibit.finding
