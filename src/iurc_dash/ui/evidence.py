"""The page of the rows behind a mark: what an address asks for, and what is told where there is no such mark."""

from __future__ import annotations

from urllib.parse import parse_qsl

from iurc_dash.describing import say_quantity
from iurc_dash.exhibits.register import ExhibitError, make
from iurc_dash.exhibits.sentences import count_in_words
from iurc_dash.language import _
from iurc_dash.quantities import Count
from iurc_dash.ui import page, say, show
from iurc_dash.view import View


def rows_of_mark(view: View, *, exhibit: str, mark: str, asked: str) -> None:
    """Everything that a mark of an exhibit counts; `asked` are the exhibit's parameters as an address has them."""
    try:
        shown = make(view, exhibit, **dict(parse_qsl(asked)))
        quantity = shown.quantity(mark)
    except (ExhibitError, KeyError):
        page.heading(_("Rows behind a number"), uses_selection=False)
        say.notice(_("The address names a figure or a number that is not there under this selection."))
        return
    named = {**shown.marks, **shown.table_marks}.get(mark)
    label = named.label if named else shown.question
    value = count_in_words(quantity) if isinstance(quantity, Count) and quantity else say_quantity(quantity)
    page.heading(_("{label}: {value}").format(label=label, value=value))
    say.caption(shown.question)
    show.evidence(shown, mark, key=shown.name)
