#!/usr/bin/env python3
"""Takes a small folder out of a large one: some cases of every function that is not unsupported.

    npm run golden -- FULL --json REPORT
    python3 scripts/golden/compact.py FULL REPORT FOLDER [--cases 8] [--elements 300]

REPORT says which cases wgrad has no function or option for; they are left out, whatever became of the
others. The files are compressed with gzip, and the same input gives the same bytes.
"""
import argparse
import collections
import json
import pathlib

import numpy

from tensors import NAMES, write_group

WIDTHS = {short: numpy.dtype(name) for name, short in NAMES.items()}
TENSORS = ("inputs", "outputs", "proj", "grads", "vectors", "hvp")


def read(folder, group):
    manifest = json.loads((folder / f"{group}.json").read_text())
    raw = (folder / f"{group}.safetensors").read_bytes()
    length = int.from_bytes(raw[:8], "little")
    base, arrays = 8 + length, {}
    for name, entry in json.loads(raw[8:base]).items():
        begin, end = entry["data_offsets"]
        values = numpy.frombuffer(raw[base + begin : base + end], WIDTHS[entry["dtype"]])
        arrays[name] = values.reshape(entry["shape"])
    return manifest, arrays


def names(case):
    return [n for role in TENSORS for n in case.get(role, {}).values()]


def kind(case):
    """Cases of one kind are alternatives: the function and, at the edges, which of them."""
    return case["id"].rsplit(".", 1)[0]


def chosen(cases, arrays, count, elements):
    """At most `count` of a kind, from the first to the last of those that are small enough."""
    kinds = collections.defaultdict(list)
    for c in cases:
        kinds[kind(c)].append(c)
    kept = set()
    for alternatives in kinds.values():
        sized = sorted(alternatives, key=lambda c: sum(arrays[n].size for n in names(c)))
        small = {c["id"] for c in sized if sum(arrays[n].size for n in names(c)) <= elements}
        # the smallest of a kind stands for it where all are large
        fit = [c for c in alternatives if c["id"] in small] or sized[:1]
        kept |= {fit[i * len(fit) // count]["id"] for i in range(count)} if len(fit) > count else {
            c["id"] for c in fit
        }
    return [c for c in cases if c["id"] in kept]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("full", type=pathlib.Path)
    parser.add_argument("report", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--cases", type=int, default=8, help="of one function at most; a quarter at the edges")
    parser.add_argument("--elements", type=int, default=300, help="of all tensors of a case")
    options = parser.parse_args()
    for group in json.loads(options.report.read_text())["groups"]:
        unsupported = {c["id"] for c in group["cases"] if c["state"] == "unsupported"}
        manifest, arrays = read(options.full, group["group"])
        known = [c for c in manifest["cases"] if c["id"] not in unsupported]
        count = options.cases if group["group"].startswith("torch") else max(1, options.cases // 4)
        cases = chosen(known, arrays, count, options.elements)
        kept = {n: arrays[n] for c in cases for n in names(c)}
        write_group(options.folder, group["group"], {**manifest, "cases": cases}, kept, compress=True)
        print(f"{group['group']}: {len(cases)} of {len(manifest['cases'])} cases")


if __name__ == "__main__":
    main()
