"""Keep a file: looked at, written to disk for good, then told to the database."""

from __future__ import annotations

import hashlib
import io
import os
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.documents import policies, rules
from nghitruong.documents.models import StoredFile

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 2400


@transaction.atomic
def store(*, name: str, content: bytes, actor: Actor, at: datetime) -> StoredFile:
    """Lưu tệp by its content's hash; the same content twice is kept once.

    Photos are drawn anew, so that place, device and author data in them (EXIF) do not stay. Raises Invalid, in
    words, for a wrong kind, size, password, macro, compression or picture bomb.
    """
    policies.can_store(actor).require()
    label = rules.clean_name(name)
    mime = rules.kind_of(label, content, most_bytes=settings.UPLOAD_LIMIT)
    if mime in rules.IMAGES:
        content, mime = _redrawn(label, content), "image/jpeg"
    digest = hashlib.sha256(content).hexdigest()
    _write(digest, content)
    kept, is_new = StoredFile.objects.get_or_create(
        sha256=digest, defaults={"size": len(content), "mime": mime, "name": label}
    )
    if is_new:
        audit.record(
            deed="file.store", subject=kept, actor=actor, at=at, changes={"tên tệp": label, "cỡ": len(content)}
        )
    return kept


def path_of(*, sha256: str) -> Path:
    """Return where a file's bytes are."""
    return Path(settings.FILES_ROOT) / sha256[:2] / sha256


def _write(digest: str, content: bytes) -> None:
    """Write under a temporary name, flush to disk, rename: a name in the database always has its bytes."""
    target = path_of(sha256=digest)
    if target.exists():
        return
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    Path(temporary).replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _redrawn(label: str, content: bytes) -> bytes:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Invalid(_("Ảnh «%(name)s» quá lớn.") % {"name": label})
            upright = ImageOps.exif_transpose(picture).convert("RGB")
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            out = io.BytesIO()
            upright.save(out, "JPEG", quality=85)
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise Invalid(_("Ảnh «%(name)s» bị hỏng, không mở được.") % {"name": label}) from error
    return out.getvalue()
