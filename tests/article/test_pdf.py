"""PDF: letters at places become the paragraphs that a reader sees."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from align.article import find_quotes
from align.article.formats.pdf import read_pdf
from align.article.formats.pdf_paragraphs import _join
from align.errors import ArticleError
from align.records import Role

ARTICLES = Path(__file__).parents[1] / "data" / "articles"
SIZE, LEADING = 11, 14
Shown = tuple[float, float, float, str]  # x, y, size, words in WinAnsi


def pdf(
    *pages: Sequence[Shown],
    rotate: int = 0,
    spacing: float = 0,
    matrix: str = "1 0 0 1",
    more: str = "",
    encoding: str = "/WinAnsiEncoding",
) -> bytes:
    """Return a PDF whose pages show words at places; letters are set apart by `spacing` and turned by `matrix`."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} >>",
    ]
    for number, page in enumerate(pages):
        shown = "".join(
            f"BT {spacing} Tc /F1 {size} Tf {matrix} {x} {y} Tm ({escape(words)}) Tj ET\n" for x, y, size, words in page
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {rotate} /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        shown += more
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    trailer = f"trailer << /Size {count} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def escape(words: str) -> str:
    data = words.encode("cp1252")
    return "".join(chr(byte) if 32 <= byte < 127 and byte not in b"()\\" else f"\\{byte:03o}" for byte in data)


def lines(*words: str, x: float = 60, y: float = 700, size: float = SIZE, leading: float = LEADING) -> list[Shown]:
    """Return lines under each other; one that begins with spaces is indented by them, an empty one leaves a gap."""
    return [
        (x + 5 * (len(line) - len(line.lstrip())), y - leading * number, size, line.strip())
        for number, line in enumerate(words)
        if line.strip()
    ]


def paragraphs(*pages: Sequence[Shown], **options) -> list[str]:
    return read_pdf("story.pdf", pdf(*pages, **options)).text.split("\n\n")


WRAPPED = (
    "The ferry to the island will stop running in the winter months, the board",
    "decided late on Tuesday, after a long debate in the town hall of Lowmere.",
)
WHOLE = " ".join(WRAPPED)


def test_a_line_that_leaves_room_ends_a_paragraph_and_a_full_one_does_not():
    assert paragraphs(lines(*WRAPPED, "It was late.", *WRAPPED)) == [f"{WHOLE} It was late.", WHOLE]


def test_lines_end_by_their_width_and_not_their_letters():
    wide = "WWWW WWWW WWWW WWWW WWWW WWWW WWWWWW,"
    assert paragraphs(lines(WRAPPED[0], wide, "Mr Voss said, and left.")) == [
        f"{WRAPPED[0]} {wide} Mr Voss said, and left."
    ]


def test_a_wider_gap_parts_paragraphs_even_where_a_line_is_full():
    assert paragraphs(lines(*WRAPPED, "", *WRAPPED)) == [WHOLE, WHOLE]


def test_an_indent_parts_paragraphs():
    first = "   The ferry to the island will stop running in the winter months, for good"
    assert paragraphs(lines(*WRAPPED, first, WRAPPED[1], first, WRAPPED[1])) == [
        WHOLE,
        *[f"{first.strip()} {WRAPPED[1]}"] * 2,
    ]


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(by_rows):
    left = [f"left words of line {number} go on" for number in range(8)]
    right = [f"right words of line {number} go on" for number in range(8)]
    shown = [*lines(*left, x=60), *lines(*right, x=320)]
    shown = sorted(shown, key=lambda line: (-line[1], line[0])) if by_rows else shown

    assert " ".join(paragraphs(shown)) == " ".join([*left, *right])


def test_a_headline_over_columns_and_a_line_between_them():
    words = [f"some words of line {number} go on" for number in range(5)]
    across = "A crosshead that reaches over both of the columns of the page here"
    shown = [*lines("Ferry to stop running in winter for all islanders", y=760, size=22)]
    for top in (700, 560):
        shown += [*lines(*words, x=60, y=top), *lines(*words, x=320, y=top)]
    shown += [(60, 600, 14, across)]

    found = read_pdf("story.pdf", pdf(shown))

    text = " ".join(words)
    assert found.text.split("\n\n") == [
        "Ferry to stop running in winter for all islanders",
        f"{text} {text}",
        across,
        f"{text} {text}",
    ]
    assert [block.role for block in found.blocks][:3] == [Role.HEADING, Role.BODY, Role.HEADING]


def test_three_columns():
    columns = [[f"{name} words of line {number}" for number in range(6)] for name in ("left", "middle", "right")]
    shown = [line for place, words in enumerate(columns) for line in lines(*words, x=60 + 170 * place)]

    assert " ".join(paragraphs(shown[::-1])) == " ".join(word for words in columns for word in words)


def test_a_sentence_goes_on_over_a_page_and_heads_and_numbers_are_no_part_of_it():
    pages = [
        [*lines("The Lowmere Gazette", y=770), *lines(*words), *lines(f"Page {number}", y=40)]
        for number, words in enumerate([(*WRAPPED, WRAPPED[0]), (WRAPPED[1], "", *WRAPPED)], start=1)
    ]

    assert paragraphs(*pages) == [f"{WHOLE} {WHOLE}", WHOLE]


def test_left_and_right_pages_have_heads_of_their_own():
    pages = [
        [*lines(("Gazette", "12 May 2024")[number % 2], y=770), *lines(f"{number} is said here.", y=600)]
        for number in range(4)
    ]

    assert not {"Gazette", "12 May 2024"} & set(" ".join(paragraphs(*pages)).split("\n"))
    assert "Gazette" not in " ".join(paragraphs(*pages))


def test_a_number_within_the_text_is_kept():
    assert "1984" in paragraphs(lines(*WRAPPED, "", "1984", "", *WRAPPED))


def test_footnotes_stand_at_the_end():
    first = [*lines(*WRAPPED, WRAPPED[0]), *lines("1 See the minutes of May.", y=80, size=8)]

    assert paragraphs(first, lines(WRAPPED[1])) == [f"{WHOLE} {WHOLE}", "1 See the minutes of May."]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the ferry-", "man left", "the ferryman left"),
        ("a well-", "known man", "a well-known man"),
        ("a twenty-", "year-old man", "a twenty-year-old man"),
        ("her mother-in-", "law left", "her mother-in-law left"),
        ("the Lowmere-", "Norwick line", "the Lowmere-Norwick line"),
        ("we go -", "she said", "we go - she said"),
        ("we go—", "she said", "we go—she said"),
        ("a book-", "shop here", "a book-shop here"),  # as it is written elsewhere
        ("the re-", "port said", "the report said"),
        ("an ex-", "port ban", "an export ban"),  # as it is written elsewhere
        ("the sol\u00ad", "dier left", "the soldier left"),
        ("it was", "late", "it was late"),
    ],
)
def test_hyphens_at_the_ends_of_lines(before, after, joined):
    assert _join(before, after, frozenset(("book-shop", "export"))) == joined


