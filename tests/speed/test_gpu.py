"""The script that measures on a GPU: it works, here on a processor, so that it does where there is one."""

import pytest
import torch

from tests.speed.gpu import main


def test_the_script_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cpu-smoke"]) == 0
    machine, _, head, _, row = capsys.readouterr().out.splitlines()
    assert "no GPU" in machine
    assert row.count("|") == head.count("|")
    assert "`smallest, random weights`" in row
    speed, *_ = row.split("|")[2].split()
    assert float(speed) > 0


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU here")
def test_without_a_gpu_it_says_so_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert written.err == "There is no GPU here that torch can use: run this on a machine that has one.\n"
