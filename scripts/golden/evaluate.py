"""One case: a call with its outputs, gradients and second derivatives, and how exact they must be."""
import torch

from operators import Arguments, parameter_names, public_name, read, seed
from tensors import plain

GIVEN = ("proj", "vectors")
NARROW = {"f32": torch.float32, "f64": torch.float64}


class NoCase(Exception):
    """A sample without an answer that can be stored."""


def short(x):
    """Rounded to 12 bits of mantissa: exact in float32, and short in a compressed file."""
    if not x.is_floating_point():
        return x
    m, e = torch.frexp(x.detach().double())
    return torch.where(torch.isfinite(x), torch.ldexp(torch.round(m * 4096) / 4096, e), x.double()).to(x.dtype)


def named_outputs(out):
    if isinstance(out, torch.Tensor):
        return {"y": out}
    if hasattr(out, "values") and hasattr(out, "indices") and isinstance(out, tuple):
        return {"values": out.values, "indices": out.indices}
    if isinstance(out, (list, tuple)) and out and all(isinstance(t, torch.Tensor) for t in out):
        return {f"y{i}": t for i, t in enumerate(out)}
    raise NoCase("no tensors come out")


def projection(shape, key):
    """Multiples of 1/8 between -2 and 2, never 0."""
    seed(*key)
    p = torch.randint(1, 17, shape).double() / 8
    return p * (torch.randint(0, 2, shape).double() * 2 - 1)


# op_db calls these with its sample's tensor first; their users do not
REORDERED = {
    "where": lambda x, rest: (rest[0], (x, *rest[1:])),
    "nn.functional.embedding": lambda x, rest: (rest[0], (x, *rest[1:])),
    "einsum": lambda x, rest: (rest[0], tuple(x)),
}
FUNCTIONS = {
    "where": torch.where,
    "nn.functional.embedding": torch.nn.functional.embedding,
    "einsum": torch.einsum,
}


class Call:
    """A call with written arguments, which can be run at any width."""

    def __init__(self, op, sample):
        first, rest, keywords = sample
        self.function = FUNCTIONS.get(op.name, op.op)
        if op.name in REORDERED:
            first, rest = REORDERED[op.name](first, rest)
        names = parameter_names(op)
        self.op, written = op, Arguments()
        # indexing has conventions of its own: x[...], where a list is a tuple of parts
        self.args = [written.write(first, "x" if op.name == "__getitem__" else "input")]
        for i, value in enumerate(rest):
            name = names[i] if i < len(names) else f"a{i + 1}"
            self.args.append(written.write(value, name if name not in written.tensors else f"a{i + 1}"))
        self.kwargs = {
            k: written.write(v, k if k not in written.tensors else f"k_{k}") for k, v in keywords.items()
        }
        self.tensors = written.tensors
        self.wanted = [k for k, t in self.tensors.items() if t.requires_grad]
        self.values = {k: short(t) for k, t in self.tensors.items()}

    def run(self, dtype, key, second):
        """Outputs, gradients and Hessian-vector products at this width."""
        leaves = {
            k: (t.detach().clone().to(dtype) if t.is_floating_point() else t.detach().clone())
            for k, t in self.values.items()
        }
        for k in self.wanted:
            leaves[k].requires_grad_(True)
        # no operation may write into a leaf
        used = {k: t * 1 if k in self.wanted else t.clone() for k, t in leaves.items()}
        args = [read(a, used) for a in self.args]
        if self.op.name == "__getitem__" and isinstance(args[1], list):
            args[1] = tuple(args[1])
        out = named_outputs(self.function(*args, **{k: read(v, used) for k, v in self.kwargs.items()}))
        if any(t.is_complex() or t.layout != torch.strided for t in out.values()):
            raise NoCase("complex or sparse")
        found = {"outputs": {k: t.detach() for k, t in out.items()}}
        flowing = [k for k, t in out.items() if t.requires_grad]
        if not flowing or not self.wanted:
            return found
        proj = {k: projection(out[k].shape, (*key, k)).to(out[k].dtype) for k in flowing}
        loss = sum((out[k] * proj[k]).sum() for k in flowing)
        leaf = [leaves[k] for k in self.wanted]
        grads = torch.autograd.grad(loss, leaf, create_graph=second, allow_unused=True)
        found["proj"] = proj
        found["grads"] = self.named(grads, leaf)
        if second:
            v = {k: projection(leaves[k].shape, (*key, "vector", k)).to(dtype) for k in self.wanted}
            inner = sum((g * v[k]).sum() for k, g in zip(self.wanted, grads) if g is not None)
            if inner.requires_grad:
                found["vectors"] = v
                found["hvp"] = self.named(torch.autograd.grad(inner, leaf, allow_unused=True), leaf)
        return found

    def named(self, grads, leaf):
        return {
            k: torch.zeros_like(x) if g is None else g.detach()
            for k, g, x in zip(self.wanted, grads, leaf)
        }

    def case(self, name, dtype):
        case = {"id": name, "op": public_name(self.op), "dtype": dtype}
        if self.op.name == "__getitem__":
            return {**case, "index": self.args[1]}
        return {**case, "args": self.args, **({"kwargs": self.kwargs} if self.kwargs else {})}


