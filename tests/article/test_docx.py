"""Word: the words that a reader sees when all changes are accepted, and nothing else."""

import contextlib
import io
import zipfile
from pathlib import Path

import pytest

from align.article import find_quotes
from align.article.formats.docx import read_docx
from align.article.formats.docx_symbols import read_symbol
from align.errors import ArticleError
from align.records import Role
from tests.hostile.mutations import far_away

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
    "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
ARTICLES = Path(__file__).parents[1] / "data" / "articles"


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def relations(**targets: str) -> str:
    rows = "".join(f"<Relationship Id='{kind}' Type='{KINDS}/{kind}' Target='{to}'/>" for kind, to in targets.items())
    return f"<Relationships xmlns='{RELATIONS}'>{rows}</Relationships>"


def word(
    *body: str, main: str = "word/document.xml", parts: dict[str, str] | None = None, strict: bool = False
) -> bytes:
    """Return a Word file with these paragraphs; `parts` are more parts of it, by their kinds."""
    folder, name = main.rsplit("/", 1)
    files = {
        "_rels/.rels": relations(officeDocument=main),
        f"{folder}/_rels/{name}.rels": relations(**{kind: f"{kind}.xml" for kind in parts or {}}),
        main: f"<w:document {SPACES}><w:body>{''.join(body)}</w:body></w:document>",
    }
    files |= {f"{folder}/{kind}.xml": xml for kind, xml in (parts or {}).items()}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path, xml in files.items():
            if strict:
                xml = xml.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                xml = xml.replace(KINDS, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            archive.writestr(path, xml)
    return data.getvalue()


def text_of(*body: str, **options) -> str:
    return read_docx("story.docx", word(*body, **options)).text


STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House quote"/><w:basedOn w:val="Q"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="s"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>"""


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (run("We ") + f"<w:del>{run('shall')}</w:del><w:ins>{run('will')}</w:ins>" + run(" go."), "We will go."),
        (f"<w:moveFrom>{run('Away. ')}</w:moveFrom><w:moveTo>{run('Here.')}</w:moveTo>", "Here."),
        (run("Seen.") + run(" Hidden.", "<w:vanish/>"), "Seen."),
        (run("Seen.") + run(" Shown.", "<w:vanish w:val='0'/>"), "Seen. Shown."),
        (run("Seen.") + run(" Hidden.", "<w:rStyle w:val='Secret'/>"), "Seen."),
        ("<w:r><w:t>twenty</w:t><w:noBreakHyphen/><w:t>year</w:t><w:softHyphen/><w:t>ly</w:t></w:r>", "twenty-yearly"),
        (run("ferry\u00adman"), "ferryman"),
        ("<w:r><w:t>A</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "A\tb\nc"),
        ("<w:r><w:t>One.</w:t><w:br/><w:br/><w:t>Two.</w:t></w:r>", "One.\n\nTwo."),
        (f"<w:hyperlink>{run('shown')}</w:hyperlink>", "shown"),
        (f"<w:fldSimple w:instr='PAGE'>{run('result')}</w:fldSimple>", "result"),
        (f"<w:smartTag><w:sdt><w:sdtContent>{run('kept')}</w:sdtContent></w:sdt></w:smartTag>", "kept"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>", ""),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK x</w:instrText></w:r>"
            + run("no result")
            + f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('link')}"
            f"<w:r><w:fldChar w:fldCharType='end'/></w:r>{run(' on')}",
            "link on",
        ),
        (f"<w:commentRangeStart/>{run('Said.')}<w:r><w:commentReference w:id='1'/></w:r>", "Said."),
        (f"<w:ruby><w:rt>{run('reading')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>", "base"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F07D'/><w:t>No</w:t><w:sym w:char='201D'/></w:r>", "“No”"),
        (run("\uf07dNo\uf07e", "<w:rFonts w:ascii='Wingdings'/>"), "“No”"),
    ],
)
def test_what_a_paragraph_shows(inner, text):
    assert text_of(paragraph(inner), parts={"styles": STYLES}) == text


@pytest.mark.parametrize(
    ("font", "code", "char"),
    [
        ("Times New Roman", "201C", "“"),
        ("Times New Roman", "F093", "“"),
        ("Wingdings", "F07E", "”"),
        ("Wingdings", "7E", "”"),
        ("ZapfDingbats", "F07C", "’"),
        ("Symbol", "F0B2", "″"),
        ("Symbol", "F061", "α"),
        ("Wingdings", "F0FE", ""),
        ("Arial", "no number", ""),
        ("Arial", "D800", ""),
    ],
)
def test_symbols(font, code, char):
    assert read_symbol(font, code) == char


