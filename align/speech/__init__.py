"""What was said, and what does the audio say of a wording? Recordings, recognizers, and transcripts of others.

`protocols.py` says what a recognizer is and how an engine is added, `engines.py` which there are.
"""
