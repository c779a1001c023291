"""Passkeys (WebAuthn) through python-fido2: questions to the browser, and the judging of its answers.

A key is what `register` returned: {"credential": base64url, "counter": number}.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from cryptography.exceptions import InvalidSignature
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

Key = dict[str, Any]


def _server(origin: str) -> Fido2Server:
    entity = PublicKeyCredentialRpEntity(name="Nghị Trường", id=urlsplit(origin).hostname or "")
    return Fido2Server(entity, verify_origin=lambda given: given == origin)


def _known(keys: list[Key]) -> list[AttestedCredentialData]:
    return [AttestedCredentialData(websafe_decode(key["credential"])) for key in keys]


def begin_registration(user_id: int, name: str, keys: list[Key], origin: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the browser's question for a new key, and the state to keep."""
    entity = PublicKeyCredentialUserEntity(id=str(user_id).encode(), name=name, display_name=name)
    options, state = _server(origin).register_begin(
        entity,
        _known(keys),
        resident_key_requirement=ResidentKeyRequirement.DISCOURAGED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    return dict(options), state


def register(state: dict[str, Any], answer: str, origin: str) -> dict[str, Any] | None:
    """Return what to keep of a new key, or None where the answer does not hold."""
    try:
        made = _server(origin).register_complete(state, json.loads(answer))
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    if made.credential_data is None:
        return None
    return {"credential": websafe_encode(made.credential_data), "counter": made.counter}


def begin_check(keys: list[Key], origin: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the browser's question for a known key, and the state to keep."""
    options, state = _server(origin).authenticate_begin(
        _known(keys), user_verification=UserVerificationRequirement.PREFERRED
    )
    return dict(options), state


def check(keys: list[Key], state: dict[str, Any], answer: str, origin: str) -> tuple[int, int] | None:
    """Return which key answered (its place in `keys`) and its new counter; None for a wrong answer or a counter that went back."""
    try:
        given = json.loads(answer)
        used = _server(origin).authenticate_complete(state, _known(keys), given)
        counter = AuthenticationResponse.from_dict(given).response.authenticator_data.counter
    except (ValueError, TypeError, KeyError, AttributeError, InvalidSignature):
        return None
    place = [known.credential_id for known in _known(keys)].index(used.credential_id)
    before = keys[place]["counter"]
    return None if (counter or before) and counter <= before else (place, counter)
