"""Values of our own models and of a recipe's steps in PyTorch (float64): writes test/diffusion/own-models.json.

Parameters are not stored: parameter i of the leaf at a path is a sine of i and of the path, as
test/diffusion/own-models.test.ts has it.

    python3 scripts/golden/own_models.py
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def wave(path, shape):
    """The leaf at a path: 0.4 sin(1.3 i + sum of character codes), scales around 1."""
    n = math.prod(shape)
    code = sum(ord(c) for c in path)
    values = [0.4 * math.sin(1.3 * i + code) + (path.endswith("scale")) for i in range(n)]
    return torch.tensor(values, dtype=torch.float32).double().reshape(shape)


def groups_of(c):
    g = max(1, min(16, c // 8))
    while c % g:
        g -= 1
    return g


def linear(path, x, outputs):
    return x @ wave(f"{path}.w", [x.shape[-1], outputs]) + wave(f"{path}.b", [outputs])


def conv(path, x, outputs, kernel=3, stride=1):
    """x [n, c, h, w]."""
    w = wave(f"{path}.w", [kernel, kernel, x.shape[1], outputs]).permute(3, 2, 0, 1)
    return F.conv2d(x, w, wave(f"{path}.b", [outputs]), stride=stride, padding=kernel // 2)


def group_norm(path, x, affine=True):
    c = x.shape[1]
    both = (wave(f"{path}.scale", [c]), wave(f"{path}.bias", [c])) if affine else (None, None)
    return F.group_norm(x, groups_of(c), *both, eps=1e-5)


def layer_norm(path, x):
    c = x.shape[-1]
    return F.layer_norm(x, [c], wave(f"{path}.scale", [c]), wave(f"{path}.bias", [c]), eps=1e-5)


def attention(path, x, context, mask, heads):
    """mask [n, 1, keys]: what may be seen."""
    d = x.shape[-1]
    split = lambda t: t.reshape(*t.shape[:2], heads, -1).transpose(1, 2)
    q, k, v = split(linear(f"{path}.q", x, d)), split(linear(f"{path}.k", context, d)), split(linear(f"{path}.v", context, d))
    scores = q @ k.transpose(2, 3) / math.sqrt(q.shape[-1])
    if mask is not None:
        scores = scores.masked_fill(~mask[:, None], -math.inf)
    return linear(f"{path}.out", (scores.softmax(-1) @ v).transpose(1, 2).reshape(x.shape), d)


def mlp(path, x, hidden):
    return linear(f"{path}.out", F.gelu(linear(f"{path}.hidden", x, hidden)), x.shape[-1])


def prompt_model(c, ids):
    real = ids != c["pad"]
    mask = real[:, None]
    x = wave("words.w", [c["vocabulary"], c["dim"]])[ids] + wave("positions.w", [c["context"], c["dim"]])
    for i in range(c["layers"]):
        y = layer_norm(f"blocks.{i}.norm1", x)
        x = x + attention(f"blocks.{i}.attention", y, y, mask, c["heads"])
        x = x + mlp(f"blocks.{i}.feedForward", layer_norm(f"blocks.{i}.norm2", x), c["hidden"])
    tokens = layer_norm("final", x)
    pooled = torch.stack([t[r].mean(0) for t, r in zip(tokens, real)])
    return tokens, mask, pooled


def unet(c, x, times, prompt):
    tokens, mask, pooled = prompt
    half = c["timeDim"] // 2
    angles = times[:, None] * torch.tensor([1000 ** (i / (half - 1)) for i in range(half)])
    waves = torch.cat([angles.cos(), angles.sin()], 1)
    time = linear("time.out", F.silu(linear("time.hidden", waves, c["embedding"])), c["embedding"])
    e = F.silu(time + linear("pooled", pooled, c["embedding"]))

    def res(path, x, outputs):
        h = conv(f"{path}.conv1", F.silu(group_norm(f"{path}.norm1", x)), outputs)
        scale, shift = linear(f"{path}.film", e, 2 * outputs)[:, :, None, None].chunk(2, 1)
        h = group_norm("", h, affine=False) * (1 + scale) + shift
        skip = x if x.shape[1] == outputs else conv(f"{path}.skip", x, outputs, 1)
        return skip + conv(f"{path}.conv2", F.silu(h), outputs)

    def attend(path, image, itself):
        x = image.flatten(2).transpose(1, 2)
        if itself:
            y = layer_norm(f"{path}.selfNorm", x)
            x = x + attention(f"{path}.self", y, y, None, c["heads"])
        x = x + attention(f"{path}.cross", layer_norm(f"{path}.crossNorm", x), tokens, mask, c["heads"])
        x = x + mlp(f"{path}.mlp", layer_norm(f"{path}.mlpNorm", x), 2 * x.shape[-1])
        return x.transpose(1, 2).reshape(image.shape)

    widths = [c["base"] * m for m in c["mults"]]
    h = start = conv("start", x.permute(0, 3, 1, 2), c["base"])
    skips = []
    for i, width in enumerate(widths):
        h = attend(f"down.{i}.attend", res(f"down.{i}.res", h, width), c["selfAttention"][i])
        skips.append(h)
        if i + 1 < len(widths):
            h = conv(f"down.{i}.shrink", h, widths[i + 1], stride=2)
    h = attend("middle.attend", res("middle.res", h, widths[-1]), True)
    for i in reversed(range(len(widths))):
        h = attend(f"up.{i}.attend", res(f"up.{i}.res", torch.cat([h, skips[i]], 1), widths[i]), True)
        if i > 0:
            h = conv(f"up.{i}.grow", F.interpolate(h, scale_factor=2), widths[i - 1])
    h = res("finish", torch.cat([h, start], 1), c["base"])
    return conv("out", F.silu(group_norm("norm", h)), c["latentChannels"]).permute(0, 2, 3, 1)


def autoencoder(c, images):
    """Mean, log variance, reconstruction from the mean."""
    def block(path, x):
        h = conv(f"{path}.conv1", F.silu(group_norm(f"{path}.norm1", x)), x.shape[1])
        return x + conv(f"{path}.conv2", F.silu(group_norm(f"{path}.norm2", h)), x.shape[1])

    def head(path, x, outputs):
        return conv(f"{path}.conv", F.silu(group_norm(f"{path}.norm", x)), outputs)

    h = images.permute(0, 3, 1, 2)
    for i, width in enumerate(c["channels"]):
        h = block(f"encoder.levels.{i}.block", conv(f"encoder.levels.{i}.conv", h, width, stride=1 if i == 0 else 2))
    mean, log_variance = head("encoder.out", h, 2 * c["latentChannels"]).chunk(2, 1)
    log_variance = log_variance.clamp(-20, 8)
    widths = c["channels"][::-1]
    h = block("decoder.first", conv("decoder.start", mean, widths[0]))
    for i, width in enumerate(widths):
        if i > 0:
            h = conv(f"decoder.levels.{i}.conv", F.interpolate(h, scale_factor=2), width)
        h = block(f"decoder.levels.{i}.block", h)
    return [t.permute(0, 2, 3, 1) for t in (mean, log_variance, head("decoder.out", h, c["imageChannels"]))]


def training(c):
    """Parameters and their average after each step on sum(k x^2): clipped AdamW, warm-up and half a cosine."""
    x = torch.tensor([3.0, -2.0, 0.5], requires_grad=True)
    curvature = torch.tensor([1.0, 4.0, 0.1])
    optimizer = torch.optim.AdamW([x], lr=1, betas=c["betas"], weight_decay=c["weightDecay"])
    average = x.detach().clone()
    rows = []
    for step in range(c["steps"]):
        end = c["learningRate"] * c["finalShare"]
        rate = end + (c["learningRate"] - end) * 0.5 * (1 + math.cos(math.pi * step / c["steps"]))
        rate *= min((step + 1) / c["warmup"], 1)
        optimizer.param_groups[0]["lr"] = rate
        optimizer.zero_grad()
        (curvature * x * x).sum().backward()
        torch.nn.utils.clip_grad_norm_([x], c["clip"])
        optimizer.step()
        # the average's own warm-up: the first update copies
        decay = 0 if step == 0 else min((1 + step) / (10 + step), c["emaDecay"])
        average = decay * average + (1 - decay) * x.detach()
        rows.append({"rate": rate, "params": x.tolist(), "average": average.tolist()})
    return rows


def main():
    prompt_config = {"vocabulary": 7, "context": 4, "dim": 4, "layers": 2, "heads": 2, "hidden": 6, "pad": 0}
    unet_config = {"latentChannels": 2, "base": 8, "mults": [1, 2], "embedding": 6, "timeDim": 6, "heads": 2,
                   "promptDim": 4, "selfAttention": [False, True]}
    auto_config = {"channels": [8, 16], "imageChannels": 3, "latentChannels": 2}
    recipe = {"steps": 8, "batchSize": 1, "learningRate": 0.1, "warmup": 3, "finalShare": 0.2, "betas": [0.9, 0.99],
              "weightDecay": 0.05, "clip": 2, "emaDecay": 0.3, "seed": 0}
    ids = [[1, 5, 2, 0], [3, 6, 4, 2]]
    times = [0.25, 0.625]
    prompt = prompt_model(prompt_config, torch.tensor(ids))
    mean, log_variance, reconstruction = autoencoder(auto_config, wave("images", [1, 4, 4, 3]))
    prediction = unet(unet_config, wave("x", [2, 4, 4, 2]), torch.tensor(times), prompt)
    flat = lambda t: [round(v, 7) for v in t.reshape(-1).tolist()]
    out = {
        "prompt": {"config": prompt_config, "ids": ids, "tokens": flat(prompt[0]), "pooled": flat(prompt[2])},
        "unet": {"config": unet_config, "times": times, "prediction": flat(prediction)},
        "autoencoder": {"config": auto_config, "mean": flat(mean), "logVariance": flat(log_variance),
                        "reconstruction": flat(reconstruction)},
        "training": {"recipe": recipe, "steps": training(recipe)},
    }
    root = pathlib.Path(__file__).resolve().parents[2]
    (root / "test/diffusion/own-models.json").write_text(json.dumps(out) + "\n")


main()
