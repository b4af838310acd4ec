"""`python -m iurc_dash` and the command `iurc-dash`."""

import signal
import sys


def run() -> int:
    """Run the command line; Ctrl+C ends it without a traceback even while it imports what it needs."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from iurc_dash.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    return main()


if __name__ == "__main__":
    sys.exit(run())
