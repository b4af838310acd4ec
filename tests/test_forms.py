"""Forms are plain frozen values; cautions are whole sentences."""

from __future__ import annotations

import dataclasses
import re
from typing import get_args

import pytest

from iurc_dash import forms
from iurc_dash.cautions import CAUTIONS, caution_text
from iurc_dash.forms import ArcMap, Bars, Category, Form, KeyFigure, KeyFigures, Matrix, Series, Timeline

FORMS = get_args(Form)
PARTS = [value for value in vars(forms).values() if dataclasses.is_dataclass(value)]


def test_the_forms_are_few_and_all_known() -> None:
    assert set(FORMS) == {KeyFigures, Bars, Matrix, Timeline, ArcMap}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_form_is_frozen_and_holds_no_list(part: type) -> None:
    assert part.__dataclass_params__.frozen  # type: ignore[attr-defined]
    for field in dataclasses.fields(part):
        assert "list" not in str(field.type), field.name
        assert "DataFrame" not in str(field.type), field.name


def test_equal_forms_are_equal_and_can_key_a_cache() -> None:
    bars = [Bars((Category("a", "A"),), (Series("s", "S", (1, None)),), "pairings") for _ in range(2)]
    assert bars[0] == bars[1]
    assert hash(bars[0]) == hash(bars[1])
    with pytest.raises(dataclasses.FrozenInstanceError):
        bars[0].unit = "activities"  # type: ignore[misc]


def test_unknown_is_none_and_not_zero() -> None:
    assert KeyFigure("k", "Pairings", None) != KeyFigure("k", "Pairings", 0)
    assert Series("s", "S", (None,)) != Series("s", "S", (0,))


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
