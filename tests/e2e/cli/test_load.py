"""A short run of `pincite bench --load`: nothing lost, nothing wrong, nothing left behind."""

import json

from tests.e2e.cli.conftest import Pincite


def test_eight_people_for_five_seconds(pincite: Pincite) -> None:
    done = pincite("bench", "--load", "8", "--minutes", "0.084", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    made = json.loads(done.stdout)
    assert set(made["ended"]) <= {"answered", "not_found", "vanished"}
    assert made["ended"]["answered"] > 0
    assert (made["errors"], made["lost"], made["running"], made["waiting"]) == ({}, 0, 0, 0)
    assert made["conversations"] >= 8
    assert made["freed"]["vanished"] == made["freed"]["ended"]
