"""What is said of where things come from: each source, the licence, how to cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iurc_dash.addresses import PAGE_OF_TABLE
from iurc_dash.cautions import caution_text
from iurc_dash.dataset import Dataset, Release
from iurc_dash.exhibit import Exhibit
from iurc_dash.forms import ArcMap
from iurc_dash.language import _, format_number, ngettext
from iurc_dash.metrics.sources import sources_by_key
from iurc_dash.render.words import say_date

# Parameters of what is about one thing, whatever else is chosen.
_SUBJECTS = {parameter for _page, parameter in PAGE_OF_TABLE.values()}


@dataclass(frozen=True)
class CitedSource:
    """A source as it is cited; `date` is ISO, as exact as known; all but the key may be blank."""

    key: str
    title: str
    publisher: str
    date: str
    address: str

    def in_one_line(self) -> str:
        """All that is known of it, as a list of sources has it."""
        parts = (self.title, self.publisher, self.date and say_date(self.date), self.address)
        return " · ".join(dict.fromkeys(filter(None, parts)))


def cited_sources(dataset: Dataset, keys: Iterable[str]) -> list[CitedSource]:
    """What is said of each source; a key that the dataset does not know is shown as its title."""
    known = sources_by_key(dataset)
    return [
        CitedSource(key, found.title or found.url, found.publisher, found.published_date, found.url)
        if (found := known.get(key))
        else CitedSource(key, key, "", "", "")
        for key in keys
    ]


def say_licence() -> str:
    """Under which terms the data may be used."""
    return _("Compiled data: CC BY 4.0; the sources keep their own rights.")


def say_citation(release: Release) -> str:
    """How to cite the data."""
    return _(
        "IURC Cooperation Dashboard, data release {version} of {date}. Compiled from public sources, CC BY 4.0."
    ).format(version=release.version, date=say_date(release.date))


def say_origin(exhibit: Exhibit) -> str:
    """Whose a figure is, on how many sources it rests, and which data it is, on one line."""
    release, count = exhibit.view.whole.release, len(exhibit.sources())
    sources = ngettext("{count} public source", "{count} public sources", count)
    parts = (
        _("IURC Cooperation Dashboard"),
        sources.format(count=format_number(count)) if count else "",
        _("Data release {version} of {date}").format(version=release.version, date=say_date(release.date)),
    )
    return " · ".join(filter(None, parts))


def say_selection(exhibit: Exhibit) -> str:
    """What was chosen, as a reader would say it; blank for what is about one thing, where nothing was chosen."""
    if exhibit.view.selection.is_everything and _SUBJECTS & set(exhibit.parameters):
        return ""
    return exhibit.view.in_words


def say_notices(exhibit: Exhibit) -> tuple[str, ...]:
    """What must be said wherever a figure stands."""
    independent = _("Independent work from public sources, not endorsed by the European Union.")
    return (independent, caution_text("boundaries")) if isinstance(exhibit.form, ArcMap) else (independent,)
