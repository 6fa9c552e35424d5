"""Login in front of an application that says who is asking."""

import base64
import shutil
from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from starlette.testclient import TestClient

from index.errors import BadInputError
from ui.chat.login import Login, is_local, logged_in, users_for
from ui.chat.users import Users, add_user

RIGHT = {"username": "ana", "password": "correct horse battery"}
HTML = {"accept": "text/html"}


@pytest.fixture(scope="module")
def written_once(tmp_path_factory):
    path = tmp_path_factory.mktemp("login") / "users"
    add_user(path, "ana", "correct horse battery")
    add_user(path, "Олег", "длинный пароль")
    return path


@pytest.fixture
def users_file(written_once, tmp_path):
    return Path(shutil.copy(written_once, tmp_path))


@pytest.fixture
def client(users_file):
    app = FastAPI()

    @app.api_route("/{path:path}", methods=["GET", "POST"])
    def everything(request: Request) -> str:
        return f"hello {logged_in(request)}"

    app.add_middleware(Login, users=Users(users_file))
    return TestClient(app, follow_redirects=False)


def basic(name, password):
    return {"authorization": "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()}


def test_a_stranger_gets_nothing(client):
    for path in ("/config", "/gradio_api/info", "/gradio_api/file=/a", "/mcp", "/metrics"):
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (401, "Log in first.")
    assert client.post("/gradio_api/queue/join", json={}).status_code == 401
    assert client.get("/healthz").status_code == 200


def test_a_stranger_s_browser_is_led_to_the_form(client):
    assert client.get("/", headers=HTML).headers["location"] == "/login"
    assert client.get("/?a=b&c", headers=HTML).headers["location"] == "/login?next=/%3Fa%3Db%26c"
    page = client.get("/login", headers=HTML)
    assert page.status_code == 200
    assert 'autocomplete="current-password"' in page.text
    assert page.headers["cache-control"] == "no-store"


def test_logging_in_and_out(client):
    answer = client.post("/login", data=RIGHT)
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    assert client.get("/config").json() == "hello ana"
    kept = dict(client.cookies)
    assert client.post("/logout").headers["location"] == "/login"
    client.cookies.update(kept)
    assert client.get("/config").status_code == 401


def test_the_browser_goes_where_it_wanted(client):
    to = client.post("/login?next=/%3Fa%3Db", data=RIGHT, headers=HTML)
    assert (to.status_code, to.headers["location"]) == (303, "/?a=b")


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "https://evil.example", "/\\evil", "/%0d%0aX"]
)
def test_the_form_leads_nowhere_else(client, wanted):
    assert client.post(f"/login?next={wanted}", data=RIGHT, headers=HTML).headers["location"] == "/"


def test_a_wrong_password_is_refused_and_then_waited_for(client):
    wrong = {**RIGHT, "password": "correct horse batterx"}
    assert [client.post("/login", data=wrong).status_code for _ in range(7)] == [401] * 5 + [
        429
    ] * 2
    answer = client.post("/login", data=RIGHT, headers=HTML)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 901
    assert "Too many attempts" in answer.text
    assert client.post("/login", data={"username": "Олег", "password": "длинный пароль"}).is_success


def test_an_unknown_name_is_told_the_same(client):
    wrong = client.post("/login", data={**RIGHT, "password": "x"}, headers=HTML)
    unknown = client.post("/login", data={**RIGHT, "username": "eve"}, headers=HTML)
    assert (wrong.status_code, wrong.text) == (unknown.status_code, unknown.text)
    assert "eve" not in unknown.text


def test_a_program_may_send_name_and_password_each_time(client):
    assert client.get("/mcp", headers=basic(*RIGHT.values())).json() == "hello ana"
    assert client.get("/mcp", headers=basic("ana", "no")).status_code == 401
    assert client.get("/mcp", headers={"authorization": "Basic !!"}).status_code == 401
    assert client.get("/mcp", headers={"authorization": "Bearer x"}).status_code == 401
    assert client.get("/mcp").headers["www-authenticate"].startswith("Basic")
    assert "www-authenticate" not in client.get("/x", headers={"sec-fetch-mode": "cors"}).headers


def test_a_made_up_cookie_is_nobody(client):
    client.cookies.set("pincite_login", "x" * 43)
    assert client.get("/config").status_code == 401


def test_a_new_password_ends_old_logins(client, users_file):
    client.post("/login", data=RIGHT)
    assert client.get("/config").status_code == 200
    add_user(users_file, "ana", "another long password")
    assert client.get("/config").status_code == 401


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "localhost", "::1", "[::1]"])
def test_addresses_of_this_machine_are_local(host):
    assert is_local(host)
    assert users_for(host, None) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "news.example", ""])
def test_any_other_address_demands_a_login(host, users_file):
    with pytest.raises(BadInputError, match="without logging in"):
        users_for(host, None)
    assert users_for(host, users_file) is not None


def test_a_users_file_without_anybody_is_refused(tmp_path):
    with pytest.raises(BadInputError, match="Nobody can log in"):
        users_for("127.0.0.1", tmp_path / "none")
