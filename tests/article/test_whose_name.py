"""Whom a name, an office or a pronoun means: kinds of mistakes made on pages that nobody had seen, invented anew."""

import pytest

from align.article import find_quotes
from tests.article.reading import article_of


def speakers(text):
    return [quote.speaker for quote in find_quotes(article_of(text))]


def parameters(kinds):
    return [
        pytest.param(text, right, id=f"{kind}-{n}")
        for kind, inputs in kinds.items()
        for n, (text, right) in enumerate(inputs)
    ]


SAID = "said it was “late for all of us”."
QUOTED = "“It is late for all of us,” {} said."

NAMES = {
    "a name before a noun is not that person": [
        (f"Norah Bell left early. Norah Bell pal {SAID}", ["Norah Bell pal"]),
        (f"Norah Bell left early. A Norah Bell supporter {SAID}", ["A Norah Bell supporter"]),
        (f"Hull Buses stood still. Hull police {SAID}", ["Hull police"]),
        (f"Gulf Arab power, the Union of Isles, {SAID}", ["Gulf Arab power"]),
        (f"Bo Lane left. Senior Lane adviser Amy Cole {SAID}", ["Amy Cole"]),
        (f"Norah Bell left early. Bell herself {SAID}", ["Norah Bell"]),
    ],
    "what an office is for is nobody": [
        (f"The Union High Commissioner for Human Rights {SAID}", ["The Union High Commissioner for Human Rights"]),
        (f"Minister of Natural Resources, Bola Okoro, {SAID}", ["Bola Okoro"]),
        (f"President of Bell Works, Thabo Lin, only {SAID}", ["Thabo Lin"]),
        (f"The Nato chief at the time, Jens Berg, {SAID}", ["Jens Berg"]),
        (f"Secretary for Rural Affairs, Mona Veit, {SAID}", ["Mona Veit"]),
    ],
    "an office in capitals, and one that is tied to a country": [
        (f"Housing Board Chief Executive, Grain Long, {SAID}", ["Grain Long"]),
        (f"Deputy Mayor, Ola Bern, {SAID}", ["Ola Bern"]),
        (f"China’s ambassador to Britain Liu Ming {SAID}", ["Liu Ming"]),
        (f"The envoy to Ukraine Kurt Volk {SAID}", ["Kurt Volk"]),
        (f"The consul to Ghana Bo Lane {SAID}", ["Bo Lane"]),
    ],
    "the name before an office without an article": [
        (f"In a note, Sandy Ching, president of the Academy of Isles (AI) {SAID}", ["Sandy Ching"]),
        (f"Bo Lane, editor in chief of the official newspaper, the Bell Post, {SAID}", ["Bo Lane"]),
        (f"Bo Lane, the editor of the official newspaper, the Bell Post, {SAID}", ["Bo Lane"]),
        (f"Former chief of staff Ron Klein and senior Hale adviser {SAID}", ["Ron Klein"]),
        (f"Ida Mann, director of the Isles Trust (IT) {SAID}", ["Ida Mann"]),
    ],
    "a run of capitals holds more than the name": [
        ("When President Hale’s plan failed, he left.\n\n“It is late,” Mr. Hale said.", ["President Hale"]),
        (f"The envoy to Ukraine Kurt Volk left. Later Volk {SAID}", ["Kurt Volk"]),
        (f"Amy Lin left. In The Mirror Amy {SAID}", ["Amy Lin"]),
        (f"Carla Benn waited. Benn Friday {SAID}", ["Carla Benn"]),
        (f"Jared Sexton waited. See Sexton below. Later Sexton {SAID}", ["Jared Sexton"]),
    ],
    "a thing that shares a name is not meant": [
        (f"Strava met at Camp Strava. On Monday Strava {SAID}", ["Strava"]),
        (f"Donald Hale left Hale Tower. Later Hale {SAID}", ["Donald Hale"]),
        (f"Lane-led Workers Party met. Bo Lane left. Lane {SAID}", ["Bo Lane"]),
        (f"Hull Citibus left. Later Hull {SAID}", ["Hull"]),
        (f"Donald Hale spoke for Great Isles PAC. Hale {SAID}", ["Donald Hale"]),
    ],
    "an officer without a name is not the one with a name": [
        (f"Ann Cole, a former officer, left. A police officer came. The officer {SAID}", ["The officer"]),
        (f"A police officer came. The officer {SAID}\n\nAnn Cole, a former officer, left.", ["The officer"]),
        (f"Dr Ann Cole, a doctor, left. A junior doctor came. The doctor {SAID}", ["The doctor"]),
        (f"A teacher came. The teacher {SAID} Bo Lane, a teacher, left.", ["The teacher"]),
        (f"Mayor Ann Cole left. The mayor {SAID}", ["Ann Cole"]),
    ],
}


