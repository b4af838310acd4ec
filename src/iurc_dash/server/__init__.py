"""The server: what is started, what it answers beside the pages, and what it refuses."""
