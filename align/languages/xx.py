"""The language of which nothing is known: whatever differs is a change of content, and for the ear.

The code is the one spaCy and others give to no language in particular.
"""

from align.languages.base import Language

XX = Language("xx")
