"""Thresholds of the judgement: each with its unit and where the number came from."""

CONFIRMED, CONFIRMED_MINOR = 0.75, 0.6
"""Probability from which a difference is `confirmed`, below it `check_by_ear`. From the fit on development speech; of
what is minor less is enough, for a wrong finding costs less there: set on 260 readers whom nothing was fitted on
(`tests/accuracy/fit.md`). What besides makes a finding certain is in `compare/certainty.py`."""

DISMISSED = 0.35
"""Probability under which a difference is a mishearing and print is believed. From the fit on development speech."""

PREFERRED, PERSON_PREFERRED = 0.0, -3.0
"""Nats by which the audio must prefer print before what turns the meaning is dismissed; a pronoun, which models mishear
most, may be contradicted a little. With this and `UNINTELLIGIBLE`, 188 instead of 183 of 189 such changes were reported
in 20 minutes of clear speech, 177 instead of 175 of 177 in noise; of 235 faithful quotes 4 more, in noise 11, were by
ear."""

CONTRADICTED = -6.0
"""Nats from which the audio clearly contradicts print, so that neither another content that sounds unlike nor another
name, however alike, is dismissed.
Without it two planted changes in 20 minutes, clear and in noise, were taken for mishearings; six mishearings more are
for the ear."""

NEITHER = -3.0
"""Nats by which leaving words out must surpass them as printed before the sound is said to hold them no more than what
was heard. Of 12 mishearings in seven recordings one lies below, of five planted changes beside a misheard word
three."""

SWALLOWED = 6.0
"""Nats by which the audio must prefer print to nothing before content is dropped of which nothing was heard. Of 119
words that were taken out of a transcript 4 lie below, of as many others put in their place 3 above."""

SECONDED, SECONDED_WORDS = 1.0, 2
"""Nats by which a second model must prefer print before a difference is dropped that the first finds improbable but may
not dismiss by itself, and how many words it has at most on either side. Of 62 improbable mishearings of so few words
(260 readers and eighteen recordings) 13 lie above, of three improbable planted changes one, which no model could make
out; from 0 nats on a negation was passed."""

ALIKE, NEARLY_ALIKE = 0.5, 0.7
"""Similarity from which a word may be another's spelling of the one in print; and from which a weak sound may be all
that tells the two apart."""

LIKELY = 0.5
"""Probability from which a difference is likelier than not: what turns the meaning counts from there against print and
a given transcript, for the ear; and what the first model finds less likely is certain by no second one."""

UNINTELLIGIBLE = -2.0
"""Nats a word of the likeliest wording under which the sound fits none: nothing is settled by it. Of 960 differences in
20 minutes of speech 0.7 % lie below; of the words of 70 clips 4 s beside theirs all do, 2 s beside 97 %."""

UNASKED = 0.6
"""Probability of a difference that could not be put to the audio: the transcript alone says so."""

TIDIED = 0.95
"""Probability that what needs no asking, a filler or the writer's own mark, is as the transcript says."""

CLEAN = 0.02
"""Probability that a quote without a finding differs after all; from the accuracy report."""

SPLICED = 0.95
"""Probability that a quote whose parts lie apart was put together from them; from the accuracy report."""

CUT_OFF, CUT_OFF_PERHAPS = 0.92, 0.7
"""Probability that a limiting clause was cut off: one that can hardly mean anything else, and another."""

ABSENT, PERHAPS_ABSENT, SAID_ELSEWHERE = 0.95, 0.5, 0.1
"""Probability that a quote that was not found is a fault: where it could not hide, where it could, and where nobody is
heard to whom it is attributed; from the accuracy report."""

WRONG_SPEAKER, PERHAPS_WRONG_SPEAKER = 0.95, 0.6
"""Probability that a quote stands under the wrong name: where two judgements agree, and where one says so; set by
hand below what `docs/voices.md` measured."""

FOUND = 0.6
"""Share of a quote's words that must have been spoken in one place; fabricated quotes on the same theme reach 0.45."""

NEARLY_FOUND = 0.45
"""Share from which a quote that was not found is a matter for the ear."""

ALIKE_IN_LETTERS, ENOUGH_LETTERS = 0.65, 30
"""Share of a quote's letters, in order, that what was heard in its place must have so that this is the place to listen
to, and how many letters it must have for that. Of 66 fabricated quotes the most like any place of their recordings has
0.56, of 240 other quotes two reach it anywhere in three hours; of eight that were said and heard so badly that they
were not found, the least like has 0.67."""

IN_A_ROW = 5
"""Words of print that were spoken in a row where a quote is nearly found, so that this is the place to listen to. Of
fabricated quotes on the same theme none have more than two, in 20 minutes of speech."""

SHORT = 3
"""Words up to which a fragment matches almost any audio and is never more than `check_by_ear`; `docs/contract.md`."""

TIE = 0.3
"""Cost, in words, by which two places for a quote may differ and still be as good: a filler, not a word."""

SPLICE_GAIN = 1.0
"""How much cheaper (in words) two places must explain a quote than one."""

SHORTEST_PART = 4
"""Words of print that each part of a splice must have in its place; less occurs anywhere by chance."""

GUESSED = 0.75
"""Mean probability of words under which the model guessed at them; clear speech has 0.8 to 0.98."""
