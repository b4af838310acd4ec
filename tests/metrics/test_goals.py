"""What a link to a goal is, and what counts once."""

from __future__ import annotations

from artificial import CONTRIBUTIONS, artificial_dataset, frame
from artificial_pairings import Pairing, with_pairings
from collected_rows import collected, same_events
from exhibit_checks import recorded_dataset
from hypothesis import given, settings
from hypothesis import strategies as st

from iurc_dash.metrics.goals import (
    agendas_in_order,
    contributions_of,
    counted_links,
    goal_links,
    goals_of,
    links_by_goal,
    subjects_by_basis,
    subjects_by_goal,
)
from iurc_dash.quantities import Row
from iurc_dash.selection import Selection
from iurc_dash.view import view_of

GOALS = [f"sdg-{number}" for number in (3, 7, 11, 12)]


def test_several_rows_of_one_subject_and_goal_are_one_link() -> None:
    links = {(link.subject_id, link.goal_id): link for link in goal_links(view_of(artificial_dataset()))}
    both = links["na-1-testville-demo-city", "sdg-12"]
    # One row states it, another infers it: one link, stated, resting on both rows.
    assert both.basis == "stated" and both.contributions == ("c-01", "c-02")
    assert len(links) == len(CONTRIBUTIONS) - 1
    assert both.subject == Row("pairings", "na-1-testville-demo-city")


def test_only_pairings_and_activities_and_goals_of_their_own_count() -> None:
    counted = counted_links(view_of(artificial_dataset()))
    assert [(link.subject_id, link.goal_id) for link in counted] == [
        ("na-1-testville-demo-city", "sdg-12"),
        ("na-1-testville-demo-city", "sdg-11"),
        ("na-2-testville-sampleton-demo-city", "sdg-12"),
        ("na-2-testville-sampleton-demo-city", "sdg-7"),
        ("lac-2-group-of-five", "sdg-11"),
        ("na-1-kick-off", "sdg-17"),
    ]
    # Neither the programme (c-11), nor a theme (c-12), nor an agenda as a whole (c-14), nor another agenda (c-09).
    assert not {"c-11", "c-12", "c-14", "c-09"} & {key for link in counted for key in link.contributions}


def test_stated_only_leaves_the_row_that_states_it() -> None:
    view = view_of(artificial_dataset(), Selection(stated_only=True))
    assert {link.contributions for link in counted_links(view)} == {("c-01",), ("c-06",), ("c-07",)}


def test_subjects_by_goal_phase_and_region_by_hand() -> None:
    tally = subjects_by_goal(view_of(artificial_dataset()))
    assert tally.at("sdg-12", "1").rows == {"pairings": ("na-1-testville-demo-city",)}
    assert tally.at("sdg-11").value == 2 and tally.at("sdg-11", None, "LAC").value == 1
    # Six links, and four things that are linked.
    assert tally.whole.value == 4
    assert tally.whole.in_rows_of("activities") == ("na-1-kick-off",)


def test_the_programme_is_the_row_that_links_it() -> None:
    (link,) = [link for link in goal_links(view_of(artificial_dataset())) if link.subject_kind == "programme"]
    assert link.subject == Row("contributions", "c-11") and not link.is_counted


def test_agendas_and_goals_stand_in_order_and_unknown_agendas_last() -> None:
    base = artificial_dataset()
    agendas = [("later", "Later agenda", "Later", "", ""), *base["agendas"].values.tolist()]
    goals = [("later-b", "later", "", "B", "B", "", 2), ("later-a", "later", "9", "A", "A", "", 1)]
    view = view_of(base.with_tables(agendas=frame("agendas", agendas), goals=frame("goals", goals)))
    assert agendas_in_order(view) == ("sdg", "nua", "eu", "later")
    assert dict(goals_of(view, "later")) == {"later-a": "9", "later-b": ""}
    assert goals_of(view, "sdg") == {}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from(GOALS)), st.sets(st.sampled_from(GOALS))), min_size=1, max_size=8
    )
)
def test_stated_and_inferred_part_what_is_linked(goals: list[tuple[set[str], set[str]]]) -> None:
    dataset = with_pairings(
        *(Pairing(stated=tuple(stated), inferred=tuple(inferred)) for stated, inferred in goals)
    )
    view = view_of(dataset)
    tally = subjects_by_basis(links_by_goal(view))
    for goal in GOALS:
        stated, inferred = (set(tally.at(goal, basis)) for basis in ("stated", "inferred"))
        assert not stated & inferred and stated | inferred == set(tally.at(goal))
        assert len(stated) == sum(goal in said for said, _read in goals)
        assert set(subjects_by_goal(view).at(goal)) == set(tally.at(goal))
    assert contributions_of(counted_links(view)).value == len(dataset["contributions"])


def test_every_recorded_row_stands_behind_one_link() -> None:
    view = view_of(recorded_dataset())
    behind = [key for link in goal_links(view) for key in link.contributions]
    assert sorted(behind) == sorted(view["contributions"]["contribution_id"])


def test_recorded_goals_counted_once_more_from_what_was_collected() -> None:
    rows = [*collected("sdg"), *(row for row in collected("agendas") if row["agenda"] == "SDG")]
    counted = [row for row in rows if row["goal"] and row["subject_kind"] in ("pairing", "activity")]
    tally = subjects_by_basis(links_by_goal(view_of(recorded_dataset())))
    for number in map(str, range(1, 18)):
        of_goal = [row for row in counted if row["goal"] == number]
        linked = {same_events().get(row["subject"], row["subject"]) for row in of_goal}
        stated = {
            same_events().get(row["subject"], row["subject"]) for row in of_goal if row["basis"] == "stated"
        }
        goal = f"sdg-{number}"
        assert {row.key for row in tally.at(goal)} == linked, goal
        # Stated once is stated, however many rows infer it too.
        assert {row.key for row in tally.at(goal, "stated")} == stated, goal
        assert {row.key for row in tally.at(goal, "inferred")} == linked - stated, goal
