"""Every format gives one text in which the same quotations stand at their positions."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from align.article import READERS, find_quotes, read_article
from align.errors import ArticleError
from align.records import Article, Role

PAGE = """<!DOCTYPE html><html><head><title>Flood | LBX</title>
<meta charset="utf-8"><script>a="“x” he said";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/n">‘Sorry’ says PM</a></li></ul></nav>
<main><article class="article with-sidebar"><h1>Mayor ‘sorry’ for flood</h1><p class="byline">By Ann Other</p>
<p>Amy Lin, the head of the ward, said: “We <b>lost</b> the <a href="/x">roof</a> in the first hour.</p>
<figure><img src="x"><figcaption>Amy Lin outside “the hall”</figcaption></figure>
<p>“Then the water&nbsp;came up.”</p><aside class="pullquote"><p>Then the water came up</p></aside>
<div class="related"><h3>Read more</h3><ul><li><a href="/1">Doctor: ‘ward is full’</a></li></ul></div>
<p>The council wrote:</p><blockquote><p>The plan is a waste of money.</p></blockquote>
<p>Bo Lane said <q>never again</q>, and left.</p></article></main><footer>© LBX “best”</footer></body></html>"""

OLD_PAGE = """<html><head><meta charset="windows-1252"><title>Bridge shut</title></head><body><div id="wrap">
<div class="menu">Home | “News”</div><div class="story-body"><h1>Bridge shut after crash</h1>
<div class="share-tools">Share this “story”</div>
<p class="intro">Police have said a crash on the old bridge was "tragic".</p>
<p>Insp Dan Cole, of Kent Police, said: "Two people were hurt.</p><div class="ad">Advertisement</div>
<p>"We ask drivers to stay away."</p>
<div class="image"><img src="b.jpg"><span class="caption">The bridge on Monday</span></div>
<p>A witness, who gave her name only as Tess, said she heard "a huge bang".</p>
<p>"I ran out," she said. "There was smoke."</p>
<div class="quote"><blockquote class="pull-quote">I ran out</blockquote></div>
<p>Kent County Council's highways chief, Ann Poole, tweeted: "Bridge closed until Friday."</p>
<ul><li>Follow us on X</li><li>More: 'Smart' roads face axe</li></ul></div></div></body></html>"""

SPOKEN = ["We lost the roof.", "Then the water came up."]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def put(name: str, data: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


def quoted(article: Article) -> list[str]:
    quotes = find_quotes(article)
    assert all(article.text[quote.chars.start : quote.chars.end] == quote.text for quote in quotes)
    return [quote.text for quote in quotes]


def test_a_web_page_without_its_furniture(write):
    article = read_article(str(write("page.html", PAGE.encode())))
    quotes = find_quotes(article)

    assert article.title == "Mayor ‘sorry’ for flood"
    assert [(quote.text.replace("\u00a0", " "), quote.continues, quote.speaker) for quote in quotes] == [
        ("sorry", None, "Mayor"),
        ("We lost the roof in the first hour.", None, "Amy Lin"),
        ("Then the water came up.", 2, "Amy Lin"),
        ("the hall", None, None),
        ("The plan is a waste of money.", None, "The council"),
        ("never again", None, "Bo Lane"),
    ]
    assert {quote.line for quote in quotes} == {None}


def test_an_older_web_page_without_its_furniture(write):
    quotes = find_quotes(read_article(str(write("page.html", OLD_PAGE.encode("windows-1252")))))

    assert [(quote.text, quote.continues, quote.speaker, quote.kind) for quote in quotes] == [
        ("tragic", None, "Kent Police", "fragment"),
        ("Two people were hurt.", None, "Dan Cole", "speech"),
        ("We ask drivers to stay away.", 2, "Dan Cole", "speech"),
        ("a huge bang", None, "A witness", "fragment"),
        ("I ran out", None, "Tess", "speech"),
        ("There was smoke.", 5, "Tess", "speech"),
        ("Bridge closed until Friday.", None, "Ann Poole", "message"),
    ]
    assert not any(quote.warnings for quote in quotes)


def test_boilerplate_is_tagged_and_kept(write):
    article = read_article(str(write("page.htm", PAGE.encode())))
    furniture = [
        article.text[block.chars.start : block.chars.end] for block in article.blocks if block.role is Role.BOILERPLATE
    ]

    assert {"Home", "By Ann Other", "Read more", "Doctor: ‘ward is full’"} <= set(furniture)
    assert "he said" not in article.text


def test_a_page_in_the_encoding_it_declares(write):
    page = '<html><meta charset="windows-1252"><body><p>“Déjà vu,” Léa Roux said on Friday.</p></body></html>'

    assert quoted(read_article(str(write("old.html", page.encode("cp1252"))))) == ["Déjà vu"]


def test_word(write):
    document = Document()
    document.add_heading("Mayor to go", 0)
    document.add_paragraph("Amy Lin said: “We lost the roof.")
    document.add_paragraph("Amy Lin outside the hall", style="Caption")
    document.add_paragraph("“Then the water came up.”")
    document.add_paragraph("The plan is a waste.", style="Quote")
    data = io.BytesIO()
    document.save(data)

    article = read_article(str(write("story.docx", data.getvalue())))

    assert article.title == "Mayor to go"
    assert quoted(article) == [*SPOKEN, "The plan is a waste."]
    assert [quote.continues for quote in find_quotes(article)] == [None, 1, None]


def test_pdf(write):
    lines = ["Amy Lin said: \\223We lost the roof.", "", "\\223Then the water came up.\\224"]

    assert quoted(read_article(str(write("story.pdf", pdf(lines))))) == SPOKEN


def test_a_pdf_without_text_says_so(write):
    with pytest.raises(ArticleError, match="holds no text"):
        read_article(str(write("scan.pdf", pdf([]))))


def test_markdown_keeps_the_files_own_positions(write):
    source = (
        '---\ntitle: “x”\n---\n\n# Mayor to go\n\nAmy Lin said: “We *lost* the [roof](http://x.y "a “b” c").\n\n'
        "![hall](x.png)\n\n“Then the water came up.”\n\n> The plan is a waste.\n"
    )
    article = read_article(str(write("story.md", source.encode())))
    quotes = find_quotes(article)

    assert article.text == source
    assert article.title == "Mayor to go"
    assert [(quote.line, quote.column) for quote in quotes] == [(7, 16), (11, 2), (13, 3)]
    assert [quote.continues for quote in quotes] == [None, 1, None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(write, encoding):
    path = write("story.txt", "“Déjà vu – it’s back,” Léa Roux said.\r\n“No.”\r\n".encode(encoding))
    article = read_article(str(path))

    assert article.text == "“Déjà vu – it’s back,” Léa Roux said.\n“No.”\n"


def test_mojibake_is_mended(write):
    broken = "“It’s back,” Léa Roux said.".encode().decode("cp1252", errors="replace")

    assert "It’s back" in read_article(str(write("story.txt", broken.replace("\ufffd", "\x9d").encode()))).text


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("“We lost the roof.”".encode())))

    assert quoted(read_article("-")) == ["We lost the roof."]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b" \n", "is empty"),
        ("sound.txt", b"ID3\x04\x00\x00" + bytes(range(256)) * 20, "is not text"),
        ("undecodable.txt", b"caf\x81 \x8d\x8f said", "is not text"),
        ("story.rtf", b"x", "cannot be read"),
        ("broken.docx", b"not a zip", "no Word document"),
        ("broken.pdf", b"not a pdf", "no PDF"),
    ],
)
def test_what_is_no_article_is_refused_in_one_sentence(write, name, data, message):
    with pytest.raises(ArticleError, match=message) as error:
        read_article(str(write(name, data)))

    assert "\n" not in str(error.value)
    assert str(error.value).endswith(".")


def test_missing_files_and_folders(tmp_path):
    with pytest.raises(ArticleError, match="There is no article"):
        read_article(str(tmp_path / "none.txt"))
    with pytest.raises(ArticleError, match="is a folder"):
        read_article(str(tmp_path))


def test_every_reader_can_be_imported():
    for reader in READERS.values():
        module, _, function = reader.partition(":")
        assert hasattr(__import__(module, fromlist=[function]), function)


def pdf(lines: list[str]) -> bytes:
    """Return a PDF of one page with these lines, written by hand: escapes are those of WinAnsi."""
    shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown}ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 6\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")
