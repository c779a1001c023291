"""Deeds on accounts: signing in, second factors, sessions, and keeping other people's accounts."""

from nghitruong.accounts.services.factors import (
    add_passkey,
    add_totp,
    begin_passkey,
    make_recovery_codes,
    remove_factor,
)
from nghitruong.accounts.services.keeping import (
    create_account,
    disable_account,
    enable_account,
    require_factor,
    reset_factors,
    reset_password,
)
from nghitruong.accounts.services.own import (
    change_password,
    end_visit,
    end_visits,
    set_language,
)
from nghitruong.accounts.services.sign_in import (
    Outcome,
    begin_passkey_check,
    check_code,
    check_passkey,
    check_password,
    sign_in,
    sign_out,
    touch,
)
from nghitruong.accounts.services.tokens import finish, forget, name_roles, take

__all__ = [
    "Outcome",
    "add_passkey",
    "add_totp",
    "begin_passkey",
    "begin_passkey_check",
    "change_password",
    "check_code",
    "check_passkey",
    "check_password",
    "create_account",
    "disable_account",
    "enable_account",
    "end_visit",
    "end_visits",
    "finish",
    "forget",
    "make_recovery_codes",
    "name_roles",
    "remove_factor",
    "require_factor",
    "reset_factors",
    "reset_password",
    "set_language",
    "sign_in",
    "sign_out",
    "take",
    "touch",
]
