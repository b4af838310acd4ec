"""What a source supports, in numbers and words."""

from __future__ import annotations

from iurc_dash.exhibits.wording import count_of_activities, count_of_pairings
from iurc_dash.language import format_number, ngettext
from iurc_dash.metrics.sources import SourceRecord


class SupportWords:
    """What each source supports in words; the same number of the same things is put into words once."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, int], str] = {}

    def of(self, source: SourceRecord) -> str:
        """'3 pairings, 2 activities': the rows that rest on it, most telling first."""
        return ", ".join(
            self._words(table, len(source.supports[table])) for table in ORDER if table in source.supports
        )

    def _words(self, table: str, count: int) -> str:
        if (table, count) not in self._said:
            self._said[table, count] = _in_words(table, count)
        return self._said[table, count]


ORDER = (
    "pairings", "activities", "contributions", "stakeholders", "network_members", "thematic_networks",
    "reported_figures", "editions",
)  # fmt: skip


def _in_words(table: str, count: int) -> str:
    if table == "pairings":
        return count_of_pairings(count)
    if table == "activities":
        return count_of_activities(count)
    said = {
        "contributions": lambda: ngettext(
            "{count} link to a goal or agenda", "{count} links to goals or agendas", count
        ),
        "stakeholders": lambda: ngettext("{count} stakeholder", "{count} stakeholders", count),
        "network_members": lambda: ngettext("{count} participant", "{count} participants", count),
        "thematic_networks": lambda: ngettext("{count} network", "{count} networks", count),
        "reported_figures": lambda: ngettext("{count} reported figure", "{count} reported figures", count),
        "editions": lambda: ngettext("{count} edition", "{count} editions", count),
    }[table]()
    return said.format(count=format_number(count))
