"""Thresholds of the judgement: each with its unit and where the number came from."""

CONFIRMED = 0.75
"""Probability from which a difference is `confirmed`, below it `check_by_ear`. From the fit on development speech."""

DISMISSED = 0.35
"""Probability under which a difference is a mishearing and print is believed. From the fit on development speech."""

FOUND = 0.6
"""Share of a quote's words that must have been spoken in one place; fabricated quotes on the same theme reach 0.45."""

NEARLY_FOUND = 0.45
"""Share from which a quote that was not found is a matter for the ear."""

SHORT = 3
"""Words up to which a fragment matches almost any audio and is never more than `check_by_ear`; from the contract."""

SPLICE_GAIN = 1.0
"""How much cheaper (in words) two places must explain a quote than one."""

SHORTEST_PART = 4
"""Words of print that each part of a splice must have in its place; less occurs anywhere by chance."""

FADE = 0.25
"""Seconds of a pause that still belong to the quote before it. People who time speech by hand end a sentence 0.1 to
0.4 s after the last sound that can be measured (medians of 28 and of 7 sentences), synthesizers up to 0.5 s."""
