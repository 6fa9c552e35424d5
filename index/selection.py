"""Which articles are let through, by source and date."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selection:
    """Articles of any of `sources` (all, when empty), published from `since` to `until` inclusive.

    Dates are ISO 8601 prefixes (2019, 2019-06, 2019-06-25), compared as far as both are precise.
    `undated`: whether an article that shows no date passes where one is asked for.
    """

    sources: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    undated: bool = False

    def condition(self) -> tuple[str, list[str]]:
        """What stands after WHERE over the table `articles`, and its values."""
        parts: list[str] = ["1"]
        values: list[str] = []
        if self.sources:
            parts.append(f"source IN ({', '.join('?' * len(self.sources))})")
            values += self.sources
        dated = []
        # ISO dates compare as text once both are cut to the precision of the shorter.
        for edge, sign in ((self.since, ">="), (self.until, "<=")):
            if edge:
                dated.append(
                    f"substr(published, 1, length(?)) {sign} substr(?, 1, length(published))"
                )
                values += [edge, edge]
        if dated:
            when = " AND ".join(dated)
            parts.append(f"(published IS NULL OR {when})" if self.undated else when)
        return " AND ".join(parts), values
