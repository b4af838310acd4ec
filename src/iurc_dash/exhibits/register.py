"""The register: every exhibit by its id, with its question and parameters, made by `make` and by nothing else."""

from __future__ import annotations

import importlib.util
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from iurc_dash import exhibits
from iurc_dash.exhibit import Answer, Exhibit
from iurc_dash.exhibits.caution_rules import cautions_for
from iurc_dash.kept import Kept, derived
from iurc_dash.language import _, use_language
from iurc_dash.view import MOST_ROWS_COUNTED, ROWS_THAT_WEIGH_AS_MUCH_AS_AN_EXHIBIT, View

Choices = Callable[[View], Mapping[str, str]]
Maker = Callable[..., Answer]


@dataclass(frozen=True)
class Parameter:
    """What an exhibit can be asked with: its name, what may be chosen (key -> words), its default.

    Without `choices` any text will do; a required one has no default.
    """

    name: str
    choices: Choices | None = None
    required: bool = False
    default: str = ""


@dataclass(frozen=True)
class Entry:
    """An exhibit as it is registered."""

    id: str
    question: str
    parameters: tuple[Parameter, ...]
    maker: Maker


class ExhibitError(ValueError):
    """An exhibit that does not exist, or a parameter that it does not take; the message says which."""


_ENTRIES: dict[str, Entry] = {}


def exhibit(id: str, question: str, *parameters: Parameter) -> Callable[[Maker], Maker]:
    """Register the maker of an exhibit: a function `(view, *, parameter=...) -> Answer`.

    `id` is the subject's folder and a name, such as 'goals/reached'; `question` is a message marked by N_.
    """

    def registered(maker: Maker) -> Maker:
        if id in _ENTRIES:
            raise ValueError(f"Two exhibits are called {id}.")
        _ENTRIES[id] = Entry(id, question, parameters, maker)
        return maker

    return registered


@lru_cache(maxsize=1)
def entries() -> Mapping[str, Entry]:
    """All exhibits by id, in order; whatever stands in a folder of exhibits/ is found."""
    for folder in pkgutil.iter_modules(exhibits.__path__):
        if folder.ispkg:
            _import_subject(folder.name)
    return dict(sorted(_ENTRIES.items()))


@lru_cache(maxsize=64)
def _import_subject(subject: str) -> None:
    """Import what stands in the folder of a subject, which is the first part of an exhibit's id."""
    name = f"{exhibits.__name__}.{subject}"
    if importlib.util.find_spec(name) is not None:
        for module in pkgutil.iter_modules(importlib.import_module(name).__path__):
            importlib.import_module(f"{name}.{module.name}")


def entry_of(id: str) -> Entry:
    """The entry of an id; raises ExhibitError where there is none."""
    subject = id.split("/", maxsplit=1)[0]
    if subject.isidentifier():
        _import_subject(subject)
    if id not in _ENTRIES:
        raise ExhibitError(_("There is no exhibit “{id}”.").format(id=id))
    return _ENTRIES[id]


def choices_of(view: View, id: str, parameter: str) -> Mapping[str, str]:
    """What may be chosen for a parameter of an exhibit, key -> words; nothing where any text will do."""
    found = next(declared for declared in entry_of(id).parameters if declared.name == parameter)
    return _choices(view, found.choices) if found.choices else {}


@derived
def _choices(view: View, choices: Choices) -> Mapping[str, str]:
    with use_language(view.language):
        return choices(view)


def make(view: View, id: str, /, **parameters: str) -> Exhibit:
    """The exhibit of an id, a view and parameters, made once and kept on the view while in use; raises ExhibitError."""
    entry = entry_of(id)
    given = _checked(entry, view, parameters)
    exhibits_of_view: Kept = view.kept.once("exhibits", lambda: Kept(MOST_ROWS_COUNTED, _weigh))
    return exhibits_of_view.once((id, tuple(given.items())), lambda: _make(entry, view, given))


def _weigh(exhibit: Exhibit) -> int:
    return ROWS_THAT_WEIGH_AS_MUCH_AS_AN_EXHIBIT + exhibit.answer.counted.value


def _make(entry: Entry, view: View, parameters: Mapping[str, str]) -> Exhibit:
    with use_language(view.language):
        answer = entry.maker(view, **parameters)
        return Exhibit(
            id=entry.id,
            parameters={name: value for name, value in parameters.items() if value},
            view=view,
            question=answer.question or _(entry.question),
            answer=answer,
            cautions=cautions_for(view, answer),
        )


def _checked(entry: Entry, view: View, parameters: Mapping[str, str]) -> dict[str, str]:
    """Every parameter with its value or default; raises ExhibitError where one is unknown, missing or not offered."""
    declared = {parameter.name: parameter for parameter in entry.parameters}
    unknown = [name for name in parameters if name not in declared]
    if unknown:
        raise ExhibitError(_("“{id}” takes no parameter “{name}”.").format(id=entry.id, name=unknown[0]))
    given = {}
    for name, parameter in declared.items():
        value = parameters.get(name) or parameter.default
        if not value and parameter.required:
            raise ExhibitError(_("“{id}” needs “{name}”.").format(id=entry.id, name=name))
        if value and parameter.choices and value not in _choices(view, parameter.choices):
            raise ExhibitError(
                _("“{id}” knows no {name} “{value}”.").format(id=entry.id, name=name, value=value)
            )
        given[name] = value
    return given
