"""How often is the checker right? Articles with planted changes over real recordings; `python -m tests.accuracy -h`."""
