"""Which verb reports a quotation, and who is its subject: mistakes made on pages nobody had seen, invented anew."""

import pytest

from align.article import find_quotes
from align.records import Kind
from tests.article.reading import article_of
from tests.article.test_whose_name import parameters, speakers

VERBS = {
    "a participle with is says it": [
        ("London Rene is alleging the “inept” men slept.", ["London Rene"]),
        ("Bo Lane is saying it was “late for all”.", ["Bo Lane"]),
        ("The ministers are warning of “a long night ahead”.", ["The ministers"]),
        ("Amy Lin was claiming that it was “late for all”.", ["Amy Lin"]),
        ("Gerald Wolfe says the firm is offering “more than anybody else”.", ["Gerald Wolfe"]),
    ],
    "the clause of a verb has ended": [
        ("Even when an officer first called, Bo Lane shrugged and “the officer left”.", [None]),
        ("After the board said no, the crowd went to see “the big one”.", [None]),
        ("When Amy Lin called the police, the men left the “old bridge” alone.", [None]),
        ("Because the judge asked for it, the clerk left it in the “black box”.", [None]),
        ("While the mayor told them to go, the crowd kept the “old bridge” shut.", [None]),
    ],
    "the outer verb reports what another verb does not": [
        ("Bo Lane said the inquiry asked for details, but “did not want the files”.", ["Bo Lane"]),
        ("Bo Lane said the board asked for more, but that it “got no answer”.", ["Bo Lane"]),
        ("Amy Lin says the club is promising “a new ground”.", ["Amy Lin"]),
        ("The clerk who reported the call recalled that he said, “I will go,” an aide said.", ["The clerk"]),
        ("The nurse who told the story said it was “late for all”.", ["The nurse"]),
    ],
    "things say nothing": [
        ("They found numbers which confirmed that he was a “high-level supplier” of drugs.", [None]),
        ("There was a rock claimed to be a “thigh bone” of a man.", [None]),
        ("The find led Amy Lin to conclude it was “likely” so.", ["Amy Lin"]),
        ("They paid for the massive purchases Mr. Hale requested, larger “than any time in history”.", ["Mr. Hale"]),
        ("Hilariously referred to as “The Sooty Van” it became part of the house.", [None]),
    ],
    "phrases end where another word is a verb, or begin where another name is tied": [
        ("Another brandished a knife, pointed to it and said: “I need it now!”", ["Another"]),
        ("The Ruthenian and Sylvan ministries said it was “late for all”.", ["The Ruthenian and Sylvan ministries"]),
        ("During the call, Bo Lane asked for more, called Amy Cole a “thief” and said, “go away”.",
         ["Bo Lane", "Bo Lane"]),
        ("“It is late,” Will Moyle, chief of the website Full Fact, told the BBC.", ["Will Moyle"]),
        ("Lane began the crisis insisting local men had enough and “want to be there”.", ["Lane"]),
    ],
    "a name beside a quotation set apart": [
        ("“Life gets no easier for us.” -- Steve Mara, The Truth", ["Steve Mara"]),
        ("“Life gets no easier for us.” - - Steve Mara", ["Steve Mara"]),
        ("Stark replies, “I must be.” To which Greyjoy’s response is perfect: “Good, you are no fool.”",
         ["Stark", "Greyjoy"]),
        ("Amy Lin’s answer was clear: “Nobody came to help us.”", ["Amy Lin"]),
        ("But neighbour Zibul picks up the story: “All of a sudden, the door opens.”", ["Zibul"]),
        ("Says the barman piously: “We serve no fish here.”", ["the barman"]),
    ],
    "who is blamed for saying it said it": [
        ("Cohen praised Haley for calling Lane “scum”.", ["Haley"]),
        ("The board thanked Amy Lin for saying it was “late for all”.", ["Amy Lin"]),
        ("Bo Lane criticised the mayor for claiming it was “late for all”.", ["the mayor"]),
        ("He was sorry for saying it was “late for all”, Bo Lane said.", ["Bo Lane"]),
        ("They blamed Amy Lin for telling all it was “late for all”.", ["Amy Lin"]),
    ],
    "a verb that counts only beside a quotation is beside another": [
        ("An essay on “Amy”, the girl who began it.", [None]),
        ("An interview with “Lindsey”, the girl who started it all.", [None]),
        ("A poem on “Amy”, the man who wept.", [None]),
        ("“We go,” Amy Lin continued, pointing to “the old one”.", ["Amy Lin", "Amy Lin"]),
        ("“We go,” the board detailed.", ["the board"]),
    ],
    "a sentence within which somebody says it": [
        ("At night, Mr Temba says, they report it as “a dark place for all”.", ["Mr Temba"]),
        ("Here, Amy Lin said, men claim that it was “a dark place for all”.", ["Amy Lin"]),
        ("Biden, Bo Lane said, also asked for “a dark place for all”.", ["Bo Lane"]),
        ("As men cheered, Robert Costa reported, his wife whispered to him: “We are here.”", ["his wife"]),
        ("In a remark beside his letter Mrs Lane said: “We were taught to think.”", ["Mrs Lane"]),
    ],
    "what is no name beside a quotation": [
        ("“We had family come through the other day.”\n\nRead More", [None]),
        ("“We had family come through the other day.”\n\nNew South Wales", [None]),
        ("# Storms in a pandemic: “It is our worst fear by far”", [None]),
        ("# RBI Prescribes Five-pillared Approach “GUARD” to Deal With Threats in Banks", [None]),
        ("# An “unflappable” organiser", [None]),
        ("Amy Lin spoke. “We are full.” Then all heard what Bo Lane tore out of the book: “Nobody came to help us.”",
         ["Amy Lin", None]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "right"), parameters(VERBS))
def test_who_is_the_subject_of_which_verb(text, right):
    assert speakers(text) == right


KINDS = {
    "a paper's title": [
        ("The bank said in its document “Vision for Safe Rural Banks 2030” that it was late.", [Kind.TITLE]),
        ("She wrote the report “A Long Road Home” last year.", [Kind.TITLE]),
        ("They read the study “Why Boats Sink Early” twice.", [Kind.TITLE]),
        ("He signed the manifesto “Free Ports For All” in May.", [Kind.TITLE]),
        ("He made a post with the title “free ports now” in May.", [Kind.TITLE]),
    ],
    "a nickname": [
        ("They saw Jame “Buffalo Bill” Gumb again.", [Kind.SCARE]),
        ("Then Al “Bunchy” Carter left.", [Kind.SCARE]),
        ("A physicist, George “Jay” Keyworth, left.", [Kind.SCARE]),
        ("The singer Lisa “Left Eye” Lopes left.", [Kind.SCARE]),
        ("Later Thomas “Tip” O'Neill came.", [Kind.SCARE]),
    ],
    "a new name": [
        ("We posted our thoughts until that was rebranded “blog”.", [Kind.SCARE]),
        ("The firm was renamed “Open Sea”.", [Kind.SCARE]),
        ("Police believe the man, known online as “Ghost”, fled.", [Kind.SCARE]),
        ("He is known to all of them as “the boss”.", [Kind.SCARE]),
        ("The route was retitled “the long way”.", [Kind.SCARE]),
    ],
    "the words of a title elsewhere": [
        ("They saw the film “Star Ways”. “Star Ways” is good for boys.", [Kind.TITLE, Kind.TITLE]),
        ("“Sea Song” is good for boys. They saw the film “Sea Song”.", [Kind.TITLE, Kind.TITLE]),
        ("They saw the film “Star Ways”. The “old ways” are good.", [Kind.TITLE, Kind.SCARE]),
        ("They read the novel “Bad Rain” and the “Bad Rain” books.", [Kind.TITLE, Kind.TITLE]),
        ("They read the novel “Bad Rain”. “We are full,” said Amy Lin.", [Kind.TITLE, Kind.SPEECH]),
    ],
    "what somebody believes": [
        ("Chris Wilder believes it would be “morally correct” to go.", [Kind.THOUGHT]),
        ("Amy Lin believed it was “late for all”.", [Kind.THOUGHT]),
        ("The ministers believe it was “late for all”.", [Kind.THOUGHT]),
        ("She thought it was “late for all”.", [Kind.THOUGHT]),
        ("Amy Lin said she believed it was “late for all”.", [Kind.FRAGMENT]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(KINDS))
def test_of_what_kind(text, right):
    assert [quote.kind for quote in find_quotes(article_of(text))] == right
