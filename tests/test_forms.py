"""Forms are plain frozen values whose marks have keys; cautions are whole sentences."""

from __future__ import annotations

import dataclasses
import re
from typing import get_args

import pytest
from hand_made import (
    arc_map,
    bars,
    dot_plot,
    flow,
    matrix,
    series,
    share_grid,
    slope,
    time_columns,
    two_sides,
    unit_chart,
)

from iurc_dash import forms
from iurc_dash.cautions import CAUTIONS, caution_text
from iurc_dash.forms import (
    ArcMap,
    Bars,
    DotPlot,
    Facts,
    Flow,
    Form,
    KeyFigures,
    Listing,
    Matrix,
    Prose,
    ShareGrid,
    Slope,
    TimeColumns,
    Timeline,
    TwoSides,
    UnitChart,
)

FORMS = get_args(Form)
PARTS = [
    value for value in vars(forms).values() if isinstance(value, type) and dataclasses.is_dataclass(value)
]


def test_the_forms_are_few_and_all_known() -> None:
    assert set(FORMS) == {
        KeyFigures,
        Bars,
        UnitChart,
        Slope,
        DotPlot,
        ShareGrid,
        Flow,
        Matrix,
        TimeColumns,
        Timeline,
        ArcMap,
        Facts,
        Prose,
        TwoSides,
        Listing,
    }
    assert all(callable(form.marks) for form in FORMS)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_form_is_frozen_and_holds_no_list(part: type) -> None:
    assert part.__dataclass_params__.frozen  # type: ignore[attr-defined]
    for field in dataclasses.fields(part):
        assert "list" not in str(field.type), field.name
        assert "DataFrame" not in str(field.type), field.name


def test_marks_of_a_form_have_keys_of_their_own() -> None:
    for form in (
        bars(series("s", 1, None, 0), series("t", 2, 2, 2), stacked=True),
        matrix((1, None), (0, 2)),
        arc_map(),
        unit_chart(),
        slope(),
        dot_plot(),
        time_columns(),
        share_grid(),
        flow(),
        two_sides(),
    ):
        keys = [mark.key for mark in form.marks()]
        assert keys and len(set(keys)) == len(keys)


def test_unknown_is_none_and_not_zero() -> None:
    values = {mark.key: mark.quantity for mark in bars(series("s", 1, None, 0)).marks()}
    assert values["b/s"] is None
    assert values["c/s"] is not None and values["c/s"].value == 0


@pytest.mark.parametrize("key", CAUTIONS)
def test_a_caution_is_a_key_in_words_and_whole_sentences(key: str) -> None:
    assert re.fullmatch(r"[a-z_]+", key)
    text = caution_text(key)
    assert text[0].isupper()
    assert text.endswith(".")
    assert "!" not in text
    assert "  " not in text
    assert len(text) <= 240


def test_no_caution_is_said_twice() -> None:
    assert len(set(CAUTIONS.values())) == len(CAUTIONS)


def test_an_unknown_caution_is_an_error() -> None:
    with pytest.raises(KeyError):
        caution_text("no_such_caution")
