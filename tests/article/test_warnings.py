"""What was not read of an article is said wherever its quotations are listed."""

import json

import pytest
from typer.testing import CliRunner

from align.cli import app
from tests.article.test_pages import BODY, page
from tests.article.test_pdf import lines, pdf
from tests.schema import VALIDATORS

SAID = lines("“We begin at ten,” said Amy Lin.")
ARTICLES = {
    "story.pdf": (pdf(SAID, []), "Page 2 has no words that can be read: blank, a picture, or damaged."),
    "story.html": (
        page(f"<article>{BODY.replace('<p>Farmers', '''<p class='promo'>Farmers''')}</article>"),
        "Read, though the page sets them apart",
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_warnings_of_an_article_stand_in_the_list_and_the_json_of_its_quotations(name, tmp_path):
    data, warning = ARTICLES[name]
    path, written = tmp_path / name, tmp_path / "quotes.json"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())

    shown = CliRunner().invoke(app, ["quotes", str(path)])
    CliRunner().invoke(app, ["quotes", str(path), "-o", str(written)])
    document = json.loads(written.read_text(encoding="utf-8"))

    assert f"? {warning}" in shown.output.replace("\n", " ")
    VALIDATORS["quotes"].validate(document)
    assert document["article"]["warnings"][0].startswith(warning)
