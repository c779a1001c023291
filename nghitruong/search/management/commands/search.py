"""`nghitruong search WORDS --as USER [--json]`: what this person finds, as they would on the page."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.organisation import selectors as organisation
from nghitruong.search import selectors


class Command(BaseCommand):
    help = "Search as a person who has an account would."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("words", nargs="+")
        parser.add_argument("--as", dest="username", required=True, metavar="USER")
        parser.add_argument("--limit", type=int, default=50)
        parser.add_argument("--json", action="store_true", dest="is_json")

    def handle(self, *, words: list[str], username: str, limit: int, is_json: bool, **_options: Any) -> None:
        found = selectors.find(" ".join(words), self.actor(username), limit=max(1, limit))
        if is_json:
            self.stdout.write(json.dumps(self.document(found), ensure_ascii=False, indent=1))
            return
        for hit in found.hits:
            self.stdout.write(f"{hit.noun}\t{hit.title}\t{hit.url}\n    {hit.excerpt}")
        self.stdout.write(_("Tìm thấy %(count)s hồ sơ.") % {"count": f"{found.count}{'+' if found.is_more else ''}"})

    def actor(self, username: str) -> Actor:
        user = get_user_model().objects.filter(username=username, is_active=True).first()
        if user is None:
            raise Invalid(_("Không có tài khoản “%(name)s”.") % {"name": username})
        offices = organisation.offices_of(user.pk, on=timezone.localdate())
        if not offices:
            raise Invalid(_("Tài khoản “%(name)s” hiện không giữ chức vụ nào.") % {"name": username})
        return organisation.actor_for(offices[0])

    def document(self, found: selectors.Found) -> dict[str, Any]:
        return {
            "query": found.asked.text,
            "count": found.count,
            "results": [
                {
                    "kind": hit.kind,
                    "id": hit.id,
                    "title": hit.title,
                    "url": hit.url,
                    "excerpt": hit.excerpt,
                    "highlights": [
                        {"in": place, "start": start, "end": end, "text": text[start:end]}
                        for place, text, spans in (
                            ("title", hit.title, hit.title_spans),
                            ("excerpt", hit.excerpt, hit.excerpt_spans),
                        )
                        for start, end in spans
                    ],
                }
                for hit in found.hits
            ],
        }
