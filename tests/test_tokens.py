"""Tokens: which dataset an address means, and for how long."""

from __future__ import annotations

import gc
from threading import Thread

import artificial

from iurc_dash import tokens
from iurc_dash.dataset import Dataset


def fresh() -> Dataset:
    """A dataset that no other test has."""
    return artificial.artificial_dataset().with_tables()


def test_published_data_is_named_by_its_release() -> None:
    dataset = fresh()
    assert tokens.publish(dataset) == tokens.token_of(dataset) == dataset.release.fingerprint
    assert tokens.resolve(dataset.release.fingerprint) == tokens.Named(dataset, public=True)


def test_any_other_data_is_private_and_its_token_cannot_be_guessed() -> None:
    public, own, other = fresh(), fresh(), fresh()
    tokens.publish(public)
    names = {tokens.token_of(own), tokens.token_of(other)}
    assert len(names) == 2 and all(
        len(name) > 20 and public.release.fingerprint not in name for name in names
    )
    assert tokens.token_of(own) == tokens.token_of(own)
    assert tokens.resolve(tokens.token_of(own)) == tokens.Named(own, public=False)
    assert tokens.resolve(tokens.token_of(other)) == tokens.Named(other, public=False)


def test_nothing_is_kept_alive() -> None:
    own = fresh()
    token = tokens.token_of(own)
    del own
    gc.collect()
    assert tokens.resolve(token) is None
    assert tokens.resolve("") is None


def test_many_at_once_get_one_token_each() -> None:
    datasets = [fresh() for _ in range(8)]
    found: list[tuple[Dataset, str]] = []
    threads = [
        Thread(target=lambda one=one: found.append((one, tokens.token_of(one)))) for one in datasets * 8
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({token for _one, token in found}) == len(datasets)
    for one, token in found:
        named = tokens.resolve(token)
        assert named is not None and named.dataset is one
