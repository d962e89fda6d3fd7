"""Transcripts that others wrote: readers, and how their times are repaired."""
