"""A bar: a figure that a release must reach, and whether this run reached it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bar:
    """`value` must be at most `limit`, or with `at_least`, no less than it."""

    name: str
    value: float
    limit: float
    unit: str = "x"
    at_least: bool = False

    @property
    def held(self) -> bool:
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    @property
    def cells(self) -> list[str]:
        demanded = f"{'≥' if self.at_least else '≤'} {self.limit:g} {self.unit}"
        return [
            self.name,
            demanded,
            f"{self.value:.2f} {self.unit}",
            "pass" if self.held else "**fail**",
        ]
