import os

import pytest

from nghitruong.intake.rules.files.scan import recogniser
from tests.intake.measure import REAL, SCORER, golden, measured

real = pytest.mark.skipif(
    not (REAL.exists() and SCORER.exists()), reason="the real documents are not beside this checkout"
)
LEAST = 0.95


@real
def test_real_documents_are_read_well_and_nothing_is_invented(tmp_path):
    mean, invented, _spent, told = measured("text", golden(), tmp_path)

    assert (mean >= LEAST, invented) == (True, 0), told


@real
@pytest.mark.parametrize(("form", "lower"), [("word", 0.03), ("pdf", 0.05)])
def test_the_same_documents_in_another_form_are_read_as_well(form, lower, tmp_path):
    as_text, _invented, _spent, _told = measured("text", golden(), tmp_path)
    mean, invented, _spent, told = measured(form, golden(), tmp_path)

    assert (mean >= as_text - lower, invented) == (True, 0), told


@real
def test_the_same_documents_as_noisy_scans_are_read_nearly_as_well(tmp_path):
    if recogniser() is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have tesseract with its Vietnamese data")
        pytest.skip("tesseract with Vietnamese data is not installed")
    short = [answer for answer in golden() if answer["file"].startswith("documents/")][::2]  # all: tests.intake.measure
    as_text, _invented, _spent, _told = measured("text", short, tmp_path)
    mean, _invented, _spent, told = measured("scan", short, tmp_path)

    assert mean >= as_text - 0.10, told
