"""Figures as SVG, drawn as text: bars for single values, lines for values that grow with another.

A section hands out `BarChart` and `LineChart` values; `write` draws each into a file of its own, with
the machine and the date below. Legible on light and dark ground alike.
"""

import math
from dataclasses import dataclass
from html import escape
from pathlib import Path

WIDTH = 760
LABELS = 220
VALUES = 110
TOP = 64
ROW = 24
PLOT_HEIGHT = 260
FOOT = 44

# By kind of contender. Each stands out from white and from near-black.
COLOURS = {
    "sidelong": "#2a8c5f",
    "checked": "#c2571a",
    "plain": "#3f7fbf",
    "tuned": "#8a63b8",
    "yardstick": "#8a8f98",
}
STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #24292f; }
  .title { font-size: 16px; font-weight: 600; }
  .small { font-size: 11px; fill: #57606a; }
  .axis { stroke: #8a8f98; stroke-width: 1; }
  .grid { stroke: #8a8f98; stroke-width: 1; stroke-opacity: 0.3; }
  .line { fill: none; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .small { fill: #9aa4af; }
  }
"""


@dataclass(frozen=True)
class Bar:
    label: str
    value: float
    kind: str = "sidelong"


@dataclass(frozen=True)
class BarChart:
    """Horizontal bars from zero, in the order given."""

    name: str
    """Of the file, without its ending."""
    title: str
    unit: str
    bars: list[Bar]
    limit: float | None = None
    """Where a bar of the benchmark stands, drawn as a line."""

    def body(self) -> tuple[list[str], int]:
        plot = WIDTH - LABELS - VALUES
        largest = max([bar.value for bar in self.bars] + [self.limit or 0]) or 1
        parts = []
        for place, bar in enumerate(self.bars):
            y = TOP + place * ROW
            length = max(1.0, bar.value / largest * plot)
            value = f"{number(bar.value)} {self.unit}"
            parts += [
                text(LABELS - 8, y + 15, bar.label, anchor="end"),
                f'<rect x="{LABELS}" y="{y + 3}" width="{length:.1f}" height="{ROW - 8}" rx="2" '
                f'fill="{COLOURS[bar.kind]}"/>',
                text(LABELS + length + 6, y + 15, value),
            ]
        bottom = TOP + len(self.bars) * ROW
        parts.append(line(LABELS, TOP - 2, LABELS, bottom, "axis"))
        if self.limit is not None:
            x = LABELS + self.limit / largest * plot
            parts.append(line(x, TOP - 4, x, bottom, "axis"))
            parts.append(
                text(x, TOP - 8, f"limit {number(self.limit)} {self.unit}", "small", "middle")
            )
        return parts + legend(dict.fromkeys(bar.kind for bar in self.bars)), bottom


@dataclass(frozen=True)
class Line:
    label: str
    points: list[tuple[float, float]]
    """Ascending."""
    kind: str = "sidelong"


@dataclass(frozen=True)
class LineChart:
    """Lines over a common range from zero; the axes are linear."""

    name: str
    title: str
    x_unit: str
    y_unit: str
    lines: list[Line]

    def body(self) -> tuple[list[str], int]:
        left, right, bottom = 70, WIDTH - 130, TOP + PLOT_HEIGHT
        points = [point for drawn in self.lines for point in drawn.points]
        x_ticks, y_ticks = ticks(max(x for x, _ in points)), ticks(max(y for _, y in points))

        def at(x: float, y: float) -> tuple[float, float]:
            return (
                left + x / x_ticks[-1] * (right - left),
                bottom - y / y_ticks[-1] * PLOT_HEIGHT,
            )

        parts = []
        for y in y_ticks:
            parts.append(line(left, at(0, y)[1], right, at(0, y)[1], "grid" if y else "axis"))
            parts.append(text(left - 8, at(0, y)[1] + 4, number(y), "small", "end"))
        for x in x_ticks:
            parts.append(text(at(x, 0)[0], bottom + 16, number(x), "small", "middle"))
        parts.append(text(left, TOP - 10, self.y_unit, "small"))
        parts.append(text(right, bottom + 32, self.x_unit, "small", "end"))
        for drawn in self.lines:
            places = [at(*point) for point in drawn.points]
            path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
            colour = COLOURS[drawn.kind]
            parts.append(f'<polyline class="line" stroke="{colour}" points="{path}"/>')
            parts += [
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in places
            ]
            parts.append(text(places[-1][0] + 8, places[-1][1] + 4, drawn.label))
        return parts, bottom + 24


Figure = BarChart | LineChart


def write(directory: Path, figures: list[Figure], measured_on: str) -> None:
    directory.mkdir(parents=True, exist_ok=True)
    for figure in figures:
        path = directory / f"{figure.name}.svg"
        path.write_text(svg(figure, measured_on), encoding="utf-8")


def svg(figure: Figure, measured_on: str) -> str:
    parts, bottom = figure.body()
    height = bottom + FOOT
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-label="{escape(figure.title)}">',
        f"<style>{STYLE}</style>",
        text(12, 24, figure.title, "title"),
        *parts,
        text(12, height - 10, f"Measured on {measured_on}.", "small"),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def text(x: float, y: float, content: str, style: str = "", anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" class="{style}" text-anchor="{anchor}">'
        f"{escape(content)}</text>"
    )


def line(x1: float, y1: float, x2: float, y2: float, style: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{style}"/>'


def legend(kinds: dict[str, None]) -> list[str]:
    """The kinds in their colours, in one line below the title; nothing for a single one."""
    parts, x = [], 12.0
    for kind in kinds if len(kinds) > 1 else {}:
        parts.append(f'<rect x="{x}" y="36" width="11" height="11" rx="2" fill="{COLOURS[kind]}"/>')
        parts.append(text(x + 16, 46, kind, "small"))
        x += 34 + 7 * len(kind)
    return parts


def ticks(largest: float) -> list[float]:
    """Round numbers from zero to at least `largest`, about five of them."""
    rough = (largest or 1) / 5
    magnitude = 10 ** math.floor(math.log10(rough))
    step = next(m * magnitude for m in (1, 2, 2.5, 5, 10) if m * magnitude >= rough)
    return [step * place for place in range(math.ceil(largest / step - 1e-9) + 1)]


def number(value: float) -> str:
    """Three significant digits, with commas."""
    if value == 0:
        return "0"
    digits = max(0, 2 - math.floor(math.log10(abs(value))))
    written = f"{value:,.{digits}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