@pytest.mark.parametrize("spacing", [0, 1.5, 3])
def test_letters_set_apart_are_words(spacing):
    words = "We will go on for years, said Al Moss."

    assert paragraphs(lines(words), spacing=spacing) == [words]


def test_letters_set_apart_by_spaces_are_words():
    assert paragraphs(lines("F e r r y   t o   s t o p   i n   w i n t e r")) == ["Ferry to stop in winter"]


def test_words_that_nothing_but_a_gap_parts():
    shown = [(60, 700, SIZE, "The"), (81.5, 700, SIZE, "ferry"), (111, 700, SIZE, "stops.")]

    assert paragraphs(shown) == ["The ferry stops."]


@pytest.mark.parametrize("matrix", ["0 1 -1 0", "0 -1 1 0", "-1 0 0 -1"])
def test_pages_that_are_turned(matrix):
    a, b, c, d = map(int, matrix.split())
    turned = [
        (300 + a * x / 2 + c * y / 3, 400 + b * x / 2 + d * y / 3, size, words) for x, y, size, words in lines(*WRAPPED)
    ]

    assert paragraphs(turned, matrix=matrix) == [WHOLE]
    assert paragraphs(lines(*WRAPPED), rotate=90) == [WHOLE]


def test_words_along_the_edge_stand_behind_the_text():
    edge = "BT /F1 9 Tf 0 1 -1 0 30 300 Tm (Downloaded in May.) Tj ET"

    assert paragraphs(lines(*WRAPPED), more=edge) == [WHOLE, "Downloaded in May."]


