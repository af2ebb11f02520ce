#!/usr/bin/env python3
"""Reduces the OC4IDS schema to its structure: reduce.py SCHEMA_FOLDER

Reads project-package-schema.json, project-schema.json and codelists/ of the standard's
schema/project-level folder; writes package.schema.json and codelists.json beside itself.
"""
import csv
import json
import pathlib
import sys

source = pathlib.Path(sys.argv[1])
target = pathlib.Path(__file__).parent
# Words for people; `properties` and `definitions` hold names, which are never dropped.
WORDS = {"title", "description", "deprecated", "mergeStrategy", "omitWhenMerged", "wholeListMerge", "versionId"}
NAMES = {"properties", "definitions", "patternProperties"}


def reduced(node, holds_names=False):
    if isinstance(node, list):
        return [reduced(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {key: reduced(value, key in NAMES and not holds_names) for key, value in node.items()
            if holds_names or key not in WORDS}


def codelists(node):
    if isinstance(node, dict):
        if node.get("openCodelist") and isinstance(node.get("codelist"), str):
            yield node["codelist"]
        for value in node.values():
            yield from codelists(value)
    elif isinstance(node, list):
        for item in node:
            yield from codelists(item)


def lines(node, depth):
    """JSON with the members of the outer objects a line each."""
    if depth == 0 or not isinstance(node, dict):
        return json.dumps(node, sort_keys=True)
    members = [json.dumps(key) + ": " + lines(node[key], depth - 1) for key in sorted(node)]
    return "{\n" + ",\n".join(members) + "\n}"


package = reduced(json.loads((source / "project-package-schema.json").read_text("utf-8")))
project = reduced(json.loads((source / "project-schema.json").read_text("utf-8")))
# One file: the project's schema becomes a definition of the package's, its own definitions beside it.
package["definitions"] = project.pop("definitions")
package["properties"]["projects"]["items"] = {"$ref": "#/definitions/Project"}
version = package.pop("id").split("/schema/")[1].split("/")[0].replace("__", ".")
for key in ("id", "$schema"):
    project.pop(key, None)
package["definitions"]["Project"] = project
(target / "package.schema.json").write_text(lines(package, 2) + "\n", "utf-8")

codes = {}
for name in sorted(set(codelists(package))):
    path = source / "codelists" / name
    if path.exists():
        with path.open(encoding="utf-8") as file:
            codes[name] = [row["Code"] for row in csv.DictReader(file)]
(target / "codelists.json").write_text(lines(codes, 1) + "\n", "utf-8")
print(version)
