"""One file for each format; the tables of `align.report` say which file name gets which."""
