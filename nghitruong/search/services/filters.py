"""A person's own filters of a list page."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.db import transaction
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.language import normalise
from nghitruong.search import policies
from nghitruong.search.models import SavedFilter
from nghitruong.search.rules import kept_query

NAME_LIMIT = 60
QUERY_LIMIT = 1000


@transaction.atomic
def save_filter(*, page: str, name: str, query: str, actor: Actor, at: datetime) -> SavedFilter:
    """Keep a list's filter under a name; the same name again replaces it.

    `page` is the list's URL name (petitions:list), `query` its query string without "?". Invalid without a
    name, without a condition, too long, or for a page that is none.
    """
    policies.can_save_filter(actor).require()
    called, kept = normalise(name), kept_query(query)
    if not called or len(called) > NAME_LIMIT:
        raise Invalid(_("Hãy đặt cho bộ lọc một tên từ 1 đến %(most)s ký tự.") % {"most": NAME_LIMIT})
    if not kept or len(kept) > QUERY_LIMIT:
        raise Invalid(_("Hãy chọn ít nhất một điều kiện lọc, và bớt điều kiện nếu quá dài."))
    try:
        reverse(page)
    except NoReverseMatch as error:
        raise Invalid(_("Trang này không có danh sách để lưu bộ lọc.")) from error
    saved, _made = SavedFilter.objects.update_or_create(
        user_id=cast("int", actor.user_id), page=page, name=called, defaults={"query": kept}
    )
    changes = {"page": page, "name": called, "query": kept}
    audit.record(deed="search.save_filter", subject=saved, actor=actor, at=at, changes=changes)
    return saved


@transaction.atomic
def remove_filter(*, saved: SavedFilter, actor: Actor, at: datetime) -> None:
    """Forget one of one's own filters; the journal keeps what it was."""
    policies.can_remove_filter(actor, saved).require()
    fresh = locked(saved)
    changes = {"page": fresh.page, "name": fresh.name, "query": fresh.query}
    audit.record(deed="search.remove_filter", subject=fresh, actor=actor, at=at, changes=changes)
    fresh.delete()
