"""The page's events as its own script calls them, by the numbers that `/config` gives them."""

from dataclasses import dataclass
from typing import Any

Config = dict[str, Any]
"""Gradio's description of a page; of no fixed form."""


@dataclass(frozen=True, slots=True)
class PageEvents:
    """The number of each function, and where in its outputs the parts stand that are read."""

    ask: int
    open: int
    asked: dict[str, int]
    opened: dict[str, int]

    @classmethod
    def of(cls, config: Config) -> "PageEvents":
        """Find them by the names of the components that they belong to."""
        names = {each["id"]: each["props"].get("elem_id") for each in config["components"]}
        functions = {
            (names.get(target[0]), target[1]): each
            for each in config["dependencies"]
            for target in each["targets"]
        }
        ask, opened = functions["question", "submit"], functions["talks", "opened"]
        return cls(ask["id"], opened["id"], _places(ask, names), _places(opened, names))


def _places(function: Config, names: dict[int, str | None]) -> dict[str, int]:
    return {names[part] or "": place for place, part in enumerate(function["outputs"])}
