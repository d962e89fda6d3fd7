"""Which of ten thousand hours hold these words? Transcripts in one SQLite file, a vote of rare words, then a judgement.

What is found is judged as every quotation is (`compare/`); who hears and where sound is, `archives.py` knows.
"""
