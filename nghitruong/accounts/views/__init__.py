"""Pages of signing in, of one's own account, and of keeping accounts."""

from nghitruong.accounts.views.keeping import (
    account,
    create_account,
    disable_account,
    enable_account,
    index,
    require_factor,
    reset_factors,
    reset_password,
)
from nghitruong.accounts.views.own import (
    add_passkey,
    add_totp,
    change_password,
    end_visit,
    end_visits,
    make_recovery_codes,
    mine,
    remove_factor,
    set_language,
)
from nghitruong.accounts.views.sign_in import csrf_failure, resume, second_step, sign_in, sign_out

__all__ = [
    "account",
    "add_passkey",
    "add_totp",
    "change_password",
    "create_account",
    "csrf_failure",
    "disable_account",
    "enable_account",
    "end_visit",
    "end_visits",
    "index",
    "make_recovery_codes",
    "mine",
    "remove_factor",
    "require_factor",
    "reset_factors",
    "reset_password",
    "resume",
    "second_step",
    "set_language",
    "sign_in",
    "sign_out",
]
