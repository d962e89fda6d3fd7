"""Whose voice is it? Who speaks when in a recording (speaker diarization), by sound alone and without names."""
