"""What each table and column of the package is: the one place that says it."""