@pytest.mark.parametrize(("text", "right"), parameters(NAMES))
def test_whom_a_name_means(text, right):
    assert speakers(text) == right


PRONOUNS = {
    "who is named behind a verb is not what the sentence is about": [
        ("Judge Ian Clay spoke. He said he classed Axel as grown.\n\n“It is late,” he said.", ["Ian Clay"]),
        ("Kelly Osmond spoke. She was angry with Meghan.\n\n“It is late,” she said.", ["Kelly Osmond"]),
        ("Ann Cole wept, days after she and her friend Amy Lin left.\n\n“It is late,” she said.", ["Ann Cole"]),
        ("Bo Lane wept. He thanked Ian Clay.\n\n“It is late,” he said.", ["Bo Lane"]),
        ("Ann Cole wept. Then she met Amy Lin.\n\n“It is late,” she said.", ["Ann Cole"]),
    ],
    "who says something is what the sentence is about": [
        ("Among Ann Cole’s voters anger grew, Amy Lin said; it was a release.\n\n“It is late,” she said.", ["Amy Lin"]),
        ("Trump’s grasp is worrying, Mark Cuban said.\n\n“It is late,” he said.", ["Mark Cuban"]),
        ("“It was a choice of Bo Lane,” said Ian Clay.\n\n“It is late,” he said.", ["Ian Clay", "Ian Clay"]),
        ("What Bo Lane did had cost lives, Ian Clay said.\n\n“It is late,” he said.", ["Ian Clay"]),
        ("In Bo Lane’s case, Ian Clay said, nobody came.\n\n“It is late,” he said.", ["Ian Clay"]),
    ],
    "a name behind an office is a person": [
        ("Bo Lane spoke.\n\nThe mayor of Surab, Tri Risma, wept.\n\n“It is late,” she said.", ["Tri Risma"]),
        ("Bo Lane spoke.\n\nThe head teacher, Ngo Vinh, wept.\n\n“It is late,” he said.", ["Ngo Vinh"]),
        ("Bo Lane spoke.\n\nHis lawyer, Zed Orr, wept.\n\n“It is late,” he said.", ["Zed Orr"]),
        ("Bo Lane spoke.\n\nThe club’s chairman, Zed Orr, wept.\n\n“It is late,” he said.", ["Zed Orr"]),
        ("Ann Cole spoke.\n\nThe group’s founder, Isha Orr, wept.\n\n“It is late,” she said.", ["Isha Orr"]),
    ],
    "somebody without a name may be meant": [
        ("Mayor Anna Bell left.\n\nAs they came, a resident screamed at them.\n\n“It is late,” she said.", [None]),
        ("Bo Lane left.\n\nIn the square, a protester shouted at them.\n\n“It is late,” he said.", [None]),
        ("Bo Lane left.\n\nAt dawn, a driver told them to go.\n\n“It is late,” he said.", [None]),
        ("Ann Cole left.\n\nIn the hall, another teacher wept.\n\n“It is late,” she said.", [None]),
        ("Bo Lane left. A worker named Ian Clay stayed.\n\n“It is late,” he said.", ["Ian Clay"]),
    ],
    "a lone name, an age, and a long speech": [
        ("Fans of Warren Buff’s way wait. Tommy — who hides his name — retired.\n\n“It is late,” he said.", ["Tommy"]),
        ("“We go,” said Jose Marin.\n\n“It is late,” the 56-year-old said.", ["Jose Marin", "Jose Marin"]),
        ("“We go,” said Jose Marin.\n\n“No,” said Bo Lane.\n\n“It is late,” the 56-year-old said.",
         ["Jose Marin", "Bo Lane", None]),
        ("Joe Bell left.\n\nBen Long spoke. Joe Bell, he said, also “was the first to stand”.", ["Ben Long"]),
        (f"“We go,” said Sarah Bunting.\n\n“{'It is late for us. ' * 150}”\n\nShe went on: “We stay.”",
         ["Sarah Bunting", "Sarah Bunting", "Sarah Bunting"]),
    ],
    "a firm is nobody whom he or she can mean": [
        ("Peter White runs it.\n\nRay Orr, executive of Automation Anywhere, met him. Automation Anywhere said no."
         "\n\n“It is late,” he said.", ["Ray Orr"]),
        ("Carla Benn leads HP. HP said no.\n\n“It is late,” she said.", ["Carla Benn"]),
        ("Bob Enslin left. Next-gen RPA said no.\n\n“It is late,” he said.", ["Bob Enslin"]),
        ("Fred Kagan left. Al Qaeda said no.\n\n“It is late,” he said.", ["Fred Kagan"]),
        ("Bo Lane left. The head of Bright Anvil came. Bright Anvil said no.\n\n“It is late,” he said.", ["Bo Lane"]),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "right"), parameters(PRONOUNS))
def test_whom_a_pronoun_means(text, right):
    assert speakers(text) == right
