"""Tables in Markdown, and the figures in them."""


def table(header: list[str], rows: list[list[str]]) -> str:
    """A table with the first column to the left and the others to the right."""
    rule = [":--"] + ["--:"] * (len(header) - 1)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [header, rule, *rows])


def seconds(value: float) -> str:
    return f"{value:.3f} s" if value < 1 else f"{value:.2f} s"


def megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"
