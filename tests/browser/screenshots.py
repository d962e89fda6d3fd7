"""Makes the screenshots of the README: `python -m tests.browser.screenshots`."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.lbc import write_lbc_page

FOLDER = Path(__file__).parent / "screenshots"
SHOTS = (("page-light.png", 1280, 900, "light"), ("page-phone-dark.png", 380, 900, "dark"))


def main() -> None:
    """Write the screenshots of the LBC page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "lbc.html"
        write_lbc_page(path)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, width, height, scheme in SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            page.goto(path.as_uri())
            page.locator("#quote-1 h3").click()
            page.evaluate("scrollTo(0, 0)" if width > 1000 else "document.querySelector('#quote-1').scrollIntoView()")
            page.screenshot(path=FOLDER / name)
        browser.close()


if __name__ == "__main__":
    main()
