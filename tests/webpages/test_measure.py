"""What `make pages` counts, on pages invented here."""

import json

from tests.webpages.gold import gold_pages
from tests.webpages.measure import measure_page

SAID = "<p>“We have waited for thirty years,” said Nora Whitfield, who leads the council of the town.</p>"
ALSO = "<p>“Nobody in this chamber wanted to vote for it,” said Peter Odum, who keeps sheep near the river.</p>"
OTHER = "<p>“The ferry will sail on Monday,” said Ann Bell, who is the captain of the ferry to the island.</p>"


def measured(folder, page, body):
    (folder / "source.html").write_text(f"<html><body><article>{page}</article></body></html>", "utf-8")
    (folder / "expected.html").write_text(f"<div>{body}</div>", "utf-8")
    (gold,) = gold_pages(folder)
    return measure_page(gold)


def test_all_found(tmp_path):
    result = measured(tmp_path, SAID + ALSO, SAID + ALSO)
    assert (result.spans, result.missed, result.furniture, result.is_lost) == (2, (), (), False)


def test_quotations_from_outside_the_body(tmp_path):
    result = measured(tmp_path, SAID + OTHER, SAID)
    assert (result.missed, result.furniture) == ((), ("The ferry will sail on Monday",))


def test_a_page_is_lost_if_none_of_several_is_found_without_a_word(tmp_path):
    assert measured(tmp_path, OTHER, SAID + ALSO).is_lost
    assert not measured(tmp_path, OTHER, SAID).is_lost
    aside = f"<p>The council met for a long time.</p><nav>{SAID}{ALSO}</nav>" + "<p>It will meet again in May.</p>" * 40
    assert not measured(tmp_path, aside, SAID + ALSO).is_lost


def test_speakers_that_are_labelled(tmp_path):
    (tmp_path / "a.html").write_text(f"<html><body>{SAID}{ALSO}</body></html>", "utf-8")
    labels = [{"text": "We have waited…", "speaker": "Nora Whitfield"}, {"text": "Nobody in…", "speaker": "Ann Bell"}]
    (tmp_path / "a.html.expected.json").write_text(json.dumps({"expected": labels}), "utf-8")
    (gold,) = gold_pages(tmp_path)
    result = measure_page(gold)
    assert (result.spans, result.missed, result.right, result.wrong, result.missing) == (2, (), 1, 1, 0)


def test_the_body_in_json_ld_is_gold(tmp_path):
    body = " ".join([SAID[3:-4], ALSO[3:-4]] * 3)
    data = f'<script type="application/ld+json">{json.dumps({"articleBody": body})}</script>'
    (tmp_path / "b.html").write_text(f"<html><head>{data}</head><body>{SAID}{ALSO}</body></html>", "utf-8")
    (gold,) = gold_pages(tmp_path)
    assert gold.paragraphs == (body,)


def test_the_bodies_of_a_benchmark_are_found_by_the_name_of_the_page(tmp_path):
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "1f.html").write_text(f"<html><body>{SAID}</body></html>", "utf-8")
    (tmp_path / "ground-truth.json").write_text(json.dumps({"1f": {"articleBody": "One.\n\nTwo."}}), "utf-8")
    (gold,) = gold_pages(tmp_path)
    assert gold.paragraphs == ("One.", "Two.")


def test_of_a_publisher_s_bodies_the_one_that_the_page_shows_is_gold(tmp_path):
    (tmp_path / "Herald_2024_05_06.html").write_text(f"<html><body>{SAID}</body></html>", "utf-8")
    shown = {"summary": [], "sections": [{"headline": [], "paragraphs": [SAID[3:-4]]}]}
    other = {"summary": ["Elsewhere it rained."], "sections": []}
    (tmp_path / "Herald.json").write_text(json.dumps({"V1": {"body": other}, "V2": {"body": shown}}), "utf-8")
    (gold,) = gold_pages(tmp_path)
    assert gold.paragraphs == (SAID[3:-4],)
