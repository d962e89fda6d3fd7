"""An article that was read before is what it is when it is read; it is read anew when it or the program has changed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from align import known_articles
from align.article import find_quotes, read_article
from align.cache import Cache
from align.errors import ArticleError
from align.known_articles import read_quoted
from tests import lbc_case

TEXT = 'The mayor, Ada Okonjo, said: "We never closed the baths."\n'


def read_twice(path):
    memory = Cache()
    return read_quoted(str(path), memory), read_quoted(str(path), memory)


def articles():
    folders = (lbc_case.FOLDER, Path(__file__).parents[1] / "fixtures" / "reports")
    known = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in known)


@pytest.mark.parametrize("path", articles(), ids=lambda path: path.name)
def test_what_is_remembered_is_what_was_read(path):
    try:
        article = read_article(str(path))
    except ArticleError:
        pytest.skip("no article")
    read, remembered = read_twice(path)

    assert read == remembered == (article, find_quotes(article))
    assert list(map(type, remembered[0].warnings)) == [str] * len(article.warnings)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT)
    return path


def test_nothing_is_read_that_is_known(article, monkeypatch):
    memory = Cache()
    first = read_quoted(str(article), memory)
    monkeypatch.setattr("align.article.read_article", None)

    assert read_quoted(str(article), memory) == first


def test_an_article_that_was_edited_is_read_anew_though_its_size_and_date_are_the_same(article):
    memory, before = Cache(), article.stat()
    read_quoted(str(article), memory)
    article.write_text(TEXT.replace("never", "maybe"))
    os.utime(article, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert [quote.text for quote in read_quoted(str(article), memory)[1]] == ["We maybe closed the baths."]


def test_it_is_read_anew_by_another_program(article, monkeypatch):
    memory = Cache()
    read_quoted(str(article), memory)
    monkeypatch.setattr(known_articles, "_program", lambda: iter([("other", 1, 1)]))
    monkeypatch.setattr("align.article.find_quotes", lambda _: ())

    assert read_quoted(str(article), memory)[1] == ()


def test_the_program_is_all_that_reads_articles():
    named = {Path(path).name for path, _, _ in known_articles._program()}

    assert {"attributor.py", "html.py", "charset.py", "words.py", "records.py"} <= named


def test_two_articles_with_the_same_text_keep_their_own_paths(article, tmp_path):
    memory, other = Cache(), tmp_path / "other.txt"
    other.write_text(TEXT)

    assert [read_quoted(str(path), memory)[0].path for path in (article, other, article)] == [
        str(article), str(other), str(article),
    ]  # fmt: skip


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.write_text("  "), lambda path: None])
def test_what_cannot_be_read_is_told_as_ever(tmp_path, make):
    path = tmp_path / "article.txt"
    make(path)
    with pytest.raises(ArticleError) as told:
        read_article(str(path))

    with pytest.raises(ArticleError, match=re.escape(str(told.value))):
        read_quoted(str(path), Cache())


def test_standard_input_is_read():
    script = (
        "from align.known_articles import read_quoted; from align.cache import Cache; print(read_quoted('-', Cache()))"
    )
    done = subprocess.run([sys.executable, "-c", script], input=TEXT, capture_output=True, text=True, check=True)

    assert "We never closed the baths." in done.stdout


def test_of_what_reads_articles_nothing_is_imported_for_one_that_is_known(article, tmp_path):
    script = (
        "import sys; from pathlib import Path; from align.known_articles import read_quoted;"
        "from align.cache import Cache;"
        f"read_quoted({str(article)!r}, Cache(Path({str(tmp_path / 'known.sqlite')!r})));"
        "print('align.article' in sys.modules)"
    )
    run = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True) for _ in range(2)]

    assert [one.stdout.strip() for one in run] == ["True", "False"]
