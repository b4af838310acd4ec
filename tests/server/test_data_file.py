"""All tables in one file, at an address that the description of the dataset names."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from artificial import artificial_dataset
from asgi import Answer, answer_of
from starlette.applications import Starlette

from iurc_dash import tokens
from iurc_dash.addresses import data_address
from iurc_dash.server.routes import routes
from iurc_dash.ui import session


def answered(address: str) -> Answer:
    return answer_of(Starlette(routes=list(routes())), address.removeprefix("."))


def test_it_holds_the_files_of_the_package_as_they_are() -> None:
    answer = answered(data_address(session.shared_dataset()))
    assert answer.status == 200 and answer.headers["content-type"] == "application/zip"
    assert answer.headers["cache-control"] == "public, max-age=86400"
    with zipfile.ZipFile(io.BytesIO(answer.body)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        package = session.SHIPPED_PACKAGE
        assert sorted(names) == sorted(path.name for path in package.iterdir())
        for name in names:
            assert archive.read(name) == (package / name).read_bytes()


def test_the_same_data_is_the_same_file() -> None:
    address = data_address(session.shared_dataset())
    assert answered(address).body == answered(address).body


def test_data_of_one_session_and_data_that_is_gone_have_none() -> None:
    own = artificial_dataset().with_tables()
    earlier = artificial_dataset().with_tables()
    tokens.publish(earlier)
    for address in (
        data_address(own),
        data_address(earlier),
        "/served/data.zip",
        "/served/data.zip?release=0",
    ):
        answer = answered(address)
        assert answer.status == 404 and answer.headers["cache-control"] == "no-store", address


def test_of_what_is_no_package_nothing_is_given_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = artificial_dataset()
    tokens.publish(shared)
    (tmp_path / "secret.csv").write_text("secret")
    (tmp_path / "key.pem").write_text("secret")
    monkeypatch.setattr(session, "package_path", lambda: tmp_path)
    monkeypatch.setattr(session, "shared_dataset", lambda: shared)
    assert answered(data_address(shared)).status == 404
    (tmp_path / "datapackage.json").write_text("{}")
    with zipfile.ZipFile(io.BytesIO(answered(data_address(shared)).body)) as archive:
        assert "key.pem" not in archive.namelist()
