"""A cell is said in one place, as exactly as it is known, and never in words of the machine."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset
from hand_made import pairings, view
from hypothesis import given
from hypothesis import strategies as st

from iurc_dash.quantities import NOTHING, Row, Share, Stated
from iurc_dash.render.words import say_cell
from iurc_dash.tabular import NOT_APPLICABLE, Cell, Column, ColumnKind
from iurc_dash.view import view_of

PART, WHOLE = pairings(1), pairings(7)
FIGURE = Row("reported_figures", "f")


@pytest.mark.parametrize(
    ("kind", "vocabulary", "cell", "said"),
    [
        ("count", "", WHOLE, "7"),
        ("count", "", NOTHING, "0"),
        ("count", "", NOT_APPLICABLE, "–"),
        ("share", "", Share(PART, WHOLE), "14%"),
        ("share", "", Share(NOTHING, NOTHING), "–"),
        ("share", "", 0.5, "50%"),
        ("number", "", 2498490, "2,498,490"),
        ("number", "", Stated(1200, FIGURE), "1,200"),
        ("date", "", Stated("2022-05", FIGURE), "May 2022"),
        ("date", "", "2022", "2022"),
        ("date", "", "some day", "some day"),
        ("date", "", "2022-13-45", "2022-13-45"),
        ("period", "", ("2021", "2023-12"), "2021 to December 2023"),
        ("period", "", ("", "2023"), "until 2023"),
        ("period", "", ("", ""), "not recorded"),
        ("code", "activity_kinds", "study visit", "Study visit"),
        ("code", "activity_kinds", "moon landing", "moon landing"),
        ("codes", "activity_kinds", ("webinar", "", "training"), "Webinar; Training session"),
        ("reference", "goals", "sdg-11", "11 Sustainable cities and communities"),
        ("reference", "pairings", "unheard-of", "unheard-of"),
        ("references", "phases", ("1", "3"), "Phase 1; Phase 3"),
        ("references", "phases", (), "not recorded"),
        ("text", "", "", "not recorded"),
        ("text", "", "# as *it* is", "# as *it* is"),
        ("number", "", None, "not recorded"),
        ("number", "", float("nan"), "not recorded"),
    ],
)
def test_a_cell_is_said_as_its_column_says(kind: ColumnKind, vocabulary: str, cell: Cell, said: str) -> None:
    assert say_cell(view(), Column("c", "C", kind, vocabulary), cell) == said


def test_numbers_and_dates_are_those_of_the_views_language() -> None:
    german = view_of(artificial_dataset(), language="de")
    assert say_cell(german, Column("c", "C", "number"), 2498490) == "2.498.490"
    assert say_cell(german, Column("c", "C", "date"), "2022-05") == "Mai 2022"
    # The language is the view's own: nothing of it stays behind.
    assert say_cell(view(), Column("c", "C", "number"), 2498490) == "2,498,490"


@given(st.text(), st.sampled_from(["text", "date", "code", "reference", "paragraph"]))
def test_any_text_is_said(text: str, kind: ColumnKind) -> None:
    said = say_cell(view(), Column("c", "C", kind, "pairings"), text)
    assert said and (kind == "date" or said in (text, "not recorded"))
