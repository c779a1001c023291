"""How well documents are read in each form they come in: python -m tests.intake.measure [text|word|pdf|scan]…

The real documents and the scorer lie beside a checkout (../shared); nothing of them is in the project.
"""

import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

from tests.intake import forms

SHARED = Path("../shared")
REAL, SCORER = SHARED / "real", SHARED / "checks" / "read_score.py"
FORMS = {"text": str.encode, "word": forms.as_word, "pdf": forms.as_pdf, "scan": forms.as_scan}


def golden():
    return [json.loads(line) for line in (REAL / "gold.jsonl").read_text("utf-8").splitlines() if line.strip()]


def measured(form, answers, folder):
    """Return (mean F1, quotes that do not occur, seconds of reading) of these answers' documents in a form."""
    from nghitruong.intake.rules.files import read_file
    from nghitruong.intake.rules.reading import read
    from nghitruong.intake.rules.record import record

    spent = 0.0
    rows = []
    for answer in answers:
        text = unicodedata.normalize("NFC", (REAL / answer["file"]).read_text("utf-8"))
        content = FORMS[form](text)
        began = time.perf_counter()
        rows.append({"file": answer["file"], **record(read(read_file("van-ban", content).text))})
        spent += time.perf_counter() - began
    gold, told = Path(folder) / f"gold-{form}.jsonl", Path(folder) / f"told-{form}.jsonl"
    for path, lines in ((gold, answers), (told, rows)):
        path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), "utf-8")
    done = subprocess.run(
        [sys.executable, str(SCORER), str(gold), str(REAL), str(told)], capture_output=True, text=True, check=False
    )
    mean = re.search(r"mean F1 ([\d.]+)", done.stdout)
    invented = re.search(r"do not occur in their document: (\d+)", done.stdout)
    if mean is None or invented is None:
        raise RuntimeError(done.stdout + done.stderr)
    return float(mean[1]), int(invented[1]), spent, done.stdout


def main(names):
    import tempfile

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nghitruong.config.settings")
    django.setup()
    with tempfile.TemporaryDirectory() as folder:
        for form in names or FORMS:
            mean, invented, spent, told = measured(form, golden(), folder)
            print(told if "-v" in sys.argv else "", f"{form}: mean F1 {mean:.3f}, {invented} invented, {spent:.1f} s")


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if not name.startswith("-")])
