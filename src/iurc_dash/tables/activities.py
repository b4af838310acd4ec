"""What happened, came out or is planned, and who took part besides the places."""

from __future__ import annotations

from iurc_dash.tables.definition import (
    ACTIVITY_KINDS,
    JOINT,
    MODES,
    ROLES,
    SLUG_PATTERN,
    STAKEHOLDER_KINDS,
    STATES,
    STEPS,
    TEXT_LENGTH,
    Number,
    Table,
    Text,
    column,
)


class Activities(Table, name="activities"):
    """Things that happened or came out, and some that are only planned or proposed, as `state` says."""

    activity_id: Text = column("Readable key", required=True, pattern=SLUG_PATTERN)
    edition_id: Text = column("Edition it is counted under", refers="editions.edition_id", required=True)
    kind: Text = column("What kind of activity it is", allowed=ACTIVITY_KINDS, required=True)
    title: Text = column("Title in our words", required=True)
    start_date: Text = column("Start, as exact as known", date=True)
    end_date: Text = column("End, as exact as known", date=True)
    place_name: Text = column("Where, as written")
    country_codes: Text = column("Countries or territories it took place in, separated by '; '")
    mode: Text = column("In person, online or hybrid; blank where no source says", allowed=MODES)
    participants: Number = column(
        "Participants, where a source gives a number", unit="people", smallest=0, whole=True
    )
    state: Text = column(
        "Done, or only planned or proposed, which is never counted as come out; blank where it is not recorded",
        allowed=STATES,
    )
    step: Text = column("Step of the cooperation that it is for its pairing, in our reading", allowed=STEPS)
    joint: Text = column("Whether both sides did it; blank where no source says", allowed=JOINT)


class ActivityEditions(Table, name="activity_editions"):
    """Every edition that recorded an activity; an event of the whole programme has several."""

    activity_id: Text = column("Activity", refers="activities.activity_id", required=True)
    edition_id: Text = column("Edition", refers="editions.edition_id", required=True)


class ActivityPairings(Table, name="activity_pairings"):
    """Pairings that an activity belongs to."""

    activity_id: Text = column("Activity", refers="activities.activity_id", required=True)
    pairing_id: Text = column("Pairing", refers="pairings.pairing_id", required=True)


class ActivityThemes(Table, name="activity_themes"):
    """Themes of an activity, with the label as the source wrote it."""

    activity_id: Text = column("Activity", refers="activities.activity_id", required=True)
    theme_id: Text = column("Theme", refers="themes.theme_id", required=True)
    label: Text = column("Label as the source wrote it", required=True)


class Stakeholders(Table, name="stakeholders"):
    """Who took part, was visited or was met besides the cities and regions."""

    stakeholder_id: Text = column("Readable key", required=True)
    subject_kind: Text = column(
        "Whether of a pairing or an activity", allowed=("pairing", "activity"), required=True
    )
    subject_id: Text = column("Key of the pairing or activity", required=True)
    kind: Text = column("Kind of stakeholder", allowed=STAKEHOLDER_KINDS, required=True)
    note: Text = column("Who, in our words", longest=TEXT_LENGTH)
    role: Text = column(
        "Took part, or was only visited or met; blank where the note does not say", allowed=ROLES
    )
