"""Whom a pronoun means, on kinds of mistakes made on GAP and on unseen news, invented anew."""

import pytest

from tests.article.test_whose_name import QUOTED, SAID, parameters, speakers

MEANT = {
    "somebody of whom nothing proves a person, but that they are called by their last name": [
        (f"Efra Gellor left. Gellor played in games seen by Mark Taylor. He {SAID}", ["Efra Gellor"]),
        (f"Ondra Reyl left. Reyl was found by Isabella Blow. She {SAID}", ["Ondra Reyl"]),
        (f"Efra Gellor met Mark Taylor. He {SAID}", [None]),
        (f"Mark Taylor came. It rained. He {SAID}", ["Mark Taylor"]),
    ],
    "a first name of the census": [
        (f"Franklin Bell came back. In a post, he {SAID}", ["Franklin Bell"]),
        (f"Lorena Voss met Bo Lane. She {SAID}", ["Lorena Voss"]),
        (f"Jermaine Voss met Amy Lin. He {SAID}", ["Jermaine Voss"]),
    ],
    "whose son or boss a sentence is about": [
        (f"Carey’s husband, Nick Cannon, has seen the show. “{QUOTED.format('he')[1:]}", ["Nick Cannon"]),
        (f"Ellen Bell rose. Ellen’s sister Julia Bell moved. She {SAID}", ["Julia Bell"]),
        (f"Bo Lane came. News of Lin’s aide, Dan Hart, spread. Amy Lin wept. She {SAID}", ["Amy Lin"]),
    ],
    "who is named behind a fronted clause": [
        (f"With producer Ida Mann, Amy Lin helped. She {SAID}", ["Amy Lin"]),
        (f"Ida Mann left. For Amy Lin, it was over. She {SAID}", ["Amy Lin"]),
        (f"But for Bo Lane, it was over. Trucks stood. He {SAID}", ["Bo Lane"]),
    ],
    "a short line is a whole: a headline between paragraphs": [
        (
            f"Dan Carle rose.\n\nWins again, Harry Bell claims\n Read more\nCarle, the officer, left. He {SAID}",
            ["Dan Carle"],
        ),
    ],
    "a last name that several bear is whom a sentence was about last, else who is named most; no signature is that": [
        (
            "Sen. John McCall left. John McCall slept. Ida Mann told McCall’s wife, Cindy McCall, so.\n\n"
            f"So late. — Cindy McCall (@cmc)\n\nBo Lane saw McCall.\n\nMcCall left early. He {SAID}",
            ["John McCall"],
        ),
        (f"John McCall left. Cindy McCall said so. McCall wept. She {SAID}", ["Cindy McCall"]),
    ],
    "of whom a sentence tells by an office": [
        (f"President Amy Lin left. Ida Mann slept. The president promised more. She {SAID}", ["Amy Lin"]),
        (f"Mayor Bo Lane left. Dan Hart slept. The mayor said that it was late. He {SAID}", ["Bo Lane"]),
        (f"Mayor Bo Lane left. Ida Mann slept. The mayor said that it was late. She {SAID}", [None]),
    ],
    "no statement is a she": [
        (f"The statement, read to Amy Lin, was long. The statement said “it was late”. She {SAID}", None),
    ],
}


@pytest.mark.parametrize(("text", "expected"), parameters(MEANT))
def test_the_right_person(text: str, expected: list[str | None] | None) -> None:
    found = speakers(text)
    if expected is None:
        assert "the statement" not in (found[-1] or "").lower()
    else:
        assert found[-len(expected) :] == expected


PHRASES = {
    "an adjective behind its noun belongs to it": [
        ("“So it was late,” said a person familiar with the matter.", ["a person familiar with the matter"]),
        ("“So it was late,” a source close to the company told them.", ["a source close to the company"]),
        ("“So it was late,” said an official briefed on the talks.", ["an official briefed on the talks"]),
        ("“So it was late,” said a lawyer representing Amy Lin.", ["a lawyer representing Amy Lin"]),
        ("People close to Amy Lin said it was “late and dark”.", ["People close to Amy Lin"]),
        ("“So it was late,” said Amy Lin, close to tears.", ["Amy Lin"]),
        ("“So it was late,” said Amy Lin close to the end of it.", ["Amy Lin"]),
    ],
    "a body whose name has an and": [
        ("“So it was late,” said the Food and Drug Administration.", ["the Food and Drug Administration"]),
        ("“So it was late,” according to the Fish and Game Commission.", ["the Fish and Game Commission"]),
    ],
    "a body that is named after what it is about": [
        ("“It was late,” said the World Panel on Climate Change.", ["World Panel on Climate Change"]),
        ("“So it was late,” the House Committee on Foreign Affairs said.", ["House Committee on Foreign Affairs"]),
        ("“So it was late,” said Amy Lin of the Panel on Climate Change.", ["Amy Lin"]),
    ],
    "an office behind a name, whatever its order": [
        ("Amy Lin, the Bell founder, rose. “So it was late,” the Bell founder said.", ["Amy Lin"]),
        ("Amy Lin, founder of Bell, rose. Bell founder said it was “late for all of us”.", ["Amy Lin"]),
        ("Bo Hart met Amy Lin, the Bell founder said. “It was late,” the Bell founder said.", [None]),
    ],
    "a rank that is written short, and two of them": [
        ("“It was late,” said spokesman Maj. Gen. Bo Lane. “Dark,” the spokesman said.", ["Bo Lane"] * 2),
        ("“It was late,” said Brig. Gen. Amy Lin, the commander.", ["Amy Lin"]),
        ("“It was late,” Adm. Bo Lane told Bell News.", ["Bo Lane"]),
    ],
    "two who say it together": [
        ("“It was late,” said Amy Lin and Bo Lane in a letter.", ["Amy Lin and Bo Lane"]),
        ("“It was late,” said Amy Lin and Bo Lane left.", ["Amy Lin"]),
        ("“It was late,” said Amy Lin, and Bo Lane left.", ["Amy Lin"]),
        ("“It was late,” said Amy Lin and left.", ["Amy Lin"]),
        ("“It was late,” said Amy Lin of Bell and Sons.", ["Amy Lin"]),
    ],
    "a text is of whom it is from": [
        ("“So it was late,” said a statement from Amy Lin.", ["Amy Lin"]),
        ("“So it was late,” said the statement, which was attributed to Amy Lin.", ["Amy Lin"]),
        ("Mayor Amy Lin left. “So it was late,” the mayor’s statement said.", ["Amy Lin"]),
        ("“So it was late,” said a letter to Amy Lin.", [None]),
    ],
    "a body speaks in the present, too": [
        ("“So it was late,” writes Bellco.\n\nThe company added that it was “late for all of us”.", ["Bellco"] * 2),
    ],
    "what others say that somebody said": [
        ("“So it was late,” Amy Lin is alleged to have said.", ["Amy Lin"]),
        ("“So it was late,” Amy Lin was reported to have told them.", ["Amy Lin"]),
        ("Amy Lin implied that they left because they “grew up in a ghetto”.", ["Amy Lin"]),
    ],
}


@pytest.mark.parametrize(("text", "expected"), parameters(PHRASES))
def test_the_whole_phrase(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
