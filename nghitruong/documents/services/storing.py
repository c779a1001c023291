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
from nghitruong.base.official import official
from nghitruong.documents import policies, rules
from nghitruong.documents.models import StoredFile

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 4000
"""A page of A4 read at 300 dots an inch stays as it is; a camera's larger picture is drawn smaller."""
FORMATS = {"image/jpeg": ("JPEG", {"quality": 88}), "image/png": ("PNG", {}), "image/webp": ("WEBP", {"quality": 88})}
MODES = {"image/jpeg": ("RGB", "L"), "image/png": ("RGB", "RGBA", "L", "LA"), "image/webp": ("RGB", "RGBA")}


@transaction.atomic
def store(*, name: str, content: bytes, actor: Actor, at: datetime, recordings: bool = False) -> StoredFile:
    """Lưu tệp by its content's hash; the same content twice is kept once, under the name it came with first.
    `recordings`: a photo or a sound recording, nothing else.

    Photos are drawn anew, so that place, device and author data in them (EXIF) do not stay; the journal keeps the
    hash of what was sent. Raises Invalid, in words, for a wrong kind, size, password, macro, compression or
    picture bomb. Bytes are on disk before the row is; should the transaction fail, only an unnamed file is left.
    """
    policies.can_store(actor).require()
    label = rules.clean_name(name)
    mime = rules.kind_of(label, content, most_bytes=settings.UPLOAD_LIMIT, recordings=recordings)
    sent = hashlib.sha256(content).hexdigest()
    if mime in rules.IMAGES:
        content = _redrawn(label, mime, content)
    digest = hashlib.sha256(content).hexdigest()
    _write(digest, content)
    kept, is_new = StoredFile.objects.get_or_create(
        sha256=digest, defaults={"size": len(content), "mime": mime, "name": rules.name_for(label, mime)}
    )
    if is_new:
        changes: dict[str, object] = {"tên tệp": kept.name, "cỡ": kept.size, "mã băm": digest}
        if sent != digest:
            changes |= {"mã băm bản gửi": sent, "ghi chú": official("đã xóa vị trí chụp và thông tin máy ảnh")}
        audit.record(deed="file.store", subject=kept, actor=actor, at=at, changes=changes)
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
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(temporary).replace(target)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _redrawn(label: str, mime: str, content: bytes) -> bytes:
    """Draw a picture anew, upright, with nothing but its dots; raise Invalid for a bomb or a broken one."""
    kind, options = FORMATS[mime]
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Invalid(
                    _("Ảnh «%(name)s» quá lớn (hơn %(most)s triệu điểm ảnh).")
                    % {"name": label, "most": MOST_PIXELS // 1_000_000}
                )
            upright = ImageOps.exif_transpose(picture)
            if upright.mode not in MODES[mime]:
                upright = upright.convert("RGBA" if _is_see_through(upright) and "RGBA" in MODES[mime] else "RGB")
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            bare = Image.new(upright.mode, upright.size)
            bare.paste(upright)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Invalid(_("Ảnh «%(name)s» bị hỏng, không mở được.") % {"name": label}) from error
    out = io.BytesIO()
    bare.save(out, kind, **options)
    return out.getvalue()


def _is_see_through(picture: Image.Image) -> bool:
    return "A" in picture.mode or "transparency" in picture.info