def test_a_paragraph_whose_end_is_deleted_runs_on():
    deleted = paragraph(run("“We will "), properties="<w:rPr><w:del/></w:rPr>")

    assert text_of(deleted, paragraph(run("go on,” said Al Moss."))) == "“We will go on,” said Al Moss."


def test_a_field_over_several_paragraphs_shows_its_result_only():
    begun = paragraph("<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("code"))
    shown = paragraph("<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("Shown."))

    assert text_of(begun, shown, paragraph("<w:r><w:fldChar w:fldCharType='end'/></w:r>")) == "Shown."


def test_a_text_box_is_read_once_and_not_within_the_paragraph_it_hangs_on():
    boxed = paragraph(run("Said "), BOX.format(paragraph(run("Beside the text."))), run("so."))

    assert text_of(boxed, paragraph(run("Behind."))) == "Said so.\n\nBeside the text.\n\nBehind."


def test_a_box_for_older_programs_is_read_where_there_is_no_other():
    old = BOX.replace("<w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>", "")

    assert text_of(paragraph(run("Said."), old.format(paragraph(run("Old."))))) == "Said.\n\nOld."


def test_a_box_that_repeats_a_quotation_is_a_pull_quote():
    said = paragraph(run("“We will go on for years,” said Al Moss."), BOX.format(paragraph(run("We will go on"))))
    article = read_docx("story.docx", word(said))

    assert [block.role for block in article.blocks] == [Role.BODY, Role.PULL_QUOTE]
    assert [quote.text for quote in find_quotes(article)] == ["We will go on for years"]


def test_cells_come_by_rows_and_deleted_rows_not():
    rows = [
        f"<w:tr>{deleted}<w:tc>{paragraph(run(first))}</w:tc><w:tc>{paragraph(run(second))}</w:tc></w:tr>"
        for deleted, first, second in [("", "A", "b"), ("<w:trPr><w:del/></w:trPr>", "C", "d"), ("", "E", "f")]
    ]

    assert text_of(f"<w:tbl>{''.join(rows)}</w:tbl>") == "A\n\nb\n\nE\n\nf"


def test_notes_stand_at_the_end_and_comments_nowhere():
    notes = f"<w:footnotes xmlns:w='{W}'><w:footnote>{paragraph(run('A note.'))}</w:footnote></w:footnotes>"
    comments = f"<w:comments xmlns:w='{W}'><w:comment>{paragraph(run('Who says so?'))}</w:comment></w:comments>"
    said = paragraph(run("We "), "<w:r><w:footnoteReference w:id='1'/></w:r>", run("go."))

    text = text_of(said, paragraph(run("End.")), parts={"footnotes": notes, "comments": comments})

    assert text == "We go.\n\nEnd.\n\nA note."


def test_roles_by_styles_and_by_what_they_are_based_on():
    body = [paragraph(run("Words."), properties=f"<w:pStyle w:val='{style}'/>") for style in ("H1", "House", "Loop")]
    article = read_docx("story.docx", word(*body, parts={"styles": STYLES}))

    assert [block.role for block in article.blocks] == [Role.HEADING, Role.BLOCK_QUOTE, Role.BODY]


@pytest.mark.parametrize("main", ["word/document.xml", "word/document2.xml", "text/Main.xml"])
@pytest.mark.parametrize("strict", [False, True])
def test_strict_files_and_other_names_of_the_main_part(main, strict):
    assert text_of(paragraph(run("We go.")), main=main, strict=strict) == "We go."


def test_names_of_parts_are_compared_without_case():
    data = word(paragraph(run("We go."))).replace(b"word/document.xml", b"Word/Document.XML")

    assert read_docx("story.docx", data).text == "We go."


def test_an_entity_is_refused_and_nothing_lost_in_silence():
    entity = word(paragraph(run("we &e; go")))
    with zipfile.ZipFile(io.BytesIO(entity)) as archive:
        xml = archive.read("word/document.xml").decode()
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f'<!DOCTYPE d [<!ENTITY e "and">]>{xml}')

    with pytest.raises(ArticleError, match="no Word document"):
        read_docx("story.docx", data.getvalue())


def test_a_bomb_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 65_000_000)

    with pytest.raises(ArticleError, match="no Word document"):
        read_docx("story.docx", data.getvalue())


