"""The words by which articles are read, as data."""