# PyTorch's own constants are those of float32 here, or its denominators carry an epsilon
COARSE = {"nn.functional.hardsigmoid": 1e-7, "nn.functional.binary_cross_entropy": 1e-7}


def tolerance(want, narrow, dtype, name):
    """[rtol, atol] from the size of the values and the error of the same run in float32."""
    if not want.is_floating_point() or want.numel() == 0:
        return [0, 0]
    w, n = want.double(), narrow.double()
    finite = torch.isfinite(w) & torch.isfinite(n)
    most = float(w[finite].abs().max()) if finite.any() else 0.0
    error = float((w - n)[finite].abs().max()) if finite.any() else 0.0
    if dtype == "f32":
        return [1e-4, float(f"{max(1e-7, 2e-6 * most, 16 * error):.2e}")]
    # the same number of digits from the end of float64
    return [COARSE.get(name, 1e-9), float(f"{max(1e-12, 1e-11 * most, 64 * error * 2.0**-29):.2e}")]


def disagreement(wide, narrow):
    """Where the run in float32 has another kind of value (infinite, not a number) than the exact one,
    other than by leaving float32's range: its own overflow on the way, which is nobody's right answer."""
    if not wide.is_floating_point():
        return wide != narrow
    beyond = wide.to(torch.float32)  # infinite where it does not fit
    kinds = (torch.isnan, torch.isposinf, torch.isneginf)
    return sum((kind(beyond) != kind(narrow)).int() for kind in kinds) > 0


def without(sample, drop):
    """A sample of vectors without some of their elements."""
    first, rest, keywords = sample

    def kept(t):
        if isinstance(t, torch.Tensor) and t.shape == drop.shape:
            return t.detach()[~drop].requires_grad_(t.requires_grad)
        return t

    return kept(first), tuple(kept(v) for v in rest), {k: kept(v) for k, v in keywords.items()}


def runs(op, sample, key, second):
    """The call, and its runs in float64 and float32."""
    call = Call(op, sample)
    wide = call.run(torch.float64, key, second)
    narrow = call.run(torch.float32, key, second)
    for role, tensors in wide.items():
        for k, want in tensors.items():
            if narrow.get(role, {}).get(k) is None or narrow[role][k].shape != want.shape:
                raise NoCase("float32 and float64 disagree in shape")
    return call, wide, narrow


def agreed(op, sample, key, second, vectors):
    """Runs that agree in kind everywhere, if need be on a part of a sample of vectors."""
    call, wide, narrow = runs(op, sample, key, second)
    found = [
        disagreement(want, narrow[role][k])
        for role, tensors in wide.items()
        if role not in GIVEN
        for k, want in tensors.items()
    ]
    if not any(d.any() for d in found):
        return call, wide, narrow
    if not vectors or any(d.shape != found[0].shape for d in found):
        raise NoCase("float32 overflows on the way, or breaks a tie")
    drop = torch.stack(found).any(0)
    if drop.all():
        raise NoCase("float32 overflows everywhere")
    return agreed(op, without(sample, drop), key, second, False)


def evaluate(op, sample, name, dtype, second, flags=None):
    """(case, arrays) of a sample. The answer has the digits of float64, whatever the width of the case."""
    call, wide, narrow = agreed(op, sample, (name,), second, bool(flags) and flags.pop("vectors", False))
    case, arrays = {**call.case(name, dtype), **(flags or {})}, {}

    def store(role, k, t):
        tensor_name = f"{name}/{role}/{k}"
        case.setdefault(role, {})[k] = tensor_name
        floating = t.is_floating_point()
        arrays[tensor_name] = plain(t.to(NARROW[dtype]) if floating else t)

    for k, t in call.values.items():
        store("inputs", k, t)
    for role, tensors in wide.items():
        for k, want in tensors.items():
            if role in GIVEN:
                store(role, k, want)
                continue
            store(role, k, want)
            case.setdefault("tol", {}).setdefault(role, {})[k] = tolerance(want, narrow[role][k], dtype, op.name)
    return case, arrays
