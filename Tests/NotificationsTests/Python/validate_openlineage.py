"""Validates OpenLineage events and each of their facets against the standard's schemas.

usage: validate_openlineage.py SCHEMAS TOOLS < EVENTS

SCHEMAS is the directory of the schema files, TOOLS a Python environment that is made, and given
jsonschema, if it is not there. EVENTS has an event in each line. Prints a line for each event:
`ok`, or what is wrong. A check that cannot be made ends with another status than 0.
"""

import fcntl
import json
import os
import pathlib
import subprocess
import sys

# The version that Scripts/validate-json uses in the same environment, with checks of formats.
JSONSCHEMA = "jsonschema[format-nongpl]==4.26.0"


def enter_environment(tools):
    """Goes on in the environment, which is made first if need be, by one process at a time.

    The lock is the one of Scripts/validate-json.
    """
    python = tools / "bin" / "python"
    tools.mkdir(parents=True, exist_ok=True)
    with open(tools / "validate-json.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        probe = "import jsonschema, referencing, rfc3339_validator, rfc3986_validator"
        known = python.exists() and not subprocess.run([python, "-c", probe], check=False,
                                                       stderr=subprocess.DEVNULL).returncode
        if not known:
            subprocess.run([sys.executable, "-m", "venv", tools], check=True,
                           stdout=sys.stderr)
            subprocess.run([python, "-m", "pip", "install", "--quiet", JSONSCHEMA], check=True,
                           stdout=sys.stderr)
    os.execv(python, [python, *sys.argv, "--inside"])


def facets_of(event):
    """Every facet with its name."""
    holders = [event.get("run", {}), event.get("job", {})]
    datasets = event.get("inputs", []) + event.get("outputs", [])
    yield from (item for holder in holders for item in holder.get("facets", {}).items())
    for dataset in datasets:
        for kind in ("facets", "inputFacets", "outputFacets"):
            yield from dataset.get(kind, {}).items()


class Schemas:
    def __init__(self, directory):
        from referencing import Registry, Resource

        files = {path.name: json.loads(path.read_text()) for path in directory.glob("*.json")}
        self.ids = {schema["$id"]: name for name, schema in files.items()}
        self.registry = Registry().with_resources(
            (schema["$id"], Resource.from_contents(schema)) for schema in files.values())
        self.names = {name: schema["$id"] for name, schema in files.items()}

    def problems(self, schema, value):
        from jsonschema import Draft202012Validator

        # "$ref" to the whole name, so that a wrong version or definition is found as well.
        validator = Draft202012Validator(
            {"$ref": schema}, registry=self.registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER)
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]

    def problems_of_event(self, event):
        run_event = self.names["OpenLineage.json"] + "#/$defs/RunEvent"
        found = self.problems(run_event, event)
        if event.get("schemaURL") != run_event:
            found.append(f"schemaURL is not {run_event}")
        for name, facet in facets_of(event):
            url = facet.get("_schemaURL", "")
            base, _, pointer = url.partition("#")
            kind = base.rsplit("/", 1)[-1].removesuffix(".json")
            if self.ids.get(base) is None or pointer != f"/$defs/{kind}":
                found.append(f"{name}: no such schema: {url}")
                continue
            found += [f"{name}: {problem}" for problem in self.problems(url, facet)]
            # The file's own root says under which name the facet stands.
            found += [f"{name}: {problem}" for problem in self.problems(base, {name: facet})]
            if name not in self.registry.contents(base)["properties"]:
                found.append(f"{name}: {kind} stands under another name")
        return found


def main():
    schemas, tools = (pathlib.Path(argument) for argument in sys.argv[1:3])
    if "--inside" not in sys.argv:
        enter_environment(tools)
    checked = Schemas(schemas)
    for line in sys.stdin:
        print("; ".join(checked.problems_of_event(json.loads(line))) or "ok")


main()
