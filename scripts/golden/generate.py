#!/usr/bin/env python3
"""Makes a folder of reference cases from the operator samples of PyTorch's own test suite.

    python3 scripts/golden/generate.py FOLDER [--dtype f32] [--samples 40] [--extremal 3] [--op NAME]...

Groups: torch_<dtype> (the samples, with gradients and Hessian-vector products) and extremal_<dtype>
(zeros, ties, infinities, NaN). Needs torch (made with 1.13.1) and SciPy; the same versions give the
same bytes. docs/correctness.md describes the format.
"""
import argparse
import collections
import sys
import time
import warnings

import torch

from evaluate import NARROW, NoCase, evaluate
from extremal import extremal_samples, size
from operators import Unwritable, full_name, operators, sample_inputs
from tensors import write_group


def spread(items, count):
    """At most `count` of them, from the first to the last."""
    if len(items) <= count:
        return list(enumerate(items))
    return [(i * len(items) // count, items[i * len(items) // count]) for i in range(count)]


class Group:
    def __init__(self, name, why):
        self.name, self.cases, self.arrays, self.why = name, [], {}, why

    def add(self, op, sample, name, dtype, flags, second):
        # some functions have no second derivative; their first is a case all the same
        for twice in (True, False) if second else (False,):
            try:
                case, arrays = evaluate(op, sample, name, dtype, twice, flags)
            except (NoCase, Unwritable, OverflowError) as error:
                self.why[str(error)[:60]] += 1
                return
            except Exception as error:
                if not twice:
                    self.why[f"{full_name(op)}: {type(error).__name__}: {str(error)[:80]}"] += 1
                continue
            self.cases.append(case)
            self.arrays.update(arrays)
            return


def generate(options, dtype):
    why = collections.Counter()
    regular, edges = Group(f"torch_{dtype}", why), Group(f"extremal_{dtype}", why)
    width = NARROW[dtype]
    for op in operators(options.op):
        if options.verbose:
            print(f"{full_name(op)} {time.process_time():.1f}s", file=sys.stderr, flush=True)
        if width not in op.dtypes:
            why[f"{full_name(op)}: takes no {dtype}"] += 1
            continue
        samples = sample_inputs(op, width, op.supports_autograd)
        small = [s for s in samples if size(s) <= options.elements]
        # at their kinks norms have no second derivative
        twice = op.supports_gradgrad and op.variant_test_name != "subgradients_at_zero"
        for i, s in spread(small, options.samples):
            # of one element the result is constant, and the second derivative is rounding only
            constant = size(s) <= {"nn.functional.normalize": 1, "dist": 2}.get(op.name, 0)
            regular.add(op, s, f"{full_name(op)}.{i}", dtype, None, twice and not constant)
        for n, (kind, flags, s) in enumerate(extremal_samples(op, small, width, options.extremal)):
            edges.add(op, s, f"{full_name(op)}.{kind}.{n}", dtype, flags, False)
    for group in (regular, edges):
        note = "samples of torch.testing._internal's op_db; `hvp` is the gradient of sum(grads * vectors)"
        manifest = {"group": group.name, "references": {"torch": torch.__version__}, "notes": note}
        write_group(options.folder, group.name, {**manifest, "cases": group.cases}, group.arrays)
        print(f"{group.name}: {len(group.cases)} cases, {len(group.arrays)} tensors")
    for reason, n in why.most_common():
        print(f"  left out {n}: {reason}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--dtype", action="append", choices=sorted(NARROW))
    parser.add_argument("--samples", type=int, default=40, help="cases of one function at most")
    parser.add_argument("--extremal", type=int, default=3, help="cases of a function and kind of edge")
    parser.add_argument("--elements", type=int, default=2000, help="larger samples are left out")
    parser.add_argument("--verbose", action="store_true", help="name each function as it comes")
    parser.add_argument("--op", action="append", help="only these functions")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    for dtype in options.dtype or ["f32", "f64"]:
        generate(options, dtype)


if __name__ == "__main__":
    main()