def test_a_file_with_a_password_says_so():
    with pytest.raises(ArticleError, match="password"):
        read_docx("story.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))


def test_any_damage_ends_in_an_article_or_a_sentence():
    data = word(paragraph(run("“We go,” said Al Moss.")), parts={"styles": STYLES})
    for place in range(0, len(data), 7):
        for value in (0, 0x41, 0xFF):
            broken = data[:place] + bytes((value,)) + data[place + 1 :]
            with contextlib.suppress(ArticleError):
                read_docx("story.docx", broken)


@pytest.mark.parametrize("offset", [2**31, 2**32, 2**63 - 1, 2**63, 2**64 - 1])
def test_parts_that_begin_behind_the_end_of_any_file_are_refused(offset):
    with pytest.raises(ArticleError, match="no Word document"):
        read_docx("story.docx", far_away(word(paragraph(run("we go"))), offset))


def test_moved_text():
    article = read_docx("F03.docx", (ARTICLES / "F03_docx_moved_text.docx").read_bytes())

    assert [(quote.text, quote.speaker, quote.kind) for quote in find_quotes(article)] == [
        ("We will go on", "Ines Calder", "speech"),
        ("This was moved here", "Al Moss", "speech"),
    ]


def test_characters_that_word_writes_as_elements_and_hidden_text():
    article = read_docx("F05.docx", (ARTICLES / "F05_docx_characters.docx").read_bytes())

    assert [(quote.text, quote.speaker, quote.kind) for quote in find_quotes(article)] == [
        ("It was a twenty-yearly thing", "Tom Beck", "speech"),
        ("Symbol marks", "Tom Beck", "speech"),
    ]


BOLD = "<w:b/>"
QUESTIONS = ("Why did you leave the band?", "Do you miss your old friends?", "What will you sing next?")
ANSWERS = (
    "I was tired, and I wanted to be at home for once.",
    "I miss them, but I call them often.",
    "I have no idea yet, and I am glad of it.",
)
INTRO = paragraph(run("Five minutes with the singer Lena Farrow"))


def answers_of(*body: str, parts: dict[str, str] | None = None) -> list[str]:
    quotes = find_quotes(read_docx("interview.docx", word(INTRO, *body, parts=parts)))
    return [quote.text for quote in quotes if quote.speaker == "Lena Farrow"]


@pytest.mark.parametrize("properties", [BOLD, "<w:i/>", "<w:b w:val='1'/><w:sz w:val='24'/>"])
def test_questions_in_bold_or_italics_make_an_interview(properties):
    turns = (
        paragraph(run(asked, properties)) + paragraph(run(said)) for asked, said in zip(QUESTIONS, ANSWERS, strict=True)
    )
    assert answers_of(*turns) == list(ANSWERS)


def test_questions_in_bold_by_their_style_make_an_interview():
    styles = (
        f"<w:styles {SPACES}><w:style w:styleId='Ask'><w:name w:val='Ask'/><w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:styleId='Sub'><w:name w:val='Sub'/><w:basedOn w:val='Ask'/></w:style></w:styles>"
    )
    asked = (paragraph(run(words), properties="<w:pStyle w:val='Sub'/>") for words in QUESTIONS)
    turns = (question + paragraph(run(said)) for question, said in zip(asked, ANSWERS, strict=True))
    assert answers_of(*turns, parts={"styles": styles}) == list(ANSWERS)


def test_questions_in_bold_before_a_line_break_make_an_interview():
    turns = (
        paragraph(run(asked, BOLD), "<w:r><w:br/></w:r>", run(said))
        for asked, said in zip(QUESTIONS, ANSWERS, strict=True)
    )
    assert answers_of(*turns) == list(ANSWERS)


def test_what_is_emphasised_stands_where_it_is_read():
    read = read_docx(
        "a.docx",
        word(
            paragraph(run("It was "), run("late", BOLD), run(", she said.")),
            paragraph("<w:r><w:br/><w:br/></w:r>", run("So it "), run("was", "<w:i/>"), run(".")),
            paragraph(run("Not bold", "<w:b w:val='0'/>")),
        ),
    )
    assert [read.text[span.start : span.end] for span in read.emphasised] == ["late", "was"]