def test_a_block_quotation_that_a_colon_announces():
    article = read_pdf(
        "story.pdf",
        pdf(
            lines(*WRAPPED, "In a letter to the board, Tom Beck wrote:", "", "     It is our only road.", "", *WRAPPED)
        ),
    )
    [quote] = find_quotes(article)

    assert (quote.text, quote.speaker, quote.kind) == ("It is our only road.", "Tom Beck", "statement")


def test_lines_of_a_quotation_are_one():
    article = read_pdf("F01.pdf", (ARTICLES / "F01_pdf_line_end.pdf").read_bytes())

    assert [(quote.text, quote.speaker, quote.kind) for quote in find_quotes(article)] == [
        (
            "We will not run a ferry for three passengers a day, however much we all would like to",
            "Ines Calder",
            "speech",
        ),
        ("It is our only road", "Tom Beck", "speech"),
        ("They know it, and they have known it for years.", "Tom Beck", "speech"),
        ("Nobody asked us", "Vic Stone", "speech"),
        ("If they had, they would have heard a thing or two about winter.", "Vic Stone", "speech"),
    ]


def test_any_damage_ends_in_an_article_or_a_sentence(capfd):
    data = pdf(lines(*WRAPPED))
    for place in range(0, len(data), 9):
        for value in (0, 0x41, 0xFF):
            with contextlib.suppress(ArticleError):
                read_pdf("story.pdf", data[:place] + bytes((value,)) + data[place + 1 :])
    assert capfd.readouterr() == ("", "")


LIGATURES = "<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl /uniFB00 /uniFB03 /uniFB04] >>"


@pytest.mark.parametrize(
    ("glyphs", "words"),
    [
        ("We \x01nd it", "We find it"),
        ("a \x02ood of of\x01cers", "a flood of officers"),
        ("o\x03 the coast", "off the coast"),
        ("the o\x04ce", "the office"),
        ("a ba\x05ed sta\x03", "a baffled staff"),
    ],
)
def test_ligatures_are_the_letters_that_they_stand_for(glyphs, words):
    assert paragraphs(lines(f"“{glyphs},” said Amy Lin."), encoding=LIGATURES) == [f"“{words},” said Amy Lin."]


def test_pages_without_words_are_named():
    read = read_pdf("story.pdf", pdf(lines(*WRAPPED), [], lines(*WRAPPED)))
    several = read_pdf("story.pdf", pdf(lines(*WRAPPED), [], lines(*WRAPPED), []))

    assert read.warnings == ("Page 2 has no words that can be read: blank, a picture, or damaged.",)
    assert several.warnings == ("Pages 2 and 4 have no words that can be read: blank, a picture, or damaged.",)
    assert read_pdf("story.pdf", pdf(lines(*WRAPPED))).warnings == ()


@pytest.mark.parametrize(
    ("sound", "damaged"),
    [
        (b"/Type /Page /Parent", b"/Type /Pagx /Parent"),
        (b"/Contents 5 0 R", b"/Contents 9 9 R"),
        (b"4 0 obj\n<<", b"4 0 obj\n(("),
    ],
)
def test_a_damaged_page_is_named_and_the_others_are_read(sound, damaged):
    read = read_pdf("story.pdf", pdf(lines(*WRAPPED), lines("It was late.")).replace(sound, damaged, 1))

    assert (read.text, read.warnings[0][:21]) == ("It was late.", "Page 1 has no words t")
