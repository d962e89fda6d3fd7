"""The command line: flags to `api.py`, what it returns to the terminal, an exit status.

The only package that prints (with `progress.py`), prompts or exits. Exit status: 0 nothing to fault, 1 a confirmed
finding, 2 the job could not be done, more: a signal stopped it. Heavy imports wait for the command that needs them.
Here stand the commands in the order in which `align --help` shows them; a new one is a module of this package.
"""

from align.cli.application import app as app
from align.cli.application import main as main
from align.cli.application import register
from align.cli.archive import find, index
from align.cli.batch import batch
from align.cli.checking import check, quotes, transcribe
from align.cli.machine import cache, models

for command in (check, transcribe, quotes, batch, index, find, models, cache):
    register(command)
