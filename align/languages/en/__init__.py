"""English: the language that the lists were made for, and the calibration fitted on."""

from functools import lru_cache

from align.languages.base import Language
from align.languages.en.figures import SCALES, SHAPES, read_figure
from align.languages.en.grammar import CONTRACTIONS, is_mended_grammar, stem
from align.languages.en.measures import find_measures
from align.languages.en.numerals import find_numbers, is_only_read, spell_number
from align.languages.en.spelling import NEAR_HOMOPHONES, READINGS, find_homophones, fold_letters, sound_code, spell
from align.languages.en.words import WORDS

_CODES = 4096
"""Words whose code is kept: the vocabulary of a long article and of the places where it may have been said."""

EN = Language(
    "en",
    words=WORDS,
    contractions=CONTRACTIONS,
    scales=tuple(SCALES),
    compounds={"per cent": "percent"},
    symbols="&%@+=°½¼¾⅓⅔⅛#×£$€¥¢",
    readings=READINGS,
    fold_letters=fold_letters,
    spell=spell,
    homophones=lru_cache(_CODES)(find_homophones),
    near_homophones=NEAR_HOMOPHONES,
    read_figure=read_figure,
    figure_shapes=SHAPES,
    find_numbers=find_numbers,
    find_measures=find_measures,
    spell_number=spell_number,
    is_only_read=is_only_read,
    phonetic=lru_cache(_CODES)(sound_code),
    stem=stem,
    is_mended_grammar=is_mended_grammar,
    has_capital_names=True,
    has_false_starts=True,
    is_calibrated=True,
)
