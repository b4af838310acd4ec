"""What must hold within a row so that it makes sense: positions, goals and their targets."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.checks.typed import Finding, Typed
from iurc_dash.language import _
from iurc_dash.problems import Code

# Of each Sustainable Development Goal, the last numbered target and the last one with a letter.
SDG_TARGETS = {
    "1": (5, "b"),
    "2": (5, "c"),
    "3": (9, "d"),
    "4": (7, "c"),
    "5": (6, "c"),
    "6": (6, "b"),
    "7": (3, "b"),
    "8": (10, "b"),
    "9": (5, "c"),
    "10": (7, "c"),
    "11": (7, "c"),
    "12": (8, "c"),
    "13": (3, "b"),
    "14": (7, "c"),
    "15": (9, "c"),
    "16": (10, "b"),
    "17": (19, ""),
}
_SDG = "sdg"


def senseless_rows(typed: Typed) -> Iterator[Finding]:
    """A finding for each row that says two things that cannot both be."""
    yield from _positions(typed)
    yield from _goals(typed)
    yield from _contributions(typed)


def is_sdg_target(text: str) -> bool:
    """Whether the United Nations list a target of this number, such as 11.6 or 13.a."""
    goal, _point, target = text.partition(".")
    last, letter = SDG_TARGETS.get(goal, (0, ""))
    return target in {str(number) for number in range(1, last + 1)} or (
        len(target) == 1 and "a" <= target <= letter
    )


def _positions(typed: Typed) -> Iterator[Finding]:
    places = typed.frames["places"]
    north, east = places["latitude"].notna(), places["longitude"].notna()
    for position in places.index[north != east]:
        yield typed.finding(
            "places",
            position,
            Code.HALF_A_POSITION,
            column="longitude" if north[position] else "latitude",
            what=_("A position needs a latitude and a longitude, and one of them is blank."),
            mend=_("Fill in the other, or leave both blank."),
        )
    nowhere = (places["exactness"] == "none") | (places["exactness"] == "")
    for position in places.index[(north == east) & (north == nowhere) & (places["exactness"] != "")]:
        yield typed.finding(
            "places",
            position,
            Code.POSITION_UNEXPLAINED,
            column="exactness",
            value=places["exactness"][position],
            what=_("There is a position, but it is said to be none.")
            if nowhere[position]
            else _("It is said what the position stands for, but there is none."),
            mend=_("Write none as exactness and leave latitude and longitude blank, or give all three."),
        )


def _goals(typed: Typed) -> Iterator[Finding]:
    """Sustainable Development Goals are counted, coloured and linked by their number."""
    goals = typed.frames["goals"]
    own = goals[goals["agenda_id"] == _SDG]
    for position, goal_id, number in own[["goal_id", "number"]].itertuples():
        if number not in SDG_TARGETS:
            yield typed.finding(
                "goals",
                position,
                Code.OUT_OF_RANGE,
                column="number",
                value=number,
                what=_("There is no Sustainable Development Goal of this number."),
                mend=_("Write a number from 1 to 17, or give the goal to another agenda."),
            )
        elif goal_id != f"{_SDG}-{number}":
            yield typed.finding(
                "goals",
                position,
                Code.WRONG_FORM,
                column="goal_id",
                value=goal_id,
                what=_("The key of a Sustainable Development Goal is made of its number."),
                mend=_("Write {key}.").format(key=f"{_SDG}-{number}"),
            )


def _contributions(typed: Typed) -> Iterator[Finding]:
    goals = typed.frames["goals"]
    agendas = dict(zip(goals["goal_id"], goals["agenda_id"], strict=True))
    numbers = dict(zip(goals["goal_id"], goals["number"], strict=True))
    contributions = typed.frames["contributions"]
    for position, agenda_id, goal_id, target in contributions[
        ["agenda_id", "goal_id", "target"]
    ].itertuples():
        if agenda_id and agendas.get(goal_id, agenda_id) not in ("", agenda_id):
            yield typed.finding(
                "contributions",
                position,
                Code.WRONG_AGENDA,
                column="goal_id",
                value=goal_id,
                what=_("The goal belongs to another agenda, {agenda}.").format(agenda=agendas[goal_id]),
                mend=_("Correct the agenda or the goal."),
            )
        elif target and not _is_target_of(target, agenda_id, numbers.get(goal_id)):
            yield typed.finding(
                "contributions",
                position,
                Code.WRONG_TARGET,
                column="target",
                value=target,
                what=_("The goal has no such target."),
                mend=_(
                    "A target begins with the number of its goal, such as 11.6; leave it blank when none is named."
                ),
            )


def _is_target_of(target: str, agenda_id: str, goal_number: str | None) -> bool:
    """Whether a target can be one of the goal; nothing is known of a goal that is not there."""
    belongs = goal_number is None or target.partition(".")[0] == goal_number
    return belongs and (agenda_id != _SDG or is_sdg_target(target))
