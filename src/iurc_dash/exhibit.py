"""An Exhibit: what a reader looks at, whatever the medium, and the evidence for every mark of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from zlib import crc32

from iurc_dash.describing import describe
from iurc_dash.forms import Form
from iurc_dash.kept import Kept
from iurc_dash.language import use_language
from iurc_dash.metrics.sources import sources_of_rows
from iurc_dash.quantities import Count, Mark, Quantity, Rows
from iurc_dash.tabular import Table
from iurc_dash.view import View

_WORD = re.compile(r"[\w.|-]{1,100}")
# Marks of the table are told from those of the figure by this before their key.
OF_TABLE = "table:"


@dataclass(frozen=True, eq=False)
class Answer:
    """What the maker of an exhibit gives: what was found, how it looks, and what it rests on.

    `finding` is one sentence in the reader's language, short enough for a title, and `more` what is to be said beside
    it: phase by phase, what is left out, what is unknown. `form` is None where nothing is there to show; `table` is
    made when it is asked for; `counted` are all rows that the figure counts; `cautions` are keys of cautions.py.
    """

    finding: str
    form: Form | None
    table: Callable[[], Table]
    counted: Count
    cautions: tuple[str, ...] = ()
    more: str = ""
    # The question about this subject ("Who stands behind goal 12?"), where the registered one is general.
    question: str = ""


@dataclass(frozen=True, eq=False)
class Exhibit:
    """A question, its finding in one sentence, a form, the table behind it and the rows behind each mark."""

    id: str
    parameters: Mapping[str, str]
    view: View
    question: str
    answer: Answer
    # The cautions that it needs, key -> text in the reader's language.
    cautions: Mapping[str, str]
    kept: Kept = field(default_factory=Kept, repr=False)

    @property
    def name(self) -> str:
        """Id and parameters in one word, for widget keys and anchors: 'goals-subjects-goal-sdg-12'.

        What is no plain word, such as what a reader searched for, stands in it as a checksum.
        """
        said = [
            (name, value if _WORD.fullmatch(value) else _checksum(value))
            for name, value in self.parameters.items()
        ]
        return "-".join([*self.id.split("/"), *(part for pair in said for part in pair)])

    @property
    def finding(self) -> str:
        """What was found, in one sentence."""
        return self.answer.finding

    @property
    def more(self) -> str:
        """What is to be said beside the finding, in whole sentences; blank where nothing is."""
        return self.answer.more

    @property
    def form(self) -> Form | None:
        """How it looks; None where nothing is there to show."""
        return self.answer.form

    @property
    def is_empty(self) -> bool:
        """Whether nothing matched, so that there is nothing to show."""
        return self.form is None

    @cached_property
    def table(self) -> Table:
        """The table behind the figure, made when it is asked for."""
        with use_language(self.view.language):
            return self.answer.table()

    @cached_property
    def alt(self) -> str:
        """What the figure shows, in words."""
        with use_language(self.view.language):
            return describe(self.finding, self.form)

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """Every mark of the figure by its key."""
        with use_language(self.view.language):
            return {} if self.form is None else {mark.key: mark for mark in self.form.marks()}

    @cached_property
    def table_marks(self) -> Mapping[str, Mark]:
        """Every cell of the table that is a quantity, by its key behind 'table:'."""
        with use_language(self.view.language):
            return {OF_TABLE + mark.key: mark for mark in self.table.marks()}

    def quantity(self, mark: str = "") -> Quantity | None:
        """The quantity of a mark; blank is the whole. An unknown mark raises KeyError."""
        if not mark:
            return self.answer.counted
        if mark in self.marks:
            return self.marks[mark].quantity
        return self.table_marks[mark].quantity

    def rows(self, mark: str = "") -> Rows:
        """The rows behind a mark, by table; blank gives all that the figure counts. KeyError for an unknown mark."""
        quantity = self.quantity(mark)
        return quantity.rows if quantity is not None else {}

    def sources(self, mark: str = "") -> tuple[str, ...]:
        """The source keys that the rows behind a mark rest on, most used first."""
        return sources_of_rows(self.view.whole, self.rows(mark))


def _checksum(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"
