"""All settings: the index's and those of asking."""

from typing import Literal

from pydantic import Field

from index.settings import IndexSettings


class Settings(IndexSettings):
    """How questions are searched and quotes are chosen. Constants are fitted by `eval`."""

    pool: int = Field(50, ge=1, le=1000, description="passages each search contributes")
    rerank: bool = Field(True, description="order passages by the reader, not by the searches")
    reader: Literal["tuned", "base"] = Field(
        "tuned", description="what reads passages: the shipped reader, or the plain cross-encoder"
    )
    read: int = Field(12, ge=1, le=100, description="most passages read sentence by sentence")
    read_round: int = Field(
        4, ge=1, le=100, description="passages read before it is asked whether they are enough"
    )
    quotes: int = Field(4, ge=1, le=10, description="most quotes in an answer")
    differences: bool = Field(
        False,
        description="say where quotes differ in a figure or date (8 of 12 right on RAMDocs)",
    )
    threshold: float | None = Field(
        None, ge=0, le=1, description="least confidence that is an answer; default: as calibrated"
    )
    writer: str | None = Field(
        None,
        description="language model that may write from the quotes: openai:<base URL>#<model>",
    )
    writer_seconds: float = Field(60, gt=0, le=600, description="longest wait for the writer")

    def shaping(self) -> dict[str, str | int | float | bool | None]:
        """The settings that shape what is found and quoted; not where files lie, nor the writer.

        What is quoted is the same whether a model writes about it or not.
        """
        beside = {"index", "weights", "writer", "writer_seconds", "store", "workers"}
        return self.model_dump(exclude=beside, mode="json")
