"""What must hold within a row so that it makes sense: positions, goals and their targets."""

from __future__ import annotations

from collections.abc import Iterator

from iurc_dash.checks.typed import Finding, Typed
from iurc_dash.language import _
from iurc_dash.problems import Code

# Of each Sustainable Development Goal, the last target with a number and the last one with a letter.
_LAST_NUMBERS = (5, 5, 9, 7, 6, 6, 3, 10, 5, 7, 7, 8, 3, 7, 9, 10, 19)
_LAST_LETTERS = (*"bcdccbbbccccbccb", "")
SDG_TARGETS = {
    str(goal): {*map(str, range(1, number + 1)), *(one for one in "abcd" if one <= letter)}
    for goal, (number, letter) in enumerate(zip(_LAST_NUMBERS, _LAST_LETTERS, strict=True), start=1)
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
    return target in SDG_TARGETS.get(goal, ())


def _positions(typed: Typed) -> Iterator[Finding]:
    places = typed.frames["places"]
    north, east = places["latitude"].notna(), places["longitude"].notna()
    for position in places.index[north != east]:
        what = _("A position needs a latitude and a longitude, and one of them is blank.")
        mend = _("Fill in the other, or leave both blank.")
        column = "longitude" if north[position] else "latitude"
        yield typed.finding("places", position, Code.HALF_A_POSITION, what, mend, column=column)
    nowhere = (places["exactness"] == "none") | (places["exactness"] == "")
    for position in places.index[(north == east) & (north == nowhere) & (places["exactness"] != "")]:
        what = _("What is said about the exactness of the position and the position do not fit.")
        mend = _("Write none as exactness and leave latitude and longitude blank, or give all three.")
        said = places["exactness"][position]
        yield typed.finding(
            "places", position, Code.POSITION_UNEXPLAINED, what, mend, column="exactness", value=said
        )


def _goals(typed: Typed) -> Iterator[Finding]:
    """Sustainable Development Goals are counted, coloured and linked by their number."""
    goals = typed.frames["goals"]
    own = goals[goals["agenda_id"] == _SDG]
    for position, goal_id, number in own[["goal_id", "number"]].itertuples():
        if number not in SDG_TARGETS:
            what = _("There is no Sustainable Development Goal of this number.")
            mend = _("Write a number from 1 to 17, or give the goal to another agenda.")
            yield typed.finding(
                "goals", position, Code.OUT_OF_RANGE, what, mend, column="number", value=number
            )
        elif goal_id != f"{_SDG}-{number}":
            what = _("The key of a Sustainable Development Goal is made of its number.")
            mend = _("Write {key}.").format(key=f"{_SDG}-{number}")
            yield typed.finding(
                "goals", position, Code.WRONG_FORM, what, mend, column="goal_id", value=goal_id
            )


def _contributions(typed: Typed) -> Iterator[Finding]:
    goals = typed.frames["goals"]
    agendas = dict(zip(goals["goal_id"], goals["agenda_id"], strict=True))
    numbers = dict(zip(goals["goal_id"], goals["number"], strict=True))
    said = typed.frames["contributions"][["agenda_id", "goal_id", "target"]]
    for position, agenda_id, goal_id, target in said.itertuples():
        if agenda_id and agendas.get(goal_id, agenda_id) not in ("", agenda_id):
            what = _("The goal belongs to another agenda, {agenda}.").format(agenda=agendas[goal_id])
            mend = _("Correct the agenda or the goal.")
            yield typed.finding(
                "contributions", position, Code.WRONG_AGENDA, what, mend, column="goal_id", value=goal_id
            )
        elif target and not _is_target_of(target, agenda_id, numbers.get(goal_id)):
            what = _("The goal has no such target.")
            mend = _("Write one as 11.6, where 11 is the goal, or leave it blank when none is named.")
            yield typed.finding(
                "contributions", position, Code.WRONG_TARGET, what, mend, column="target", value=target
            )


def _is_target_of(target: str, agenda_id: str, goal_number: str | None) -> bool:
    """Whether a target can be one of the goal; nothing is known of a goal that is not there."""
    belongs = goal_number is None or target.partition(".")[0] == goal_number
    return belongs and (agenda_id != _SDG or is_sdg_target(target))
