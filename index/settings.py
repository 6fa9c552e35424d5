"""Settings of an index: where it lies, how it is made, and where it is searched."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)


class IndexSettings(BaseSettings):
    """Where the index lies and how it is made.

    Flags override `PINCITE_*` environment variables, which override `pincite.toml`.
    """

    model_config = SettingsConfigDict(
        env_prefix="PINCITE_", toml_file="pincite.toml", extra="forbid", frozen=True
    )

    index: Path = Path("var/index")
    weights: Path | None = Field(None, description="folder for model weights; default: user cache")
    embedder: str = Field(
        "bge-small-en-v1.5-int8",
        description="the packaged embedder, or any sentence-transformers folder or hub name",
    )
    offline: bool = Field(True, description="never ask a model hub")
    store: str | None = Field(
        None, description="Milvus that searches: its URL, or a path that ends in .db"
    )
    workers: str | None = Field(
        None, description="Ray workers that embed: local, local:N, or a cluster's address"
    )
    passage_tokens: int = Field(200, ge=16, le=480, description="most tokens in a passage")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Put `pincite.toml` of the working folder under the environment."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
