"""The edition that exhibits of this folder are about."""

from __future__ import annotations

from collections.abc import Mapping

from iurc_dash.exhibits.register import Parameter
from iurc_dash.metrics.editions import editions_in_order
from iurc_dash.view import View


def _choices(view: View) -> Mapping[str, str]:
    return {edition: view.say("editions", edition) for edition in editions_in_order(view)}


EDITION = Parameter("edition", choices=_choices, required=True)
