"""Two exhibits side by side: the same categories, order and scale, and each its own rows."""

from __future__ import annotations

import pytest
from artificial import artificial_dataset
from exhibit_checks import assert_evident

from iurc_dash.exhibits.compare import aligned
from iurc_dash.exhibits.register import entries, make
from iurc_dash.forms import Bars, KeyFigures, Matrix
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

PAIRS = [
    (Selection(phases=("1",)), Selection(phases=("2",))),
    (Selection(regions=("NA",)), Selection(regions=("LAC",))),
    (Selection(), Selection(phases=("3",))),
]


def ids_with_axes() -> list[str]:
    whole = view_of(artificial_dataset())
    return [
        id
        for id, entry in entries().items()
        if not any(parameter.required for parameter in entry.parameters)
        and isinstance(make(whole, id).form, Bars | Matrix | KeyFigures)
    ]


@pytest.mark.parametrize("selections", PAIRS)
def test_both_have_one_set_of_categories_in_one_order_and_one_scale(
    selections: tuple[Selection, Selection],
) -> None:
    for id in ids_with_axes():
        alone = [make(view_of(artificial_dataset(), selection), id) for selection in selections]
        first, second = aligned(*alone)
        if first.form is None or second.form is None or type(first.form) is not type(second.form):
            continue
        assert [mark for mark in first.marks] == [mark for mark in second.marks], id
        for one, was in ((first, alone[0]), (second, alone[1])):
            assert one.view is was.view
            for key in was.marks:
                assert one.rows(key) == was.rows(key), (id, key)
            for key in set(one.marks) - set(was.marks):
                assert not one.rows(key), (id, key)
            assert_evident(one)
        if isinstance(first.form, Bars | Matrix) and isinstance(second.form, Bars | Matrix):
            assert first.form.scale == second.form.scale is not None


def test_swapping_mirrors() -> None:
    views = [view_of(artificial_dataset(), selection) for selection in PAIRS[0]]
    first, second = (make(view, "themes/clusters") for view in views)
    left, right = aligned(first, second)
    mirrored_left, mirrored_right = aligned(second, first)
    assert {key: left.rows(key) for key in left.marks} == {
        key: mirrored_right.rows(key) for key in left.marks
    }
    assert {key: right.rows(key) for key in right.marks} == {
        key: mirrored_left.rows(key) for key in right.marks
    }


def test_different_exhibits_cannot_be_set_side_by_side() -> None:
    view = view_of(artificial_dataset())
    with pytest.raises(ValueError, match="different"):
        aligned(make(view, "themes/clusters"), make(view, "themes/clusters-by-region"))
