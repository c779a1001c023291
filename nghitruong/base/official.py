"""Words that are kept or sent: always in the language of the state, whoever acts in whichever language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils.translation import override


@contextmanager
def official_language() -> Iterator[None]:
    """Speak the installation's language meanwhile; also a decorator of what builds a document."""
    with override(settings.LANGUAGE_CODE):
        yield


def official(words: object, **values: object) -> str:
    """Return `words` (a Vietnamese sentence, or the label of a choice) with `values` put in.

    For the journal, the ledger, letters and notices: what one reader writes, others read.
    """
    with official_language():
        return str(words) % values if values else str(words)
