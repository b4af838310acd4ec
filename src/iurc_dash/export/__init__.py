"""Tables out: what a reader takes away to a spreadsheet or another program."""
