"""Web pages as newsrooms' systems write them: no body is lost, and nothing from around it is taken for one."""

import json
from pathlib import Path

import pytest

from align.article import find_quotes, read_article
from align.article.formats.html import read_html
from align.records import Article, Role
from align.report.formats import json_report
from align.report.formats.quote_list import render_quotes

PARAGRAPHS = (
    "The farm levy will rise by a tenth in spring, the county council decided late on Tuesday after a long debate.",
    "“Nobody wanted to vote for it, but the roads have to be paid for,” said Nora Whitfield, who leads the council.",
    "Farmers were angry. “We were promised three years without a rise,” said Peter Odum, who keeps sheep.",
)
INPUTS = Path(__file__).parents[1] / "data" / "articles"
HEADING = "<h1>Farm levy to rise</h1>"
BODY = HEADING + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
READ = [
    ("Nobody wanted to vote for it, but the roads have to be paid for", "Nora Whitfield", "speech"),
    ("We were promised three years without a rise", "Peter Odum", "speech"),
]
HEADLINES = ("Harlan ducks “sleepy” remark", "Divers give “kidney transplant” to ferry", "Bell: “sell at your gates”")
NAMES = (
    "no-sidebar content-with-sidebar comments-open has-share-bar layout-nav-top cookie-banner-open ad-free promo-page "
    "tag-council newsletter-open related-posts-on"
).split()


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head><title>Levy</title>{head}</head><body>{body}</body></html>"


def linked(body: str, shown: str = "<div id=root></div>") -> str:
    words = json.dumps({"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "articleBody": body}]})
    return page(shown, f'<script type="application/ld+json">{words}</script>')


def found(data: bytes | str) -> list[tuple[str, str | None, str]]:
    return [(quote.text, quote.speaker, quote.kind.value) for quote in find_quotes(read(data))]


def read(data: bytes | str) -> Article:
    return read_html("page.html", data.encode() if isinstance(data, str) else data)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("wrapper", ["div", "article", "section", "main"])
def test_names_of_what_holds_the_article_tell_nothing(wrapper, name):
    assert found(page(f'<{wrapper} class="{name}">{BODY}</{wrapper}>')) == READ


@pytest.mark.parametrize("wrapper", ["form", "aside", "nav", "header", "footer", "form><table><tr><td", "div hidden"])
def test_an_element_that_holds_the_article_is_no_furniture(wrapper):
    assert found(page(f"<{wrapper}>{BODY}</{wrapper.split()[0].partition('>')[0]}>")) == READ


@pytest.mark.parametrize(
    "between", ["<br><br>", "<br />\n<br />", "<br>&nbsp;<br>", "<br>", "<hr>", "</div><div>", "</td></tr><tr><td>"]
)
def test_paragraphs_without_an_element_of_their_own(between):
    body = f"<table><tr><td>{HEADING}{between.join(PARAGRAPHS)}</td></tr></table>"
    article = read(page(body))
    assert found(page(body)) == READ
    assert [block.role for block in article.blocks] == [Role.HEADING, Role.BODY, Role.BODY, Role.BODY]


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "us-ascii", "utf-8", "windows-1252", "no-such"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_what_a_page_declares_may_be_wrong(charset, encoding):
    assert found(page(BODY, f'<meta charset="{charset}">').encode(encoding)) == READ


@pytest.mark.parametrize("stray", [b"caf\xe9", b"\x81sheep", b"sheep\0", b"\xe2\x80"])
def test_a_stray_byte_spoils_no_page(stray):
    assert found(page(BODY).encode().replace(b"sheep", stray)) == READ


@pytest.mark.parametrize("encoding", ["UTF-8", "iso-8859-1"])
def test_a_page_may_begin_with_an_xml_declaration(encoding):
    assert found(f'<?xml version="1.0" encoding="{encoding}"?>\n{page(BODY)}'.encode("cp1252")) == READ


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(PARAGRAPHS),
        "".join(f"<p>{words}</p>" for words in PARAGRAPHS),
        "\n".join(PARAGRAPHS).replace("“", "&ldquo;").replace("”", "&rdquo;"),
    ],
)
def test_words_that_only_the_json_ld_has_are_read_and_said_to_be(body):
    assert found(linked(body)) == READ
    assert "JSON-LD" in read(linked(body)).warnings[0]


def test_json_ld_that_repeats_the_page_is_not_read():
    assert found(linked(" ".join(PARAGRAPHS), BODY)) == READ
    assert read(linked(" ".join(PARAGRAPHS), BODY)).warnings == ()


