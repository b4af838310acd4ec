"""What is said of where things come from: each source, the licence, how to cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iurc_dash.dataset import Dataset, Release
from iurc_dash.language import _
from iurc_dash.metrics.sources import sources_by_key
from iurc_dash.render.words import say_date


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
