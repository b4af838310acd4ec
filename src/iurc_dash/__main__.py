"""`python -m iurc_dash` does what `iurc-dash` does."""

from __future__ import annotations

import sys

from iurc_dash.cli import main

if __name__ == "__main__":
    sys.exit(main())