def test_json_ld_of_another_story_replaces_nothing():
    assert (
        found(linked("“The ferry sails on Monday,” said Ann Bell, its captain, to all who had come. " * 3, BODY))
        == READ
    )


def test_a_page_without_an_article_says_what_was_left_out():
    comment = "I read that and thought “this is the worst council I have ever had”, and I said so to my wife."
    article = read(page(BODY + f"<div id=comments>{f'<p>{comment}</p>' * 12}</div>"))
    assert "Left out: 12 paragraphs with quotations, the first of which begins: I read that" in article.warnings[0]


def test_what_was_doubtful_is_said_in_the_list_and_in_json_and_nothing_is_otherwise():
    doubtful, plain = read(linked(PARAGRAPHS[1])), read(page(BODY))
    assert f"? {doubtful.warnings[0]}\n" in render_quotes(doubtful, ())
    assert json.loads(json_report.render_quotes(doubtful, ()))["article"]["warnings"] == list(doubtful.warnings)
    assert "?" not in render_quotes(plain, ())
    assert "warnings" not in json.loads(json_report.render_quotes(plain, ()))["article"]


@pytest.mark.parametrize(
    "teasers",
    [
        "<h2>More in Local</h2>{0}",
        "<h3>Most viewed</h3>{0}",
        "<h2>Related</h2>{0}",
        "{0}",
    ],
)
@pytest.mark.parametrize(
    "teaser",
    [
        "<h3><a href=/1>{0}</a></h3><p>He said it was “quite a long story”</p>",
        "<a href=/1><h3>{0}</h3><p>He said it was “quite a long story”, and that he would not tell it to us.</p></a>",
        "<article><h2><a href=/1>{0}</a></h2><time>May 3</time></article>",
        "<p><a href=/1>{0}</a></p>",
    ],
)
def test_the_headlines_of_other_stories_are_set_apart(teasers, teaser):
    cards = teasers.format("".join(map(teaser.format, HEADLINES)))
    assert found(page(f"<main><article>{BODY}</article><section>{cards}</section></main>")) == READ
    assert found(page(f"<main><article>{BODY}<div>{cards}</div></article></main>")) == READ


SIDE = "".join(f"<li><a href=/{place}>{words}</a></li>" for place, words in enumerate(HEADLINES))
MORE = "<p>The council meets again in May, when the budget for the roads and for the schools of the county is due.</p>"


@pytest.mark.parametrize("name", ["row", *NAMES[:2], *NAMES[3:], "sidebar-grid__container", "promo-grid"])
@pytest.mark.parametrize("side", ["", f"<ul>{SIDE * 3}</ul>", f"<aside><h3>Most read</h3><ul>{SIDE * 3}</ul></aside>"])
def test_an_article_that_is_cut_into_parts_is_read_whole(name, side):
    """Each part has what stands beside it: links to other stories, and names that tell of them."""
    parts = "".join(
        f'<div class="{name}">{side}<div class="wide"><p>{words}</p>{MORE * 2}</div></div>' for words in PARAGRAPHS
    )
    assert found(page(f"<article>{HEADING}{parts}</article>")) == READ


@pytest.mark.parametrize("name", ["text", "text promo", "go-richtext", "story share", "newsletter-text"])
def test_a_part_of_two_paragraphs_is_read_though_more_links_than_that_stand_in_it(name):
    """Offers of work between the paragraphs, in one of which <cite> stands around what is quoted."""
    offers = f"<h3>Jobs</h3><ul>{SIDE * 3}</ul>"
    parts = "".join(f'<div class="{name}"><p>{words}</p>{offers}{MORE}</div>' for words in PARAGRAPHS)
    cited = parts.replace("“We were", "<cite>“We were").replace("a rise,”", "a rise,”</cite>")
    for body in (parts, cited):
        assert found(page(f"<article>{HEADING}{body}</article>")) == READ


@pytest.mark.parametrize("tag", ["div", "section", "ol"])
@pytest.mark.parametrize("name", ["comments", "comment-list", "commentlist"])
def test_a_long_debate_below_an_article_is_no_part_of_it(tag, name):
    comment = "<div><p>“Nobody asked us, and they never will,” as my neighbour says of every levy.</p></div>"
    debate = f'<{tag} class="{name}">{comment * 30}</{tag}>'
    assert found(page(f"<article>{BODY}{debate}</article>")) == READ


def test_a_paragraph_that_is_never_closed_is_read_though_other_stories_stand_within():
    first, quoted, last = PARAGRAPHS
    body = f"<p>{first}</p><p>{quoted}<div><ul>{SIDE * 2}</ul></div><p>{last}</p>"
    nested = f"<article>{HEADING}{body}</article>".replace("<p>“Nobody", "<p class=text>“Nobody")
    assert found(page(nested)) == READ


