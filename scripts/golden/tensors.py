"""Writes a group: `<group>.json` and `<group>.safetensors`, or both compressed with gzip."""
import gzip
import json
import pathlib

import numpy
import torch

NAMES = {"float32": "F32", "float64": "F64", "int32": "I32", "bool": "BOOL"}

NUMPY = {torch.float32: numpy.float32, torch.float64: numpy.float64}


def plain(tensor):
    """A tensor as a NumPy array of a type that the format has."""
    if tensor._is_zerotensor():  # zeros that PyTorch has not written down
        return numpy.zeros(tuple(tensor.shape), NUMPY[tensor.dtype])
    t = tensor.detach().resolve_neg().resolve_conj().cpu()
    if t.dtype in (torch.int64, torch.int16, torch.int8, torch.uint8):
        if t.numel() and (t.max() > 2**31 - 1 or t.min() < -(2**31)):
            raise OverflowError("an integer beyond 32 bits")
        t = t.to(torch.int32)
    if t.dtype in (torch.float16, torch.bfloat16):
        t = t.to(torch.float32)
    return numpy.ascontiguousarray(t.numpy()).reshape(tuple(t.shape))


def safetensors(arrays):
    """The bytes of a file with these arrays, the widest first so that all are aligned."""
    order = sorted(arrays, key=lambda name: -arrays[name].dtype.itemsize)
    header, at, data = {}, 0, []
    for name in order:
        a = arrays[name]
        header[name] = {
            "dtype": NAMES[a.dtype.name],
            "shape": list(a.shape),
            "data_offsets": [at, at + a.nbytes],
        }
        at += a.nbytes
        data.append(a.tobytes())
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return len(text).to_bytes(8, "little") + text + b"".join(data)


def write_group(folder, group, manifest, arrays, compress=False):
    """Writes a group; the same group gives the same bytes."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    # one case a line, so that differences can be read
    cases = ",\n".join(json.dumps(c, separators=(",", ":")) for c in manifest["cases"])
    head = json.dumps({**manifest, "cases": []})
    text = f'{head[: head.rindex("[]")]}[\n{cases}\n]}}\n'.encode()
    parts = {f"{group}.json": text, f"{group}.safetensors": safetensors(arrays)}
    for name, content in parts.items():
        (folder / name).unlink(missing_ok=True)
        (folder / f"{name}.gz").unlink(missing_ok=True)
        if compress:
            (folder / f"{name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        else:
            (folder / name).write_bytes(content)
