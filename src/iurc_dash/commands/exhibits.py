"""The commands `exhibits`, which lists every exhibit, and `exhibit`, which makes one."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from urllib.parse import parse_qs

from iurc_dash.dataset import Dataset
from iurc_dash.exhibits.register import Entry, ExhibitError, entries, make
from iurc_dash.language import _, current_language
from iurc_dash.render import data
from iurc_dash.render.picture import picture
from iurc_dash.render.png import png
from iurc_dash.selection import SELECTION_PARAMETERS, Selection
from iurc_dash.view import View, view_of


def list_exhibits(dataset: Dataset, form: str) -> int:
    """Print every exhibit; 0."""
    view = view_of(dataset, language=current_language())
    if form == "json":
        records = [_as_record(entry, view) for entry in entries().values()]
        print(json.dumps(records, ensure_ascii=False, indent=2))
        return 0
    for entry in entries().values():
        print(f"{entry.id:<28} {_(entry.question)}")
        for parameter in entry.parameters:
            needed = _("must be given") if parameter.required else _("may be given")
            print(f"{'':<28}   --{parameter.name} ({needed})")
    return 0


def show_exhibit(dataset: Dataset, id: str, select: str, form: str, given: Sequence[str]) -> int:
    """Print one exhibit; 0, or 2 with a sentence where the id, a parameter or the selection is not known."""
    selection, remarks = Selection.parse(parse_qs(select, keep_blank_values=True), dataset)
    unknown = [name for name in parse_qs(select) if name not in SELECTION_PARAMETERS]
    if remarks or unknown:
        what = unknown[0] if unknown else f"{remarks[0].parameter}={remarks[0].value}"
        print(_("The selection names something that is not known: {what}").format(what=what), file=sys.stderr)
        return 2
    try:
        exhibit = make(view_of(dataset, selection, current_language()), id, **_parameters(given))
    except ExhibitError as error:
        print(error, file=sys.stderr)
        return 2
    if form == "json":
        print(json.dumps(data.exhibit_json(exhibit), ensure_ascii=False, indent=2))
    elif form == "csv":
        sys.stdout.buffer.write(data.exhibit_csv(exhibit))
    elif form == "svg":
        sys.stdout.buffer.write(picture(exhibit, "light").encode())
    elif form == "png":
        sys.stdout.buffer.write(png(picture(exhibit, "light")))
    else:
        print(data.exhibit_text(exhibit))
    return 0


def _parameters(given: Sequence[str]) -> dict[str, str]:
    """`--name value` and `--name=value` as a mapping; raises ExhibitError for anything else."""
    found: dict[str, str] = {}
    waiting = ""
    for word in given:
        if waiting:
            found[waiting], waiting = word, ""
        elif word.startswith("--"):
            name, equals, value = word[2:].partition("=")
            if equals:
                found[name] = value
            else:
                waiting = name
        else:
            raise ExhibitError(_("Give a parameter as --NAME VALUE; “{word}” has no name.").format(word=word))
    if waiting:
        raise ExhibitError(_("“--{name}” needs a value.").format(name=waiting))
    return found


def _as_record(entry: Entry, view: View) -> dict[str, object]:
    return {
        "id": entry.id,
        "question": _(entry.question),
        "parameters": [
            {
                "name": parameter.name,
                "required": parameter.required,
                "default": parameter.default,
                "choices": dict(parameter.choices(view)) if parameter.choices else None,
            }
            for parameter in entry.parameters
        ],
    }
