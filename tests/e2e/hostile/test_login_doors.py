"""The login of a running chat: ids set before it, other sites, and guessing."""

import httpx
import pytest

from tests.e2e.hostile.answered import PATIENCE
from tests.e2e.hostile.conftest import PASSWORD, Locked

FORM = {"username": "ana", "password": PASSWORD}
COOKIE = "pincite_login"


def test_an_id_set_before_the_login_is_not_the_one_after(locked: Locked) -> None:
    planted = {"cookie": f"{COOKIE}={'planted-by-another' * 2}"}
    answer = _post(locked, "/login", FORM, planted)
    given = answer.cookies[COOKIE]
    assert given not in planted["cookie"]
    assert _status(locked, planted["cookie"]) == 401
    assert _status(locked, f"{COOKIE}={given}") == 200
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=lax" in answer.headers["set-cookie"].lower()
    _post(locked, "/logout", {}, {"cookie": f"{COOKIE}={given}"})
    assert _status(locked, f"{COOKIE}={given}") == 401


@pytest.mark.parametrize("path", ["/login", "/logout"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example", "x-forwarded-host": "evil.example"},
    ],
)
def test_another_site_logs_nobody_in_or_out(
    locked: Locked, path: str, headers: dict[str, str]
) -> None:
    assert _post(locked, path, FORM, headers).status_code == 403


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "https://evil.example", "/\\evil.example", "/%09/evil.example", "/\n/e.x"],
)
def test_a_login_leads_nowhere_else(locked: Locked, wanted: str) -> None:
    answer = httpx.post(
        f"{locked.url}/login",
        params={"next": wanted},
        data=FORM,
        headers={"accept": "text/html"},
        timeout=PATIENCE,
    )
    assert answer.status_code == 303
    assert httpx.URL(locked.url).join(answer.headers["location"]).host == "127.0.0.1"


def test_a_guesser_is_stopped_whatever_address_he_claims(locked: Locked) -> None:
    said = []
    for number in range(7):
        lies = {"x-forwarded-for": f"10.0.0.{number}", "x-real-ip": f"10.0.0.{number}"}
        wrong = {"username": "nobody", "password": f"guess number {number}"}
        said.append(_post(locked, "/login", wrong, lies).status_code)
    assert said == [401] * 5 + [429] * 2


def _post(
    locked: Locked, path: str, form: dict[str, str], headers: dict[str, str]
) -> httpx.Response:
    return httpx.post(locked.url + path, data=form, headers=headers, timeout=PATIENCE)


def _status(locked: Locked, cookie: str) -> int:
    return httpx.get(
        f"{locked.url}/config", headers={"cookie": cookie}, timeout=PATIENCE
    ).status_code
