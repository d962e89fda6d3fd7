"""A real Chromium with its network off, the LBC page, and what npm has to check pages, SARIF and annotations with."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.lbc import write_lbc_page

playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests drive Chromium by playwright")

HERE = Path(__file__).parent
PACKAGES = ("axe-core@4.14.1", "ajv@6.12.6", "@microsoft/jest-sarif@1.0.0-beta.0", "@actions/core@3.0.1")
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def missing(what: str) -> None:
    """Skip where `what` is missing, but not in CI: there green must mean that it ran."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def chromium() -> Iterator:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        missing("a Chromium")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def npm() -> Path:
    """The folder of the packages from npm, fetched once."""
    folder = HERE / "node_modules"
    if not all((folder / package.rpartition("@")[0]).exists() for package in PACKAGES):
        if not shutil.which("npm"):
            missing("npm")
        subprocess.run(
            ["npm", "install", "--no-save", "--prefix", str(HERE), *PACKAGES], check=True, capture_output=True
        )
    return folder


@pytest.fixture(scope="session")
def axe(npm) -> str:
    """The source of axe-core."""
    return (npm / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def lbc(tmp_path_factory) -> Path:
    """Return where the page of the LBC case is."""
    path = tmp_path_factory.mktemp("page") / "lbc.html"
    write_lbc_page(path)
    return path


@pytest.fixture
def visit(chromium) -> Iterator:
    """Return a function that opens a page; fails if the page asked the network for anything or complained."""
    contexts, troubles = [], []

    def open_page(path: Path, width: int = 1280, scheme: str = "light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, accept_downloads=True
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: troubles.append(request.url) if _is_foreign(request.url) else None)
        page.on("dialog", lambda dialog: troubles.append(dialog.message))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def _is_foreign(url: str) -> bool:
    return not url.startswith(("file:", "data:", "blob:"))
