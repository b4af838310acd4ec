"""Small programs of the project: environment, browser, messages, pictures."""
