"""How a column and a table are defined, and the values that a column may take."""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from iurc_dash.tables.keys import PROGRAMME, SUBJECT_TABLES, key_columns

PAIRING_KINDS = ("city", "region")
PAIRING_STATUSES = ("active", "completed", "withdrawn")
PLACE_KINDS = (
    "city", "metropolitan area", "county", "region", "province", "state", "island", "association",
)  # fmt: skip
SIDES = ("EU", "partner")
EXACTNESSES = ("city", "seat", "centre", "none")
POSITION_METHODS = ("geonames", "by hand")
ACTIVITY_KINDS = (
    "networking event", "webinar", "study visit", "training", "pilot project", "action plan", "agreement",
    "publication", "case study", "conference", "call for applications", "bilateral meeting", "other",
)  # fmt: skip
MODES = ("in person", "online", "hybrid")
STATES = ("done", "planned", "proposed")
STEPS = ("met", "planned together", "agreed", "tried", "took up", "went on")
JOINT = ("yes", "no")
BASES = ("stated", "inferred")
SUBJECT_KINDS = (*SUBJECT_TABLES, PROGRAMME)
STAKEHOLDER_KINDS = ("business", "government", "research", "civil society")
ROLES = ("took part", "visited", "met")
MEASURES = (
    "pairings", "city pairings", "region pairings", "places", "places EU", "places partner", "cities",
    "cities in pairings", "cities EU", "cities partner", "regions", "regions EU", "regions partner", "countries",
    "countries EU", "countries partner", "action plans", "agreements", "case studies", "networking events",
    "study visits", "webinars", "networks",
)  # fmt: skip
QUALIFIERS = ("exact", "at least", "about")
GAP_KINDS = ("missing", "contradiction", "choice", "worked_out", "left_out")
DATE_PATTERN = r"^$|^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
# Characters in a cell: names and titles, and texts in whole sentences.
NAME_LENGTH, TEXT_LENGTH = 500, 10_000
SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Text = Series[str]
Number = Series[float]
Whole = Series[pd.Int64Dtype]
Flag = Series[bool]


def column(
    description: str,
    *,
    example: str = "",
    required: bool = False,
    allowed: tuple[str, ...] = (),
    refers: str = "",
    pattern: str = "",
    unit: str = "",
    smallest: float | None = None,
    largest: float | None = None,
    date: bool = False,
    whole: bool = False,
    longest: int = NAME_LENGTH,
) -> Any:
    """A column: description, example, unit, allowed values, the `table.column` it refers to.

    `whole` numbers have no decimals; texts have no more characters than `longest`. Blank text is the empty string
    and allowed unless `required`; blank numbers are missing values.
    """
    options: dict[str, Any] = {}
    if allowed:
        options["isin"] = list(allowed) if required else ["", *allowed]
    if pattern or date:
        options["str_matches"] = pattern or DATE_PATTERN
    if smallest is not None:
        options["ge"] = smallest
    if largest is not None:
        options["le"] = largest
    if required and not allowed and not pattern and smallest is None and not refers:
        # Not the length of the text: columns of numbers and flags are defined here as well.
        options["ne"] = ""
    metadata = {
        "required": required, "example": example, "refers": refers, "unit": unit, "date": date,
        "allowed": list(allowed), "whole": whole, "longest": longest,
    }  # fmt: skip
    return pa.Field(description=description, nullable=not required, metadata=metadata, **options)


MODELS: dict[str, type[Table]] = {}


class Table(pa.DataFrameModel):
    """A table of the package; keys.py says which columns identify a row.

    Of a `settled` one the rows are those of data/reference.
    """

    _settled: ClassVar[bool] = False

    class Config:
        """Exactly the columns of the model, with the types it gives them."""

        unique: ClassVar[list[str]] = []
        strict = True
        ordered = False
        coerce = False

    def __init_subclass__(cls, name: str, settled: bool = False, **options: Any) -> None:
        # Pandera reads the settings of a table from a class of this name.
        cls.Config = type("Config", (Table.Config,), {"unique": key_columns(name)})  # type: ignore[assignment, misc]
        cls._settled = settled
        super().__init_subclass__(**options)  # type: ignore[no-untyped-call]
        MODELS[name] = cls

    @classmethod
    def is_settled(cls) -> bool:
        """Whether the table stands in data/reference as it stands in the package."""
        return cls._settled
