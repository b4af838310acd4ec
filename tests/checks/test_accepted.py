"""What the checks accept opens on every page: odd as it may be, nobody who was told that all is well meets a fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from artificial import artificial_dataset
from visits import assert_opens, visit

from iurc_dash.build.package_writing import package_files
from iurc_dash.checks import check
from iurc_dash.checks.cells import cell_text, column_type, columns_of
from iurc_dash.normalise.ledger import Ledger
from iurc_dash.opening import open_package
from iurc_dash.sources.raw import Origin, RawTables, Row, Shape
from iurc_dash.ui.navigation import PAGES

Tables = dict[str, pd.DataFrame]


def without(*names: str) -> Callable[[Tables], Tables]:
    """No good row in some tables, and so none that needs one of theirs."""

    def change(tables: Tables) -> Tables:
        raw = RawTables(Shape.PACKAGE)
        for name, table in tables.items():
            kinds = {title: column_type(column) for title, column in columns_of(name).items()}
            raw.tables[name] = [
                Row(
                    {
                        title: "" if name in names else cell_text(row[title], kind)
                        for title, kind in kinds.items()
                    },
                    Origin(f"{name}.csv", number),
                )
                for number, row in enumerate(table.to_dict("records"), start=2)
            ]
        return check(raw).tables

    return change


def blank(tables: Tables) -> Tables:
    """Nothing but what must be there: every cell that may be blank is."""
    for name, table in tables.items():
        for title, column in columns_of(name).items():
            is_position = name == "places" and title == "exactness"
            number = (name, title) in {("goals", "number"), ("contributions", "goal_id")}
            if is_position:
                tables[name] = tables[name].assign(exactness="none")
            elif not column.metadata["required"] and not number:
                is_text = column_type(column) == "string"
                empty = pd.array(["" if is_text else None] * len(table), dtype=table[title].dtype)
                tables[name] = tables[name].assign(**{title: empty})
    return tables


def far_away(tables: Tables) -> Tables:
    """The earliest and the latest dates that are allowed, and the farthest positions."""
    activities = tables["activities"]
    tables["activities"] = activities.assign(
        start_date=["1900", "1900-01-01", *activities["start_date"][2:]],
        end_date=["2100-12-31", "2100", *[""] * (len(activities) - 2)],
    )
    places = tables["places"]
    lies = places["exactness"] != "none"
    tables["places"] = places.assign(
        latitude=places["latitude"].where(~lies, 90.0), longitude=places["longitude"].where(~lies, -180.0)
    )
    return tables


ODD: dict[str, Callable[[Tables], Tables]] = {
    "no goals": without("goals"),
    "no themes": without("thematic_clusters"),
    "no places": without("places"),
    "no pairings and no activities": without("pairings", "activities"),
    "nothing but what must be": blank,
    "far away": far_away,
}


@pytest.mark.slow
@pytest.mark.parametrize("change", ODD.values(), ids=list(ODD))
def test_what_is_accepted_opens_on_every_page(tmp_path: Path, change: Callable[[Tables], Tables]) -> None:
    tables = change(dict(artificial_dataset().tables))
    for name, content in package_files(tables, "odd", "2026-06-01", Ledger()).items():
        (tmp_path / name).write_bytes(content)
    opened = open_package(tmp_path)
    for entry in PAGES:
        assert_opens(visit(opened, entry))
