"""Artificial datasets of a few pairings with the themes and goals that a test is about, and nothing else."""

from __future__ import annotations

from typing import Any, NamedTuple

from artificial import artificial_dataset, empty_dataset, frame

from iurc_dash.dataset import Dataset
from iurc_dash.exhibit import Exhibit
from iurc_dash.exhibits.register import make
from iurc_dash.selection import Selection
from iurc_dash.view import view_of


class Pairing(NamedTuple):
    """A pairing of Testville and Demo City: its edition, its themes, and goals that it is linked to by basis."""

    themes: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()
    edition: str = "NA-1"


def with_pairings(*pairings: Pairing, **tables: Any) -> Dataset:
    """The artificial reference tables with these pairings, numbered from p1; `tables` replace further ones."""
    numbered = {f"p{number}": pairing for number, pairing in enumerate(pairings, start=1)}
    agenda_of = dict(
        zip(*(artificial_dataset()["goals"][name] for name in ("goal_id", "agenda_id")), strict=True)
    )
    places = (("testville-pt", "EU"), ("demo-city-us", "partner"))
    return empty_dataset().with_tables(
        **{
            "pairings": frame(
                "pairings", [(key, p.edition, "city", "", "", "", "") for key, p in numbered.items()]
            ),
            "pairing_members": frame(
                "pairing_members",
                [(key, *place, order) for key in numbered for order, place in enumerate(places, start=1)],
            ),
            "pairing_themes": frame(
                "pairing_themes",
                [(key, theme, f"label of {theme}") for key, p in numbered.items() for theme in p.themes],
            ),
            "contributions": frame(
                "contributions",
                [
                    (f"{key}-{goal}-{basis}", "pairing", key, agenda_of[goal], goal, "", basis, "Made up.")
                    for key, p in numbered.items()
                    for basis, goals in (("stated", p.stated), ("inferred", p.inferred))
                    for goal in goals
                ],
            ),
            **tables,
        }
    )


def made(dataset: Dataset, id: str, *, parameters: dict[str, str] | None = None, **chosen: Any) -> Exhibit:
    """The exhibit of an id for what is chosen of a dataset."""
    return make(view_of(dataset, Selection(**chosen)), id, **(parameters or {}))
