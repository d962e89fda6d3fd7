"""Makes the screenshots of the README: `python -m tests.browser.screenshots`."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser.voices import write_voices_page

FOLDER = Path(__file__).parent / "screenshots"
DESK = {"viewport": {"width": 1280, "height": 980}, "color_scheme": "light"}
PHONE = {"viewport": {"width": 380, "height": 820}, "color_scheme": "dark", "has_touch": True, "is_mobile": True}


def main() -> None:
    """Write the screenshots of the LBC page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "lbc.html"
        write_voices_page(path)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, device in (("page-light.png", DESK), ("page-phone-dark.png", PHONE)):
            page = browser.new_page(**device)
            page.goto(path.as_uri())
            page.keyboard.press("j")
            page.evaluate("scrollTo(0, 0)" if device is DESK else "document.querySelector('#quote-1').scrollIntoView()")
            page.screenshot(path=FOLDER / name)
        browser.close()


if __name__ == "__main__":
    main()
