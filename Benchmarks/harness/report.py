"""The findings as Markdown for people and as JSON for programs."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from harness.markdown import table
from harness.section import Section
from harness.series import Series


def markdown(facts: dict[str, Any], sections: list[Section]) -> str:
    """Everything, ready to be pasted into docs/performance.md."""
    versions = facts["versions"]
    parts = [
        f"Measured on {measured_on(facts)}; load {facts['machine']['load']} at the start.",
        "Versions: " + ", ".join(f"{name} {version}" for name, version in versions.items()) + ".",
    ]
    for section in sections:
        parts += [f"### {section.title}", section.table]
    parts += ["### Bars", bars(sections)]
    return "\n\n".join(parts)


def measured_on(facts: dict[str, Any]) -> str:
    machine = facts["machine"]
    return (
        f"{facts['date']}: {machine['cpu']}, {machine['cores']} cores, {machine['memory']} memory, "
        f"{machine['kernel']}"
    )


def bars(sections: list[Section]) -> str:
    rows = [bar.cells for section in sections for bar in section.bars]
    agreed = not any(section.disagreements for section in sections)
    rows.insert(
        0, ["all answers agree", "yes", "yes" if agreed else "no", "pass" if agreed else "**fail**"]
    )
    return table(["bar", "demanded", "measured", "result"], rows)


def write_json(path: Path, facts: dict[str, Any], sections: list[Section]) -> None:
    findings = [
        {
            "title": section.title,
            "bars": [asdict(bar) | {"held": bar.held} for bar in section.bars],
            "disagreements": section.disagreements,
            "samples": samples(section.series) if section.series else [],
        }
        for section in sections
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(facts | {"sections": findings}, ensure_ascii=False, indent=2)
    path.write_text(text + "\n", encoding="utf-8")


def samples(series: Series) -> list[dict[str, Any]]:
    """Every single run, so that other statistics can be taken later."""
    return [
        {
            "contender": entry.contender.name,
            "history": asdict(entry.history),
            "round": round,
            **asdict(sample.cost),
        }
        for entry, by_round in series.samples.items()
        for round, sample in by_round.items()
    ]
