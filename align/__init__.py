"""Checks the quotations of an article against the recording they come from."""

__version__ = "0.1.0"
