"""Pages from the edge: whatever they declare and however deep they nest, their words are read or the loss is said."""

import encodings.aliases
from contextlib import suppress

import pytest

from align.article import find_quotes, read_article
from align.errors import ArticleError
from tests.hostile.readers import OWN

pytestmark = pytest.mark.hostile

PAGE = "<html><head><meta charset='{}'></head><body><article>{}</article></body></html>"
SAID = "<p>The council met on Tuesday and talked about the bridge. “We will build it,” the mayor told them all.</p>" * 5
DEEP = "<p>Then the harbour master came in from the rain. “Nobody asked us,” he told the whole hall at once.</p>" * 5
DECLARED = {*encodings.aliases.aliases.values(), "undefined", "idna", "punycode", "raw_unicode_escape", "mbcs", "oem"}


@pytest.mark.parametrize("charset", sorted(DECLARED | {"", "x" * 5000, "utf-8\0", "é", "-", "../utf_8"}))
@pytest.mark.parametrize("written", ["utf-8", "cp1252", "utf-16"])
def test_a_page_may_declare_any_charset(tmp_path, charset, written):
    path = tmp_path / "page.html"
    path.write_bytes(PAGE.format(charset, SAID).encode(written))
    with suppress(ArticleError):
        article = read_article(str(path))
        assert "council met on Tuesday" in article.text or written == "utf-16"


@pytest.mark.parametrize("depth", [10, 250, 256, 257, 300, 1000, 3000])
@pytest.mark.parametrize("element", ["div", "span", "blockquote", "b", "table><tr><td"])
def test_however_deep_a_page_nests_its_words_are_read_or_it_is_refused(tmp_path, depth, element):
    path = tmp_path / "page.html"
    path.write_text(PAGE.format("utf-8", SAID + f"<{element}>" * depth + DEEP), encoding="utf-8")
    try:
        text = read_article(str(path)).text
    except ArticleError:
        assert depth > 150
    else:
        assert (text.count("We will build it"), text.count("Nobody asked us")) == (5, 5)


@pytest.mark.parametrize("path", sorted(OWN.glob("enc_*.pdf")), ids=lambda path: path.stem)
def test_a_pdf_that_may_only_not_be_printed_is_read(path):
    assert len(find_quotes(read_article(str(path)))) == 11
