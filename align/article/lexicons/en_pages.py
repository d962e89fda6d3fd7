"""English words of a page around its article, and the names of languages."""

from align.article.lexicons.word_lists import words

FURNITURE = (
    words(
        """related recommended advertisement advert loading photo photograph picture getty copyright © updated published
        comment comments share"""
    )
    | {"image source", "image caption", "image credit", "last updated", "first published", "most read"}
    | {"just watched", "must watch", "replay more videos", "media playback", "advertisement continue reading"}
)
"""What a line of a page begins with that is no part of the article."""

LANGUAGES = words(
    """spanish french german italian arabic russian ukrainian chinese mandarin cantonese japanese korean hindi urdu
        polish portuguese turkish hebrew farsi persian dutch swedish norwegian danish finnish greek welsh gaelic
        irish bengali punjabi swahili amharic somali tigrinya pashto dari kurdish romanian hungarian czech slovak
        bulgarian serbian croatian albanian vietnamese thai indonesian malay tagalog catalan basque latin creole
        yiddish tamil"""
)
