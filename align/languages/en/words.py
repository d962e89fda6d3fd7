"""Which English words carry which weight: the closed word lists.

All are keys as the comparison has them: lower case, American spelling, a possessive's apostrophe left out.
"""

from align.languages.base import Phrase, Words


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _phrases(listed: str) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in listed.split("|"))


WORDS = Words(
    fillers=_words("um uh er err erm errm ah uhh ahh eh hm hmm mm uhm umm uhh ehm ahem"),
    discourse_markers=frozenset(
        _phrases(
            "you know|i mean|you see|if you like|as it were|sort of|kind of|like|well|look|so|right|okay|yes|anyway|"
            "basically"
        )
    ),
    clear_markers=frozenset(_phrases("you know|i mean|as it were")),
    corrections=frozenset(
        _phrases(
            "sorry|i mean|i meant|or rather|rather|no|excuse me|correction|well no|pardon me|my mistake|wait|no wait|"
            "i beg your pardon|beg your pardon|i should say|i should have said|should i say|or should i say|make that|"
            "that should be|scratch that|strike that|let me correct that|let me correct myself|i stand corrected|"
            "actually no|sorry i mean|sorry i meant|no sorry|no i mean|no i meant"
        )
    ),
    symbol_names=_words("slash dot dash hyphen point comma colon hash hashtag at quote unquote"),
    number_joints=_words("to a an per by"),
    negations=_words(
        "not no never none nobody nothing nowhere neither nor without hardly scarcely barely cannot n't ain't can't "
        "won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't "
        "mustn't needn't mightn't shan't cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt "
        "wouldnt couldnt shouldnt"
    ),
    negative_endings=("n't",),
    negative_prefixes=("un", "in", "im", "ir", "il", "dis", "non", "mis"),
    opposite_endings=(("ful", "less"),),
    modals=_words(
        "may might can could will would shall should must ought cannot can't won't wouldn't couldn't shouldn't "
        "mustn't perhaps maybe possibly probably likely unlikely certainly definitely surely allegedly apparently "
        "potentially"
    ),
    modal_forms={"can't": "can", "cannot": "can", "won't": "will"},
    modal_endings={"'ll": "will", "'d": "would"},
    auxiliaries=_words("be am is are was were been being have has had do does did to"),
    quantities=_words(
        "all most some many few several every each any both half much more less least fewer majority minority "
        "everyone everybody someone somebody anyone anybody everything always often sometimes rarely seldom usually "
        "mostly dozens hundreds thousands millions billions entire whole plenty lots double twice triple"
    ),
    persons=_words(
        "i we you he she they me us him her them my our your his their mine ours yours hers theirs myself ourselves "
        "yourself yourselves himself herself themselves i'm i've i'll i'd we're we've we'll we'd you're you've you'll "
        "you'd he'll he'd she'll she'd they're they've they'll they'd hes shes"
    ),
    dates=_words(
        "january february march april june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday"
    ),  # without "may", which is a modal far more often
    number_units=_words("minus pound dollar euro yen penny cent cents percent c f celsius fahrenheit"),
    pronoun_numbers=frozenset({"1"}),
    function_words=_words(
        "a an the this that these those it its there here of to in on at by for from with into onto over under about "
        "as and or but so then than if when while because which who whom whose what where why how be am is are was "
        "were been being have has had having do does did doing just also too very really quite up out off down "
        "through between against during before after again such own same thats theres heres whats well now even still "
        "yet already upon toward within along across around among per via whether though although since until unless"
    ),
    exchanged_words=frozenset({"like"}),
    telltales=_words(
        "the and that with this they you from which would been their there when she what where who your because about "
        "think just know should could has had are were"
    ),
    titles=_words(
        "mister missus miss doctor professor senator governor lieutenant sergeant captain sir dame lord lady saint "
        "councilor inspector"
    ),
    capitals=frozenset({"I"}),
    qualifiers=_phrases(
        "only if|but only|except|unless|provided|providing|as long as|so long as|but not|if and only if|apart from|"
        "but if|but unless|but only if|and only if|but|only when|only after|other than|with the exception|subject to|"
        "until|if|though|although|or at least|assuming|depending on|not if|even if|even though"
    ),
    strong_qualifiers=frozenset(
        _phrases(
            "only if|but only|except|unless|provided|providing|as long as|so long as|but not|if and only if|only when|"
            "only after|subject to|with the exception|assuming|not if"
        )
    ),
    opening_conditions=_phrases("if|but if|and if|provided|assuming|depending on"),
    hedges=_phrases(
        "as far as i know|as far as i can tell|as far as i can see|as far as i'm aware|as far as i am aware|"
        "as far as i remember|to the best of my knowledge|to my knowledge|as i understand it|if i remember rightly|"
        "if i remember correctly|if i'm not mistaken|or so i was told|or so i am told|or so i'm told|or so they say|"
        "at least in theory"
    ),
    trailing_hedges=_phrases(
        "i suppose|i guess|i assume|i imagine|i think|i believe|i reckon|in principle|in theory|in my opinion|"
        "in my view|supposedly|allegedly|apparently|for now|or something like that"
    ),
    opening_qualifiers=_phrases(
        "i don't think|i do not think|i'm not saying|i am not saying|i'm not sure|it is not true that|"
        "its not true that|we don't know if|i don't know if|i doubt|if|unless|i'm not convinced|nobody is saying|"
        "i suppose|no 1 is saying|some people say|they say|people say|its been said that|i wouldn't say|i never said|"
        "i didn't say|i can't say|i cannot say"
    ),
)