@pytest.mark.parametrize(
    ("post", "speaker"),
    [
        ('<blockquote class="twitter-tweet"><p>{0}</p>&mdash; Jo Brandish (@jo) <a>May 1</a></blockquote>', True),
        ('<blockquote class="bluesky-embed"><p>{0}</p>— Jo Brandish (<a>@jo.b.social</a>)</blockquote>', True),
        ('<blockquote class="mastodon-embed"><p>{0}</p><p>— Jo Brandish</p></blockquote>', True),
        ('<div class="fb-post"><blockquote><p>{0}</p>Posted by <a>Jo Brandish</a> on May 1</blockquote></div>', True),
        (
            '<blockquote class="instagram-media"><a>View this post</a><p><a>{0}</a></p>'
            "<p>A post shared by <a>Jo Brandish</a> (@jo)</p></blockquote>",
            True,
        ),
        ('<blockquote class="tiktok-embed"><section><a>@jo</a><p>{0}</p><a>♬ sound</a></section></blockquote>', False),
    ],
)
def test_a_post_is_a_message_of_who_signs_it(post, speaker):
    words = "I honestly thought this was a joke until I saw it"
    message = (words, "Jo Brandish" if speaker else None, "message")
    assert found(page(f"<article>{BODY}{post.format(words)}</article>")) == [*READ, message]


@pytest.mark.parametrize(
    "quotation",
    [
        "<blockquote><p>{0}</p><cite>Lee Barker, economist</cite></blockquote>",
        "<blockquote>{0} <cite>Lee Barker</cite></blockquote>",
        "<blockquote><p>{0}<br><cite>— Lee Barker</cite></p></blockquote>",
        "<blockquote><p>{0}</p><footer><strong>Lee Barker</strong><br>founder of Apex</footer></blockquote>",
        "<blockquote><p>{0}</p><p class='attribution'>Lee Barker, founder</p></blockquote>",
        "<blockquote><p>{0}</p><p>— Lee Barker, founder of Apex</p></blockquote>",
        "<figure><blockquote><p>{0}</p></blockquote><figcaption>Lee Barker, founder</figcaption></figure>",
    ],
)
def test_who_signs_a_block_quote_is_not_quoted(quotation):
    words = "Winners tell stories, and losers keep quiet."
    assert found(page(f"<article>{BODY}{quotation.format(words)}</article>")) == [
        *READ,
        (words, "Lee Barker", "speech"),
    ]


@pytest.mark.parametrize("name", ["rollover-people-block", "person-popover", "tooltip", "hovercard-body"])
@pytest.mark.parametrize("tag", ["div", "span"])
def test_what_pops_up_behind_a_name_is_not_read(name, tag):
    shown = f'<{tag} class="{name}">Norah Jo Whitfield <a href="/1">Whitfield: “I will go”</a> MORE</{tag}>'
    popped = f"<span>{shown}</span>"
    body = BODY.replace("Nora Whitfield,", f'<a href="/p">Nora Whitfield</a>{popped},')

    assert found(page(body)) == READ


def test_what_only_is_named_like_that_is_read():
    body = f'<div class="tooltip-page">{BODY}</div>'

    assert found(page(body)) == READ


def test_a_pull_quote_of_the_writers_own_words_is_no_quotation():
    pulled = "<aside class='pullquote'>The farm levy will rise by a tenth in spring</aside>"
    assert found(page(f"<article>{BODY}{pulled}</article>")) == READ


def test_a_page_that_disputes_a_paragraph_keeps_it_and_says_so():
    body = BODY.replace("<p>Farmers", "<p class='promo'>Farmers")
    assert found(page(f"<article>{body}</article>")) == READ
    assert "sets them apart: 1 paragraph with quotations" in read(page(f"<article>{body}</article>")).warnings[0]


def small_inputs():
    for path in sorted(INPUTS.glob("[AD]*.expected.json")):
        yield pytest.param(path, id=path.name[:3])


@pytest.mark.parametrize("path", list(small_inputs()))
def test_the_small_inputs_are_read_right(path):
    expected = json.loads(path.read_text("utf-8"))["expected"]
    quotes = {quote.text: quote for quote in find_quotes(read_article(str(path.with_suffix("").with_suffix(""))))}
    for label in expected:
        for words in label["text"].split(" / "):
            quote = next(quote for text, quote in quotes.items() if text.startswith(words.rstrip("…")))
            assert (quote.speaker or "null", quote.kind.value) == (label["speaker"], label["kind"])
