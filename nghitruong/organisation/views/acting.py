"""The switch between one's own offices."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base.errors import NotPermitted
from nghitruong.base.http import ActorRequest
from nghitruong.organisation import services
from nghitruong.organisation.middleware import ACTING_IN


@require_POST
def act(request: ActorRequest) -> HttpResponse:
    """Act in another of one's own offices; go back to where one was (a page the office does not open says so)."""
    chosen = next((m for m in request.offices if str(m.pk) == request.POST.get("membership")), None)
    if chosen is None:
        raise NotPermitted(_("Chỉ làm việc được với chức vụ, vai trò đang giữ của chính mình."))
    actor = services.act(membership=chosen, actor=request.actor, at=timezone.now())
    request.session[ACTING_IN] = chosen.pk
    messages.success(request, _("Từ bây giờ bạn làm việc với tư cách %(office)s.") % {"office": actor.office})
    back = request.POST.get("next", "")
    is_safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(back if is_safe else "/")
