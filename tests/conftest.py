"""How hard the laws are tried: by drawing anew on a laptop, alike and longer in CI (`--hypothesis-profile`)."""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=100)
settings.register_profile("ci", settings.get_profile("ci"), max_examples=400)
settings.load_profile("ci" if os.environ.get("CI") else "dev")
