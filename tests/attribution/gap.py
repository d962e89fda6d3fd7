"""Do pronouns mean whom GAP's annotators say? `python -m tests.attribution.gap FILE`, one of its `.tsv` files.

GAP (Webster, Recasens, Axelrod, Baldridge 2018; github.com/google-research-datasets/gap-coreference) has passages of
Wikipedia in which a pronoun could be either of two people. Asked about are "he" and "she" where both names are known:
a page about one of them is told to begin with the full name, as an article does. `--list RESULT` prints passages.
"""

import argparse
import csv
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path

from align.article.entities.people import People
from align.article.entities.pronouns import Pronouns
from align.records import Span

_LONGEST_NAME = 60  # characters
_BEFORE = 300  # characters of a passage that are shown


class Result(StrEnum):
    """What became of a pronoun that means one of two people."""

    RIGHT = "right"
    WRONG = "wrong"
    NOBODY = "nobody"


def judge(row: dict[str, str]) -> tuple[Result, str | None] | None:
    """Return what becomes of the pronoun of a row, and whom it is said to mean; None where it is not asked about."""
    wanted = next((row[name] for name in "AB" if row[f"{name}-coref"] == "TRUE"), None)
    pronoun = row["Pronoun"].lower()
    if wanted is None or pronoun not in ("he", "she"):
        return None
    opening = _opening(row)
    text = opening + row["Text"]
    people = People(text, [Span(0, len(text))])
    if not all(_is_known(people, len(opening) + int(row[f"{name}-offset"])) for name in "AB"):
        return None
    found = Pronouns(text, people).resolve(pronoun, len(opening) + int(row["Pronoun-offset"]), None)
    if found is None:
        return Result.NOBODY, None
    full, words = {*found.full.split()}, {*wanted.split()}
    return (Result.RIGHT if full <= words or words <= full else Result.WRONG), found.full


def _is_known(people: People, place: int) -> bool:
    near = people.within(Span(max(0, place - _LONGEST_NAME), place + 1))
    return any(mention.start <= place < mention.end for mention in near)


def _opening(row: dict[str, str]) -> str:
    """Return a sentence with the name that the page is about, if it is one of the two."""
    title = row["URL"].rsplit("/", 1)[-1].split("_(")[0].replace("_", " ")
    is_about = " " in title and any({*row[name].split()} & {*title.split()} for name in "AB")
    return f"{title} was born in Hull.\n\n" if is_about else ""


def main() -> None:
    """Print how many pronouns are right, wrong and given to nobody."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--list", type=Result, choices=[*Result])
    given = parser.parse_args()
    counts: Counter[Result] = Counter()
    with given.file.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            judged = judge(row)
            if judged is None:
                continue
            counts[judged[0]] += 1
            if judged[0] is given.list:
                at = int(row["Pronoun-offset"])
                sys.stdout.write(
                    f"{row['ID']}: {judged[1]} | {row['Text'][max(0, at - _BEFORE) : at]}[{row['Pronoun']}]\n"
                )
    asked = counts.total()
    shares = ", ".join(f"{result} {counts[result]} ({counts[result] / asked:.0%})" for result in Result)
    sys.stdout.write(f"{shares} of {asked}\n")


if __name__ == "__main__":
    main()
